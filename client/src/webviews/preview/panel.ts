/** The preview beside the editor. The server renders it; preview and editor scroll together. */
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
import { type MessageFromPage, type MessageToPage, parseMessage } from './messages';
import type { PreviewServer } from './server';
import { PREVIEW_BODY, PREVIEW_STYLE } from './style';

const DEBOUNCE_MS = 150;
/** A server that is starting does not know the open briefs yet. */
const RETRY_MS = 500;
const MAX_RETRIES = 20;
/** An editor that was scrolled by the preview must not scroll the preview. */
const SCROLL_ECHO_MS = 250;

/** The name of a brief, for the page of one without a title. */
export function briefNameOf(uri: Uri): string {
  return (uri.path.split('/').at(-1) ?? '').replace(/\.brief(?:\.md|\.txt)?$/, '');
}

/** Fills a panel with the preview of a brief and keeps it up to date until the panel is closed. */
export function showPreview(panel: WebviewPanel, uri: Uri, extensionUri: Uri, server: PreviewServer): void {
  const listeners: Disposable[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastRequest = 0;
  let isOutdated = true;
  let isReady = false;
  let ignoreScrollUntil = 0;
  const isPreviewed = (document: TextDocument) => document.uri.toString() === uri.toString();
  const post = (message: MessageToPage) => void panel.webview.postMessage(message);
  const editors = () => window.visibleTextEditors.filter(({ document }) => isPreviewed(document));

  const update = (delay = DEBOUNCE_MS, retries = 0) => {
    isOutdated = true;
    clearTimeout(timer);
    if (isReady && panel.visible) timer = setTimeout(() => void render(retries).catch(() => retry(retries)), delay);
  };
  const retry = (retries: number) => {
    if (retries < MAX_RETRIES) update(RETRY_MS, retries + 1);
  };

  async function render(retries: number): Promise<void> {
    const request = ++lastRequest;
    await workspace.openTextDocument(uri);
    const preview = await server.request('briefmark/preview', { uri: uri.toString(), name: briefNameOf(uri) });
    if (request !== lastRequest) return;
    if (!preview) return retry(retries);
    isOutdated = false;
    const line = editors()[0]?.visibleRanges[0]?.start.line ?? -1;
    post({ kind: 'show', uri: uri.toString(), line, ...preview });
  }

  async function answer(message: MessageFromPage): Promise<void> {
    if (message.kind === 'ready') {
      isReady = true;
      return update(0);
    }
    if (message.kind === 'scrolled') return scrollEditors(message.line);
    const document = await workspace.openTextDocument(uri);
    if (message.version !== document.version) return;
    if (message.kind === 'open') return openDefinition(document, message.offset, panel.viewColumn);
    const { offset } = message;
    const card = await server.request('briefmark/previewCard', { uri: uri.toString(), offset });
    if (card) post({ kind: 'card', offset, lines: card.lines });
  }

  function scrollEditors(line: number): void {
    ignoreScrollUntil = Date.now() + SCROLL_ECHO_MS;
    for (const editor of editors()) {
      const at = Math.min(Math.floor(line), editor.document.lineCount - 1);
      editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
    }
  }

  listeners.push(
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const parsed = parseMessage(message);
      if (parsed) void answer(parsed).catch(() => {});
    }),
    panel.onDidChangeViewState(() => {
      if (panel.visible && isOutdated) update(0);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isPreviewed(document)) update();
    }),
    server.onDidChange(() => update()),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => {
      if (!range || !isPreviewed(textEditor.document) || Date.now() < ignoreScrollUntil) return;
      post({ kind: 'scroll', line: range.start.line });
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  });
  panel.webview.html = pageHtml(panel.webview, extensionUri, {
    script: 'preview',
    title: l10n.t('Preview of {0}', briefNameOf(uri)),
    style: PREVIEW_STYLE,
    body: PREVIEW_BODY,
  });
}

/** Opens the entry of the name or citation at an offset; without an entry, the offset in the brief. */
async function openDefinition(document: TextDocument, offset: number, previewColumn?: ViewColumn): Promise<void> {
  const position = document.positionAt(offset);
  const definitions = await commands.executeCommand<readonly (Location | LocationLink)[] | undefined>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const visibleColumn = window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
  const viewColumn = visibleColumn ?? (previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const [first, ...others] = definitions ?? [];
  if (!first || others.length > 0) {
    const selection = new Selection(position, position);
    await window.showTextDocument(document, { viewColumn, selection });
    if (first)
      await commands.executeCommand('editor.action.goToLocations', document.uri, position, definitions, 'peek');
    return;
  }
  const [target, selection] =
    'targetUri' in first
      ? [first.targetUri, first.targetSelectionRange ?? first.targetRange]
      : [first.uri, first.range];
  await window.showTextDocument(target, { viewColumn, selection });
}
