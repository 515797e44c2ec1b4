/** Asks the client to ask again, where what it shows has become something else without the document being edited. */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { VIEWS_CHANGED } from '../protocol/views.ts';

/** Lenses and views are counted anew when nobody has typed for so long: nobody reads them while typing. */
const DEBOUNCE_MS = 300;

export interface Refresher {
  /** Names, sources or settings may mean something else now: everything that depends on them is asked for again. */
  refreshAll(): void;
  /** A brief was edited or read: the lenses are asked for again if they say something else now, and so are the views. */
  refreshLenses(): void;
}

export interface RefresherOptions {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  /** Whether the client shows views. */
  readonly hasViews: boolean;
  /** What the lenses of all open documents say, to be compared with what they said before; undefined: too much for that. */
  readonly lensState: () => Promise<string | undefined>;
  /** Carries out an action a little later; of several of one name only the last one. */
  readonly schedule: (what: string, action: () => unknown) => void;
  /** For requests that fail. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

export function createRefresher(options: RefresherOptions): Refresher {
  const { connection, client, hasViews, lensState, schedule, inBackground } = options;
  let lensTimer: ReturnType<typeof setTimeout> | undefined;
  let viewTimer: ReturnType<typeof setTimeout> | undefined;
  let lastLensState: string | undefined = '';

  const requestRefresh = (what: string) =>
    schedule(what, () => inBackground('Refreshing', connection.sendRequest(`workspace/${what}/refresh`)));
  const refreshLensesIfChanged = async () => {
    const mine = lensTimer;
    const state = await lensState();
    // What has changed meanwhile is compared after the next pause.
    if (mine !== lensTimer || (state !== undefined && state === lastLensState)) return;
    lastLensState = state;
    requestRefresh('codeLens');
  };
  const scheduleViews = () => {
    if (!hasViews) return;
    clearTimeout(viewTimer);
    viewTimer = setTimeout(
      () => inBackground('Telling of changes', connection.sendNotification(VIEWS_CHANGED)),
      DEBOUNCE_MS,
    );
  };
  const scheduleLenses = () => {
    scheduleViews();
    if (!client.workspace?.codeLens?.refreshSupport) return;
    clearTimeout(lensTimer);
    lensTimer = setTimeout(() => inBackground('Comparing lenses', refreshLensesIfChanged()), DEBOUNCE_MS);
  };
  return {
    refreshAll() {
      const { diagnostics, semanticTokens, inlayHint } = client.workspace ?? {};
      if (client.textDocument?.diagnostic && diagnostics?.refreshSupport) requestRefresh('diagnostic');
      if (semanticTokens?.refreshSupport) requestRefresh('semanticTokens');
      if (inlayHint?.refreshSupport) requestRefresh('inlayHint');
      scheduleLenses();
    },
    refreshLenses: scheduleLenses,
  };
}
