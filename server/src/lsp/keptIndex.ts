/**
 * What is known of closed files, kept from one start to the next. The files are dealt to some shards, so that neither
 * reading nor writing them holds anybody up, and a change writes little.
 */
import type { IndexStore } from '../host/indexStore.ts';
import type { PackedFacts } from '../model/packedFacts.ts';
import type { Registry } from '../syntax/registryTypes.ts';

/** One closed file. */
export interface KeptFile {
  readonly uri: string;
  /** Of the file as it was read. */
  readonly stamp: string;
  readonly lines: Int32Array;
  /** Of a registry. */
  readonly registry?: Registry | undefined;
  /** Of a brief. */
  readonly packed?: PackedFacts | undefined;
}

interface Shard {
  /** The digest of the names that the mentions of these briefs were found with. */
  readonly names: string;
  readonly files: readonly KeptFile[];
}

export interface KeptIndex {
  /** Reads what is kept. */
  load(): Promise<void>;
  /** A file as it is kept, if it has not changed since; of a brief only when its mentions were found with these names. */
  find(uri: string, names: string | undefined): KeptFile | undefined;
  /** The file was read or is gone: what is kept of it is out of date. `stamp` is of before it was read. */
  note(uri: string, stamp: string | undefined): void;
  /** Keeps what has changed. `take` says what is known of a file now; undefined for what cannot be kept. */
  save(
    uris: Iterable<string>,
    names: string,
    take: (uri: string) => Omit<KeptFile, 'uri' | 'stamp'> | undefined,
  ): Promise<void>;
}

const SHARDS = 64;

export function createKeptIndex(store: IndexStore): KeptIndex {
  const kept = new Map<string, KeptFile & { readonly names: string }>();
  const stamps = new Map<string, string>();
  const changed = new Set<number>();
  let saving: Promise<void> = Promise.resolve();

  return {
    async load() {
      for (let shard = 0; shard < SHARDS; shard++) {
        const { names, files } = ((await store.get(nameOf(shard))) ?? { names: '', files: [] }) as Shard;
        for (const file of files) kept.set(file.uri, { ...file, names });
      }
    },
    find(uri, names) {
      const file = kept.get(uri);
      const stamp = file && store.stampOf(uri);
      if (!file || stamp !== file.stamp || (file.packed && names !== file.names)) return undefined;
      kept.delete(uri);
      stamps.set(uri, stamp);
      return file;
    },
    note(uri, stamp) {
      kept.delete(uri);
      if (stamp === undefined) stamps.delete(uri);
      else stamps.set(uri, stamp);
      changed.add(shardOf(uri));
    },
    save(uris, names, take) {
      const save = async () => {
        const shards = new Map([...changed].map((shard) => [shard, [] as string[]]));
        changed.clear();
        for (const uri of uris) shards.get(shardOf(uri))?.push(uri);
        for (const [shard, members] of shards) {
          const files = members.flatMap((uri): KeptFile[] => {
            const [known, stamp] = [take(uri), stamps.get(uri)];
            return known && stamp !== undefined ? [{ uri, stamp, ...known }] : [];
          });
          await store.put(nameOf(shard), { names, files } satisfies Shard);
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

/** Any spread will do, as long as it stays the same. */
function shardOf(uri: string): number {
  let hash = 0;
  for (let at = 0; at < uri.length; at++) hash = (Math.imul(hash, 31) + uri.charCodeAt(at)) | 0;
  return (hash >>> 0) % SHARDS;
}
