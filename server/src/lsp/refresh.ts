/** Asks the client to ask again, where what it shows has become something else without the document being edited. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { VIEWS_CHANGED } from '../protocol/views.ts';

/** Lenses and views are counted anew when nobody has typed for so long: nobody reads them while typing. */
const PAUSE_MS = 300;

export interface Refresher {
  /** Names, sources or settings may mean something else now: everything that depends on them is asked for again. */
  everything(): void;
  /** A brief was edited or read: the lenses are asked for again if they say something else now, and so are the views. */
  lenses(): void;
}

export interface RefresherOptions {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  /** Whether the client shows views. */
  readonly hasViews: boolean;
  /** What the lenses of all open documents say, to be compared with what they said before; undefined: too much for that. */
  readonly lensState: () => Promise<string | undefined>;
  /** Carries out an action a little later; of several of one name only the last one. */
  readonly soon: (what: string, action: () => unknown) => void;
  /** For requests that fail. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

export function createRefresher(options: RefresherOptions): Refresher {
  const { connection, client, hasViews, lensState, soon, inBackground } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let viewTimer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | undefined = '';

  const refresh = (what: string) =>
    soon(what, () => inBackground('Refreshing', connection.sendRequest(`workspace/${what}/refresh`)));
  const refreshLenses = async () => {
    const mine = timer;
    const state = await lensState();
    // What has changed meanwhile is compared after the next pause.
    if (mine !== timer || (state !== undefined && state === shown)) return;
    shown = state;
    refresh('codeLens');
  };
  const views = () => {
    if (!hasViews) return;
    clearTimeout(viewTimer);
    viewTimer = setTimeout(
      () => inBackground('Telling of changes', connection.sendNotification(VIEWS_CHANGED)),
      PAUSE_MS,
    );
  };
  const lenses = () => {
    views();
    if (!client.workspace?.codeLens?.refreshSupport) return;
    clearTimeout(timer);
    timer = setTimeout(() => inBackground('Comparing lenses', refreshLenses()), PAUSE_MS);
  };
  return {
    everything() {
      const { diagnostics, semanticTokens, inlayHint } = client.workspace ?? {};
      if (client.textDocument?.diagnostic && diagnostics?.refreshSupport) refresh('diagnostic');
      if (semanticTokens?.refreshSupport) refresh('semanticTokens');
      if (inlayHint?.refreshSupport) refresh('inlayHint');
      lenses();
    },
    lenses,
  };
}
