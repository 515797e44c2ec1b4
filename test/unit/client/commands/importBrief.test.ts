/** The import command against a small `vscode`: what it writes, and that it replaces nothing. */
import { beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import type { Services } from '../../../../client/src/commands/command';
import { importBrief } from '../../../../client/src/commands/importBrief';
import type { ImportRequests } from '../../../../server/src/protocol/import.ts';
import { addDocument, editor, resetEditor } from '../support/vscode.ts';

type ImportedBrief = ImportRequests['briefmark/import']['result'];

const report = URI.file('/desk/strike.docx');
const imported: ImportedBrief = { text: 'The quay is quiet.', problems: [] };

/** Imports the files with a server that answers so; the messages to the user. */
async function run(answer: ImportedBrief | null, ...files: readonly URI[]): Promise<readonly string[]> {
  const server = { start: async () => {}, request: async () => answer };
  const command = importBrief.run as (services: Services, clicked?: URI, selected?: readonly URI[]) => Promise<void>;
  await command({ server } as unknown as Services, files[0], files);
  return [...editor.showWarningMessage.mock.calls, ...editor.showInformationMessage.mock.calls].map(([text]) => text);
}

const written = () =>
  editor.writeFile.mock.calls.map(
    ([uri, bytes]) => `${(uri as URI).path}: ${new TextDecoder().decode(bytes as Uint8Array)}`,
  );

beforeEach(() => {
  resetEditor();
  editor.files.set(report.path, new Uint8Array(10));
  addDocument('file:///desk/strike.brief');
});

test('the brief is written beside the file and opened', async () => {
  expect(await run(imported, report)).toEqual([]);
  expect(written()).toEqual(['/desk/strike.brief: The quay is quiet.']);
  expect(editor.showTextDocument).toHaveBeenCalledOnce();
});

test('its sources are written first; what was left out is said', async () => {
  const answer = { text: 'The quay is quiet [@a].', registry: 'references: []\n', problems: ['A table was left out.'] };
  expect(await run(answer, report)).toEqual([
    'Imported as strike.brief. Its sources are in strike.sources.yaml. A table was left out.',
  ]);
  expect(written()).toEqual([
    '/desk/strike.sources.yaml: references: []\n',
    '/desk/strike.brief: The quay is quiet [@a].',
  ]);
});

test.each(['/desk/strike.brief', '/desk/strike.sources.yaml'])('nothing is written if %s exists', async (path) => {
  editor.files.set(path, new Uint8Array());
  expect(await run({ ...imported, registry: 'references: []\n' }, report)).toEqual([
    `strike.docx: ${path} already exists; nothing was changed.`,
  ]);
  expect(written()).toEqual([]);
});

test('a file that cannot be read is named, and the next one is imported', async () => {
  editor.files.set('/desk/huge.docx', { length: 33 * 2 ** 20 } as Uint8Array);
  expect(await run(imported, URI.file('/desk/huge.docx'), report)).toEqual([
    'huge.docx: The file is larger than 32 MB. “briefmark import” on the command line reads it.',
  ]);
  expect(written()).toHaveLength(1);
  expect(await run({ problems: ['This is no Word file.'] }, report)).toContain('strike.docx: This is no Word file.');
});

test('without a file, the user is asked for some', async () => {
  editor.showOpenDialog.mockResolvedValue([report]);
  await run(imported);
  expect(written()).toHaveLength(1);
  editor.showOpenDialog.mockResolvedValue(undefined);
  await run(imported);
  expect(written()).toHaveLength(1);
});
