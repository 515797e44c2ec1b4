/** Reading many closed briefs in other threads, where there are any: what they are asked and what they answer. */
import { type Batch, type PackedFile, toBatch } from '../model/batch.ts';
import { inlineRegistry } from '../model/facts.ts';
import { createNameFinder, type NameFinder } from '../model/names.ts';
import { pack } from '../model/packedFacts.ts';
import { createWords } from '../model/words.ts';
import { readBrief } from '../syntax/brief.ts';
import { lineStarts } from '../syntax/lines.ts';

/** Files that were read elsewhere. */
export interface ReadBatch {
  readonly batch: Batch | undefined;
  /** Those that could not be, or that depend on more than the names: to be read here. */
  readonly left: readonly string[];
}

export interface Readers {
  /** Says that there will be something to read soon. */
  getReady(): void;
  /** Reads briefs with these names (see `Workspace.names`), in their order. Whoever stops asking stops the reading. */
  read(uris: readonly string[], names: string): AsyncIterable<ReadBatch>;
}

/** The finder for names as one text. */
export function finderOf(names: string): NameFinder {
  return createNameFinder(JSON.parse(names));
}

/** Reads briefs here, as `Readers` do elsewhere. */
export function readBatch(
  uris: readonly string[],
  finder: NameFinder,
  textOf: (uri: string) => string | undefined,
  stampOf: (uri: string) => string | undefined,
): ReadBatch {
  const words = createWords();
  const files: PackedFile[] = [];
  const left: string[] = [];
  for (const uri of uris) {
    // Before the text is read: what is written in between must not be taken for read.
    const stamp = stampOf(uri);
    const text = textOf(uri);
    const brief = text === undefined ? undefined : readBrief(text);
    if (brief && !inlineRegistry(brief)) {
      const packed = pack(brief, finder, words);
      files.push({ uri, stamp: stamp ?? '', packed, lines: Int32Array.from(lineStarts(brief.text)) });
    } else left.push(uri);
  }
  return { batch: toBatch(files, words), left };
}
