/**
 * The request `workspace/diagnostic`. It is held open and answered in parts, each with the files whose diagnostics are news to
 * the client: only what it was told last is kept, as one short id for each file. A client that takes no parts gets all at once.
 */
import {
  type CancellationToken,
  type Connection,
  type Disposable,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type PreviousResultId,
  ProgressType,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { FeatureContext } from '../features/feature.ts';
import { createCancelledError } from '../features/support/cancel.ts';
import { type CheckedFile, type Checker, NOTHING_FOUND, type Reporter } from './checker.ts';
import type { Spellings } from './spellings.ts';
import { mapUris } from './spellings.ts';

/** A part has at most this many diagnostics, unless a single file has more. */
const MAX_DIAGNOSTICS_PER_PART = 500;
/** What is found first is reported while the rest is checked. */
const PART_DELAY_MS = 50;

const partType = new ProgressType<WorkspaceDiagnosticReport>();

/** What requests for the diagnostics of one document say to those of the workspace. */
export interface DocumentPulls {
  begun(uri: string): void;
  /** `resultId`: of what the client got; undefined when it got nothing it shows. */
  ended(uri: string, resultId: string | undefined): void;
}

export interface WorkspacePullOptions {
  readonly connection: Pick<Connection, 'onRequest' | 'sendProgress'>;
  readonly context: Pick<FeatureContext, 'open'>;
  readonly spellings: Pick<Spellings, 'identityOf' | 'spellingOf'>;
  readonly checker: Pick<Checker, 'setReporter' | 'changed'>;
  /** Whether closed files are checked too. */
  readonly checksAll: () => boolean;
  /** Whether a closed file is checked in any case. */
  readonly isAlwaysChecked: (uri: string) => boolean;
}

/** Handles the request. Only the last one is held open. */
export function handleWorkspacePulls(options: WorkspacePullOptions): DocumentPulls {
  const { connection, context, spellings, checker, checksAll, isAlwaysChecked } = options;
  /** By URI, the number of requests for the diagnostics of that document that are being answered. */
  const pulling = new Map<string, number>();
  /** By URI, the result that the client was told last. */
  let told = new Map<string, string>();
  let endHeld: (() => void) | undefined;

  const hold = (
    { partialResultToken, previousResultIds }: WorkspaceDiagnosticParams,
    resolve: (report: WorkspaceDiagnosticReport) => void,
    isHeld: () => boolean,
  ): Reporter => {
    told = new Map(previousResultIds.map(({ uri, value }: PreviousResultId) => [uri, value]));
    const confirmed = new Map(told);
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    let size = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      clearTimeout(timer);
      timer = undefined;
      if (partialResultToken === undefined || !isHeld() || items.length === 0) return;
      void connection.sendProgress(partType, partialResultToken, mapUris({ items }, spellings.spellingOf));
      items = [];
      size = 0;
    };
    return {
      wantsAll: checksAll,
      wants: (uri) => checksAll() || isAlwaysChecked(uri),
      toldFiles: () => told.keys(),
      isNews: (uri, resultId) => !pulling.has(uri) && (told.get(uri) ?? NOTHING_FOUND.resultId) !== resultId,
      report(uri, { resultId, diagnostics, version }: CheckedFile) {
        // Closed files without diagnostics are not kept, or those that come and go would be kept for ever.
        if (resultId === NOTHING_FOUND.resultId) told.delete(uri);
        else told.set(uri, resultId);
        confirmed.delete(uri);
        items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: [...diagnostics] });
        size += diagnostics.length;
        timer ??= setTimeout(flush, PART_DELAY_MS);
        if (size >= MAX_DIAGNOSTICS_PER_PART) flush();
      },
      passEnded(isComplete) {
        if (isComplete) {
          for (const [uri, resultId] of confirmed) {
            const version = context.open(uri)?.document.version ?? null;
            items.push({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId });
          }
          confirmed.clear();
        }
        flush();
        if (isComplete && partialResultToken === undefined) resolve({ items: mapUris(items, spellings.spellingOf) });
      },
    };
  };

  connection.onRequest('workspace/diagnostic', (params: WorkspaceDiagnosticParams, token: CancellationToken) => {
    // No client receives what is sent to such a token.
    if (token.isCancellationRequested) throw createCancelledError();
    endHeld?.();
    return new Promise<WorkspaceDiagnosticReport>((resolve, reject) => {
      let cancellation: Disposable | undefined;
      const end = () => {
        cancellation?.dispose();
        if (endHeld !== endThis) return;
        endHeld = undefined;
        checker.setReporter(undefined);
      };
      const endWith = (error: ResponseError) => {
        end();
        reject(error);
      };
      const endThis = () =>
        endWith(new ResponseError(LSPErrorCodes.ServerCancelled, 'The client has made the request again.'));
      endHeld = endThis;
      cancellation = token.onCancellationRequested(() => endWith(createCancelledError()));
      const complete = (report: WorkspaceDiagnosticReport) => {
        end();
        resolve(report);
      };
      const isHeld = () => endHeld === endThis;
      checker.setReporter(hold(mapUris(params, spellings.identityOf), complete, isHeld));
    });
  });

  return {
    begun: (uri) => void pulling.set(uri, (pulling.get(uri) ?? 0) + 1),
    ended(uri, resultId) {
      const left = (pulling.get(uri) ?? 1) - 1;
      if (left > 0) pulling.set(uri, left);
      else pulling.delete(uri);
      if (resultId !== undefined) told.set(uri, resultId);
      // It was closed meanwhile, and what the client shows of it was not told of.
      else checker.changed();
    },
  };
}
