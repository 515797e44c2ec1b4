/**
 * Names by the hashes of their beginnings: one look for every word of a text tells whether a name begins with it. It
 * lives in typed arrays: a hundred thousand names are some megabytes, made in some ten milliseconds.
 *
 * A name is made of pieces: words, white space, single signs. What it begins with, up to the end of any of them, is a
 * beginning. Different beginnings may have one hash; therefore a name that seems to end somewhere is compared with the text.
 */
import { BLANK_FLAG, charInfoAt, foldedUnit, LETTER_FLAG } from './charFolding.ts';

/** One name or alias of an entity. */
export interface Name {
  readonly text: string;
  readonly id: string;
}

export interface NameTable {
  readonly names: readonly Name[];
  /** The hashes of beginnings, open addressing; 0 where there is none. As many as a power of two. */
  readonly hashes: Int32Array;
  /** Of each of them the first name that is no more than it, counted from 1; 0: none. */
  readonly firstNames: Int32Array;
  /** Of each name the next with the same hash, in the same way. */
  readonly nextNames: Int32Array;
}

/** A place in a text, and the hash of the pieces before it. */
export interface Cursor {
  at: number;
  hash: number;
}

/** The hash of nothing. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const MIN_SLOTS = 16;
/** Longer names are left out. */
export const MAX_NAME_LENGTH = 300;

/** Moves over one piece of the text and tells whether it was white space, which is one however long it is. */
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

/** The hash of a text as a whole. */
export function hashOfName(text: string): number {
  const cursor = { at: 0, hash: EMPTY_HASH };
  while (cursor.at < text.length) advance(cursor, text);
  return cursor.hash;
}

/** A table of names, without the white space around them. Blank ones and very long ones are left out. */
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
  // From the last to the first: names with one hash follow each other in their order.
  for (let index = names.length - 1; index >= 0; index--) {
    const text = names[index]!.text.trim();
    if (text === '' || text.length > MAX_NAME_LENGTH) continue;
    cursor.at = 0;
    cursor.hash = EMPTY_HASH;
    let slot = 0;
    while (cursor.at < text.length) {
      // Nothing is looked up after white space: no name ends there.
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

/** Where the hash is, or would be. */
function slotOf(hashes: Int32Array, hash: number): number {
  const mask = hashes.length - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  while (hashes[slot] !== hash && hashes[slot] !== 0) slot = (slot + 1) & mask;
  return slot;
}

/** Whether a name begins so; it may say yes of something else. */
export function isNamePrefix({ hashes }: NameTable, hash: number): boolean {
  return hashes[slotOf(hashes, hash)] !== 0;
}

/** Whether a name may be no more than this. */
export function isCompleteName({ hashes, firstNames: firsts }: NameTable, hash: number): boolean {
  return firsts[slotOf(hashes, hash)] !== 0;
}

/** The indexes of the names with this hash, in order. */
export function nameIndexesWithHash(
  { hashes, firstNames: firsts, nextNames: nexts }: NameTable,
  hash: number,
): number[] {
  const found: number[] = [];
  const first = firsts[slotOf(hashes, hash)]!;
  for (let one = first; one !== 0; one = nexts[one - 1]!) found.push(one - 1);
  return found;
}
