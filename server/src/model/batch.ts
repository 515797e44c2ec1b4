/** What is known of many closed briefs as plain data, to be kept in a file or sent to another thread. */
import type { PackedFacts } from './packedFacts.ts';
import { renumber } from './packedFacts.ts';
import type { Words } from './words.ts';

export interface PackedFile {
  readonly uri: string;
  /** Of the file as it was read; see `IndexStore`. */
  readonly stamp: string;
  readonly packed: PackedFacts;
  /** Where its lines begin. */
  readonly lines: Int32Array;
}

export interface Batch {
  readonly uris: readonly string[];
  readonly stamps: readonly string[];
  readonly words: readonly string[];
  /** Which of them are lists of ids. */
  readonly lists: readonly number[];
  /** Of every file where its part of `numbers` and its part of `lines` end. */
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
  readonly lines: Int32Array;
  /** By the number of the file. */
  readonly rests: ReadonlyMap<number, NonNullable<PackedFacts['rest']>>;
}

/** Puts files together, which stay as they are. */
export function toBatch(files: readonly PackedFile[], words: Words): Batch {
  const ends = new Int32Array(files.length * 2);
  const all = joined(files.map(({ packed }) => packed.numbers));
  const texts: string[] = [];
  const lists: number[] = [];
  const known = new Map<number, number>();
  const numberHere = (word: number) => {
    let number = known.get(word);
    if (number === undefined) {
      number = texts.push(words.textOf(word)) - 1;
      if (words.isIds(word)) lists.push(number);
      known.set(word, number);
    }
    return number;
  };
  const rests = new Map<number, NonNullable<PackedFacts['rest']>>();
  for (const [index, { packed, lines }] of files.entries()) {
    const [from, line] = index > 0 ? ends.subarray(index * 2 - 2) : [0, 0];
    ends.set([from! + packed.numbers.length, line! + lines.length], index * 2);
    renumber(all.subarray(from, ends[index * 2]), numberHere);
    if (packed.rest) rests.set(index, packed.rest);
  }
  return {
    uris: files.map(({ uri }) => uri),
    stamps: files.map(({ stamp }) => stamp),
    words: texts,
    lists,
    ends,
    numbers: all,
    lines: joined(files.map(({ lines }) => lines)),
    rests,
  };
}

/** The files of a batch, which is used up: its numbers become theirs. */
export function* fromBatch({ uris, stamps, words: texts, lists, ends, numbers, lines, rests }: Batch, words: Words) {
  const known = Int32Array.from(texts, (text) => words.numberOf(text));
  for (const list of lists) words.idsOf(known[list]!);
  const numberThere = (word: number) => known[word]!;
  let [from, line] = [0, 0];
  for (const [index, uri] of uris.entries()) {
    const [end, lastLine] = [ends[index * 2]!, ends[index * 2 + 1]!];
    const own = numbers.subarray(from, end);
    renumber(own, numberThere);
    const packed: PackedFacts = { numbers: own, rest: rests.get(index) };
    yield { uri, stamp: stamps[index]!, packed, lines: lines.subarray(line, lastLine) } satisfies PackedFile;
    [from, line] = [end, lastLine];
  }
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
