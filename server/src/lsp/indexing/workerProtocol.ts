/** Reading many closed briefs in other threads, where there are any: what they are asked and what they answer. */

import { lineStarts } from '../../base/text/positions.ts';
import { createNameFinder } from '../../names/nameFinder.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { inlineRegistry } from '../../workspace/index/briefFacts.ts';
import { type Batch, type PackedFile, toNextBatch } from '../../workspace/index/packedBatch.ts';
import { pack } from '../../workspace/index/packedFacts.ts';
import { createWords } from '../../workspace/index/stringTable.ts';

/** Files that were read elsewhere. */
export interface ReadBatch {
  readonly batch: Batch | undefined;
  /** What `fromBatch` has to know of the batches before. */
  readonly known: number[];
  /** Those that could not be, or that depend on more than the names: to be read here. */
  readonly left: readonly string[];
  /** Those that name nothing of what has changed. */
  readonly same: readonly string[];
}

/** The names that briefs are read with, as `Workspace.names` says them. */
export interface ReadingNames {
  readonly names: string;
  /** Of briefs that were read before, all names that are other ones now, in the same way: where none of them stands there is nothing to read. */
  readonly changed?: string | undefined;
}

export interface Readers {
  /** Says that there will be so many files to read soon. */
  getReady(files: number): void;
  /** Reads briefs in their order. Whoever stops asking stops the reading. */
  read(uris: readonly string[], names: ReadingNames): AsyncIterable<ReadBatch>;
}

/** A file as it is now. The stamp is of before: what is written in between must not be taken for read. */
export interface Seen {
  readonly stamp: string | undefined;
  readonly text: string | undefined;
}

/** What another thread answers. */
export type Answer = Omit<ReadBatch, 'known'> & { readonly batch: Batch };

/** Whoever reads briefs there. Of the words of its answers each is said once. */
export function createReader(
  { names, changed }: ReadingNames,
  look: (uri: string) => Seen,
): (uris: readonly string[]) => Answer {
  const finder = createNameFinder(JSON.parse(names));
  const difference = changed === undefined ? undefined : createNameFinder(JSON.parse(changed));
  const words = createWords();
  return (uris) => {
    const files: PackedFile[] = [];
    const left: string[] = [];
    const same: string[] = [];
    const said = words.count();
    for (const uri of uris) {
      const { stamp = '', text } = look(uri);
      if (text !== undefined && difference?.(text, []).length === 0) same.push(uri);
      else {
        const brief = text === undefined ? undefined : readBrief(text);
        if (brief && !inlineRegistry(brief)) {
          const lines = Int32Array.from(lineStarts(brief.text));
          files.push({ uri, stamp, packed: pack(brief, finder, words), lines });
        } else left.push(uri);
      }
    }
    return { batch: toNextBatch(files, words, said), left, same };
  };
}
