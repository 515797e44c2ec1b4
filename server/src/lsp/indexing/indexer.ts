/** Reads the files of the workspace folders in the background, and again when they change on disk. */
import { takingTurns } from '../../features/support/yielding.ts';
import { wantedIn } from '../../host/exclusions.ts';
import type { Host, Root } from '../../host/host.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { differenceOf, type NameFinder, namesBetween } from '../../names/nameFinder.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import { fromBatch } from '../../workspace/index/packedBatch.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { createClosedFiles } from './closedFiles.ts';
import { createKeptIndex } from './persistedIndex.ts';
import type { Readers } from './workerProtocol.ts';

/** So many files are read from disk at once. */
const SLICE = 24;
/** For fewer briefs than that it is not worth while to have other threads. */
const WORTH_READERS = 1_500;
/** So many briefs are looked through for other names only when these have been the same for so long: whoever types one goes on. */
const WORTH_WAITING = 200;
const PAUSE_BEFORE_LOOKING_MS = 300;
/** What is known is kept when nothing has been read for so long. */
const PAUSE_BEFORE_KEEPING_MS = 2_000;

export interface Indexer {
  /** Reads everything in these folders; what an earlier call is still reading is dropped. Answers how many files there are. */
  start(roots: readonly Root[]): Promise<number>;
  /** Reads one file again, or forgets it when it is gone or not wanted. An open document is left alone: its text wins. */
  refresh(uri: string): Promise<void>;
  /** Forgets all files in a folder that is gone. */
  forgetFolder(uri: string): void;
  /** Takes in the text an open document was closed with: until `refresh` is done, what is known of the file is of that text. */
  closed(uri: string, text: string): void;
  /** Finds the names anew in closed briefs, when names have changed. */
  catchUp(): Promise<void>;
  /** Where the lines of a closed file begin, as it was read last. */
  linesOf(uri: string): ArrayLike<number> | undefined;
}

export interface IndexerOptions {
  readonly host: Host;
  /** Where what is known of files outlives this process, if anywhere. */
  readonly store: IndexStore | undefined;
  /** Who reads many files elsewhere, if anybody can. */
  readonly readers: Readers | undefined;
  readonly workspace: Workspace;
  readonly isOpen: (uri: string) => boolean;
  /** Called as the work goes on, with the files read and the files in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Called when definitions may have changed. */
  readonly onChange: () => void;
  /** For what fails and is no harm. */
  readonly inBackground: (what: string, work: Promise<unknown>) => void;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { host, store, readers, workspace, isOpen, onProgress, onChange, inBackground } = options;
  const kept = store && createKeptIndex(store);
  const files = createClosedFiles(workspace, isOpen);
  let isWanted: (uri: string) => boolean = () => true;
  /** When a file was read for itself: what other threads were asked before is older. */
  const refreshed = new Map<string, number>();
  let moment = 0;
  let run = 0;
  let catchingUp = false;
  /** Names changed while catching up. */
  let again = false;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let isReading = false;

  const forget = (uri: string): boolean => {
    if (!isOpen(uri)) kept?.note(uri, undefined);
    return files.forget(uri);
  };

  /** While all is read nothing is kept: half of it would be written twice. */
  const keepSoon = () => {
    clearTimeout(saving);
    if (!kept || isReading) return;
    saving = setTimeout(() => inBackground('Keeping the index', keep()), PAUSE_BEFORE_KEEPING_MS);
  };
  const keep = async () => {
    if (!store || !kept) return;
    await kept.save(files.all(), store.digest(workspace.names()), workspace.words, files.packedOf);
  };

  /** Takes of these briefs those that were kept. Answers the others. */
  const takeKept = async (uris: readonly string[], isCurrent: () => boolean): Promise<readonly string[]> => {
    if (!store || !kept) return uris;
    const left = new Set(uris);
    const finder = workspace.scopeOf('').findNames;
    const giveWay = takingTurns();
    for (const file of kept.take(store.digest(workspace.names()), workspace.words)) {
      if (left.delete(file.uri)) files.takePacked(file, finder);
      await giveWay();
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
    const here = (uri: string) => !readers || !uri.startsWith('file:');
    const far = uris.length < WORTH_READERS ? [] : uris.filter((uri) => !here(uri));
    let done = 0;
    let left = far.length > 0 ? uris.filter(here) : uris;
    if (readers && far.length > 0) {
      const began = moment;
      const { findNames } = workspace.scopeOf('');
      const changed = before && namesBetween(before, findNames);
      const names = { names: workspace.names(), changed: changed && JSON.stringify(changed) };
      for await (const read of readers.read(far, names)) {
        if (!isCurrent()) return;
        for (const uri of read.same) {
          done++;
          if (isOpen(uri) || (refreshed.get(uri) ?? 0) > began) continue;
          if (workspace.confirm(uri, before!, findNames)) kept?.confirm(uri);
        }
        left = left.concat(read.left);
        const giveWay = takingTurns();
        for (const file of read.batch ? fromBatch(read.batch, workspace.words, read.known) : []) {
          done++;
          if ((refreshed.get(file.uri) ?? 0) > began) continue;
          kept?.note(file.uri, file.stamp);
          files.takePacked(file, findNames);
          await giveWay();
          if (!isCurrent()) return;
        }
        onSlice(done);
      }
    }
    await readAll(left, isCurrent, (more) => onSlice(done + more), before);
  };

  /** Whether the names in a brief, found with `before`, are those that would be found now; then that is noted. */
  const isSame = (uri: string, text: string, before: NameFinder): boolean => {
    const { findNames } = workspace.scopeOf(uri);
    if (differenceOf(before, findNames)?.(text, []).length !== 0) return false;
    if (!workspace.confirm(uri, before, findNames)) return false;
    kept?.confirm(uri);
    return true;
  };

  const readAll = async (
    uris: readonly string[],
    isCurrent: () => boolean,
    onSlice: (done: number) => void,
    before?: NameFinder,
  ) => {
    for (let at = 0; at < uris.length && isCurrent(); at += SLICE) {
      const slice = uris.slice(at, at + SLICE);
      const stamps = slice.map((uri) => store?.stampOf(uri));
      const began = moment;
      const texts = await Promise.all(slice.map((uri) => host.read(uri)));
      if (!isCurrent()) return;
      const giveWay = takingTurns();
      for (const [index, uri] of slice.entries()) {
        const text = texts[index];
        if (text === undefined) forget(uri);
        else if (!before || !isSame(uri, text, before)) {
          kept?.note(uri, stamps[index]);
          await files.take(uri, text, () => isCurrent() && (refreshed.get(uri) ?? 0) <= began, giveWay);
        }
        await giveWay();
        if (!isCurrent()) return;
      }
      onSlice(Math.min(at + SLICE, uris.length));
    }
  };

  /** As `Indexer.start`; 0 when another reading has begun. */
  const readFolders = async (roots: readonly Root[], isCurrent: () => boolean): Promise<number> => {
    files.hold();
    isWanted = wantedIn(roots);
    const [found, keptBefore = 0] = await Promise.all([host.list(roots), kept?.load()]);
    if (!isCurrent()) return 0;
    const unknown = found.length - keptBefore;
    if (unknown >= WORTH_READERS) readers?.getReady(unknown);
    for (const uri of files.expect(found)) forget(uri);
    // Registries first: a brief that is read before the names are known would have to be read again.
    const registries = found.filter(isRegistryName);
    const briefs = found.filter((uri) => !isRegistryName(uri));
    await readAll(registries, isCurrent, (done) => onProgress(done, found.length));
    if (!isCurrent()) return 0;
    files.release();
    onChange();
    const left = await takeKept(briefs, isCurrent);
    await readBriefs(left, isCurrent, (done) => onProgress(found.length - left.length + done, found.length));
    return found.length;
  };

  return {
    async start(roots) {
      const mine = ++run;
      const isCurrent = () => mine === run;
      isReading = true;
      clearTimeout(saving);
      try {
        return await readFolders(roots, isCurrent);
      } finally {
        if (isCurrent()) {
          isReading = false;
          files.release();
        }
        keepSoon();
      }
    },
    async refresh(uri) {
      const mine = ++moment;
      refreshed.set(uri, mine);
      kept?.note(uri, store?.stampOf(uri));
      const text = isWanted(uri) ? await host.read(uri) : undefined;
      const isNewest = () => refreshed.get(uri) === mine;
      if (text === undefined ? forget(uri) : await files.take(uri, text, isNewest, takingTurns())) onChange();
      keepSoon();
    },
    forgetFolder(folder) {
      const below = [...files.all()].filter((uri) => uri.startsWith(`${folder}/`));
      const changed = below.map(forget);
      if (changed.includes(true)) onChange();
    },
    closed: files.closed,
    async catchUp() {
      again = true;
      if (catchingUp) return;
      catchingUp = true;
      while (again) {
        again = false;
        const mine = run;
        const isCurrent = () => mine === run && !again;
        if (countOf(workspace.outdated()) >= WORTH_WAITING)
          await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_LOOKING_MS));
        for (const [finder, uris] of workspace.outdated())
          if (isCurrent()) await readBriefs(uris, isCurrent, () => {}, finder);
      }
      catchingUp = false;
      keepSoon();
    },
    linesOf: files.linesOf,
  };
}

function countOf(lists: ReadonlyMap<unknown, readonly unknown[]>): number {
  return [...lists.values()].reduce((sum, { length }) => sum + length, 0);
}
