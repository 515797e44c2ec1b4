/** The command that compares with the last commit, against a small `vscode` and a small Git extension. */
import { beforeEach, expect, test } from 'vitest';
import type { Services } from '../../../../client/src/commands/command';
import { compareSources } from '../../../../client/src/commands/compareSources';
import type { ChangedSource } from '../../../../server/src/protocol/comparison.ts';
import { addDocument, editor, type Range, resetEditor } from '../support/vscode.ts';

const change: ChangedSource = {
  message: 'This statement has lost its source “TASS, May 4, 2021”.',
  statement: 'Grain left.',
  range: { start: { line: 4, character: 0 }, end: { line: 4, character: 11 } },
};

const shown: Range[] = [];

/** Runs the command; `show` is what Git has of the brief. Returns the parameters of the requests. */
async function run(show: (() => Promise<string>) | undefined, changes: readonly ChangedSource[] = []) {
  const repository = show && { show };
  editor.extensions.set('vscode.git', { enabled: true, getAPI: () => ({ getRepository: () => repository ?? null }) });
  const requests: object[] = [];
  const request = async (_method: string, params: object) => {
    requests.push(params);
    return changes;
  };
  await compareSources.run({ server: { request } } as unknown as Services);
  return requests;
}

const messages = () => editor.showInformationMessage.mock.calls.map(([message]) => message);

beforeEach(() => {
  resetEditor();
  shown.length = 0;
  const document = addDocument('file:///desk/strike.brief');
  const revealRange = (range: Range) => shown.push(range);
  editor.activeTextEditor = { document, revealRange } as typeof editor.activeTextEditor;
});

test('the changes since the last commit are listed, and lead to their places', async () => {
  editor.showQuickPick.mockImplementation(async ([first]) => first);
  expect(await run(async () => 'before', [change])).toEqual([{ uri: 'file:///desk/strike.brief', before: 'before' }]);
  const [items] = editor.showQuickPick.mock.calls[0]!;
  expect(items).toMatchObject([{ label: change.message, description: 'line 5', detail: 'Grain left.' }]);
  expect(shown).toMatchObject([change.range]);
});

test.each([
  ['no repository', undefined, 'This brief is in no Git repository that VS Code has opened.'],
  [
    'not in the last commit',
    () => Promise.reject(new Error('no such path')),
    'The last commit does not have this brief.',
  ],
  [
    'no changes',
    async () => 'before',
    'Since the last commit no statement of this brief has lost or changed its source.',
  ],
])('%s: a message says so', async (_, show, message) => {
  await run(show);
  expect(messages()).toEqual([message]);
  expect(editor.showQuickPick).not.toHaveBeenCalled();
});
