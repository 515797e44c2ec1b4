/**
 * Checks files in the background: all of them while the client holds a request for the diagnostics of the workspace and
 * wants those of closed files, else the briefs that a view has asked for. Of each file only a few numbers are kept. A pass
 * begins after a pause and ends when something changes.
 */
import { CancellationToken, type Diagnostic } from 'vscode-languageserver';
import { hashText } from '../base/memo/hash.ts';
import { hashCitedEntries, hashNamedEntities } from '../features/diagnostics/citedEntries.ts';
import { closedFindings, currentFindings } from '../features/diagnostics/diagnostics.ts';
import type { FeatureContext } from '../features/feature.ts';
import type { Revision } from '../features/revision.ts';
import { withCancellation } from '../features/support/cancel.ts';
import { countOtherProblems } from '../features/views/standing.ts';
import type { CheckSummary } from '../protocol/views.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { ErrorPolicy } from './requests.ts';

/** A pass waits for a pause of this length, so that typing in a registry does not check every brief at every keystroke. */
const DEBOUNCE_MS = 150;
/** Of a pause in typing. */
const EDIT_DEBOUNCE_MS = 500;
/** How many files are read at the same time. */
const MAX_PARALLEL_READS = 24;

/** The diagnostics of a file. */
export interface CheckedFile {
  /** The same for two results if and only if the client shows the same for both. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Of an open document. */
  readonly version: number | null;
}

/** Without diagnostics. */
export const NOTHING_FOUND: CheckedFile = { resultId: '0', diagnostics: [], version: null };

/** Who is told of diagnostics: the request for those of the workspace. */
export interface Reporter {
  /** Whether every file is wanted, or only those that are open and were told of before. */
  readonly wantsAll: () => boolean;
  /** Whether the findings of a closed file are wanted. */
  readonly wants: (uri: string) => boolean;
  /** The files that were told of. */
  readonly toldFiles: () => Iterable<string>;
  /** Whether the client has to be told of this result. */
  readonly isNews: (uri: string, resultId: string) => boolean;
  readonly report: (uri: string, file: CheckedFile) => void;
  /** A pass has ended; `isComplete` if every file was checked. */
  readonly passEnded: (isComplete: boolean) => void;
}

export interface Checker {
  /** Something that findings may depend on has changed. */
  changed(): void;
  /** An open document was edited. Of closed files only the registries depend on it, and they wait for a pause in typing. */
  edited(): void;
  /** See `FeatureContext`. */
  readonly problemsIn: FeatureContext['problemsIn'];
  readonly checkSoon: FeatureContext['checkSoon'];
  readonly checkAll: FeatureContext['checkAll'];
  /** Resolves when no pass runs or waits for its pause. */
  whenIdle(): Promise<void>;
  /** Replaces who is told. */
  setReporter(reporter: Reporter | undefined): void;
}

export interface CheckerOptions {
  readonly context: FeatureContext;
  /** All files of the workspace folders. */
  readonly files: () => Iterable<string>;
  /** Anything that changes when a closed file does; a registry's own value is another matter. */
  readonly versionOf: (uri: string) => unknown;
  /** The diagnostics of an open document; undefined when it is not open. */
  readonly checkOpen: (uri: string, request: FeatureContext) => Promise<CheckedFile | undefined>;
  /** Numbers of `problemsIn` have changed. */
  readonly onNumbersChanged: () => void;
  readonly errors: ErrorPolicy;
}

/** A file that has to be checked. */
interface Due {
  readonly uri: string;
  readonly version: unknown;
}

/** What is kept of a closed file. */
interface Kept {
  readonly revision: Revision;
  readonly version: unknown;
  readonly resultId: string;
  readonly errors: number;
  readonly warnings: number;
  /** See `hashCitedEntries` and `hashNamedEntities`; undefined of a registry. */
  readonly citedEntries: number | undefined;
  readonly namedEntities: number | undefined;
  /** The ids of entities that its findings are about. */
  readonly suspected: readonly string[];
  /** See `FeatureContext.problemsIn`. */
  readonly problems: number;
}

export function createChecker(options: CheckerOptions): Checker {
  const { context, files, versionOf, checkOpen, onNumbersChanged, errors } = options;
  const kept = new Map<string, Kept>();
  /** Briefs that a view shows, until they are checked. */
  const wanted = new Set<string>();
  let reporter: Reporter | undefined;
  /** Who waits until all files are checked. */
  const waiting: (() => void)[] = [];
  const waitingForIdle: (() => void)[] = [];
  let changes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let editTimer: ReturnType<typeof setTimeout> | undefined;
  let haveNumbersChanged = false;
  let isRunning = false;
  /** Whether another pass has to follow. */
  let isPending = false;

  /** What the findings of a closed file depend on besides its revision. Whether an entry is cited depends on all briefs. */
  const stateOf = (uri: string): unknown => (context.workspace.registries.has(uri) ? changes : versionOf(uri));
  const isCurrent = (uri: string, { revision, version }: Kept) =>
    revision === context.revisionOf(uri) && version === stateOf(uri);
  const isDue = (uri: string): boolean => {
    if (context.open(uri)) {
      wanted.delete(uri);
      return reporter !== undefined;
    }
    const last = kept.get(uri);
    if (!last || !isCurrent(uri, last)) return true;
    wanted.delete(uri);
    return reporter?.wants(uri) === true && reporter.isNews(uri, last.resultId);
  };

  function* filesToCheck(): Generator<string> {
    const isAll = waiting.length > 0 || reporter?.wantsAll();
    const named = isAll ? [] : [...files()].filter((uri) => reporter?.wants(uri));
    yield* new Set([...(isAll ? files() : [...wanted, ...named]), ...(reporter?.toldFiles() ?? [])]);
  }

  /** `version`: from before `text` was read. */
  const check = async (
    { uri, version }: Due,
    text: string | undefined,
    request: FeatureContext,
    isLatest: () => boolean,
  ) => {
    if (context.open(uri)) {
      const file = await checkOpen(uri, request);
      if (file && reporter?.isNews(uri, file.resultId)) reporter.report(uri, file);
      return;
    }
    const revision = context.revisionOf(uri);
    const isGone = text === undefined && !context.workspace.registries.has(uri);
    const found = isGone ? undefined : await closedFindings(uri, text ?? '', request);
    if (!isLatest() || context.open(uri)) return;
    const file = found && found.diagnostics.length > 0 ? toCheckedFile(found.diagnostics) : NOTHING_FOUND;
    const problems = found && countOtherProblems(found.findings);
    haveNumbersChanged ||= kept.get(uri)?.problems !== problems;
    if (found && problems !== undefined) {
      const facts = context.workspace.factsOf(uri);
      const citedEntries = facts && hashCitedEntries(facts, revision.scope);
      const suspected = entitiesOf(found.findings);
      const namedEntities = facts && hashNamedEntities(facts, revision.scope, suspected);
      kept.set(uri, {
        revision,
        version,
        resultId: file.resultId,
        citedEntries,
        namedEntities,
        suspected,
        problems,
        ...countSevere(found.findings),
      });
    } else kept.delete(uri);
    wanted.delete(uri);
    const shown = reporter?.wants(uri) ? file : NOTHING_FOUND;
    if (reporter?.isNews(uri, shown.resultId)) reporter.report(uri, shown);
  };

  /** Why a file may have other findings than when it was checked last, as far as that is known without reading its text. */
  const concernOf = (uri: string): 'changed' | 'registry' | 'named' | 'none' => {
    if (context.workspace.registries.has(uri)) return 'registry';
    const last = kept.get(uri);
    const facts = last && !context.open(uri) && context.workspace.factsOf(uri);
    if (!last || !facts) return 'none';
    if (last.version !== stateOf(uri)) return 'changed';
    const revision = context.revisionOf(uri);
    if (revision === last.revision) return 'none';
    if (hashCitedEntries(facts, revision.scope) !== last.citedEntries) return 'changed';
    return hashNamedEntities(facts, revision.scope, last.suspected) === last.namedEntities ? 'none' : 'named';
  };
  /** Briefs that have changed, or an entry that they cite or tag, come first: there may be thousands of others. */
  const mostConcernedFirst = async (uris: Iterable<string>, request: FeatureContext): Promise<string[]> => {
    const files: Record<ReturnType<typeof concernOf>, string[]> = { changed: [], registry: [], named: [], none: [] };
    for (const uri of uris) {
      await request.yieldIfDue();
      files[concernOf(uri)].push(uri);
    }
    return [...files.changed, ...files.registry, ...files.named, ...files.none];
  };

  /** Checks what is due. Resolves to whether it came to the end. */
  const pass = async (isLatest: () => boolean): Promise<boolean> => {
    const request = withCancellation(context, CancellationToken.None);
    const readIfClosed = ({ uri }: Due) =>
      context.open(uri) || context.workspace.registries.has(uri) ? undefined : context.read(uri);
    await context.whenIndexed();
    let due: Due[] = [];
    const checkDue = async () => {
      const texts = await Promise.all(due.map(readIfClosed));
      for (const [index, file] of due.entries()) {
        await request.yieldIfDue();
        if (!isLatest()) return;
        await check(file, texts[index], request, isLatest);
      }
      due = [];
    };
    forgetGone();
    for (const uri of await mostConcernedFirst(filesToCheck(), request)) {
      await request.yieldIfDue();
      if (!isLatest()) return false;
      if (isToClear(uri)) reporter?.report(uri, NOTHING_FOUND);
      else if (isDue(uri)) due.push({ uri, version: stateOf(uri) });
      if (due.length >= MAX_PARALLEL_READS) await checkDue();
    }
    await checkDue();
    return isLatest();
  };

  /** Whether the client shows diagnostics of a closed file that are not wanted, or of one that is gone. */
  const isToClear = (uri: string): boolean => {
    if (!reporter?.isNews(uri, NOTHING_FOUND.resultId) || context.open(uri)) return false;
    return !reporter.wants(uri) || versionOf(uri) === undefined;
  };
  const forgetGone = () => {
    for (const uri of kept.keys()) if (versionOf(uri) === undefined) kept.delete(uri);
  };

  const isIdle = () => !isRunning && timer === undefined;
  const resolveIfIdle = () => {
    if (isIdle()) for (const resolve of waitingForIdle.splice(0)) resolve();
  };

  const runPass = async () => {
    timer = undefined;
    isPending = isRunning;
    if (isRunning) return;
    isRunning = true;
    const started = changes;
    let isComplete = false;
    try {
      isComplete = await pass(() => started === changes);
    } finally {
      isRunning = false;
      reporter?.passEnded(isComplete);
      if (isComplete) for (const resolve of waiting.splice(0)) resolve();
      if (haveNumbersChanged) onNumbersChanged();
      haveNumbersChanged = false;
      if (isPending) schedule();
      resolveIfIdle();
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = undefined;
    if (reporter || wanted.size > 0 || waiting.length > 0)
      timer = setTimeout(() => errors.inBackground('Checking files', runPass()), DEBOUNCE_MS);
    resolveIfIdle();
  };
  const changed = () => {
    changes++;
    schedule();
  };

  const checkAll = async (): Promise<CheckSummary> => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      schedule();
    });
    const request = withCancellation(context, CancellationToken.None);
    let [checked, errorCount, warningCount] = [0, 0, 0];
    for (const uri of files()) {
      await request.yieldIfDue();
      const open = context.open(uri) && (await currentFindings(uri, request));
      const counts = open ? countSevere(open.findings) : kept.get(uri);
      if (!counts) continue;
      checked++;
      errorCount += counts.errors;
      warningCount += counts.warnings;
    }
    return { files: checked, errors: errorCount, warnings: warningCount };
  };

  return {
    checkAll,
    whenIdle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => waitingForIdle.push(resolve))),
    changed,
    edited() {
      clearTimeout(editTimer);
      editTimer = setTimeout(changed, EDIT_DEBOUNCE_MS);
    },
    problemsIn: (uri) => kept.get(uri)?.problems,
    checkSoon(uri) {
      const last = kept.get(uri);
      if (wanted.has(uri) || context.open(uri) || (last && isCurrent(uri, last))) return;
      wanted.add(uri);
      schedule();
    },
    setReporter(next) {
      reporter = next;
      changed();
    },
  };
}

function countSevere(findings: readonly Finding[]): { errors: number; warnings: number } {
  const count = (wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning') };
}

/** The ids of the entities that findings are about. */
function entitiesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap(({ data }) => (Array.isArray(data?.ids) ? data.ids.map(String) : [])))];
}

function toCheckedFile(diagnostics: readonly Diagnostic[]): CheckedFile {
  const json = JSON.stringify(diagnostics);
  return { resultId: `${hashText(json).toString(36)}.${json.length}`, diagnostics, version: null };
}
