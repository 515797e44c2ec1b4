/** The files that are not open: added to the workspace as they are read, and removed from it. */

import { lineStarts } from '../../base/text/positions.ts';
import { runYielding } from '../../features/support/yielding.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { isProjectName, isRegistryName } from '../../protocol/fileNames.ts';
import { bibliographiesIn } from '../../references/namedBibliographies.ts';
import { warmScopeCaches } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { bibliographiesOf, readBrief } from '../../syntax/brief/brief.ts';
import { readRegistryInSteps, updateRegistryTo } from '../../syntax/registry/registry.ts';
import type { PackedFile } from '../../workspace/index/packedBatch.ts';
import type { WorkspaceStore } from '../../workspace/index/workspaceStore.ts';
import type { StoredRegistry } from './persistedIndex.ts';

/** Nothing here changes an open document: its text takes precedence over the file. */
export interface ClosedFiles {
  /** Replaces the list of files. Returns those that are no longer in it; they still have to be removed. */
  setFiles(uris: readonly string[]): string[];
  uris(): Iterable<string>;
  has(uri: string): boolean;
  /** Removes a file. Returns whether it defined anything. */
  remove(uri: string): boolean;
  /**
   * Reads a file and adds it. Resolves to whether definitions may have changed. Reading a registry yields; its result is
   * dropped when the file has been opened meanwhile, or is no longer current.
   */
  add(
    uri: string,
    text: string,
    isCurrent: () => boolean,
    yieldIfDue: () => Promise<void> | undefined,
  ): Promise<boolean>;
  /** Adds a brief that was read in another thread or by an earlier process. */
  addPacked(file: PackedFile, finder: NameFinder): void;
  /** Adds a registry that was read by an earlier process. */
  addStoredRegistry(file: StoredRegistry, yieldIfDue: () => Promise<void> | undefined): Promise<void>;
  /**
   * Holds registries back until `releaseRegistries`: with only some of them added, what the others define would be reported as
   * unknown.
   */
  holdRegistries(): void;
  releaseRegistries(): void;
  /** What can be stored of a brief; undefined for an open one. */
  packedOf(uri: string): Pick<PackedFile, 'packed' | 'lines'> | undefined;
  /** What can be stored of a registry; undefined for an open one. */
  registryOf(uri: string): Pick<StoredRegistry, 'registry' | 'lines'> | undefined;
  /** Records the lines of a file that was closed with this text. */
  documentClosed(uri: string, text: string): void;
  /** The offsets at which the lines of a file begin, as it was read last. */
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
}

/** `setNamed` is told the paths of the bibliographies that a file names. */
export function createClosedFiles(
  workspace: WorkspaceStore,
  isOpen: (uri: string) => boolean,
  setNamed: (uri: string, paths: readonly string[]) => void,
): ClosedFiles {
  const lineStartsByUri = new Map<string, Int32Array>();
  let knownUris = new Set<string>();
  let heldRegistries: Map<string, Registry> | undefined;
  const recordLineStarts = (uri: string, text: string) =>
    void lineStartsByUri.set(uri, Int32Array.from(lineStarts(text)));

  const addRegistry = (uri: string, registry: Registry) => {
    if (heldRegistries) heldRegistries.set(uri, registry);
    else workspace.putRegistry(uri, registry);
  };

  return {
    setFiles(uris) {
      const before = knownUris;
      knownUris = new Set(uris);
      return [...before].filter((uri) => !knownUris.has(uri));
    },
    uris: () => knownUris,
    has: (uri) => knownUris.has(uri),
    remove(uri) {
      if (isOpen(uri)) return false;
      knownUris.delete(uri);
      lineStartsByUri.delete(uri);
      heldRegistries?.delete(uri);
      setNamed(uri, []);
      return workspace.remove(uri);
    },
    async add(uri, text, isCurrent, yieldIfDue) {
      if (isOpen(uri)) return false;
      if (isProjectName(uri)) {
        knownUris.add(uri);
        setNamed(
          uri,
          bibliographiesIn(text).map(({ value }) => value),
        );
        return false;
      }
      // An update invalidates the registry before, so nothing may come between it and `addRegistry`.
      const previous = heldRegistries || !isCurrent() ? undefined : workspace.registries.get(uri);
      const registry = isRegistryName(uri)
        ? ((previous && updateRegistryTo(previous, text)) ?? (await readNewRegistry(text, yieldIfDue)))
        : undefined;
      if (isOpen(uri) || !isCurrent()) return false;
      knownUris.add(uri);
      recordLineStarts(uri, text);
      if (!registry) {
        const brief = readBrief(text, uri);
        setNamed(uri, bibliographiesOf(brief));
        return workspace.putBrief(uri, brief, false);
      }
      addRegistry(uri, registry);
      return true;
    },
    async addStoredRegistry({ uri, registry, lines }, yieldIfDue) {
      await runYielding(warmScopeCaches(registry), yieldIfDue);
      if (isOpen(uri)) return;
      knownUris.add(uri);
      lineStartsByUri.set(uri, lines);
      addRegistry(uri, registry);
    },
    addPacked({ uri, packed, lines }, finder) {
      if (isOpen(uri)) return;
      knownUris.add(uri);
      lineStartsByUri.set(uri, lines);
      setNamed(uri, packed.rest?.bibliography ?? []);
      workspace.putPackedBrief(uri, packed, finder);
    },
    holdRegistries() {
      heldRegistries = new Map();
    },
    releaseRegistries() {
      const registries = heldRegistries ?? [];
      heldRegistries = undefined;
      for (const [uri, registry] of registries) if (!isOpen(uri)) workspace.putRegistry(uri, registry);
    },
    packedOf(uri) {
      const [lines, packed] = [lineStartsByUri.get(uri), workspace.packedFactsOf(uri)];
      return lines && packed && !isOpen(uri) ? { lines, packed } : undefined;
    },
    registryOf(uri) {
      const [lines, registry] = [lineStartsByUri.get(uri), workspace.registries.get(uri)];
      return lines && registry && !isOpen(uri) ? { lines, registry } : undefined;
    },
    documentClosed: recordLineStarts,
    lineStartsOf: (uri) => lineStartsByUri.get(uri),
  };
}

async function readNewRegistry(text: string, yieldIfDue: () => Promise<void> | undefined): Promise<Registry> {
  const registry = await runYielding(readRegistryInSteps(text), yieldIfDue);
  await runYielding(warmScopeCaches(registry), yieldIfDue);
  return registry;
}
