/** The preview beside the editor, with a panel, an editor and a server that are plain objects. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showPreview } from '../../../../../client/src/webviews/preview/panel';
import type { Preview } from '../../../../../server/src/protocol/preview.ts';
import { addDocument, editor, Position, Range, resetEditor, Uri, ViewColumn } from '../../support/vscode.ts';
import { createFakePanel } from '../fakePanel.ts';

beforeEach(() => {
  resetEditor();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const URI = 'file:///casebook/harbour.brief.md';
const PAGE: Preview = { version: 3, title: 'Harbour fees', language: 'en', parts: [] };

/** Opens the preview of a brief. The server answers each request with the next of these. */
function open(...answers: unknown[]) {
  const document = addDocument(URI, { version: 3 });
  const revealRange = vi.fn();
  const textEditor = { document, viewColumn: ViewColumn.One, visibleRanges: [new Range(7, 0, 40, 0)], revealRange };
  editor.visibleTextEditors = [textEditor];
  const fake = createFakePanel(...answers);
  showPreview(
    fake.panel as never,
    Uri.parse(URI) as never,
    Uri.parse('file:///extension') as never,
    fake.server as never,
  );
  return { ...fake, revealRange, textEditor, document };
}

test('the page is shown once it is ready, from the line at the top of the editor', async () => {
  const { panel, posted, requests, send } = open(PAGE);
  expect(panel.webview.html).toContain('<title>Preview of harbour</title>');
  expect(requests).toEqual([]);
  await send({ kind: 'ready' });
  expect(requests).toEqual([['briefmark/preview', { uri: URI, name: 'harbour' }]]);
  expect(posted).toEqual([{ kind: 'show', uri: URI, line: 7, ...PAGE }]);
});

test('edits in quick succession render once; edits of other documents do not', async () => {
  const { requests, send, document } = open(PAGE, PAGE);
  await send({ kind: 'ready' });
  editor.onDidChangeTextDocument.fire({ document: addDocument('file:///casebook/other.brief') });
  for (let edit = 0; edit < 3; edit++) editor.onDidChangeTextDocument.fire({ document });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(2);
});

test('it asks again while the server does not know the brief yet', async () => {
  const { posted, requests, send } = open(null, null, PAGE);
  await send({ kind: 'ready' });
  expect(posted).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(3);
  expect(posted).toMatchObject([{ kind: 'show' }]);
});

test('a hidden preview is rendered when it is shown again', async () => {
  const { panel, posted, send, changed, viewState } = open(PAGE, PAGE);
  await send({ kind: 'ready' });
  panel.visible = false;
  changed.fire(undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(posted).toHaveLength(1);
  panel.visible = true;
  viewState.fire(undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(posted).toHaveLength(2);
});

test('the editor follows the page, and its own scrolling is not sent back', async () => {
  const { posted, send, revealRange, textEditor } = open(PAGE);
  await send({ kind: 'scrolled', line: 12.4 });
  expect(revealRange.mock.calls[0]?.[0]).toEqual(new Range(12, 0, 12, 0));
  editor.onDidChangeTextEditorVisibleRanges.fire({ textEditor, visibleRanges: [new Range(12, 0, 50, 0)] });
  expect(posted).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  editor.onDidChangeTextEditorVisibleRanges.fire({ textEditor, visibleRanges: [new Range(20, 0, 60, 0)] });
  expect(posted).toEqual([{ kind: 'scroll', line: 20 }]);
});

test('a card is fetched for the shown version only', async () => {
  const lines = [{ kind: 'text', text: 'Runs the port.' }];
  const { posted, requests, send } = open({ lines });
  await send({ kind: 'card', version: 2, offset: 9 });
  expect(requests).toEqual([]);
  await send({ kind: 'card', version: 3, offset: 9 });
  expect(posted).toEqual([{ kind: 'card', offset: 9, lines }]);
});

test('a click opens the only definition beside the preview', async () => {
  const target = { uri: Uri.parse('file:///casebook/entities.yaml'), range: new Range(3, 0, 3, 5) };
  const { send } = open();
  editor.executeCommand.mockResolvedValue([target]);
  await send({ kind: 'open', version: 3, offset: 9 });
  expect(editor.showTextDocument.mock.calls).toEqual([
    [target.uri, { viewColumn: ViewColumn.One, selection: target.range }],
  ]);
});

test('of several definitions the editor offers a choice, at the text itself', async () => {
  const location = { uri: Uri.parse('file:///casebook/entities.yaml'), range: new Range(3, 0, 3, 5) };
  const { send, document } = open();
  editor.executeCommand.mockResolvedValue([location, location]);
  await send({ kind: 'open', version: 3, offset: 9 });
  expect(editor.showTextDocument.mock.calls[0]?.[0]).toBe(document);
  const [, chosen] = editor.executeCommand.mock.calls;
  expect(chosen).toEqual([
    'editor.action.goToLocations',
    document.uri,
    new Position(0, 9),
    [location, location],
    'peek',
  ]);
});

test('messages of any other shape are ignored', async () => {
  const { posted, requests, send } = open(PAGE);
  for (const message of [
    null,
    'ready',
    { kind: 'open', version: 3, offset: -1 },
    { kind: 'scrolled', line: Number.NaN },
  ])
    await send(message);
  expect([posted, requests]).toEqual([[], []]);
});

test('a closed preview listens to nothing', async () => {
  const { requests, send, disposed, changed, document } = open(PAGE);
  await send({ kind: 'ready' });
  editor.onDidChangeTextDocument.fire({ document });
  disposed.fire(undefined);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(requests).toHaveLength(1);
  const { onDidChangeTextDocument, onDidChangeTextEditorVisibleRanges } = editor;
  const emitters = [changed, onDidChangeTextDocument, onDidChangeTextEditorVisibleRanges];
  expect(emitters.map(({ listenerCount }) => listenerCount)).toEqual([0, 0, 0]);
});
