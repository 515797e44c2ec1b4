/** Acronyms that a brief defines: `Islamic State in Khorasan Province (ISKP)`. */

import type { Located, Span } from '../base/text/span.ts';
import { type Inline, SOURCE_TYPE, type Tag } from '../syntax/ast.ts';
import { perBlock } from '../syntax/brief/perBlock.ts';
import type { Mention, NameFinder } from './nameFinder.ts';

/** A parenthesis with the acronym of the words before it. Spans count from the start of the block. */
export interface AcronymDefinition {
  readonly acronym: Located<string>;
  /** The parenthesis. */
  readonly group: Span;
  /** Where the words before it end. */
  readonly wordsEnd: number;
  /** The words whose initials are its letters, including the whole of a tag; absent if no words match. */
  readonly expansion?: Located<string>;
  /** The entity tag right before it. */
  readonly tag?: Tag;
}

/** Grades, Roman numerals, seats in a parliament and quarters are put in parentheses, too: `(B2)`, `(IV)`, `(D-NY)`, `(Q3)`. */
const nonAcronym = /^(?:[A-F][1-6]|[IVXLC]+|[DRI]-\p{Lu}{2}|Q[1-4])$/u;
/** Characters before the parenthesis that are searched: more than any name of 16 words. */
const MAX_LOOKBACK = 200;
const MAX_EXPANSION_WORDS = 16;
const wordsEndPattern = /[\p{L}\p{N}\p{M})”"’'*_]$/u;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/gu;
/** Characters allowed between the words of a name. */
const nameSeparator = /^[\s’'“”"&,/–*_-]*$/;
const connectives = new Set(
  `a al an and da das de del della der des di do dos du e el et for für i in la las le les los mit na of on or s the to
  und v van von with y ’ '`.split(/\s+/),
);

/** The definitions in a block, in text order. */
export const acronymDefinitionsIn = perBlock((block, text): readonly AcronymDefinition[] => {
  let low = 0;
  return block.groups.flatMap(({ kind, content, start, end }): AcronymDefinition[] => {
    if (kind !== 'acronym' || !content) return [];
    const value = text.slice(content.start, content.end);
    const wordsEnd = start - (text.slice(Math.max(0, start - MAX_LOOKBACK), start).match(/\s+$/)?.[0].length ?? 0);
    if (nonAcronym.test(value) || !wordsEndPattern.test(text.slice(Math.max(0, wordsEnd - 1), wordsEnd))) return [];
    const near: Inline[] = [];
    while (low < block.atoms.length && block.atoms[low]!.end <= wordsEnd - MAX_LOOKBACK) low++;
    for (let next = low; next < block.atoms.length && block.atoms[next]!.start < wordsEnd; next++)
      near.push(block.atoms[next]!);
    const last = near.at(-1);
    const tag = last?.kind === 'tag' && last.end === wordsEnd && last.type.value !== SOURCE_TYPE ? last : undefined;
    const expansion = findExpansion(near, text, wordsEnd, value);
    return [
      {
        acronym: { value, span: content },
        group: { start, end },
        wordsEnd,
        ...(expansion && { expansion }),
        ...(tag && { tag }),
      },
    ];
  });
});

/**
 * The entity that a definition is about: that of the tag before it, or of an unambiguous name before it (one of
 * `mentions`, by their ends). Names, and tags of persons and places, must account for most of the letters: `Kabul (AFP)`
 * defines nothing. Undefined if there is no such entity, or if a registry knows the acronym, which then takes precedence.
 */
export function entityOfDefinition(
  { acronym, wordsEnd, tag }: AcronymDefinition,
  text: string,
  mentions: ReadonlyMap<number, Mention>,
  finder: NameFinder,
): string | undefined {
  if (isKnownName(finder, acronym.value)) return undefined;
  if (tag) {
    const isOrganization = tag.type.value !== 'person' && tag.type.value !== 'place';
    return isOrganization || matchesInitials(tag.surface.value, acronym.value) ? tag.id.value : undefined;
  }
  const mention = mentions.get(wordsEnd);
  const [id, ...others] = mention?.ids ?? [];
  if (!mention || id === undefined || others.length > 0) return undefined;
  return matchesInitials(text.slice(mention.start, mention.end), acronym.value) ? id : undefined;
}

/** Whether a text as a whole is a name that the finder knows. */
export function isKnownName(finder: NameFinder, words: string): boolean {
  const [mention] = finder(words, []);
  return mention !== undefined && mention.start === 0 && mention.end === words.length;
}

/** Whether words of the name start with the first and most other letters of the acronym: `PKK`, Kurdistan Workers’ Party. */
export function matchesInitials(name: string, acronym: string): boolean {
  const letters = lettersOf(acronym);
  const initials = new Set([...name.matchAll(wordPattern)].map(([one]) => one[0]!.toUpperCase()));
  const matched = letters.filter((letter) => initials.has(letter)).length;
  return letters.length > 1 && initials.has(letters[0]!) && matched * 2 > letters.length;
}

function findExpansion(
  atoms: readonly Inline[],
  text: string,
  end: number,
  acronym: string,
): Located<string> | undefined {
  const from = Math.max(0, end - MAX_LOOKBACK);
  const withoutMarkup = blankMarkup(atoms, text, from, end);
  const words = [...withoutMarkup.matchAll(wordPattern)];
  // Backwards from the last word, as long as the words belong to one name.
  let first = words.length;
  for (let next = withoutMarkup.length; first > 0 && words.length - first < MAX_EXPANSION_WORDS; first--) {
    const { 0: one, index } = words[first - 1]!;
    if (!nameSeparator.test(withoutMarkup.slice(index + one.length, next))) break;
    next = index;
  }
  const candidates = words.slice(first);
  const startIndex = findExpansionStart(candidates, acronym);
  if (startIndex === undefined) return undefined;
  const start = from + candidates[startIndex]!.index;
  const tag = atoms.find((atom) => atom.kind === 'tag' && atom.start < start && start < atom.end);
  const value = withoutMarkup.slice(start - from).replace(/[\s*_]+/g, ' ');
  return { value: value.trim(), span: { start: tag?.start ?? start, end } };
}

/** A part of the text with tag syntax replaced by spaces, and other atoms by semicolons, which end a name. It keeps its length. */
function blankMarkup(atoms: readonly Inline[], text: string, from: number, end: number): string {
  let result = '';
  let at = from;
  for (const atom of atoms) {
    if (atom.end <= at || atom.start >= end) continue;
    const shown = atom.kind === 'tag' ? atom.surface.span : { start: atom.end, end: atom.end };
    const fill = atom.kind === 'tag' ? ' ' : ';';
    result += text.slice(at, Math.max(at, atom.start));
    result += fill.repeat(Math.max(0, shown.start - Math.max(at, atom.start)));
    result += text.slice(Math.max(at, shown.start), shown.end);
    result += ' '.repeat(Math.max(0, atom.end - Math.max(at, shown.end)));
    at = atom.end;
  }
  return result + text.slice(at, end);
}

/**
 * The index of the first of the words that the acronym abbreviates. Each word contributes one or more letters from its
 * start (`CENTCOM`); connectives may contribute none. The last word must be included. Undefined if the letters do not match.
 */
function findExpansionStart(words: readonly RegExpMatchArray[], acronym: string): number | undefined {
  const letters = lettersOf(acronym).join('');
  const failed = new Set<number>();
  const matchBackwards = (index: number, left: number): number | undefined => {
    const key = index * 32 + left;
    const one = words[index]?.[0].toUpperCase();
    if (one === undefined || failed.has(key)) return undefined;
    const isConnective = connectives.has(words[index]![0].toLowerCase());
    for (let size = 1; size <= left; size++) {
      if (letters.slice(left - size, left) !== one.slice(0, size)) continue;
      if (size === left && !isConnective) return index;
      const found = size < left ? matchBackwards(index - 1, left - size) : undefined;
      if (found !== undefined) return found;
    }
    const skipped = isConnective && index < words.length - 1 ? matchBackwards(index - 1, left) : undefined;
    if (skipped === undefined) failed.add(key);
    return skipped;
  };
  return letters.length < 2 ? undefined : matchBackwards(words.length - 1, letters.length);
}

/** The capitals and digits of an acronym, which its expansion has to account for. */
function lettersOf(acronym: string): string[] {
  return acronym.match(/[\p{Lu}\p{N}]/gu) ?? [];
}
