/** Reads the files of the workspace folders in the background, and again when they change on disk. */
import { createYielder } from '../../features/support/yielding.ts';
import { createInclusionFilter } from '../../host/exclusions.ts';
import type { Host, Root } from '../../host/host.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { createDifferenceFinder, differingNames, type NameFinder } from '../../names/nameFinder.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import { unpackBatch } from '../../workspace/index/packedBatch.ts';
import type { WorkspaceStore } from '../../workspace/index/workspaceStore.ts';
import { createClosedFiles } from './closedFiles.ts';
import { createPersistedIndex } from './persistedIndex.ts';
import type { SearchNames, WorkerPool } from './workerProtocol.ts';

/** How many files are read at the same time. */
const MAX_PARALLEL_READS = 24;
/** Starting threads does not pay for fewer briefs. */
const MIN_BRIEFS_FOR_WORKERS = 1_500;
/** Rescanning this many briefs waits for a pause, so that typing a name does not rescan them at every keystroke. */
const MIN_BRIEFS_TO_DEBOUNCE = 200;
const RESCAN_DEBOUNCE_MS = 300;
/** The index is stored after a pause in reading. */
const SAVE_DEBOUNCE_MS = 2_000;

export interface Indexer {
  /** Reads all files in these folders and drops what an earlier call is still reading. Resolves to the number of files. */
  start(roots: readonly Root[]): Promise<number>;
  /** Reads one file again, or removes it if it is gone or excluded. Does nothing for an open document. */
  refresh(uri: string): Promise<void>;
  /** Removes all files in a folder that was deleted. */
  removeFolder(uri: string): void;
  /** Records the text that a document had when it was closed, which the facts belong to until `refresh` is done. */
  documentClosed(uri: string, text: string): void;
  /** Finds the mentions in closed briefs again, after names have changed. */
  rescanNames(): Promise<void>;
  /** The offsets at which the lines of a closed file begin, as it was read last. */
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
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
  /** Called when definitions may have changed. */
  readonly onChange: () => void;
  /** For work that nothing waits for. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { host, store, workerPool, workspace, isOpen, onProgress, onChange, inBackground } = options;
  const persisted = store && createPersistedIndex(store);
  const files = createClosedFiles(workspace, isOpen);
  let isIncluded: (uri: string) => boolean = () => true;
  /** By URI, the number of the last `refresh`: what was read before it is older. */
  const lastRefresh = new Map<string, number>();
  let refreshCount = 0;
  let currentRun = 0;
  let isRescanning = false;
  /** Whether names have changed during a rescan. */
  let needsRescan = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;

  const removeFile = (uri: string): boolean => {
    if (!isOpen(uri)) persisted?.recordFile(uri, undefined);
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
    await persisted.save(files.uris(), names, workspace.strings, files.packedOf, files.registryOf);
  };

  /** Adds the stored ones of these registries. Returns the others. */
  const takePersistedRegistries = async (
    uris: readonly string[],
    isCurrent: () => boolean,
  ): Promise<readonly string[]> => {
    const left = new Set(uris);
    const yieldIfDue = createYielder();
    for (const file of persisted?.takeUnchangedRegistries() ?? []) {
      if (left.delete(file.uri)) await files.addStoredRegistry(file, yieldIfDue);
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
      if (left.delete(file.uri)) files.addPacked(file, finder);
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
          persisted?.recordFile(file.uri, file.stamp);
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
    if (createDifferenceFinder(before, findNames)?.(text, []).length !== 0) return false;
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
      const stamps = slice.map((uri) => store?.fileStamp(uri));
      const refreshesBefore = refreshCount;
      const texts = await Promise.all(slice.map((uri) => host.read(uri)));
      if (!isCurrent()) return;
      const yieldIfDue = createYielder();
      for (const [index, uri] of slice.entries()) {
        const text = texts[index];
        if (text === undefined) removeFile(uri);
        else if (!before || !hasSameMentions(uri, text, before)) {
          persisted?.recordFile(uri, stamps[index]);
          await files.add(uri, text, () => isCurrent() && (lastRefresh.get(uri) ?? 0) <= refreshesBefore, yieldIfDue);
        }
        await yieldIfDue();
        if (!isCurrent()) return;
      }
      onSlice(Math.min(at + MAX_PARALLEL_READS, uris.length));
    }
  };

  /** Like `Indexer.start`; resolves to 0 when another run has begun. */
  const readFolders = async (roots: readonly Root[], isCurrent: () => boolean): Promise<number> => {
    files.holdRegistries();
    isIncluded = createInclusionFilter(roots);
    const [found, storedCount = 0] = await Promise.all([host.list(roots), persisted?.load()]);
    if (!isCurrent()) return 0;
    const unread = found.length - storedCount;
    if (unread >= MIN_BRIEFS_FOR_WORKERS) workerPool?.prepare(unread);
    for (const uri of files.setFiles(found)) removeFile(uri);
    // Registries first: a brief that is read before all names are known has to be read again.
    const registries = found.filter(isRegistryName);
    const briefs = found.filter((uri) => !isRegistryName(uri));
    const unreadRegistries = await takePersistedRegistries(registries, isCurrent);
    await readAll(unreadRegistries, isCurrent, (done) => onProgress(done, found.length));
    if (!isCurrent()) return 0;
    files.releaseRegistries();
    onChange();
    const left = await takePersistedBriefs(briefs, isCurrent);
    await readBriefs(left, isCurrent, (done) => onProgress(found.length - left.length + done, found.length));
    return found.length;
  };

  return {
    async start(roots) {
      const run = ++currentRun;
      const isCurrent = () => run === currentRun;
      isReading = true;
      clearTimeout(saveTimer);
      try {
        return await readFolders(roots, isCurrent);
      } finally {
        if (isCurrent()) {
          isReading = false;
          files.releaseRegistries();
        }
        scheduleSave();
      }
    },
    async refresh(uri) {
      const refresh = ++refreshCount;
      lastRefresh.set(uri, refresh);
      persisted?.recordFile(uri, store?.fileStamp(uri));
      const text = isIncluded(uri) ? await host.read(uri) : undefined;
      const isLatest = () => lastRefresh.get(uri) === refresh;
      if (text === undefined ? removeFile(uri) : await files.add(uri, text, isLatest, createYielder())) onChange();
      scheduleSave();
    },
    removeFolder(folder) {
      const below = [...files.uris()].filter((uri) => uri.startsWith(`${folder}/`));
      const changed = below.map(removeFile);
      if (changed.includes(true)) onChange();
    },
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
          if (totalLength(workspace.outdatedBriefs()) >= MIN_BRIEFS_TO_DEBOUNCE)
            await new Promise((resolve) => setTimeout(resolve, RESCAN_DEBOUNCE_MS));
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
