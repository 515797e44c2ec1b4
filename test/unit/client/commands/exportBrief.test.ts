/** The export command against a small `vscode`: which formats it offers, and what the save dialog gets. */
import { beforeEach, expect, test } from 'vitest';
import type { Services } from '../../../../client/src/commands/command';
import { exportBrief } from '../../../../client/src/commands/exportBrief';
import { encodeBase64 } from '../../../../server/src/protocol/base64.ts';
import type { ExportFormat } from '../../../../server/src/protocol/exportFormat.ts';
import { addDocument, editor, resetEditor } from '../support/vscode.ts';

const html: ExportFormat = { id: 'html', extension: 'html', mediaType: 'text/html', title: 'HTML' };
const text: ExportFormat = { id: 'text', extension: 'txt', mediaType: 'text/plain', title: 'Plain text' };
const bytes = new TextEncoder().encode('The quay is quiet.');

/** Runs the command with a server that knows these formats; returns the parameters of its export requests. */
async function run(formats: readonly ExportFormat[], answer: object | null = { content: encodeBase64(bytes) }) {
  const requests: object[] = [];
  const request = async (method: string, params: object) => {
    if (method === 'briefmark/exportFormats') return formats;
    requests.push(params);
    return answer;
  };
  await exportBrief.run({ server: { request } } as unknown as Services);
  return requests;
}

beforeEach(() => {
  resetEditor();
  editor.activeTextEditor = { document: addDocument('file:///desk/strike.brief.md') };
});

test('the only format is not asked for; the dialog has its extension and its title', async () => {
  editor.showSaveDialog.mockResolvedValue({ path: '/out/strike.html' });
  const requests = await run([html]);
  expect(requests).toEqual([{ uri: 'file:///desk/strike.brief.md', name: 'strike', format: 'html' }]);
  expect(editor.showQuickPick).not.toHaveBeenCalled();
  const [dialog] = editor.showSaveDialog.mock.calls[0]!;
  expect(dialog).toMatchObject({ title: 'Export as HTML', filters: { HTML: ['html'] } });
  expect(dialog.defaultUri?.path).toBe('/desk/strike.html');
  expect(editor.writeFile).toHaveBeenCalledExactlyOnceWith({ path: '/out/strike.html' }, bytes);
});

test('of several formats one is picked', async () => {
  editor.showQuickPick.mockImplementation(async (items) => items[1]);
  const requests = await run([html, text]);
  expect(editor.showQuickPick.mock.calls[0]![0].map(({ label }) => label)).toEqual(['HTML', 'Plain text']);
  expect(requests).toMatchObject([{ format: 'text' }]);
  expect(editor.showSaveDialog.mock.calls[0]![0]).toMatchObject({ filters: { 'Plain text': ['txt'] } });
  expect(editor.writeFile).not.toHaveBeenCalled();
});

test('without a picked format nothing is exported', async () => {
  expect(await run([html, text])).toEqual([]);
  expect(editor.showSaveDialog).not.toHaveBeenCalled();
});

test('without an answer the user reads why', async () => {
  await expect(run([html], null)).rejects.toThrow('The brief could not be read. Try again in a moment.');
  expect(editor.showSaveDialog).not.toHaveBeenCalled();
});
