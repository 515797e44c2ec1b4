/**
 * What is known of closed briefs, kept from one start to the next. The files are dealt to some shards, so that neither
 * reading nor writing them holds anybody up, and a change writes little.
 */

import { hashOf } from '../../base/memo/hash.ts';
import type { IndexStore } from '../../host/indexStore.ts';
import { type Batch, fromBatch, type PackedFile, toBatch } from '../../workspace/index/packedBatch.ts';
import type { Words } from '../../workspace/index/stringTable.ts';

interface Shard {
  /** The digest of the names that the mentions of these briefs were found with. */
  readonly names: string;
  readonly batch: Batch;
}

export interface KeptIndex {
  /** Reads what is kept. Answers how many files that are. */
  load(): Promise<number>;
  /** The files that have not changed since, if their mentions were found with these names. Each is answered once. */
  take(names: string, words: Words): Iterable<PackedFile>;
  /** The file was read or is gone: what is kept of it is out of date. `stamp` is of before it was read. */
  note(uri: string, stamp: string | undefined): void;
  /** Nothing has changed in the file, but in what its mentions are found with. */
  confirm(uri: string): void;
  /** Keeps what has changed. `find` says what is known of a file now; undefined for what cannot be kept. */
  save(
    uris: Iterable<string>,
    names: string,
    words: Words,
    find: (uri: string) => Pick<PackedFile, 'packed' | 'lines'> | undefined,
  ): Promise<void>;
}

const SHARDS = 64;

export function createKeptIndex(store: IndexStore): KeptIndex {
  let shards: Shard[] = [];
  const stamps = new Map<string, string>();
  const changed = new Set<number>();
  let saving: Promise<void> = Promise.resolve();

  return {
    async load() {
      const found = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => store.get(nameOf(shard))));
      shards = found.filter((shard) => shard !== undefined) as Shard[];
      return shards.reduce((sum, { batch }) => sum + batch.uris.length, 0);
    },
    *take(names, words) {
      const kept = shards;
      shards = [];
      for (const shard of kept) {
        if (shard.names !== names) continue;
        for (const file of fromBatch(shard.batch, words)) {
          if (file.stamp !== store.stampOf(file.uri)) continue;
          stamps.set(file.uri, file.stamp);
          yield file;
        }
      }
    },
    note(uri, stamp) {
      if (stamp === undefined) stamps.delete(uri);
      else stamps.set(uri, stamp);
      changed.add(shardOf(uri));
    },
    confirm: (uri) => void changed.add(shardOf(uri)),
    save(uris, names, words, find) {
      const save = async () => {
        const members = new Map([...changed].map((shard) => [shard, [] as string[]]));
        changed.clear();
        for (const uri of uris) members.get(shardOf(uri))?.push(uri);
        for (const [shard, uris] of members) {
          const files = uris.flatMap((uri): PackedFile[] => {
            const [known, stamp] = [find(uri), stamps.get(uri)];
            return known && stamp !== undefined ? [{ uri, stamp, ...known }] : [];
          });
          await store.put(nameOf(shard), { names, batch: toBatch(files, words) } satisfies Shard);
        }
      };
      saving = saving.then(save, save);
      return saving;
    },
  };
}

function nameOf(shard: number): string {
  return `files-${shard}`;
}

function shardOf(uri: string): number {
  return (hashOf(uri) >>> 0) % SHARDS;
}
