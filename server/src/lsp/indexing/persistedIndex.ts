/**
 * What is known of closed briefs, kept from one start to the next. The files are dealt to some shards, so that neither
 * reading nor writing them holds anybody up, and a change writes little.
 */

import { hashText } from '../../base/memo/hash.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { type Batch, createBatch, type PackedFile, unpackBatch } from '../../workspace/index/packedBatch.ts';
import type { StringTable } from '../../workspace/index/stringTable.ts';

interface Shard {
  /** The digest of the names that the mentions of these briefs were found with. */
  readonly names: string;
  readonly batch: Batch;
}

export interface PersistedIndex {
  /** Reads what is kept. Answers how many files that are. */
  load(): Promise<number>;
  /** The files that have not changed since, if their mentions were found with these names. Each is answered once. */
  takeUnchanged(names: string, words: StringTable): Iterable<PackedFile>;
  /** The file was read or is gone: what is kept of it is out of date. `stamp` is of before it was read. */
  recordFile(uri: string, stamp: string | undefined): void;
  /** Nothing has changed in the file, but in what its mentions are found with. */
  markDirty(uri: string): void;
  /** Keeps what has changed. `find` says what is known of a file now; undefined for what cannot be kept. */
  save(
    uris: Iterable<string>,
    names: string,
    words: StringTable,
    find: (uri: string) => Pick<PackedFile, 'packed' | 'lines'> | undefined,
  ): Promise<void>;
}

const SHARD_COUNT = 64;

export function createPersistedIndex(store: IndexStore): PersistedIndex {
  let shards: Shard[] = [];
  const stamps = new Map<string, string>();
  const dirtyShards = new Set<number>();
  let pendingSave: Promise<void> = Promise.resolve();

  return {
    async load() {
      const found = await Promise.all(Array.from({ length: SHARD_COUNT }, (_, shard) => store.get(shardName(shard))));
      shards = found.filter((shard) => shard !== undefined) as Shard[];
      return shards.reduce((sum, { batch }) => sum + batch.uris.length, 0);
    },
    *takeUnchanged(names, words) {
      const kept = shards;
      shards = [];
      for (const shard of kept) {
        if (shard.names !== names) continue;
        for (const file of unpackBatch(shard.batch, words)) {
          if (file.stamp !== store.fileStamp(file.uri)) continue;
          stamps.set(file.uri, file.stamp);
          yield file;
        }
      }
    },
    recordFile(uri, stamp) {
      if (stamp === undefined) stamps.delete(uri);
      else stamps.set(uri, stamp);
      dirtyShards.add(shardOf(uri));
    },
    markDirty: (uri) => void dirtyShards.add(shardOf(uri)),
    save(uris, names, words, find) {
      const save = async () => {
        const members = new Map([...dirtyShards].map((shard) => [shard, [] as string[]]));
        dirtyShards.clear();
        for (const uri of uris) members.get(shardOf(uri))?.push(uri);
        for (const [shard, uris] of members) {
          const files = uris.flatMap((uri): PackedFile[] => {
            const [known, stamp] = [find(uri), stamps.get(uri)];
            return known && stamp !== undefined ? [{ uri, stamp, ...known }] : [];
          });
          await store.put(shardName(shard), { names, batch: createBatch(files, words) } satisfies Shard);
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
