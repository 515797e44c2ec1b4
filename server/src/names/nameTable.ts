/**
 * A hash table of names and their prefixes: one lookup per word of a text tells whether a name starts there. Typed arrays
 * keep it small and fast to build: 100,000 names take a few megabytes and tens of milliseconds.
 *
 * A name consists of pieces: words, white space and single punctuation marks. Its prefixes end with one of the pieces.
 * Different prefixes can have the same hash, so a match is always compared with the text.
 */
import { BLANK_FLAG, charInfoAt, foldedUnit, LETTER_FLAG } from './charFolding.ts';

/** One name or alias of an entity. */
export interface Name {
  readonly text: string;
  readonly id: string;
  /** Of a person: the family name, which can stand for the full name (see `surnames.ts`). */
  readonly surname?: string;
  /** Whether this is no name of its own but a form of the family name alone. */
  readonly isSurname?: boolean;
}

export interface NameTable {
  readonly names: readonly Name[];
  /** The hashes of prefixes, with open addressing; 0 marks a free slot. The length is a power of two. */
  readonly hashes: Int32Array;
  /** For each slot the first name that is the whole prefix, counted from 1; 0 if there is none. */
  readonly firstNames: Int32Array;
  /** For each name the next name with the same hash, counted from 1; 0 if there is none. */
  readonly nextNames: Int32Array;
}

/** An offset in a text, and the hash of the pieces before it. */
export interface Cursor {
  at: number;
  hash: number;
}

/** The hash of an empty text. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
export const EMPTY_HASH = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const MIN_SLOTS = 16;
/** Longer names are not found. The limit keeps the search linear; official names stay far below it. */
export const MAX_NAME_LENGTH = 300;

/** Moves the cursor over one piece of the text. Returns whether it was white space; a run of white space is one piece. */
export function advance(cursor: Cursor, text: string): boolean {
  let { at } = cursor;
  let charInfo = charInfoAt(text, at++);
  let hash = Math.imul(cursor.hash ^ foldedUnit(charInfo), FNV_PRIME);
  const isBlank = (charInfo & BLANK_FLAG) !== 0;
  if ((charInfo & LETTER_FLAG) !== 0) {
    for (; at < text.length; at++) {
      charInfo = charInfoAt(text, at);
      if ((charInfo & LETTER_FLAG) === 0) break;
      hash = Math.imul(hash ^ foldedUnit(charInfo), FNV_PRIME);
    }
  } else if (isBlank) while (at < text.length && (charInfoAt(text, at) & BLANK_FLAG) !== 0) at++;
  cursor.at = at;
  cursor.hash = hash || 1;
  return isBlank;
}

/** The hash of a whole text. */
export function hashOfName(text: string): number {
  const cursor = { at: 0, hash: EMPTY_HASH };
  while (cursor.at < text.length) advance(cursor, text);
  return cursor.hash;
}

/** Creates a table of names, trimmed. Blank and overlong names are left out. */
export function createNameTable(names: readonly Name[]): NameTable {
  let hashes = new Int32Array(MIN_SLOTS);
  let firstNames = new Int32Array(MIN_SLOTS);
  let used = 0;
  const grow = () => {
    const old = { hashes, firsts: firstNames };
    hashes = new Int32Array(old.hashes.length * 2);
    firstNames = new Int32Array(hashes.length);
    for (let slot = 0; slot < old.hashes.length; slot++) {
      const hash = old.hashes[slot]!;
      if (hash === 0) continue;
      const target = slotOf(hashes, hash);
      hashes[target] = hash;
      firstNames[target] = old.firsts[slot]!;
    }
  };
  const nextNames = new Int32Array(names.length);
  const cursor = { at: 0, hash: 0 };
  // Backwards, so that names with the same hash are linked in their order.
  for (let index = names.length - 1; index >= 0; index--) {
    const text = names[index]!.text.trim();
    if (text === '' || text.length > MAX_NAME_LENGTH) continue;
    cursor.at = 0;
    cursor.hash = EMPTY_HASH;
    let slot = 0;
    while (cursor.at < text.length) {
      // A prefix never ends with white space: the search does not look it up.
      if (advance(cursor, text)) continue;
      slot = slotOf(hashes, cursor.hash);
      if (hashes[slot] !== 0) continue;
      if (used * 2 >= hashes.length) {
        grow();
        slot = slotOf(hashes, cursor.hash);
      }
      used++;
      hashes[slot] = cursor.hash;
    }
    nextNames[index] = firstNames[slot]!;
    firstNames[slot] = index + 1;
  }
  return { names, hashes, firstNames, nextNames };
}

/** The slot of a hash, or the free slot for it. */
function slotOf(hashes: Int32Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (hashes[slot] !== hash && hashes[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

/** Whether some name has a prefix with this hash; with a small chance of false positives. */
export function isNamePrefix({ hashes }: NameTable, hash: number): boolean {
  return hashes[slotOf(hashes, hash)] !== 0;
}

/** Whether some name has this hash as a whole. */
export function isCompleteName({ hashes, firstNames }: NameTable, hash: number): boolean {
  return firstNames[slotOf(hashes, hash)] !== 0;
}

/** The indexes of the names with this hash, in order. */
export function nameIndexesWithHash({ hashes, firstNames, nextNames }: NameTable, hash: number): number[] {
  const found: number[] = [];
  const first = firstNames[slotOf(hashes, hash)]!;
  for (let one = first; one !== 0; one = nextNames[one - 1]!) found.push(one - 1);
  return found;
}
