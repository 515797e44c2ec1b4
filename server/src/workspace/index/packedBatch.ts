/** What is known of many closed briefs as plain data, to be kept in a file or sent to another thread. */
import { getOrInsert } from '../../base/memo/maps.ts';
import { type PackedFacts, renumberStrings } from './packedFacts.ts';
import type { StringTable } from './stringTable.ts';

export interface PackedFile {
  readonly uri: string;
  /** Of the file as it was read; see `IndexStore`. */
  readonly stamp: string;
  readonly packed: PackedFacts;
  /** Where its lines begin. */
  readonly lines: Int32Array;
}

/** Files in one piece. Their numbers of words are those of whoever put them together. */
interface JoinedFiles {
  readonly uris: readonly string[];
  readonly stamps: readonly string[];
  /** Of every file where its part of `numbers` and its part of `lines` end. */
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
  readonly lines: Int32Array;
  /** By the number of the file. */
  readonly rests: ReadonlyMap<number, NonNullable<PackedFacts['rest']>>;
}

/** Files, and the texts of the words they speak of: all of them, or those that no earlier batch of a row had. */
export interface Batch extends JoinedFiles {
  readonly words: readonly string[];
}

/** Puts files together, which stay as they are, with all their words. */
export function createBatch(files: readonly PackedFile[], strings: StringTable): Batch {
  const joined = joinFiles(files);
  const texts: string[] = [];
  const numberByString = new Map<number, number>();
  forEachFile(joined, (numbers) =>
    renumberStrings(numbers, (word) => getOrInsert(numberByString, word, () => texts.push(strings.stringAt(word)) - 1)),
  );
  return { ...joined, words: texts };
}

/** Puts files together with the words that are new since there were `from` of them. */
export function createNextBatch(files: readonly PackedFile[], strings: StringTable, from: number): Batch {
  const texts: string[] = [];
  for (let word = from; word < strings.size(); word++) texts.push(strings.stringAt(word));
  return { ...joinFiles(files), words: texts };
}

/**
 * The files of a batch, which is used up: its numbers become theirs. `known` says of batches that follow each other the
 * numbers of the words so far, and learns those of this one.
 */
export function unpackBatch(batch: Batch, strings: StringTable, stringNumbers: number[] = []): PackedFile[] {
  const { uris, stamps, rests } = batch;
  for (const text of batch.words) stringNumbers.push(strings.intern(text));
  const files: PackedFile[] = [];
  forEachFile(batch, (numbers, lines, index) => {
    renumberStrings(numbers, (word) => stringNumbers[word]!);
    files.push({ uri: uris[index]!, stamp: stamps[index]!, packed: { numbers, rest: rests.get(index) }, lines });
  });
  return files;
}

function joinFiles(files: readonly PackedFile[]): JoinedFiles {
  const ends = new Int32Array(files.length * 2);
  const rests = new Map<number, NonNullable<PackedFacts['rest']>>();
  let [end, line] = [0, 0];
  for (const [index, { packed, lines }] of files.entries()) {
    end += packed.numbers.length;
    line += lines.length;
    ends.set([end, line], index * 2);
    if (packed.rest) rests.set(index, packed.rest);
  }
  return {
    uris: files.map(({ uri }) => uri),
    stamps: files.map(({ stamp }) => stamp),
    ends,
    numbers: concat(files.map(({ packed }) => packed.numbers)),
    lines: concat(files.map(({ lines }) => lines)),
    rests,
  };
}

/** Calls `each` with the parts of every file. */
function forEachFile(
  { uris, ends, numbers, lines }: JoinedFiles,
  each: (numbers: Int32Array, lines: Int32Array, index: number) => void,
): void {
  let [from, line] = [0, 0];
  for (let index = 0; index < uris.length; index++) {
    const [end, lastLine] = [ends[index * 2]!, ends[index * 2 + 1]!];
    each(numbers.subarray(from, end), lines.subarray(line, lastLine), index);
    [from, line] = [end, lastLine];
  }
}

function concat(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
