/** The command of the status bar, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import type { Services } from '../../../../client/src/commands/command';
import { goToFirstMissing } from '../../../../client/src/commands/goToFirstMissing';
import { addDocument, editor, resetEditor } from '../support/vscode.ts';

const shown: { selection?: unknown; revealRange: (range: unknown) => void } = { revealRange: () => {} };

beforeEach(() => {
  resetEditor();
  delete shown.selection;
  editor.showTextDocument.mockResolvedValue(shown);
  editor.activeTextEditor = { document: addDocument('file:///a.brief') };
});

const run = async (status: object | Error) => {
  const request = async () => (status instanceof Error ? Promise.reject(status) : status);
  await goToFirstMissing.run({ server: { request } } as unknown as Services);
  return editor.executeCommand.mock.calls.map(([command]) => command);
};

test('the first missing source is selected', async () => {
  const range = { start: { line: 3, character: 5 }, end: { line: 3, character: 9 } };
  expect(await run({ state: 'missing', firstMissing: range })).toEqual([]);
  expect(shown.selection).toMatchObject(range);
});

test('without one, the next finding about a citation, or the next problem of any kind', async () => {
  expect(await run({ state: 'unknown' })).toEqual(['briefmark.nextProblem']);
  editor.executeCommand.mockClear();
  expect(await run({ state: 'problems' })).toEqual(['editor.action.marker.next']);
  editor.executeCommand.mockClear();
  expect(await run(new Error('no server'))).toEqual(['briefmark.nextProblem']);
});
