/** Shared by the graph and the timeline: one panel each, which remembers the brief it was opened from. */

import { type ExtensionContext, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { Location } from '../../../../server/src/protocol/location';
import { type PictureRange, RANGE_KINDS } from '../../../../server/src/protocol/pictures';
import { toRange } from '../../support/ask';
import type { OpenBriefs } from '../../support/openBriefs';
import { type PageOptions, pageHtml, webviewOptions } from './webview';

export type PageMessage = Readonly<Record<string, unknown>>;

export interface PictureDefinition extends PageOptions {
  /** The view type under which VS Code restores the panel: the id of the command that opens it. */
  readonly type: string;
  /** Whether the page stays loaded while hidden. */
  readonly retainsContext: boolean;
  /** Handles a message from the page. Errors are shown on the page. */
  readonly answer: (message: PageMessage, panel: PicturePanel) => Promise<void>;
}

export interface PicturePanel {
  /** The brief it was opened from. */
  readonly uri: string | undefined;
  readonly post: (message: object) => void;
  /** Opens a location beside the picture. */
  readonly show: (location: Location) => Promise<void>;
}

export interface Picture {
  /** Opens the picture, or updates it for the active brief. */
  open(): void;
}

/** Registers a picture, restores it with the window, and returns the functions of its commands. */
export function registerPicture(
  { extensionUri, subscriptions }: ExtensionContext,
  briefs: OpenBriefs,
  picture: PictureDefinition,
): Picture {
  const { type } = picture;
  let panel: WebviewPanel | undefined;
  let uri: string | undefined;

  const setUp = (newPanel: WebviewPanel) => {
    panel = newPanel;
    const post = (message: object) => void newPanel.webview.postMessage(message);
    newPanel.onDidDispose(() => {
      if (panel === newPanel) panel = undefined;
    });
    newPanel.webview.onDidReceiveMessage((message: unknown) => {
      if (typeof message !== 'object' || message === null) return;
      const openPanel: PicturePanel = { uri, post, show: (location) => showBeside(location, newPanel) };
      picture.answer(message as PageMessage, openPanel).catch((error: unknown) => {
        post({ kind: 'problem', text: error instanceof Error ? error.message : String(error) });
      });
    });
    newPanel.webview.html = pageHtml(newPanel.webview, extensionUri, picture);
  };
  const open = () => {
    const document = window.activeTextEditor?.document;
    if (document && briefs.has(document)) uri = document.uri.toString();
    if (!panel) {
      const options = { ...webviewOptions(extensionUri), retainContextWhenHidden: picture.retainsContext };
      setUp(window.createWebviewPanel(type, picture.title, ViewColumn.Beside, options));
      return;
    }
    panel.reveal();
    // The page then requests the data for this brief.
    void panel.webview.postMessage({ kind: 'opened', uri, where: displayNamesOf(uri) });
  };
  subscriptions.push(
    window.registerWebviewPanelSerializer(type, {
      async deserializeWebviewPanel(restored, state: unknown) {
        if (panel) return restored.dispose();
        const savedUri = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        uri = typeof savedUri === 'string' ? savedUri : undefined;
        restored.webview.options = webviewOptions(extensionUri);
        setUp(restored);
      },
    }),
  );
  return { open };
}

/** The range that the page requests; without a brief, always the whole workspace. */
export function pictureRangeOf(message: PageMessage, uri: string | undefined): PictureRange {
  const requested = RANGE_KINDS.find((one) => one === message.rangeKind) ?? 'brief';
  return uri === undefined ? { rangeKind: 'workspace' } : { rangeKind: requested, uri };
}

/** The display names of the brief and its folder. */
export function displayNamesOf(
  uri: string | undefined,
): { readonly brief: string; readonly folder: string } | undefined {
  if (uri === undefined) return undefined;
  const segments = Uri.parse(uri).path.split('/');
  return { brief: (segments.at(-1) ?? '').slice(0, 80), folder: (segments.at(-2) ?? '').slice(0, 80) };
}

/** The item at an index from a page message; undefined if the index is invalid. */
export function itemAt<T>(index: unknown, list: readonly T[] | undefined): T | undefined {
  return typeof index === 'number' && Number.isInteger(index) ? list?.[index] : undefined;
}

/** Opens a location in an editor beside the panel, and goes there. */
export async function showBeside({ uri, range }: Location, panel: WebviewPanel): Promise<void> {
  const parsed = Uri.parse(uri);
  const document = await workspace.openTextDocument(parsed);
  const otherEditor = window.visibleTextEditors.find(({ viewColumn }) => viewColumn && viewColumn !== panel.viewColumn);
  const viewColumn =
    otherEditor?.viewColumn ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  const { start, end } = toRange(range);
  await window.showTextDocument(document, { viewColumn, selection: new Range(start, end) });
}
