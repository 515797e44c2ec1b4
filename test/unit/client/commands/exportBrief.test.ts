/** The export command against a small `vscode`: which formats it offers, and what the save dialog gets. */
import { beforeEach, expect, test } from 'vitest';
import { URI } from 'vscode-uri';
import type { Services } from '../../../../client/src/commands/command';
import { exportBrief } from '../../../../client/src/commands/exportBrief';
import { encodeBase64 } from '../../../../server/src/protocol/base64.ts';
import type { ExportFormat } from '../../../../server/src/protocol/exportFormat.ts';
import { addDocument, editor, resetEditor } from '../support/vscode.ts';

const html: ExportFormat = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html',
  title: 'HTML',
  description: 'A page',
};
const csv: ExportFormat = { ...html, id: 'csv', extension: 'csv', title: 'CSV', description: 'Tables' };
const content = encodeBase64(new TextEncoder().encode('The quay is quiet.'));
const bytes = new TextEncoder().encode('The quay is quiet.');
const page = { files: [{ suffix: '.html', content }], leftOut: [] };
const tables = {
  files: [
    { suffix: '.sources.csv', content },
    { suffix: '.entities.csv', content },
  ],
  leftOut: ['One source is not in it.'],
};

/** Runs the command with a server that knows these formats; returns the parameters of its export requests. */
async function run(formats: readonly ExportFormat[], answer: object | null = page) {
  const requests: object[] = [];
  const request = async (method: string, params: object) => {
    if (method === 'briefmark/exportFormats') return formats;
    requests.push(params);
    return answer;
  };
  await exportBrief.run({ server: { request } } as unknown as Services);
  return requests;
}

/** Picks the rows with these labels, one in each list. */
function pick(...labels: readonly string[]) {
  const left = [...labels];
  editor.showQuickPick.mockImplementation(async (items) => {
    const next = left.shift();
    return items.find(({ label }) => label === next);
  });
}

beforeEach(() => {
  resetEditor();
  editor.activeTextEditor = { document: addDocument('file:///desk/strike.brief.md') };
});

test('the format is chosen, then its readers; the dialog has the extension and the title', async () => {
  editor.showSaveDialog.mockResolvedValue({ path: '/out/strike.html' });
  pick('HTML', 'For readers of the brief');
  const requests = await run([html, csv]);
  expect(editor.showQuickPick.mock.calls.map(([items]) => items.map(({ label }) => label))).toEqual([
    ['HTML', 'CSV'],
    ['For readers of the brief', 'Internal'],
  ]);
  const uri = 'file:///desk/strike.brief.md';
  expect(requests).toEqual([{ uri, name: 'strike', format: 'html', internal: false }]);
  const [dialog] = editor.showSaveDialog.mock.calls[0]!;
  expect(dialog).toMatchObject({ title: 'Export as HTML', filters: { HTML: ['html'] } });
  expect(dialog.defaultUri?.path).toBe('/desk/strike.html');
  expect(editor.writeFile).toHaveBeenCalledExactlyOnceWith({ path: '/out/strike.html' }, bytes);
});

test('what is internal has to be chosen', async () => {
  pick('HTML', 'Internal');
  expect(await run([html])).toMatchObject([{ internal: true }]);
  expect(editor.writeFile).not.toHaveBeenCalled();
});

test('several files go to one folder; what the export leaves out is said', async () => {
  editor.showOpenDialog.mockResolvedValue([URI.file('/out')]);
  pick('CSV', 'Internal');
  await run([csv], tables);
  const written = editor.writeFile.mock.calls.map(([uri]) => (uri as URI).path);
  expect(written).toEqual(['/out/strike.sources.csv', '/out/strike.entities.csv']);
  const [message] = editor.showInformationMessage.mock.calls[0]!;
  expect(message).toBe('Exported to strike.sources.csv. One source is not in it.');
});

test('files that exist are replaced only if that is confirmed', async () => {
  editor.showOpenDialog.mockResolvedValue([URI.file('/out')]);
  editor.existing.add('/out/strike.entities.csv');
  pick('CSV', 'Internal');
  await run([csv], tables);
  expect(editor.writeFile).not.toHaveBeenCalled();
  editor.showWarningMessage.mockResolvedValue('Replace');
  pick('CSV', 'Internal');
  await run([csv], tables);
  expect(editor.writeFile).toHaveBeenCalledTimes(2);
});

test('without a chosen format, or without readers, nothing is exported', async () => {
  expect(await run([html])).toEqual([]);
  pick('HTML');
  expect(await run([html])).toEqual([]);
  expect(editor.showSaveDialog).not.toHaveBeenCalled();
});

test('without an answer the user reads why', async () => {
  pick('HTML', 'Internal');
  await expect(run([html], null)).rejects.toThrow('The brief could not be read. Try again in a moment.');
  expect(editor.showSaveDialog).not.toHaveBeenCalled();
});
