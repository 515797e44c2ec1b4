/** The layout of packed facts: rows of numbers in one array, in which strings are numbers of the string table. */

import type { Citation } from '../../syntax/ast.ts';
import type { WholeBrief } from './wholeBrief.ts';

export interface PackedFacts {
  /** The header (date, number of rows of each kind), then the rows kind by kind, as in `ROW_LAYOUTS`. */
  readonly numbers: Int32Array;
  /** What only few briefs have. */
  readonly rest: RareFacts | undefined;
}

export interface RareFacts {
  readonly profile?: string | undefined;
  /** Paths of bibliographies. */
  readonly bibliography?: readonly string[];
  readonly ignored?: readonly string[];
  /** Citations that cannot be read again from their words: long ones, and those with tags or keys. */
  readonly others?: readonly Citation[];
  /** By the row of a citation, the codes of the rules that are silenced for it. */
  readonly silenced?: ReadonlyMap<number, readonly string[]>;
  /** By the row of a citation that counts only if the registries say so, the outlets they must have; none of a key. */
  readonly conditions?: ReadonlyMap<number, readonly string[]>;
  /** Of a brief in which one citation decides about others: it is read again when the registries answer its questions. */
  readonly whole?: WholeBrief;
}

/** The numbers of a row of each kind, and which of them are numbers of strings. `at` is the start of the block. */
export const ROW_LAYOUTS = {
  /** At; start, end; surface, its start and end; type, its start and end; id, its start and end. */
  tags: { width: 12, strings: [3, 6, 9] },
  /** Title, start, end. */
  sections: { width: 3, strings: [0] },
  /** List of ids; at; start, end; whether it can be tagged (1 or 0). */
  mentions: { width: 5, strings: [0] },
  /**
   * Words, or `-1 - n` for the nth of `others`; index of the citation in the words; at; offset of the words; start and end of
   * the group; citation key (see `citationNumbersOf`).
   */
  citations: { width: 7, strings: [0, 6] },
  /** At; start, end; start of a note in the file. A marker of several notes has several rows. */
  markers: { width: 4, strings: [] },
} as const;
export type RowKind = keyof typeof ROW_LAYOUTS;

export const ROW_ORDER = ['tags', 'sections', 'mentions', 'citations', 'markers'] as const satisfies RowKind[];
/** Year, month and day, then the number of rows of each kind. */
export const HEADER_LENGTH = 3 + ROW_ORDER.length;
export const ABSENT = -1;

/** Calls `each` for every row of a kind, with the index at which its numbers begin and the number of the row. */
export function forEachRow({ numbers }: PackedFacts, rowKind: RowKind, each: (at: number, row: number) => void): void {
  let at = HEADER_LENGTH;
  for (let index = 0; ROW_ORDER[index] !== rowKind; index++)
    at += numbers[3 + index]! * ROW_LAYOUTS[ROW_ORDER[index]!].width;
  const [count, { width }] = [numbers[3 + ROW_ORDER.indexOf(rowKind)]!, ROW_LAYOUTS[rowKind]];
  for (let row = 0; row < count; row++, at += width) each(at, row);
}

/** Replaces the numbers of strings in packed facts, in place, by those of another string table. */
export function renumberStrings(numbers: Int32Array, newNumberOf: (old: number) => number): void {
  let at = HEADER_LENGTH;
  for (const [index, kind] of ROW_ORDER.entries()) {
    const { width, strings } = ROW_LAYOUTS[kind];
    for (let row = 0; row < numbers[3 + index]!; row++, at += width) {
      for (const column of strings) {
        const old = numbers[at + column]!;
        // A negative number is no string.
        if (old >= 0) numbers[at + column] = newNumberOf(old);
      }
    }
  }
}
