/** Reads the files of the workspace folders in the background, and again when they change on disk. */
import { findFolded } from '../../base/text/foldedView.ts';
import { createYielder } from '../../features/support/yielding.ts';
import { createFileFilter, type FileFilter, withTrailingSlash } from '../../host/exclusions.ts';
import type { Host, Root } from '../../host/host.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { createDifferenceFinder, differingNames, type NameFinder } from '../../names/nameFinder.ts';
import { isProjectName, isRegistryName } from '../../protocol/fileNames.ts';
import type { FileNote } from '../../protocol/fileText.ts';
import { unpackBatch } from '../../workspace/index/packedBatch.ts';
import type { WorkspaceStore } from '../../workspace/index/workspaceStore.ts';
import type { Bibliographies } from './bibliographies.ts';
import { createClosedFiles } from './closedFiles.ts';
import { createPersistedIndex } from './persistedIndex.ts';
import type { SearchNames, WorkerPool } from './workerProtocol.ts';

/** How many files are read at the same time. */
const MAX_PARALLEL_READS = 24;
/** For fewer briefs, starting a thread costs more than it frees this one. */
const MIN_BRIEFS_FOR_WORKERS = 1_000;
/** Rescanning this many briefs waits for a pause, so that typing a name does not rescan them at every keystroke. */
const MIN_BRIEFS_TO_DEBOUNCE = 200;
const RESCAN_DEBOUNCE_MS = 300;
/** The index is stored after a pause in reading. */
const SAVE_DEBOUNCE_MS = 2_000;

export interface Indexer {
  /**
   * Reads all files in these folders and drops what an earlier call is still reading. Resolves to the number of files, and of
   * those that had changed since they were stored.
   */
  start(roots: readonly Root[]): Promise<IndexCounts>;
  /** Reads one file again, or removes it if it is gone or excluded. Does nothing for an open document. */
  refresh(uri: string): Promise<void>;
  /**
   * Looks for what has changed on disk in a folder, or in all: reads what is new or changed, and removes what is gone. Files
   * that tell nothing of themselves (`Host.stampOf`) are read again only in a folder that is named.
   */
  catchUp(folder?: string): Promise<void>;
  /** Which files are in the folders. Up to date as soon as `start` was called. */
  filter(): FileFilter;
  /** The files in the folders that are not excluded. */
  uris(): Iterable<string>;
  /** Changes whenever a file does; undefined for a file that is not in the folders. */
  versionOf(uri: string): string | undefined;
  /** Records the text that a document had when it was closed, which the facts belong to until `refresh` is done. */
  documentClosed(uri: string, text: string): void;
  /** Finds the mentions in closed briefs again, after names have changed. */
  rescanNames(): Promise<void>;
  /** The offsets at which the lines of a closed file begin, as it was read last. */
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
}

export interface IndexCounts {
  readonly total: number;
  readonly changed: number;
}

export interface IndexerOptions {
  readonly host: Host;
  /** Stores the index for the next start. */
  readonly store: IndexStore | undefined;
  /** Reads many files in other threads. */
  readonly workerPool: WorkerPool | undefined;
  readonly workspace: WorkspaceStore;
  readonly isOpen: (uri: string) => boolean;
  /** Called with the number of files read and of all files. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called with what the user has to be told of a file, and without a note when it was read without one. */
  readonly onNote: (uri: string, note: FileNote | undefined) => void;
  /** Called when definitions may have changed. */
  readonly onChange: () => void;
  /** Resolves when the findings of all closed briefs that are wanted are known. */
  readonly whenChecked: () => Promise<void>;
  /** What names bibliographies is told here, and they are read with the files that name them. */
  readonly bibliographies: Pick<Bibliographies, 'setNamed' | 'update'>;
  /** For work that nothing waits for. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

const NO_FILES: IndexCounts = { total: 0, changed: 0 };

export function createIndexer(options: IndexerOptions): Indexer {
  const { host, store, workerPool, workspace, isOpen, onProgress, onNote, onChange, bibliographies, inBackground } =
    options;
  const persisted = store && createPersistedIndex(store, host.stampOf);
  const files = createClosedFiles(workspace, isOpen, bibliographies.setNamed);
  let roots: readonly Root[] = [];
  let filter: FileFilter = { isInside: () => true, isIncluded: () => false, isRead: () => true };
  /** By URI, the stamp taken before the file was read last. */
  const stamps = new Map<string, string>();
  /** By URI, the number of the last `refresh`: what was read before it is older. */
  const lastRefresh = new Map<string, number>();
  let refreshCount = 0;
  let currentRun = 0;
  let isRescanning = false;
  /** Whether names have changed during a rescan. */
  let needsRescan = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;

  const recordFile = (uri: string, stamp: string | undefined) => {
    if (stamp === undefined) stamps.delete(uri);
    else stamps.set(uri, stamp);
    persisted?.markDirty(uri);
  };
  const removeFile = (uri: string): boolean => {
    if (!isOpen(uri)) recordFile(uri, undefined);
    return files.remove(uri);
  };

  /** Nothing is stored while the folders are read: half of it would be written twice. */
  const scheduleSave = () => {
    clearTimeout(saveTimer);
    if (!persisted || isReading) return;
    saveTimer = setTimeout(() => inBackground('Storing the index', saveIndex()), SAVE_DEBOUNCE_MS);
  };
  const saveIndex = async () => {
    if (!store || !persisted) return;
    const names = store.digest(workspace.serializedNames());
    await persisted.save(
      files.uris(),
      names,
      workspace.strings,
      (uri) => stamps.get(uri),
      files.packedOf,
      files.registryOf,
    );
  };

  /** Adds the stored ones of these registries. Returns the others. */
  const takePersistedRegistries = async (
    uris: readonly string[],
    isCurrent: () => boolean,
  ): Promise<readonly string[]> => {
    const left = new Set(uris);
    const yieldIfDue = createYielder();
    for (const file of persisted?.takeUnchangedRegistries() ?? []) {
      if (left.delete(file.uri)) {
        stamps.set(file.uri, file.stamp);
        await files.addStoredRegistry(file, yieldIfDue);
      }
      if (!isCurrent()) break;
    }
    return [...left];
  };

  /** Adds the stored ones of these briefs. Returns the others. */
  const takePersistedBriefs = async (uris: readonly string[], isCurrent: () => boolean): Promise<readonly string[]> => {
    if (!store || !persisted) return uris;
    const left = new Set(uris);
    const finder = workspace.scopeOf('').findNames;
    const yieldIfDue = createYielder();
    for (const file of persisted.takeUnchangedBriefs(store.digest(workspace.serializedNames()), workspace.strings)) {
      if (left.delete(file.uri)) {
        stamps.set(file.uri, file.stamp);
        files.addPacked(file, finder);
      }
      await yieldIfDue();
      if (!isCurrent()) break;
    }
    return [...left];
  };

  /**
   * Reads briefs, in other threads where there are many. With `before`, the finder of their mentions, those that contain none
   * of the names changed since are confirmed and not read again.
   */
  const readBriefs = async (
    uris: readonly string[],
    isCurrent: () => boolean,
    onSlice: (done: number) => void,
    before?: NameFinder,
  ) => {
    const isLocal = (uri: string) => uri.startsWith('file:');
    const forWorkers = workerPool && uris.length >= MIN_BRIEFS_FOR_WORKERS ? uris.filter(isLocal) : [];
    let done = 0;
    let left = forWorkers.length > 0 ? uris.filter((uri) => !isLocal(uri)) : uris;
    if (workerPool && forWorkers.length > 0) {
      const refreshesBefore = refreshCount;
      const { findNames } = workspace.scopeOf('');
      const changed = before && differingNames(before, findNames);
      const names: SearchNames = {
        names: workspace.serializedNames(),
        changedNames: changed && JSON.stringify(changed),
      };
      for await (const read of workerPool.readBriefs(forWorkers, names)) {
        if (!isCurrent()) return;
        for (const uri of read.unchanged) {
          done++;
          if (isOpen(uri) || (lastRefresh.get(uri) ?? 0) > refreshesBefore) continue;
          if (workspace.confirmMentions(uri, before!, findNames)) persisted?.markDirty(uri);
        }
        left = left.concat(read.unread);
        const yieldIfDue = createYielder();
        for (const file of read.batch ? unpackBatch(read.batch, workspace.strings, read.stringNumbers) : []) {
          done++;
          if ((lastRefresh.get(file.uri) ?? 0) > refreshesBefore) continue;
          recordFile(file.uri, file.stamp || undefined);
          files.addPacked(file, findNames);
          await yieldIfDue();
          if (!isCurrent()) return;
        }
        onSlice(done);
      }
    }
    await readAll(left, isCurrent, (more) => onSlice(done + more), before);
  };

  /** Whether the mentions in a brief, found with `before`, are the same with the current names; if so, records that. */
  const hasSameMentions = (uri: string, text: string, before: NameFinder): boolean => {
    const { findNames } = workspace.scopeOf(uri);
    const difference = createDifferenceFinder(before, findNames);
    if (!difference || findFolded(text, [], difference).length > 0) return false;
    if (!workspace.confirmMentions(uri, before, findNames)) return false;
    persisted?.markDirty(uri);
    return true;
  };

  const readAll = async (
    uris: readonly string[],
    isCurrent: () => boolean,
    onSlice: (done: number) => void,
    before?: NameFinder,
  ) => {
    for (let at = 0; at < uris.length && isCurrent(); at += MAX_PARALLEL_READS) {
      const slice = uris.slice(at, at + MAX_PARALLEL_READS);
      const stampsBefore = slice.map(host.stampOf);
      const refreshesBefore = refreshCount;
      const texts = await Promise.all(slice.map((uri) => host.read(uri)));
      if (!isCurrent()) return;
      const yieldIfDue = createYielder();
      for (const [index, uri] of slice.entries()) {
        const { text, note } = texts[index]!;
        onNote(uri, note);
        if (text === undefined) removeFile(uri);
        else if (!before || !hasSameMentions(uri, text, before)) {
          recordFile(uri, stampsBefore[index]);
          await files.add(uri, text, () => isCurrent() && (lastRefresh.get(uri) ?? 0) <= refreshesBefore, yieldIfDue);
        }
        await yieldIfDue();
        if (!isCurrent()) return;
      }
      onSlice(Math.min(at + MAX_PARALLEL_READS, uris.length));
    }
  };

  /** Like `Indexer.start`; resolves to no files when another run has begun. */
  const readFolders = async (isCurrent: () => boolean): Promise<IndexCounts> => {
    files.holdRegistries();
    const refreshesBefore = refreshCount;
    const [listed, storedCount = 0] = await Promise.all([host.list(roots), persisted?.load()]);
    if (!isCurrent()) return NO_FILES;
    for (const { uri, note } of listed.passedOver) onNote(uri, note);
    // What was created while the folders were being listed may be missing in the list.
    const isNew = (uri: string) => (lastRefresh.get(uri) ?? 0) > refreshesBefore && filter.isRead(uri);
    const found = [...new Set([...listed.uris, ...[...files.uris()].filter(isNew)])];
    const unread = found.length - storedCount;
    if (unread >= MIN_BRIEFS_FOR_WORKERS) workerPool?.prepare(unread);
    for (const uri of files.setFiles(found)) removeFile(uri);
    // Registries first: a brief that is read before all names are known has to be read again.
    const definesSources = (uri: string) => isRegistryName(uri) || isProjectName(uri);
    const registries = found.filter(definesSources);
    const briefs = found.filter((uri) => !definesSources(uri));
    const unreadRegistries = await takePersistedRegistries(registries, isCurrent);
    await readAll(unreadRegistries, isCurrent, (done) => onProgress(done, found.length));
    // Without them, the sources of open briefs would be reported as unknown for a moment.
    await bibliographies.update();
    if (!isCurrent()) return NO_FILES;
    files.releaseRegistries();
    onChange();
    const left = await takePersistedBriefs(briefs, isCurrent);
    await readBriefs(left, isCurrent, (done) => onProgress(found.length - left.length + done, found.length));
    await bibliographies.update();
    return { total: found.length, changed: unreadRegistries.length + left.length };
  };

  const refresh = async (uri: string) => {
    const number = ++refreshCount;
    lastRefresh.set(uri, number);
    recordFile(uri, host.stampOf(uri));
    const { text, note } = filter.isRead(uri) ? await host.read(uri) : { text: undefined };
    onNote(uri, note);
    const isLatest = () => lastRefresh.get(uri) === number;
    if (text === undefined ? removeFile(uri) : await files.add(uri, text, isLatest, createYielder())) onChange();
    await bibliographies.update();
    scheduleSave();
  };

  return {
    async start(given) {
      roots = given;
      filter = createFileFilter(roots);
      const run = ++currentRun;
      const isCurrent = () => run === currentRun;
      isReading = true;
      clearTimeout(saveTimer);
      try {
        return await readFolders(isCurrent);
      } finally {
        if (isCurrent()) {
          isReading = false;
          files.releaseRegistries();
        }
        scheduleSave();
      }
    },
    refresh,
    async catchUp(folder) {
      const run = currentRun;
      const { uris, passedOver } = await host.list(
        folder === undefined ? roots : [{ uri: folder, exclude: [], include: ['**'] }],
      );
      if (run !== currentRun) return;
      for (const { uri, note } of passedOver) if (folder === undefined || filter.isInside(uri)) onNote(uri, note);
      const found = new Set(uris.filter(filter.isRead));
      const isBelow = (uri: string) => folder === undefined || uri.startsWith(withTrailingSlash(folder));
      const isChanged = (uri: string) => {
        const stamp = host.stampOf(uri);
        return !files.has(uri) || (stamp === undefined ? folder !== undefined : stamp !== stamps.get(uri));
      };
      const yieldIfDue = createYielder();
      for (const uri of new Set([...files.uris(), ...found])) {
        if (!isOpen(uri) && (found.has(uri) ? isChanged(uri) : isBelow(uri))) await refresh(uri);
        await yieldIfDue();
      }
    },
    filter: () => filter,
    uris: files.uris,
    versionOf: (uri) => (files.has(uri) ? `${stamps.get(uri)} ${lastRefresh.get(uri)}` : undefined),
    documentClosed: files.documentClosed,
    async rescanNames() {
      needsRescan = true;
      if (isRescanning) return;
      isRescanning = true;
      try {
        while (needsRescan) {
          needsRescan = false;
          const run = currentRun;
          const isCurrent = () => run === currentRun && !needsRescan;
          const count = totalLength(workspace.outdatedBriefs());
          if (count >= MIN_BRIEFS_TO_DEBOUNCE) await new Promise((resolve) => setTimeout(resolve, RESCAN_DEBOUNCE_MS));
          // Both would share this thread, and the findings, which do not depend on what is found here, would come later.
          if (count < MIN_BRIEFS_FOR_WORKERS) await options.whenChecked();
          for (const [finder, uris] of workspace.outdatedBriefs())
            if (isCurrent()) await readBriefs(uris, isCurrent, () => {}, finder);
        }
      } finally {
        isRescanning = false;
        scheduleSave();
      }
    },
    lineStartsOf: files.lineStartsOf,
  };
}

function totalLength(lists: ReadonlyMap<unknown, readonly unknown[]>): number {
  return [...lists.values()].reduce((sum, { length }) => sum + length, 0);
}
