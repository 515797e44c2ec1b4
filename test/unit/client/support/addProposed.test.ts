/** The last steps of adding an entry, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { addProposed, uriForEntries } from '../../../../client/src/support/addProposed';
import { addDocument, editor, resetEditor, Uri } from '../support/vscode.ts';

beforeEach(resetEditor);

const proposal = { id: 'tass', exists: true, folders: ['file:///casebook/'] };

/** Adds an entry; returns what the server was told. */
async function add(
  proposed: object,
  answers: object | undefined = { id: 'tass', registry: 'file:///casebook/s.yaml' },
) {
  const asked: object[] = [];
  const ask = async (_: string, params: object) => {
    asked.push(params);
    return answers;
  };
  await addProposed(
    { ask } as never,
    'Add',
    'file:///casebook/a.brief',
    { kind: 'entity' } as never,
    {
      ...proposal,
      ...proposed,
    } as never,
  );
  return asked;
}

test('the id is asked for, and what was added is shown if wanted', async () => {
  editor.showInputBox.mockResolvedValue(' tass-2 ');
  editor.showInformationMessage.mockImplementation(async (_message, open) => open);
  expect(await add({})).toEqual([{ uri: 'file:///casebook/a.brief', entry: { kind: 'entity' }, id: 'tass-2' }]);
  expect(editor.showInputBox.mock.calls[0]![0]).toMatchObject({ value: 'tass' });
  expect(editor.showInformationMessage).toHaveBeenCalledWith('Added “tass” to s.yaml.', 'Open');
  expect(editor.showTextDocument.mock.calls[0]![0]).toMatchObject({ path: '/casebook/s.yaml' });
});

test('a new registry goes to the only folder, or to the one that is chosen', async () => {
  editor.showInputBox.mockResolvedValue('tass');
  expect(await add({ exists: false })).toMatchObject([{ folder: 'file:///casebook/' }]);
  expect(editor.showQuickPick).not.toHaveBeenCalled();
  editor.showQuickPick.mockImplementation(async ([, second]) => second);
  const folders = ['file:///casebook/', 'file:///casebook/desk/'];
  expect(await add({ exists: false, folders })).toMatchObject([{ folder: 'file:///casebook/desk/' }]);
});

test('nothing is added if a question is not answered, and nothing is said if the server refuses', async () => {
  editor.showQuickPick.mockResolvedValue(undefined);
  expect(await add({ exists: false, folders: ['file:///a/', 'file:///b/'] })).toEqual([]);
  expect(await add({})).toEqual([]);
  editor.showInputBox.mockResolvedValue('tass');
  await add({}, undefined as never);
  expect(editor.showInformationMessage).not.toHaveBeenCalledWith(expect.stringContaining('undefined'), 'Open');
});

test('registries are looked for beside the active brief, else in the first folder', () => {
  expect(uriForEntries()).toBeUndefined();
  expect(editor.showInformationMessage).toHaveBeenCalledWith(expect.stringContaining('Open a folder first'));
  editor.workspaceFolders = [{ uri: Uri.parse('file:///casebook') }];
  expect(uriForEntries()).toBe('file:///casebook/');
  editor.activeTextEditor = { document: addDocument('file:///elsewhere/x.json', { languageId: 'json' }) };
  expect(uriForEntries()).toBe('file:///casebook/');
  editor.activeTextEditor = { document: addDocument('file:///elsewhere/a.brief') };
  expect(uriForEntries()).toBe('file:///elsewhere/a.brief');
});
