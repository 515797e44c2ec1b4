/** The facts of many closed briefs as plain data, to be stored in a file or sent to another thread. */
import { getOrInsert } from '../../base/memo/maps.ts';
import { type PackedFacts, renumberStrings } from './packedRows.ts';
import type { StringTable } from './stringTable.ts';

export interface PackedFile {
  readonly uri: string;
  /** Of the file as it was read (`IndexStore.fileStamp`). */
  readonly stamp: string;
  readonly packed: PackedFacts;
  /** The offsets at which its lines begin. */
  readonly lines: Int32Array;
}

/** The facts of several files, joined. Numbers of strings are those of the table they were packed with. */
interface JoinedFiles {
  readonly uris: readonly string[];
  readonly stamps: readonly string[];
  /** For each file, where its part of `numbers` ends and where its part of `lines` ends. */
  readonly ends: Int32Array;
  readonly numbers: Int32Array;
  readonly lines: Int32Array;
  /** By the index of the file. */
  readonly rests: ReadonlyMap<number, NonNullable<PackedFacts['rest']>>;
}

/** Joined files and their strings: all of them, or only those that no earlier batch of a series contained. */
export interface Batch extends JoinedFiles {
  readonly strings: readonly string[];
}

/** Joins files with all their strings. The files stay as they are. */
export function createBatch(files: readonly PackedFile[], strings: StringTable): Batch {
  const joined = joinFiles(files);
  const used: string[] = [];
  const newNumbers = new Map<number, number>();
  forEachFile(joined, (numbers) =>
    renumberStrings(numbers, (old) => getOrInsert(newNumbers, old, () => used.push(strings.stringAt(old)) - 1)),
  );
  return { ...joined, strings: used };
}

/** Joins files with the strings that have been added to the table since it had `from` of them. */
export function createNextBatch(files: readonly PackedFile[], strings: StringTable, from: number): Batch {
  const added: string[] = [];
  for (let number = from; number < strings.size(); number++) added.push(strings.stringAt(number));
  return { ...joinFiles(files), strings: added };
}

/**
 * The files of a batch. The batch must not be used again: its arrays are those of the files now. `stringNumbers` maps the
 * strings of a series of batches to numbers of `strings`; those of this batch are appended to it.
 */
export function unpackBatch(batch: Batch, strings: StringTable, stringNumbers: number[] = []): PackedFile[] {
  const { uris, stamps, rests } = batch;
  for (const string of batch.strings) stringNumbers.push(strings.intern(string));
  const files: PackedFile[] = [];
  forEachFile(batch, (numbers, lines, index) => {
    renumberStrings(numbers, (old) => stringNumbers[old]!);
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

/** Calls `each` with the parts and the index of every file. */
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
