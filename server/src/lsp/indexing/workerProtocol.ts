/** Reading many closed briefs in other threads, where there are any: what they are asked and what they answer. */

import { lineStarts } from '../../base/text/positions.ts';
import { createNameFinder } from '../../names/nameFinder.ts';
import { frontMatterRegistryOf, readBrief } from '../../syntax/brief/brief.ts';
import { type Batch, createNextBatch, type PackedFile } from '../../workspace/index/packedBatch.ts';
import { packFacts } from '../../workspace/index/packedFacts.ts';
import { createStringTable } from '../../workspace/index/stringTable.ts';

/** Files that were read elsewhere. */
export interface ReadBatch {
  readonly batch: Batch | undefined;
  /** What `fromBatch` has to know of the batches before. */
  readonly known: number[];
  /** Those that could not be, or that depend on more than the names: to be read here. */
  readonly unread: readonly string[];
  /** Those that name nothing of what has changed. */
  readonly unchanged: readonly string[];
}

/** The names that briefs are read with, as `Workspace.names` says them. */
export interface SearchNames {
  readonly names: string;
  /** Of briefs that were read before, all names that are other ones now, in the same way: where none of them stands there is nothing to read. */
  readonly changedNames?: string | undefined;
}

export interface WorkerPool {
  /** Says that there will be so many files to read soon. */
  prepare(files: number): void;
  /** Reads briefs in their order. Whoever stops asking stops the reading. */
  readBriefs(uris: readonly string[], names: SearchNames): AsyncIterable<ReadBatch>;
}

/** A file as it is now. The stamp is of before: what is written in between must not be taken for read. */
export interface FileContent {
  readonly stamp: string | undefined;
  readonly text: string | undefined;
}

/** What another thread answers. */
export type WorkerResponse = Omit<ReadBatch, 'known'> & { readonly batch: Batch };

/** Whoever reads briefs there. Of the words of its answers each is said once. */
export function createBriefReader(
  { names, changedNames: changed }: SearchNames,
  readFile: (uri: string) => FileContent,
): (uris: readonly string[]) => WorkerResponse {
  const finder = createNameFinder(JSON.parse(names));
  const changedNameFinder = changed === undefined ? undefined : createNameFinder(JSON.parse(changed));
  const stringTable = createStringTable();
  return (uris) => {
    const files: PackedFile[] = [];
    const left: string[] = [];
    const same: string[] = [];
    const said = stringTable.size();
    for (const uri of uris) {
      const { stamp = '', text } = readFile(uri);
      if (text !== undefined && changedNameFinder?.(text, []).length === 0) same.push(uri);
      else {
        const brief = text === undefined ? undefined : readBrief(text);
        if (brief && !frontMatterRegistryOf(brief)) {
          const lines = Int32Array.from(lineStarts(brief.text));
          files.push({ uri, stamp, packed: packFacts(brief, finder, stringTable), lines });
        } else left.push(uri);
      }
    }
    return { batch: createNextBatch(files, stringTable, said), unread: left, unchanged: same };
  };
}
