/** A panel about one brief: opened beside it, it follows the active brief and is restored with the window. */

import { type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { activeBrief, isBriefFile } from '../../support/activeBrief';
import { fileNameOf } from '../../support/fileName';
import type { OpenBriefs } from '../../support/openBriefs';
import { webviewOptions } from './webview';

/** What is in a panel. */
export interface BriefPage {
  /** Shows another brief. */
  show(uri: Uri): void;
}

export interface BriefPanelDefinition {
  /** Under which VS Code restores the panel. Its page saves the state `{ uri }`. */
  readonly viewType: string;
  readonly titleOf: (uri: Uri) => string;
  /** Fills a panel. */
  readonly fill: (panel: WebviewPanel, uri: Uri) => BriefPage;
}

/** Opens the panel of the file with that URI, by default of the active brief. */
export type OpenBriefPanel = (resource?: unknown) => Promise<void>;

/** Registers a panel, restores that of the last session, and returns what opens it. */
export function registerBriefPanel(
  { extensionUri, subscriptions }: ExtensionContext,
  briefs: OpenBriefs,
  { viewType, titleOf, fill }: BriefPanelDefinition,
): OpenBriefPanel {
  let open: { readonly panel: WebviewPanel; readonly page: BriefPage; uri: Uri } | undefined;

  const setUp = (panel: WebviewPanel, uri: Uri) => {
    open = { panel, page: fill(panel, uri), uri };
    panel.onDidDispose(() => {
      if (open?.panel === panel) open = undefined;
    });
  };
  const follow = (uri: Uri | undefined) => {
    if (!open || !uri || uri.toString() === open.uri.toString()) return;
    open.uri = uri;
    open.page.show(uri);
  };

  subscriptions.push(
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor && briefs.has(editor.document) && isBriefFile(editor.document.uri)) follow(editor.document.uri);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const uri = uriOfState(state);
        if (!uri || open) return panel.dispose();
        panel.webview.options = webviewOptions(extensionUri);
        setUp(panel, uri);
      },
    }),
  );
  return async (resource) => {
    const uri = resource instanceof Uri ? resource : activeBrief()?.document.uri;
    if (!uri) return;
    if (open) {
      follow(uri);
      return open.panel.reveal(undefined, true);
    }
    const showOptions = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { ...webviewOptions(extensionUri), enableFindWidget: true };
    setUp(window.createWebviewPanel(viewType, titleOf(uri), showOptions, options), uri);
  };
}

/** The name of a brief, for the page of one without a title. */
export function briefNameOf(uri: Uri): string {
  return fileNameOf(uri).replace(/\.brief(?:\.md|\.txt)?$/, '');
}

function uriOfState(state: unknown): Uri | undefined {
  const isValid = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';
  return isValid ? Uri.parse(state.uri as string) : undefined;
}
