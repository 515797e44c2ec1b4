/**
 * The bibliographies that briefs, configurations and the files of Quarto and Pandoc name: read, read again when they change, and
 * removed when nothing names them any longer. Each is a registry of the workspace, whichever file names it.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { lineStarts } from '../../base/text/positions.ts';
import { createYielder, runYielding } from '../../features/support/yielding.ts';
import { type BibliographyAccess, type BibliographyProblem, findBibliography } from '../../host/bibliographyFiles.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import { formatOfName } from '../../references/formats.ts';
import { readBibliography } from '../../references/readBibliography.ts';
import { warmScopeCaches } from '../../scope/scope.ts';
import type { UnreadReason } from '../../scope/unreadBibliographies.ts';
import type { WorkspaceStore } from '../../workspace/index/workspaceStore.ts';

export interface Bibliographies {
  /** Sets the paths that a file names; none if it is gone. They are read with the next `update`. */
  setNamed(uri: string, paths: readonly string[]): void;
  /** Reads what is named and not read yet, and removes what is named no longer. */
  update(): Promise<void>;
  /** Reads everything again: what may be read, or where it is looked for, has changed. */
  readAll(): Promise<void>;
  /** Whether a file is named, or might be the one that is. */
  isNamed(uri: string): boolean;
  /** Reads a file again that has changed, was created or is gone. */
  refresh(uri: string): Promise<void>;
  /** Looks for files that have changed since they were read. */
  catchUp(): Promise<void>;
  /** The files that are read. */
  uris(): Iterable<string>;
  /** Changes whenever the file does; undefined for a file that is none. */
  versionOf(uri: string): string | undefined;
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
}

export interface BibliographiesOptions {
  readonly workspace: WorkspaceStore;
  readonly access: () => BibliographyAccess;
  readonly stampOf: (uri: string) => string | undefined;
  /** Called when definitions may have changed. */
  readonly onChange: () => void;
  /** Called with the files to watch, whenever they change. */
  readonly onWatch: (uris: readonly string[]) => void;
}

/** A path and the file that names it. */
interface Naming {
  readonly path: string;
  readonly namedIn: string;
  /** Undefined until it is read for the first time. */
  found?: { readonly uri?: string; readonly problem?: BibliographyProblem } | undefined;
}

interface ReadFile {
  readonly lines: Int32Array;
  readonly stamp: string | undefined;
  readonly version: number;
}

export function createBibliographies(options: BibliographiesOptions): Bibliographies {
  const { workspace, access, stampOf, onChange, onWatch } = options;
  const namings = new Map<string, readonly Naming[]>();
  const files = new Map<string, ReadFile>();
  let versions = 0;
  let namedUris: ReadonlySet<string> = new Set();
  let watched = '';
  /** Whether namings have changed since the last update. */
  let isDirty = false;
  let pending: Promise<void> = Promise.resolve();

  const all = () => [...namings.values()].flat();

  const read = async (text: string, uri: string): Promise<boolean> => {
    const format = formatOfName(uri);
    if (!format) return false;
    const yieldIfDue = createYielder();
    const stamp = stampOf(uri);
    const steps = readBibliography(text, await format.load(), workspace.registries.get(uri));
    const { sources, finish } = await runYielding(steps, yieldIfDue);
    await runYielding(warmScopeCaches({ entities: [], sources }), yieldIfDue);
    workspace.putRegistry(uri, finish());
    files.set(uri, { lines: Int32Array.from(lineStarts(text)), stamp, version: ++versions });
    return true;
  };

  const find = async ({ path, namedIn }: Naming, isCurrent: (uri: string) => boolean): Promise<Naming['found']> => {
    const found = await findBibliography(path, namedIn, { ...access(), isCurrent });
    // A registry is read anyway, and may be changed.
    if (found.uri !== undefined && isRegistryName(found.uri)) return {};
    if ('problem' in found) return found;
    const isRead = 'isCurrent' in found || (await read(found.text, found.uri));
    return { uri: found.uri, ...(!isRead && { problem: 'unknown-format' as const }) };
  };

  /** Finds and reads what these name. A thousand briefs may name one file, which is read once. */
  const readNamings = async (wanted: readonly Naming[], isCurrent: (uri: string) => boolean) => {
    const finds = new Map<string, Promise<Naming['found']>>();
    const read = new Set<string>();
    for (const naming of wanted) {
      const folder = naming.namedIn.slice(0, naming.namedIn.lastIndexOf('/'));
      const found = getOrInsert(finds, `${folder}\n${naming.path}`, () =>
        find(naming, (uri) => read.has(uri) || isCurrent(uri)),
      );
      naming.found = await found;
      if (naming.found?.uri !== undefined && !naming.found.problem) read.add(naming.found.uri);
    }
  };
  const isUnchanged = (uri: string) => {
    const stamp = files.get(uri)?.stamp;
    return stamp !== undefined && stamp === stampOf(uri);
  };

  /** Publishes what is read, what is not, and what to watch. */
  const settle = () => {
    const named = all();
    const current = new Set(named.flatMap(({ found }) => (found?.uri && !found.problem ? found.uri : [])));
    for (const uri of [...files.keys()]) {
      if (current.has(uri)) continue;
      files.delete(uri);
      workspace.remove(uri);
    }
    const unread = new Map<string, Map<string, UnreadReason>>();
    for (const { path, namedIn, found } of named)
      if (found?.problem) getOrInsert(unread, namedIn, () => new Map()).set(path, found.problem);
    workspace.setUnreadBibliographies(unread);
    namedUris = new Set(named.flatMap(({ found }) => found?.uri ?? []));
    const watch = [...namedUris].sort();
    if (watch.join('\n') !== watched) onWatch(watch);
    watched = watch.join('\n');
    onChange();
  };

  /** One change after the other: each starts from what the one before has read. */
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    pending = pending.then(work, work);
    return pending;
  };
  const update = async () => {
    if (!isDirty) return;
    isDirty = false;
    await inOrder(async () => {
      await readNamings(
        all().filter(({ found }) => !found),
        isUnchanged,
      );
      settle();
    });
  };
  const refresh = (uri: string) =>
    inOrder(async () => {
      await readNamings(
        all().filter(({ found }) => found?.uri === uri),
        () => false,
      );
      settle();
    });

  return {
    setNamed(uri, paths) {
      const before = namings.get(uri) ?? [];
      if (before.length === paths.length && before.every(({ path }, index) => path === paths[index])) return;
      isDirty = true;
      if (paths.length === 0) namings.delete(uri);
      else {
        const known = new Map(before.map((naming) => [naming.path, naming]));
        namings.set(
          uri,
          paths.map((path) => known.get(path) ?? { path, namedIn: uri }),
        );
      }
    },
    update,
    readAll: () =>
      inOrder(async () => {
        await readNamings(all(), () => false);
        settle();
      }),
    isNamed: (uri) => namedUris.has(uri),
    refresh,
    async catchUp() {
      for (const uri of namedUris) if (stampOf(uri) !== files.get(uri)?.stamp) await refresh(uri);
    },
    uris: () => files.keys(),
    versionOf: (uri) => {
      const file = files.get(uri);
      return file && `bibliography ${file.version}`;
    },
    lineStartsOf: (uri) => files.get(uri)?.lines,
  };
}
