/**
 * Creates the HTML of the webviews: our own markup and one of our own scripts. Files cannot inject content, and nothing
 * is loaded from elsewhere. The scripts are in the folders `page/`; only they use the DOM.
 */

import { l10n, Uri, type Webview, type WebviewOptions, type WebviewPanel } from 'vscode';
import { escapeHtml } from '../../../../server/src/protocol/html';
import { LANGUAGE } from '../../support/language';

export interface PageOptions {
  /** File name of the script in `dist/`, without `.js`. */
  readonly script: string;
  readonly title: string;
  readonly style: string;
  /** Our own markup. Data from files is sent in messages and shown as text. */
  readonly body: string;
  /** Allowed image sources, `data:` or `blob:`; none by default. */
  readonly imageSources?: string;
}

/** The options of our webviews: scripts, loaded only from `dist/`. */
export function webviewOptions(extensionUri: Uri): WebviewOptions {
  return { enableScripts: true, enableCommandUris: false, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
}

/** The HTML of a webview page with its content security policy. */
export function pageHtml(webview: Webview, extensionUri: Uri, parts: PageOptions): string {
  const nonce = createNonce();
  const script = webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', `${parts.script}.js`)).toString();
  const contentSecurityPolicy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    ...(parts.imageSources ? [`img-src ${parts.imageSources}`] : []),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(LANGUAGE)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
<style nonce="${nonce}">${parts.style}</style>
</head>
<body>
${parts.body}
<script type="application/json" id="translations">${JSON.stringify(l10n.bundle ?? {}).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>`;
}

/** Fills a panel with a page, and passes on the messages of the page that `parse` understands, until the panel is closed. */
export function fillPanel<Message>(
  panel: WebviewPanel,
  extensionUri: Uri,
  page: PageOptions,
  parse: (message: unknown) => Message | undefined,
  answer: (message: Message) => Promise<void>,
): void {
  const listener = panel.webview.onDidReceiveMessage((message: unknown) => {
    const parsed = parse(message);
    if (parsed) void answer(parsed).catch(() => {});
  });
  panel.onDidDispose(() => listener.dispose());
  panel.webview.html = pageHtml(panel.webview, extensionUri, page);
}

function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/]/g, 'x');
}
