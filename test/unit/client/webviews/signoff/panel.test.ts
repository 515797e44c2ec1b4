/** The sign-off sheet beside the brief, with a panel, an editor and a server that are plain objects. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showSheet } from '../../../../../client/src/webviews/signoff/panel';
import type { Preview } from '../../../../../server/src/protocol/preview.ts';
import { addDocument, EventEmitter, editor, Range, resetEditor, Uri, ViewColumn } from '../../support/vscode.ts';
import { createFakePanel } from '../fakePanel.ts';

beforeEach(() => {
  resetEditor();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const URI = 'file:///casebook/harbour.brief';
const SHEET: Preview = { version: 3, title: 'Sign-off sheet: Harbour fees', language: 'en', parts: [] };

/** Opens the sheet of a brief. The server answers each request with the next of these. */
function open(...answers: unknown[]) {
  const document = addDocument(URI, { version: 3 });
  editor.visibleTextEditors = [{ document, viewColumn: ViewColumn.One, visibleRanges: [], revealRange: () => {} }];
  const reviewed = new EventEmitter<unknown>();
  const fake = createFakePanel(...answers);
  const page = showSheet(
    fake.panel as never,
    Uri.parse(URI) as never,
    Uri.parse('file:///extension') as never,
    fake.server as never,
    reviewed.event as never,
  );
  return { ...fake, page, document, reviewed };
}

test('the sheet is shown once the page is ready, and again after edits', async () => {
  const { panel, posted, requests, send, document, reviewed } = open(SHEET, { ...SHEET, version: 4 }, SHEET);
  expect(panel.webview.html).toContain("default-src 'none'");
  await send({ kind: 'ready' });
  expect(requests).toEqual([['briefmark/signoffSheet', { uri: URI, name: 'harbour' }]]);
  expect(posted).toEqual([{ kind: 'show', uri: URI, ...SHEET }]);
  for (let edit = 0; edit < 3; edit++) editor.onDidChangeTextDocument.fire({ document });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(posted).toMatchObject([{ version: 3 }, { version: 4 }]);
  reviewed.fire(undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(3);
});

test('a click goes to the place beside the sheet, unless the text has changed', async () => {
  const { send } = open(SHEET);
  await send({ kind: 'open', version: 2, offset: 9 });
  expect(editor.showTextDocument).not.toHaveBeenCalled();
  await send({ kind: 'open', version: 3, offset: 9 });
  expect(editor.showTextDocument.mock.calls[0]?.[1]).toEqual({
    viewColumn: ViewColumn.One,
    selection: new Range(0, 9, 0, 9),
  });
});

test('it follows another brief', async () => {
  const { panel, page, posted, requests, send } = open(SHEET, SHEET);
  await send({ kind: 'ready' });
  const other = 'file:///casebook/cranes.brief';
  addDocument(other, { version: 3 });
  page.show(Uri.parse(other) as never);
  await vi.advanceTimersByTimeAsync(0);
  expect(panel.title).toBe('Sign-off Sheet cranes');
  expect(requests.at(-1)).toEqual(['briefmark/signoffSheet', { uri: other, name: 'cranes' }]);
  expect(posted).toMatchObject([{ uri: URI }, { uri: other }]);
});

test('messages of any other shape are ignored, and a closed sheet listens to nothing', async () => {
  const { posted, requests, send, disposed, changed } = open(SHEET);
  for (const message of [null, 'ready', { kind: 'open', version: 3, offset: -1 }, { kind: 'open', version: 3 }])
    await send(message);
  expect([posted, requests]).toEqual([[], []]);
  disposed.fire(undefined);
  expect([changed, editor.onDidChangeTextDocument].map(({ listenerCount }) => listenerCount)).toEqual([0, 0]);
});
