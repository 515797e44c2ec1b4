/**
 * The facts of closed briefs and the registries, stored from one start to the next, so that a second start reads only the
 * files that have changed. The briefs are distributed over shards, so that a change writes little.
 */

import { hashText } from '../../base/memo/hash.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { isRegistryName } from '../../protocol/fileNames.ts';
import type { Registry } from '../../syntax/ast.ts';
import { type Batch, createBatch, type PackedFile, unpackBatch } from '../../workspace/index/packedBatch.ts';
import type { StringTable } from '../../workspace/index/stringTable.ts';

interface Shard {
  /** The digest of the names that the mentions of these briefs were found with. */
  readonly names: string;
  readonly batch: Batch;
}

/** A registry as it was read. The stamp was taken before the file was read. */
export interface StoredRegistry {
  readonly uri: string;
  readonly stamp: string;
  readonly registry: Registry;
  readonly lines: Int32Array;
}

export interface PersistedIndex {
  /** Reads what is stored. Returns how many briefs that is. */
  load(): Promise<number>;
  /** The registries that have not changed since they were stored. Each is returned once. */
  takeUnchangedRegistries(): StoredRegistry[];
  /**
   * The briefs that have not changed since they were stored, if their mentions were found with the names of this digest. Each
   * is returned once.
   */
  takeUnchangedBriefs(names: string, strings: StringTable): Iterable<PackedFile>;
  /** Records that a file has to be stored again: it was read, or is gone, or its mentions were confirmed for other names. */
  markDirty(uri: string): void;
  /** Stores what has changed. `stampOf` returns the stamp taken before a file was read. The functions return the current state of a file; undefined for one that cannot be stored. */
  save(
    uris: Iterable<string>,
    names: string,
    strings: StringTable,
    stampOf: (uri: string) => string | undefined,
    findBrief: (uri: string) => Pick<PackedFile, 'packed' | 'lines'> | undefined,
    findRegistry: (uri: string) => Pick<StoredRegistry, 'registry' | 'lines'> | undefined,
  ): Promise<void>;
}

const SHARD_COUNT = 64;
const REGISTRIES = 'registries';

/** `currentStamp` returns the stamp of a file as it is now. */
export function createPersistedIndex(
  store: IndexStore,
  currentStamp: (uri: string) => string | undefined,
): PersistedIndex {
  let shards: Shard[] = [];
  let registries: readonly StoredRegistry[] = [];
  let areRegistriesDirty = false;
  const dirtyShards = new Set<number>();
  let pendingSave: Promise<void> = Promise.resolve();

  return {
    async load() {
      const [storedRegistries, ...found] = await Promise.all([
        store.get(REGISTRIES),
        ...Array.from({ length: SHARD_COUNT }, (_, shard) => store.get(shardName(shard))),
      ]);
      registries = (storedRegistries ?? []) as StoredRegistry[];
      shards = found.filter((shard) => shard !== undefined) as Shard[];
      return shards.reduce((sum, { batch }) => sum + batch.uris.length, 0);
    },
    takeUnchangedRegistries() {
      const unchanged = registries.filter(({ uri, stamp }) => stamp === currentStamp(uri));
      if (unchanged.length < registries.length) areRegistriesDirty = true;
      registries = [];
      return unchanged;
    },
    *takeUnchangedBriefs(names, strings) {
      const stored = shards;
      shards = [];
      for (const shard of stored) {
        if (shard.names !== names) continue;
        for (const file of unpackBatch(shard.batch, strings)) {
          if (file.stamp === currentStamp(file.uri)) yield file;
        }
      }
    },
    markDirty(uri) {
      if (isRegistryName(uri)) areRegistriesDirty = true;
      else dirtyShards.add(shardOf(uri));
    },
    save(uris, names, strings, stampOf, findBrief, findRegistry) {
      const save = async () => {
        if (areRegistriesDirty) {
          areRegistriesDirty = false;
          const files = [...uris].filter(isRegistryName).flatMap((uri): StoredRegistry[] => {
            const [known, stamp] = [findRegistry(uri), stampOf(uri)];
            return known && stamp !== undefined ? [{ uri, stamp, ...known }] : [];
          });
          await store.put(REGISTRIES, files);
        }
        const members = new Map([...dirtyShards].map((shard) => [shard, [] as string[]]));
        dirtyShards.clear();
        for (const uri of uris) members.get(shardOf(uri))?.push(uri);
        for (const [shard, uris] of members) {
          const files = uris.flatMap((uri): PackedFile[] => {
            const [known, stamp] = [findBrief(uri), stampOf(uri)];
            return known && stamp !== undefined ? [{ uri, stamp, ...known }] : [];
          });
          await store.put(shardName(shard), { names, batch: createBatch(files, strings) } satisfies Shard);
        }
      };
      pendingSave = pendingSave.then(save, save);
      return pendingSave;
    },
  };
}

function shardName(shard: number): string {
  return `files-${shard}`;
}

function shardOf(uri: string): number {
  return (hashText(uri) >>> 0) % SHARD_COUNT;
}
