/** The tools for assistants, asked through the client: the same as those of `briefmark mcp`, on the briefs of the workspace. */

import type { ObjectSchema, ToolContext } from '../../assistants/tool.ts';
import type { AssistantRequests } from '../../protocol/assistants.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { isRefusal, refuse } from '../support/refuse.ts';
import { askedBrief } from './askedBrief.ts';

type AssistantFeature = Feature<
  AssistantRequests['briefmark/assistantTool']['params'],
  AssistantRequests['briefmark/assistantTool']['result']
>;

export const assistantToolFeature: AssistantFeature = {
  method: 'briefmark/assistantTool',
  capability: () => ({}),
  async answer({ name, input }, context) {
    const { TOOLS } = await import('../../assistants/index.ts');
    const tool = TOOLS.find((one) => one.name === name);
    if (!tool) return { refused: `There is no tool “${name}”.` };
    const problem = problemOf(input, tool.input);
    if (problem !== undefined) return { refused: problem };
    // Until then, an entry that is not found may be in a file that has not been read.
    await context.whenIndexed();
    try {
      return { content: JSON.stringify(await tool.run(input as never, toolContext(context))) };
    } catch (error) {
      if (isRefusal(error)) return { refused: error.message };
      throw error;
    }
  },
};

function toolContext(context: FeatureContext): ToolContext {
  return {
    refuse,
    brief: (args) => askedBrief(args, context, refuse),
    scope: async () => context.workspace.scopeOf(''),
  };
}

/** What is wrong with the arguments of a tool, which are all texts. */
function problemOf(input: unknown, { properties, required = [] }: ObjectSchema): string | undefined {
  if (typeof input !== 'object' || input === null) return 'The arguments are no object.';
  const missing = required.find((name) => !Object.hasOwn(input, name));
  if (missing !== undefined) return `The argument “${missing}” is missing.`;
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(properties, name)) return `There is no argument “${name}”.`;
    const { enum: values, pattern } = properties[name] as {
      readonly enum?: readonly string[];
      readonly pattern?: string;
    };
    if (typeof value !== 'string') return `The argument “${name}” is no text.`;
    if (values && !values.includes(value)) return `The argument “${name}” is one of ${values.join(', ')}.`;
    if (pattern !== undefined && !new RegExp(pattern).test(value))
      return `The argument “${name}” does not fit ${pattern}.`;
  }
  return undefined;
}
