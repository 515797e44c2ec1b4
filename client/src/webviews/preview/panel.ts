/** The preview beside the editor. The server renders it; preview and editor scroll together. */
import {
  commands,
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
import { type BriefPage, briefNameOf } from '../shared/briefPanel';
import { keepUpToDate } from '../shared/livePage';
import type { PreviewServer } from '../shared/previewServer';
import { fillPanel } from '../shared/webview';
import { type MessageFromPage, type MessageToPage, parseMessage } from './messages';
import { PREVIEW_BODY, PREVIEW_STYLE } from './style';

/** An editor that was scrolled by the preview must not scroll the preview. */
const SCROLL_ECHO_MS = 250;

/** Fills a panel with the preview of a brief and keeps it up to date until the panel is closed. */
export function showPreview(panel: WebviewPanel, firstUri: Uri, extensionUri: Uri, server: PreviewServer): BriefPage {
  let uri = firstUri;
  let ignoreScrollUntil = 0;
  const passOverScrolls = () => {
    ignoreScrollUntil = Date.now() + SCROLL_ECHO_MS;
  };
  const isPreviewed = (document: TextDocument) => document.uri.toString() === uri.toString();
  const post = (message: MessageToPage) => void panel.webview.postMessage(message);
  const editors = () => window.visibleTextEditors.filter(({ document }) => isPreviewed(document));

  const page = keepUpToDate(panel, {
    isShown: isPreviewed,
    changes: [server.onDidChange],
    async request() {
      await workspace.openTextDocument(uri);
      return server.request('briefmark/preview', { uri: uri.toString(), name: briefNameOf(uri) });
    },
    show(preview) {
      const line = editors()[0]?.visibleRanges[0]?.start.line ?? -1;
      post({ kind: 'show', uri: uri.toString(), line, ...preview });
    },
  });

  async function answer(message: MessageFromPage): Promise<void> {
    if (message.kind === 'ready') return page.ready();
    if (message.kind === 'scrolled') return scrollEditors(message.line);
    const document = await workspace.openTextDocument(uri);
    if (message.version !== document.version) return;
    if (message.kind === 'open') {
      // What was clicked stays in view while the editor goes to another place.
      ignoreScrollUntil = Number.POSITIVE_INFINITY;
      return openDefinition(document, message.offset, panel.viewColumn).finally(passOverScrolls);
    }
    const { offset } = message;
    const card = await server.request('briefmark/previewCard', { uri: uri.toString(), offset });
    if (card) post({ kind: 'card', offset, lines: card.lines });
  }

  function scrollEditors(line: number): void {
    passOverScrolls();
    for (const editor of editors()) {
      const at = Math.min(Math.floor(line), editor.document.lineCount - 1);
      editor.revealRange(new Range(at, 0, at, 0), TextEditorRevealType.AtTop);
    }
  }

  const listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => {
    if (!range || !isPreviewed(textEditor.document) || Date.now() < ignoreScrollUntil) return;
    post({ kind: 'scroll', line: range.start.line });
  });
  panel.onDidDispose(() => listener.dispose());
  const title = l10n.t('Preview of {0}', briefNameOf(uri));
  const content = { script: 'preview', title, style: PREVIEW_STYLE, body: PREVIEW_BODY };
  fillPanel(panel, extensionUri, content, parseMessage, answer);
  return {
    show(next) {
      uri = next;
      panel.title = titleOf(uri);
      page.restart();
    },
  };
}

/** The title of the tab. */
export function titleOf(uri: Uri): string {
  return l10n.t('Preview {0}', briefNameOf(uri));
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
