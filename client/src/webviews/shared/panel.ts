/** What the graph and the timeline have in common: one panel each, which remembers the brief it was opened from. */

import { commands, type ExtensionContext, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { REACHES, type Within } from '../../../../server/src/protocol/pictures';
import type { Place } from '../../../../server/src/protocol/place';

import { toRange } from '../../support/ask';
import { type PageParts, pageHtml, webviewOptions } from './webview';

export type Message = Readonly<Record<string, unknown>>;

export interface Picture extends PageParts {
  readonly command: string;
  /** Whether its page is kept while it is hidden. */
  readonly isKept: boolean;
  /** Answers a message of the page. What goes wrong is shown there. */
  readonly answer: (message: Message, panel: OpenPicture) => Promise<void>;
}

export interface OpenPicture {
  /** The brief it was opened from. */
  readonly uri: string | undefined;
  readonly post: (message: object) => void;
  /** Shows a place beside the picture. */
  readonly show: (place: Place) => Promise<void>;
}

/** Registers the command that opens the picture, and opens it again with the window. */
export function registerPicture({ extensionUri, subscriptions }: ExtensionContext, picture: Picture): void {
  const type = picture.command;
  let panel: WebviewPanel | undefined;
  let uri: string | undefined;

  const fill = (mine: WebviewPanel) => {
    panel = mine;
    const post = (message: object) => void mine.webview.postMessage(message);
    mine.onDidDispose(() => {
      if (panel === mine) panel = undefined;
    });
    mine.webview.onDidReceiveMessage((message: unknown) => {
      if (typeof message !== 'object' || message === null) return;
      const open: OpenPicture = { uri, post, show: (place) => showBeside(place, mine) };
      picture.answer(message as Message, open).catch((error: unknown) => {
        post({ kind: 'problem', words: error instanceof Error ? error.message : String(error) });
      });
    });
    mine.webview.html = pageHtml(mine.webview, extensionUri, picture);
  };
  const open = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'brief') uri = document.uri.toString();
    if (!panel) {
      const options = { ...webviewOptions(extensionUri), retainContextWhenHidden: picture.isKept };
      fill(window.createWebviewPanel(type, picture.title, ViewColumn.Beside, options));
      return;
    }
    panel.reveal();
    // It asks anew, for this brief.
    void panel.webview.postMessage({ kind: 'opened', uri, where: whereOf(uri) });
  };
  subscriptions.push(
    commands.registerCommand(picture.command, open),
    window.registerWebviewPanelSerializer(type, {
      async deserializeWebviewPanel(restored, state: unknown) {
        if (panel) return restored.dispose();
        const known = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        uri = typeof known === 'string' ? known : undefined;
        restored.webview.options = webviewOptions(extensionUri);
        fill(restored);
      },
    }),
  );
}

/** What the page asks for, as far as it can be: without a brief everything. */
export function withinOf(message: Message, uri: string | undefined): Within {
  const wanted = REACHES.find((one) => one === message.reach) ?? 'brief';
  return uri === undefined ? { reach: 'workspace' } : { reach: wanted, uri };
}

/** The names of the brief and of its folder, as people read them. */
export function whereOf(uri: string | undefined): { readonly brief: string; readonly folder: string } | undefined {
  if (uri === undefined) return undefined;
  const steps = Uri.parse(uri).path.split('/');
  return { brief: (steps.at(-1) ?? '').slice(0, 80), folder: (steps.at(-2) ?? '').slice(0, 80) };
}

/** The place of that number in a list that was sent to a page. */
export function chosenOf<T>(index: unknown, list: readonly T[] | undefined): T | undefined {
  return typeof index === 'number' && Number.isInteger(index) ? list?.[index] : undefined;
}

async function showBeside({ uri, range }: Place, panel: WebviewPanel): Promise<void> {
  const parsed = Uri.parse(uri);
  const document = await workspace.openTextDocument(parsed);
  const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn && viewColumn !== panel.viewColumn);
  const viewColumn = other?.viewColumn ?? (panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  const { start, end } = toRange(range);
  await window.showTextDocument(document, { viewColumn, selection: new Range(start, end) });
}
