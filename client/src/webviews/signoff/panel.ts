/** The sign-off sheet beside the brief. The server writes it; a click or Enter goes to the place in the brief. */
import { type Event, l10n, type Uri, type WebviewPanel, workspace } from 'vscode';
import { type BriefPage, briefNameOf } from '../shared/briefPanel';
import { keepUpToDate } from '../shared/livePage';
import { showBeside } from '../shared/panel';
import type { PreviewServer } from '../shared/previewServer';
import { fillPanel } from '../shared/webview';
import { type MessageFromPage, type MessageToPage, parseMessage } from './messages';
import { SHEET_BODY, SHEET_PAGE_STYLE } from './style';

/** Fills a panel with the sign-off sheet of a brief and keeps it up to date until the panel is closed. */
export function showSheet(
  panel: WebviewPanel,
  firstUri: Uri,
  extensionUri: Uri,
  server: PreviewServer,
  onReviewChange: Event<void>,
): BriefPage {
  let uri = firstUri;
  const page = keepUpToDate(panel, {
    isShown: (document) => document.uri.toString() === uri.toString(),
    changes: [server.onDidChange, onReviewChange],
    async request() {
      await workspace.openTextDocument(uri);
      return server.request('briefmark/signoffSheet', { uri: uri.toString(), name: briefNameOf(uri) });
    },
    show(sheet) {
      const message: MessageToPage = { kind: 'show', uri: uri.toString(), ...sheet };
      void panel.webview.postMessage(message);
    },
  });

  async function answer(message: MessageFromPage): Promise<void> {
    if (message.kind === 'ready') return page.ready();
    const document = await workspace.openTextDocument(uri);
    if (message.version !== document.version) return;
    const place = document.positionAt(message.offset);
    return showBeside({ uri: uri.toString(), range: { start: place, end: place } }, panel);
  }

  const content = { script: 'signoff', title: titleOf(uri), style: SHEET_PAGE_STYLE, body: SHEET_BODY };
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
  return l10n.t('Sign-off Sheet {0}', briefNameOf(uri));
}
