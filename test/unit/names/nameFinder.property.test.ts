import fc from 'fast-check';
import { expect } from 'vitest';
import type { Span } from '../../../server/src/base/text/span.ts';
import {
  createDifferenceFinder,
  createNameFinder,
  type Mention,
  type Name,
  type NameFinder,
} from '../../../server/src/names/nameFinder.ts';
import { testProperty } from '../support/arbitraries.ts';

const word = fc.constantFrom(
  ...['a', 'A', 'b', 'B', 'IS', 'is', 'é', 'É', 'e\u0301', '中', '文', 'ー', 'я', 'Я', '𐐔', '1', 'İ', 'ß', 'ά'],
);
const joint = fc.constantFrom(
  ...['', '', ' ', ' ', '  ', '\n', '\u00a0', '-', '–', '’', "'", '.', '/', '\u0301', '\ud801', '\udc14'],
);
const words = (most: number) =>
  fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: most }).map((parts) => parts.flat().join(''));

testProperty(
  'the finder equals a naive search',
  fc.array(words(3), { minLength: 1, maxLength: 8 }),
  words(16),
  fc.array(fc.tuple(fc.nat(30), fc.nat(6)), { maxLength: 2 }),
  (texts, text, holes) => {
    const named = texts.map((one, index) => ({ text: one, id: `e${index % 5}` }));
    const skip = holes
      .map(([start, length]) => ({
        start: Math.min(start, text.length),
        end: Math.min(start + length + 1, text.length),
      }))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start)
      .filter((span, index, all) => index === 0 || span.start >= all[index - 1]!.end);
    const found = createNameFinder(named)(text, skip).map(sortIds);
    expect(found).toEqual(findNaively(named, text, skip).map(sortIds));
  },
);

testProperty(
  'a finder derived from another equals one built from scratch, and leaves the other unchanged',
  fc.array(fc.array(words(3), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  fc.array(words(8), { minLength: 1, maxLength: 4 }),
  (lists, texts) => {
    const made: { finder: NameFinder; named: Name[] }[] = [];
    for (const list of lists) {
      const named = list.map((one, index) => ({ text: one, id: `e${index % 3}` }));
      made.push({ named, finder: createNameFinder(named, made.at(-1)?.finder) });
    }
    for (const { finder, named } of made) {
      const afresh = createNameFinder(named);
      for (const text of texts) expect(finder(text, [])).toEqual(afresh(text, []));
      for (const other of made) {
        const difference = createDifferenceFinder(finder, other.finder);
        for (const text of texts)
          if (difference?.(text, []).length === 0) expect(other.finder(text, [])).toEqual(finder(text, []));
      }
    }
  },
);

function sortIds(mention: Mention): Mention {
  return { ...mention, ids: [...mention.ids].sort() };
}

/** Tries every name at every offset. */
function findNaively(named: readonly Name[], text: string, skip: readonly Span[]): Mention[] {
  const mentions: Mention[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = text.length; end > start; end--) {
      if (skip.some((span) => span.start < end && start < span.end)) continue;
      if (!mayMeet(text, start) || !mayMeet(text, end)) continue;
      const words = text.slice(start, end);
      const ids = named.filter((name) => bears(words, name.text.trim(), text.slice(end))).map(({ id }) => id);
      if (ids.length === 0) continue;
      mentions.push({ start, end, ids: [...new Set(ids)] });
      start = end - 1;
      break;
    }
  }
  return mentions;
}

function bears(words: string, name: string, after: string): boolean {
  if (name === '' || foldNaively(words) !== foldNaively(name)) return false;
  if (!/\p{Lu}/u.test(name)) return true;
  const letters = name.match(/\p{L}/gu) ?? [];
  const isShort = letters.length > 0 && letters.length <= 4 && !/\p{Ll}/u.test(name);
  if (!isShort) return /\p{Lu}/u.test(words);
  return words === words.toUpperCase() && !/^-\p{Lu}/u.test(after);
}

function foldNaively(words: string): string {
  const units = Array.from({ length: words.length }, (_, index) => words.charAt(index));
  return units
    .map((unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑–—]/g, '-');
}

/** Whether there is a word boundary at an offset. */
function mayMeet(text: string, at: number): boolean {
  const before = /(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])$/.exec(text.slice(0, at))?.[0] ?? '';
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  const spaced = (char: string) =>
    /[\p{L}\p{M}\p{N}]/u.test(char) && !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(char);
  return !spaced(before) || !spaced(after);
}
