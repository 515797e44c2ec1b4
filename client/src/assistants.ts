/**
 * The tools of `briefmark mcp` as tools for the language models in VS Code. package.json lists them, with the schemas of their input; the
 * server runs them. Forks of VS Code may have no language models.
 */
import {
  type Disposable,
  type ExtensionContext,
  LanguageModelTextPart,
  LanguageModelToolResult,
  l10n,
  lm,
} from 'vscode';
import { TOOL_PREFIX } from '../../server/src/protocol/assistants';
import type { Server } from './commands/command';

interface DeclaredTool {
  readonly name: string;
  readonly displayName: string;
}

/** Registers the tools that package.json declares. A call starts the server if it has not been needed before. */
export function registerAssistantTools(
  { extension }: Pick<ExtensionContext, 'extension'>,
  server: Pick<Server, 'request'>,
): Disposable[] {
  if (typeof lm?.registerTool !== 'function') return [];
  const { languageModelTools: tools } = extension.packageJSON.contributes as {
    readonly languageModelTools: readonly DeclaredTool[];
  };
  return tools.map(({ name, displayName }) =>
    lm.registerTool<Readonly<Record<string, unknown>>>(name, {
      prepareInvocation: () => ({ invocationMessage: displayName }),
      async invoke({ input }) {
        const answer = await server.request('briefmark/assistantTool', { name: name.slice(TOOL_PREFIX.length), input });
        if (!answer) throw new Error(l10n.t('Briefmark gave no answer. Its log says why.'));
        // The model can correct what it asked.
        if ('refused' in answer) throw new Error(answer.refused);
        return new LanguageModelToolResult([new LanguageModelTextPart(answer.content)]);
      },
    }),
  );
}
