// cspell:ignore countri
/** How much texts have in common with a statement: shared words by their stems, and shared entities by any of their names. */

import { lazy } from '../../base/memo/lazy.ts';
import { searchFold } from '../../base/text/searchFold.ts';
import type { Span } from '../../base/text/span.ts';
import { type StemmedWord, stemmedWords } from '../language/stems.ts';

/** A word or an entity of a statement; its span counts in the text of the statement. */
export interface Term extends Span {
  /** Equal for terms that mean the same. */
  readonly key: string;
  readonly isName: boolean;
  readonly isEntity: boolean;
  /** A text has the term if it has all stems of one of these: those of the word, or of a name of the entity. */
  readonly stems: readonly (readonly string[])[];
}

/** A text that statements are compared with. Its words are stemmed when one of them may be shared for the first time. */
export interface ComparableText {
  readonly folded: string;
  readonly stems: () => ReadonlySet<string>;
}

/** Prepares a text for comparison. */
export function comparableText(text: string): ComparableText {
  return { folded: searchFold(text), stems: lazy(() => new Set(stemmedWords(text).map(({ stem }) => stem))) };
}

/** What a text has in common with a statement. */
export interface Overlap {
  readonly score: number;
  /** The shared words as the statement writes them: names first, otherwise in its order. */
  readonly shared: () => readonly string[];
}

/** A name says more than a word. */
const NAME_WEIGHT = 3;
const startsWithCapital = /^\p{Lu}/u;
const sentenceStart = /(?:^|[.!?…:]["”’»)\]]?)[\s“"‘«(\uFFFC]*$/u;

/** The entity that a statement names at a place, with all its names. */
export interface NamedEntity extends Span {
  readonly id: string;
  readonly names: readonly string[];
}

/** The words of a statement, and the entities it names. */
export function termsOf(text: string, entities: readonly NamedEntity[]): Term[] {
  const words = stemmedWords(text).map((word): Term => {
    const { start, end, stem } = word;
    return { start, end, key: stem, isName: isName(word, text), isEntity: false, stems: [[stem]] };
  });
  const named = entities.map(({ start, end, id, names }): Term => {
    const stems = names.map((name) => stemmedWords(name).map(({ stem }) => stem)).filter(({ length }) => length > 0);
    return { start, end, key: `entity ${id}`, isName: true, isEntity: true, stems };
  });
  return [...words, ...named];
}

/**
 * Compares a statement with several texts. What few of the texts share with it counts more than what most of them do.
 * Linear in the number of terms times that of texts.
 */
export function compareTexts(
  statement: string,
  terms: readonly Term[],
  texts: readonly ComparableText[],
): readonly Overlap[] {
  const byKey = new Map<string, Term>();
  for (const term of terms) {
    const known = byKey.get(term.key);
    if (!known || (term.isName && !known.isName)) byKey.set(term.key, term);
  }
  const distinct = [...byKey.values()].map((term) => ({
    ...term,
    roots: term.stems.map((stems) => stems.map(rootOf)),
  }));
  const sharedByText = texts.map((text) => distinct.filter((term) => hasTerm(text, term)));
  const holders = new Map<Term, number>();
  for (const shared of sharedByText) for (const term of shared) holders.set(term, (holders.get(term) ?? 0) + 1);
  const weights = new Map<Term, number>();
  for (const [term, count] of holders) {
    const rarity = Math.log(1 + texts.length / count) / Math.log(1 + texts.length);
    weights.set(term, rarity * (term.isName ? NAME_WEIGHT : 1));
  }
  return sharedByText.map((shared) => {
    if (shared.length === 0) return NOTHING_SHARED;
    const counted = shared.filter((term) => !isCovered(term, shared));
    return {
      score: counted.reduce((sum, term) => sum + weights.get(term)!, 0),
      shared: () => wordsOf(counted, statement),
    };
  });
}

/** Whether a text has a term. That some letters of it occur is found out first, because few texts have them. */
function hasTerm({ folded, stems }: ComparableText, term: Term & { readonly roots: Term['stems'] }): boolean {
  return term.roots.some(
    (roots, index) =>
      roots.every((root) => folded.includes(root)) && term.stems[index]!.every((stem) => stems().has(stem)),
  );
}

/** The part of a stem that all words with that stem have: `countri` is that of `country`. */
function rootOf(stem: string): string {
  return stem.replace(/i$/, '');
}

const NOTHING_SHARED: Overlap = { score: 0, shared: () => [] };

/** Whether an entity is shared in the same words, which count already. */
function isCovered(term: Term, shared: readonly Term[]): boolean {
  return term.isEntity && shared.some((other) => !other.isEntity && other.start >= term.start && other.end <= term.end);
}

/** The shared terms as the statement writes them; the words of one name stay together. */
function wordsOf(terms: readonly Term[], statement: string): string[] {
  const groups: (Span & { isName: boolean })[] = [];
  for (const { start, end, isName } of [...terms].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last?.isName && isName && /^[ \u00A0-]?$/.test(statement.slice(last.end, start)))
      groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, end), isName };
    else groups.push({ start, end, isName });
  }
  const words = groups
    .sort((a, b) => Number(b.isName) - Number(a.isName))
    .map(({ start, end }) => statement.slice(start, end).replace(/\s+/g, ' '));
  return [...new Set(words)];
}

/** Whether a word is written as a name: in capitals, or with a capital where no sentence begins. */
function isName({ word, start }: StemmedWord, text: string): boolean {
  if (!startsWithCapital.test(word)) return false;
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return true;
  return !sentenceStart.test(text.slice(Math.max(0, start - 12), start));
}
