/** The insert commands against a small `vscode`: which text goes where. */
import { beforeEach, expect, test } from 'vitest';
import type { ClientCommand, Services } from '../../../../client/src/commands/command';
import { insertCitation } from '../../../../client/src/commands/insertCitation';
import { insertCitationTag } from '../../../../client/src/commands/insertCitationTag';
import { addDocument, editor, type FakeDocument, resetEditor } from '../support/vscode.ts';

const choices = [
  {
    outlet: 'Harbor Radio',
    date: 'May 3',
    title: 'The ferry',
    plainText: ' (Harbor Radio, May 3)',
    taggedText: ' [@ferry]',
  },
  { outlet: 'Quay Times', date: 'undated', taggedText: ' [@quay]' },
];
let document: FakeDocument;

beforeEach(() => {
  resetEditor();
  document = addDocument('file:///desk/strike.brief', { text: 'It sank.' });
});

/** The text after the command, with a caret; `meanwhile` happens while the list is open. */
async function run(command: ClientCommand, label: string, answer: object | undefined, meanwhile = () => {}) {
  const shown = {
    document: Object.assign(document, { offsetAt: ({ character }: { character: number }) => character }),
    selection: { active: { line: 0, character: 7 } },
    edit: async (change: (edit: { insert(at: { character: number }, text: string): void }) => void) =>
      change({ insert: ({ character }, text) => document.replace(character, character, text) }),
  };
  editor.activeTextEditor = shown;
  editor.showQuickPick.mockImplementation(async (items) => {
    meanwhile();
    return items.find((item) => item.label === label);
  });
  await command.run({ server: { ask: async () => answer } } as unknown as Services);
  const caret = (shown.selection as unknown as { start?: { character: number } }).start?.character ?? 7;
  return `${document.getText().slice(0, caret)}|${document.getText().slice(caret)}`;
}
const answer = { choices, at: { line: 0, character: 7 }, version: 1 };

test('the caret is behind what was inserted', async () => {
  expect(await run(insertCitation, 'Harbor Radio', answer)).toBe('It sank (Harbor Radio, May 3)|.');
});

test('as a key', async () => {
  expect(await run(insertCitationTag, 'Harbor Radio', answer)).toBe('It sank [@ferry]|.');
});

test('a source without a date is cited by its key', async () => {
  expect(await run(insertCitation, 'Quay Times', answer)).toBe('It sank [@quay]|.');
});

test('a text that has changed in the meantime stays as it is, and the user is told', async () => {
  const type = () => Object.assign(document, { version: 2 });
  expect(await run(insertCitation, 'Harbor Radio', answer, type)).toBe('It sank|.');
  expect(editor.showWarningMessage).toHaveBeenCalledOnce();
});

test('without a source in any registry, the user is told where sources are kept', async () => {
  expect(await run(insertCitation, '', { ...answer, choices: [] })).toBe('It sank|.');
  expect(editor.showInformationMessage.mock.calls[0]![0]).toContain('sources.yaml');
});
