import { beforeEach, expect, test } from 'vitest';
import { registerAssistantTools } from '../../../client/src/assistants.ts';
import manifest from '../../../package.json';
import { TOOLS } from '../../../server/src/assistants/index.ts';
import { TOOL_PREFIX } from '../../../server/src/protocol/assistants.ts';
import { editor, lm, resetEditor } from './support/vscode.ts';

beforeEach(resetEditor);

const context = { extension: { packageJSON: manifest } } as never;

/** The tools, with a server that gives this answer. */
function register(answer: unknown) {
  const asked: unknown[] = [];
  const request = async (...args: unknown[]) => {
    asked.push(args);
    return answer;
  };
  return { asked, disposables: registerAssistantTools(context, { request } as never) };
}

test('the tools are those of `briefmark mcp`, with the same schemas', () => {
  register(null);
  expect([...editor.tools.keys()]).toEqual(TOOLS.map(({ name }) => TOOL_PREFIX + name));
  expect(manifest.contributes.languageModelTools.map(({ inputSchema }) => inputSchema)).toEqual(
    TOOLS.map(({ input }) => input),
  );
});

test('the server runs a tool', async () => {
  const { asked } = register({ content: '{"total":0}' });
  const result = await editor.tools.get('briefmark_find_source')!.invoke({ input: { words: 'x' } });
  expect(asked).toEqual([['briefmark/assistantTool', { name: 'find_source', input: { words: 'x' } }]]);
  expect(result).toEqual({ content: [{ value: '{"total":0}' }] });
});

test('a refusal and a missing answer are errors, which the model reads', async () => {
  register({ refused: 'Give either “path” or “text”.' });
  await expect(editor.tools.get('briefmark_check_brief')!.invoke({ input: {} })).rejects.toThrow('Give either');
  register(null);
  await expect(editor.tools.get('briefmark_check_brief')!.invoke({ input: {} })).rejects.toThrow('gave no answer');
});

test('nothing is registered where there are no language models', () => {
  const { registerTool } = lm;
  lm.registerTool = undefined as never;
  try {
    expect(register(null).disposables).toEqual([]);
  } finally {
    lm.registerTool = registerTool;
  }
});
