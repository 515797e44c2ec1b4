/** Sends refresh requests when what the client shows may have changed without an edit of that document. */
import type { Connection } from 'vscode-languageserver';
import { lensFingerprint } from '../features/annotations/codeLens.ts';
import type { FeatureContext, OpenFile } from '../features/feature.ts';
import type { Revision } from '../features/revision.ts';
import { createYielder } from '../features/support/yielding.ts';
import { VIEWS_CHANGED } from '../protocol/views.ts';
import type { ErrorPolicy } from './requests.ts';
import type { Schedule } from './scheduler.ts';

/** Code lenses and views are refreshed after a pause in typing, since they are not read while the user types. */
const DEBOUNCE_MS = 300;

export interface Refresher {
  /** The revision of an open document may have changed: refreshes everything that depends on it. */
  refreshAll(): void;
  /** A brief was edited or read: refreshes the views, and the code lenses if they have changed. */
  refreshUses(): void;
  /** Only what views show has changed. */
  refreshViews(): void;
}

export interface RefresherOptions {
  readonly connection: Pick<Connection, 'sendRequest' | 'sendNotification'>;
  readonly context: FeatureContext;
  /** Whether the client shows views. */
  readonly hasViews: boolean;
  readonly documents: () => Iterable<OpenFile>;
  readonly errors: ErrorPolicy;
  readonly schedule: Schedule;
}

/** What the code lenses of all open documents depend on. */
interface LensState {
  readonly revisions: readonly Revision[];
  /** The uses in briefs that the lenses show; undefined when there are too many lenses to compare. */
  readonly uses: string | undefined;
}

export function createRefresher(options: RefresherOptions): Refresher {
  const { connection, context, hasViews, documents, errors, schedule } = options;
  const { workspace, textDocument } = context.client;
  let lensTimer: ReturnType<typeof setTimeout> | undefined;
  let viewTimer: ReturnType<typeof setTimeout> | undefined;
  let lastLensState: LensState = { revisions: [], uses: '' };

  const requestRefresh = (what: string) =>
    schedule(what, () => errors.inBackground('Refreshing', connection.sendRequest(`workspace/${what}/refresh`)));
  const lensState = async (): Promise<LensState> => {
    const yieldIfDue = createYielder();
    const revisions: Revision[] = [];
    let uses: string | undefined = '';
    for (const file of documents()) {
      const revision = context.revisionOf(file.document.uri);
      revisions.push(revision);
      if (uses === undefined || !revision.display.codeLens.enabled) continue;
      const fingerprint = await lensFingerprint({ workspace: context.workspace, yieldIfDue }, file);
      uses = fingerprint && `${uses}${fingerprint}\n\n`;
    }
    return { revisions, uses };
  };
  const refreshLensesIfChanged = async () => {
    const timer = lensTimer;
    const state = await lensState();
    // A change that arrives during the comparison is compared after the next pause.
    if (timer !== lensTimer || isSameState(state, lastLensState)) return;
    lastLensState = state;
    requestRefresh('codeLens');
  };
  const refreshViews = () => {
    if (!hasViews) return;
    clearTimeout(viewTimer);
    viewTimer = setTimeout(
      () => errors.inBackground('Notifying views', connection.sendNotification(VIEWS_CHANGED)),
      DEBOUNCE_MS,
    );
  };
  const refreshUses = () => {
    refreshViews();
    if (workspace?.codeLens?.refreshSupport) {
      clearTimeout(lensTimer);
      lensTimer = setTimeout(() => errors.inBackground('Comparing lenses', refreshLensesIfChanged()), DEBOUNCE_MS);
    }
  };
  return {
    refreshAll() {
      if (textDocument?.diagnostic && workspace?.diagnostics?.refreshSupport) requestRefresh('diagnostic');
      if (workspace?.semanticTokens?.refreshSupport) requestRefresh('semanticTokens');
      if (workspace?.inlayHint?.refreshSupport) requestRefresh('inlayHint');
      refreshUses();
    },
    refreshUses,
    refreshViews,
  };
}

function isSameState(a: LensState, b: LensState): boolean {
  return (
    a.uses !== undefined &&
    a.uses === b.uses &&
    a.revisions.length === b.revisions.length &&
    a.revisions.every((revision, index) => revision === b.revisions[index])
  );
}
