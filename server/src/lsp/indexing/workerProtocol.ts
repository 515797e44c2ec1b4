/** Reading many closed briefs in worker threads: the messages, and the reader that runs in a worker. */

import { findFolded } from '../../base/text/foldedView.ts';
import { lineStarts } from '../../base/text/positions.ts';
import { createNameFinder } from '../../names/nameFinder.ts';
import type { FileText } from '../../protocol/fileText.ts';
import { frontMatterRegistryOf, readBrief } from '../../syntax/brief/brief.ts';
import { type Batch, createNextBatch, type PackedFile } from '../../workspace/index/packedBatch.ts';
import { packFacts } from '../../workspace/index/packedFacts.ts';
import { createStringTable } from '../../workspace/index/stringTable.ts';

/** Briefs that were read in a worker. */
export interface ReadBatch {
  readonly batch: Batch | undefined;
  /** The numbers of the worker's strings in our string table, from earlier batches of the same worker (see `unpackBatch`). */
  readonly stringNumbers: number[];
  /** Briefs to be read in this thread: they could not be read, the user has to be told of them, or they define names. */
  readonly unread: readonly string[];
  /** Briefs that contain none of the changed names. */
  readonly unchanged: readonly string[];
}

/** The names to find, as in `WorkspaceStore.serializedNames`. */
export interface SearchNames {
  readonly names: string;
  /** For briefs that were read before: the names that have changed since. A brief with none of them is not read again. */
  readonly changedNames?: string | undefined;
}

export interface WorkerPool {
  /** Starts workers for this many files, which are about to be read. */
  prepare(fileCount: number): void;
  /** Reads briefs in their order. Ending the iteration ends the work. */
  readBriefs(uris: readonly string[], names: SearchNames): AsyncIterable<ReadBatch>;
}

/** A file as it is now. The stamp is taken before the text is read, so that a write in between is noticed later. */
export interface FileContent extends FileText {
  readonly stamp: string | undefined;
}

/** The answer of a worker. */
export type WorkerResponse = Omit<ReadBatch, 'stringNumbers'> & { readonly batch: Batch };

/** Creates the reader that runs in a worker. Each string is sent to the main thread once. */
export function createBriefReader(
  { names, changedNames }: SearchNames,
  readFile: (uri: string) => FileContent,
): (uris: readonly string[]) => WorkerResponse {
  const finder = createNameFinder(JSON.parse(names));
  const changedNameFinder = changedNames === undefined ? undefined : createNameFinder(JSON.parse(changedNames));
  const strings = createStringTable();
  return (uris) => {
    const files: PackedFile[] = [];
    const unread: string[] = [];
    const unchanged: string[] = [];
    const sentStrings = strings.size();
    for (const uri of uris) {
      const { stamp = '', text, note } = readFile(uri);
      if (text !== undefined && changedNameFinder && findFolded(text, [], changedNameFinder).length === 0)
        unchanged.push(uri);
      else {
        const brief = text === undefined || note ? undefined : readBrief(text, uri);
        if (brief && !frontMatterRegistryOf(brief)) {
          const lines = Int32Array.from(lineStarts(brief.text));
          files.push({ uri, stamp, packed: packFacts(brief, finder, strings), lines });
        } else unread.push(uri);
      }
    }
    return { batch: createNextBatch(files, strings, sentStrings), unread, unchanged };
  };
}
