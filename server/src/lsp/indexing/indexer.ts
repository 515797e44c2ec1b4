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
import type { WorkerPool } from './workerProtocol.ts';

/** So many files are read from disk at once. */
const MAX_PARALLEL_READS = 24;
/** For fewer briefs than that it is not worth while to have other threads. */
const MIN_BRIEFS_FOR_WORKERS = 1_500;
/** So many briefs are looked through for other names only when these have been the same for so long: whoever types one goes on. */
const MIN_BRIEFS_TO_DEBOUNCE = 200;
const RESCAN_DEBOUNCE_MS = 300;
/** What is known is kept when nothing has been read for so long. */
const SAVE_DEBOUNCE_MS = 2_000;

export interface Indexer {
  /** Reads everything in these folders; what an earlier call is still reading is dropped. Answers how many files there are. */
  start(roots: readonly Root[]): Promise<number>;
  /** Reads one file again, or forgets it when it is gone or not wanted. An open document is left alone: its text wins. */
  refresh(uri: string): Promise<void>;
  /** Forgets all files in a folder that is gone. */
  removeFolder(uri: string): void;
  /** Takes in the text an open document was closed with: until `refresh` is done, what is known of the file is of that text. */
  documentClosed(uri: string, text: string): void;
  /** Finds the names anew in closed briefs, when names have changed. */
  rescanNames(): Promise<void>;
  /** Where the lines of a closed file begin, as it was read last. */
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
}

export interface IndexerOptions {
  readonly host: Host;
  /** Where what is known of files outlives this process, if anywhere. */
  readonly store: IndexStore | undefined;
  /** Who reads many files elsewhere, if anybody can. */
  readonly workerPool: WorkerPool | undefined;
  readonly workspace: WorkspaceStore;
  readonly isOpen: (uri: string) => boolean;
  /** Called as the work goes on, with the files read and the files in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called when definitions may have changed. */
  readonly onChange: () => void;
  /** For what fails and is no harm. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { host, store, workerPool, workspace, isOpen, onProgress, onChange, inBackground } = options;
  const persisted = store && createPersistedIndex(store);
  const files = createClosedFiles(workspace, isOpen);
  let isIncluded: (uri: string) => boolean = () => true;
  /** When a file was read for itself: what other threads were asked before is older. */
  const lastRefresh = new Map<string, number>();
  let refreshCount = 0;
  let currentRun = 0;
  let isRescanning = false;
  /** Names changed while catching up. */
  let needsRescan = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;

  const removeFile = (uri: string): boolean => {
    if (!isOpen(uri)) persisted?.recordFile(uri, undefined);
    return files.remove(uri);
  };

  /** While all is read nothing is kept: half of it would be written twice. */
  const scheduleSave = () => {
    clearTimeout(saveTimer);
    if (!persisted || isReading) return;
    saveTimer = setTimeout(() => inBackground('Keeping the index', saveIndex()), SAVE_DEBOUNCE_MS);
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

  /** Takes of these briefs those that were kept. Answers the others. */
  const takePersisted = async (uris: readonly string[], isCurrent: () => boolean): Promise<readonly string[]> => {
    if (!store || !persisted) return uris;
    const left = new Set(uris);
    const finder = workspace.scopeOf('').findNames;
    const yieldIfDue = createYielder();
    for (const file of persisted.takeUnchanged(store.digest(workspace.serializedNames()), workspace.strings)) {
      if (left.delete(file.uri)) files.addPacked(file, finder);
      await yieldIfDue();
      if (!isCurrent()) break;
    }
    return [...left];
  };

  /** Reads briefs, with the help of others where they are many; those whose names were found with `before` only as far as these have changed. */
  const readBriefs = async (
    uris: readonly string[],
    isCurrent: () => boolean,
    onSlice: (done: number) => void,
    before?: NameFinder,
  ) => {
    const here = (uri: string) => !workerPool || !uri.startsWith('file:');
    const far = uris.length < MIN_BRIEFS_FOR_WORKERS ? [] : uris.filter((uri) => !here(uri));
    let done = 0;
    let left = far.length > 0 ? uris.filter(here) : uris;
    if (workerPool && far.length > 0) {
      const began = refreshCount;
      const { findNames } = workspace.scopeOf('');
      const changed = before && differingNames(before, findNames);
      const names = { names: workspace.serializedNames(), changed: changed && JSON.stringify(changed) };
      for await (const read of workerPool.readBriefs(far, names)) {
        if (!isCurrent()) return;
        for (const uri of read.unchanged) {
          done++;
          if (isOpen(uri) || (lastRefresh.get(uri) ?? 0) > began) continue;
          if (workspace.confirmMentions(uri, before!, findNames)) persisted?.markDirty(uri);
        }
        left = left.concat(read.unread);
        const yieldIfDue = createYielder();
        for (const file of read.batch ? unpackBatch(read.batch, workspace.strings, read.known) : []) {
          done++;
          if ((lastRefresh.get(file.uri) ?? 0) > began) continue;
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

  /** Whether the names in a brief, found with `before`, are those that would be found now; then that is noted. */
  const hasSameNames = (uri: string, text: string, before: NameFinder): boolean => {
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
      const began = refreshCount;
      const texts = await Promise.all(slice.map((uri) => host.read(uri)));
      if (!isCurrent()) return;
      const yieldIfDue = createYielder();
      for (const [index, uri] of slice.entries()) {
        const text = texts[index];
        if (text === undefined) removeFile(uri);
        else if (!before || !hasSameNames(uri, text, before)) {
          persisted?.recordFile(uri, stamps[index]);
          await files.add(uri, text, () => isCurrent() && (lastRefresh.get(uri) ?? 0) <= began, yieldIfDue);
        }
        await yieldIfDue();
        if (!isCurrent()) return;
      }
      onSlice(Math.min(at + MAX_PARALLEL_READS, uris.length));
    }
  };

  /** As `Indexer.start`; 0 when another reading has begun. */
  const readFolders = async (roots: readonly Root[], isCurrent: () => boolean): Promise<number> => {
    files.holdRegistries();
    isIncluded = createInclusionFilter(roots);
    const [found, keptBefore = 0] = await Promise.all([host.list(roots), persisted?.load()]);
    if (!isCurrent()) return 0;
    const unknown = found.length - keptBefore;
    if (unknown >= MIN_BRIEFS_FOR_WORKERS) workerPool?.prepare(unknown);
    for (const uri of files.setFiles(found)) removeFile(uri);
    // Registries first: a brief that is read before the names are known would have to be read again.
    const registries = found.filter(isRegistryName);
    const briefs = found.filter((uri) => !isRegistryName(uri));
    const unreadRegistries = await takePersistedRegistries(registries, isCurrent);
    await readAll(unreadRegistries, isCurrent, (done) => onProgress(done, found.length));
    if (!isCurrent()) return 0;
    files.releaseRegistries();
    onChange();
    const left = await takePersisted(briefs, isCurrent);
    await readBriefs(left, isCurrent, (done) => onProgress(found.length - left.length + done, found.length));
    return found.length;
  };

  return {
    async start(roots) {
      const mine = ++currentRun;
      const isCurrent = () => mine === currentRun;
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
      const mine = ++refreshCount;
      lastRefresh.set(uri, mine);
      persisted?.recordFile(uri, store?.fileStamp(uri));
      const text = isIncluded(uri) ? await host.read(uri) : undefined;
      const isNewest = () => lastRefresh.get(uri) === mine;
      if (text === undefined ? removeFile(uri) : await files.add(uri, text, isNewest, createYielder())) onChange();
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
      while (needsRescan) {
        needsRescan = false;
        const mine = currentRun;
        const isCurrent = () => mine === currentRun && !needsRescan;
        if (totalLength(workspace.outdatedBriefs()) >= MIN_BRIEFS_TO_DEBOUNCE)
          await new Promise((resolve) => setTimeout(resolve, RESCAN_DEBOUNCE_MS));
        for (const [finder, uris] of workspace.outdatedBriefs())
          if (isCurrent()) await readBriefs(uris, isCurrent, () => {}, finder);
      }
      isRescanning = false;
      scheduleSave();
    },
    lineStartsOf: files.lineStartsOf,
  };
}

function totalLength(lists: ReadonlyMap<unknown, readonly unknown[]>): number {
  return [...lists.values()].reduce((sum, { length }) => sum + length, 0);
}
