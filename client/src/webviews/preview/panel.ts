/** The preview beside the editor: what it shows comes from the server; it follows the text, and the editor follows it. */
import {
  commands,
  type Disposable,
  type Location,
  type LocationLink,
  l10n,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { pageHtml } from '../shared/webview';
import { type FromPage, readMessage, type ToPage } from './messages';
import type { PreviewServer } from './server';
import { PREVIEW_BODY, PREVIEW_STYLE } from './style';

const PAUSE_MS = 150;
/** While a server starts it knows no brief yet. */
const RETRY_MS = 500;
const MOST_RETRIES = 20;
/** An editor that was scrolled by the preview must not scroll the preview. */
const ECHO_MS = 250;

/** The name of a brief, for the page of one without a title. */
export function nameOf(uri: Uri): string {
  return (uri.path.split('/').at(-1) ?? '').replace(/\.brief(?:\.md|\.txt)?$/, '');
}

/** Fills a panel with the preview of a brief and keeps it up to date until the panel is closed. */
export function showPreview(panel: WebviewPanel, uri: Uri, extensionUri: Uri, server: PreviewServer): void {
  const listeners: Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let isDue = true;
  let isReady = false;
  let quietUntil = 0;
  const isOurs = (document: TextDocument) => document.uri.toString() === uri.toString();
  const post = (message: ToPage) => void panel.webview.postMessage(message);
  const editors = () => window.visibleTextEditors.filter(({ document }) => isOurs(document));

  const update = (delay = PAUSE_MS, retries = 0) => {
    isDue = true;
    clearTimeout(timer);
    if (isReady && panel.visible) timer = setTimeout(() => void render(retries).catch(() => again(retries)), delay);
  };
  const again = (retries: number) => {
    if (retries < MOST_RETRIES) update(RETRY_MS, retries + 1);
  };

  async function render(retries: number): Promise<void> {
    const mine = ++asked;
    await workspace.openTextDocument(uri);
    const preview = await server.request('briefmark/preview', { uri: uri.toString(), name: nameOf(uri) });
    if (mine !== asked) return;
    if (!preview) return again(retries);
    isDue = false;
    const line = editors()[0]?.visibleRanges[0]?.start.line ?? -1;
    post({ kind: 'show', uri: uri.toString(), line, ...preview });
  }

  async function answer(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      isReady = true;
      return update(0);
    }
    if (message.kind === 'scrolled') return scrollEditors(message.line);
    const document = await workspace.openTextDocument(uri);
    if (message.version !== document.version) return;
    if (message.kind === 'open') return openEntry(document, message.offset, panel.viewColumn);
    const { offset } = message;
    const card = await server.request('briefmark/previewCard', { uri: uri.toString(), offset });
    if (card) post({ kind: 'card', offset, lines: card.lines });
  }

  function scrollEditors(line: number): void {
    quietUntil = Date.now() + ECHO_MS;
    for (const editor of editors()) {
      const at = Math.min(Math.floor(line), editor.document.lineCount - 1);
      editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
    }
  }

  listeners.push(
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = readMessage(message);
      if (read) void answer(read).catch(() => {});
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible && isDue) update(0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isOurs(document)) update();
    }),
    server.onDidChange(() => update()),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => {
      if (!range || !isOurs(textEditor.document) || Date.now() < quietUntil) return;
      post({ kind: 'scroll', line: range.start.line });
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.html = pageHtml(panel.webview, extensionUri, {
    script: 'preview',
    title: l10n.t('Preview of {0}', nameOf(uri)),
    style: PREVIEW_STYLE,
    body: PREVIEW_BODY,
  });
}

/** Opens the entry of what stands at an offset; without one, the place itself. */
async function openEntry(document: TextDocument, offset: number, previewColumn?: ViewColumn): Promise<void> {
  const position = document.positionAt(offset);
  const found = await commands.executeCommand<readonly (Location | LocationLink)[] | undefined>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const beside = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const viewColumn = beside ?? (previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const [first, ...others] = found ?? [];
  if (!first || others.length > 0) {
    const selection = new Selection(position, position);
    await window.showTextDocument(document, { viewColumn, selection });
    if (first) await commands.executeCommand('editor.action.goToLocations', document.uri, position, found, 'peek');
    return;
  }
  const [target, selection] =
    'targetUri' in first
      ? [first.targetUri, first.targetSelectionRange ?? first.targetRange]
      : [first.uri, first.range];
  await window.showTextDocument(target, { viewColumn, selection });
}
