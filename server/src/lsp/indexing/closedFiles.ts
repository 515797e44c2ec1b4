/** What is known of the files that no editor has open: put into the workspace as they are read, and taken out of it. */

import { lineStarts } from '../../base/text/positions.ts';
import { runYielding } from '../../features/support/yielding.ts';
import type { NameFinder } from '../../names/nameFinder.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import { warmScopeCaches } from '../../scope/scope.ts';
import type { Registry } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { readRegistryInSteps } from '../../syntax/registry/registry.ts';
import type { PackedFile } from '../../workspace/index/packedBatch.ts';
import type { WorkspaceStore } from '../../workspace/index/workspaceStore.ts';
import type { StoredRegistry } from './persistedIndex.ts';

/** An open document is always left alone: its text wins. */
export interface ClosedFiles {
  /** These are the files from now on. Answers those that are none any more, which are still to be forgotten. */
  setFiles(uris: readonly string[]): string[];
  uris(): Iterable<string>;
  /** Forgets a file; answers whether definitions went with it. */
  remove(uri: string): boolean;
  /**
   * Puts a file where it belongs; answers whether definitions may have changed. A registry is read in turns: when there is
   * a later text by then, or the reading is not wanted any more, that was for nothing.
   */
  add(
    uri: string,
    text: string,
    isCurrent: () => boolean,
    yieldIfDue: () => Promise<void> | undefined,
  ): Promise<boolean>;
  /** As `add`, of a brief that was read elsewhere or by an earlier process. */
  addPacked(file: PackedFile, finder: NameFinder): void;
  /** As `add`, of a registry that an earlier process read. */
  addStoredRegistry(file: StoredRegistry, yieldIfDue: () => Promise<void> | undefined): Promise<void>;
  /** Registries are held back until `release`: with some of them known, what the others define would be reported as unknown. */
  holdRegistries(): void;
  releaseRegistries(): void;
  /** What can be stored of a brief; undefined for an open one. */
  packedOf(uri: string): Pick<PackedFile, 'packed' | 'lines'> | undefined;
  /** What can be stored of a registry; undefined for an open one. */
  registryOf(uri: string): Pick<StoredRegistry, 'registry' | 'lines'> | undefined;
  /** Notes where the lines of a file begin that was closed with this text. */
  documentClosed(uri: string, text: string): void;
  /** Where the lines of a file begin, as it was read last. */
  lineStartsOf(uri: string): ArrayLike<number> | undefined;
}

export function createClosedFiles(workspace: WorkspaceStore, isOpen: (uri: string) => boolean): ClosedFiles {
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
    remove(uri) {
      if (isOpen(uri)) return false;
      knownUris.delete(uri);
      lineStartsByUri.delete(uri);
      heldRegistries?.delete(uri);
      return workspace.remove(uri);
    },
    async add(uri, text, isCurrent, yieldIfDue) {
      if (isOpen(uri)) return false;
      const registry = isRegistryName(uri) ? await runYielding(readRegistryInSteps(text), yieldIfDue) : undefined;
      if (registry) await runYielding(warmScopeCaches(registry), yieldIfDue);
      if (isOpen(uri) || !isCurrent()) return false;
      knownUris.add(uri);
      recordLineStarts(uri, text);
      if (!registry) return workspace.putBrief(uri, readBrief(text), false);
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
    addPacked({ uri, packed, lines: starts }, finder) {
      if (isOpen(uri)) return;
      knownUris.add(uri);
      lineStartsByUri.set(uri, starts);
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
      const [starts, packed] = [lineStartsByUri.get(uri), workspace.packedFactsOf(uri)];
      return starts && packed && !isOpen(uri) ? { lines: starts, packed } : undefined;
    },
    registryOf(uri) {
      const [starts, registry] = [lineStartsByUri.get(uri), workspace.registries.get(uri)];
      return starts && registry && !isOpen(uri) ? { lines: starts, registry } : undefined;
    },
    documentClosed: recordLineStarts,
    lineStartsOf: (uri) => lineStartsByUri.get(uri),
  };
}
