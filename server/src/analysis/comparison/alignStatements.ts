/** Which statement of a new version of a text comes from which one of the old version. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { searchFold } from '../../base/text/searchFold.ts';

/** The indexes of a statement in the old and in the new version. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Two statements are versions of one if this share of their words is common to both … */
const MIN_COMMON = 0.6;
/** … or this share of the words of the shorter one, which then was divided or joined with another one. */
const MIN_CONTAINED = 0.8;
/** A statement of fewer words is contained in others by chance. */
const MIN_CONTAINED_WORDS = 5;
/** Words of more statements tell nothing about which two belong together. This keeps the comparison linear. */
const MAX_STATEMENTS_PER_WORD = 40;

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Pairs the statements of two versions. Equal ones are paired in their order, wherever they stand. Of the others each is paired
 * with the most similar one of the other version, if that is similar enough: the halves of a divided statement with the same
 * one, the parts of a joined statement likewise.
 */
export function alignStatements(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  const queues = new Map<string, number[]>();
  for (const [index, words] of before.entries()) getOrInsert(queues, searchFold(words), () => []).push(index);
  const changedAfter: number[] = [];
  for (const [index, words] of after.entries()) {
    const same = queues.get(searchFold(words))?.shift();
    if (same === undefined) changedAfter.push(index);
    else pairs.push({ before: same, after: index });
  }
  const changedBefore = [...queues.values()].flat().sort((a, b) => a - b);
  const [old, current] = [indexWords(before, changedBefore), indexWords(after, changedAfter)];
  const continued = new Set<number>();
  for (const index of changedAfter) {
    const origin = mostSimilar(current.words.get(index)!, old);
    if (origin === undefined) continue;
    continued.add(origin);
    pairs.push({ before: origin, after: index });
  }
  for (const index of changedBefore) {
    if (continued.has(index)) continue;
    const heir = mostSimilar(old.words.get(index)!, current);
    if (heir !== undefined) pairs.push({ before: index, after: heir });
  }
  return pairs;
}

interface WordIndex {
  /** The words of each statement. */
  readonly words: ReadonlyMap<number, ReadonlySet<string>>;
  /** The statements that have a word. */
  readonly statements: ReadonlyMap<string, readonly number[]>;
}

function indexWords(all: readonly string[], indexes: readonly number[]): WordIndex {
  const words = new Map<number, ReadonlySet<string>>();
  const statements = new Map<string, number[]>();
  for (const index of indexes) {
    const own = new Set(searchFold(all[index]!).match(wordPattern) ?? []);
    words.set(index, own);
    for (const word of own) getOrInsert(statements, word, () => []).push(index);
  }
  return { words, statements };
}

/** The statement of an index with the most words in common; the first of several. */
function mostSimilar(words: ReadonlySet<string>, { words: others, statements }: WordIndex): number | undefined {
  const candidates = new Set<number>();
  for (const word of words) {
    const having = statements.get(word) ?? [];
    if (having.length <= MAX_STATEMENTS_PER_WORD) for (const index of having) candidates.add(index);
  }
  let [best, bestScore] = [undefined as number | undefined, 0];
  for (const index of candidates) {
    const other = others.get(index)!;
    let common = 0;
    for (const word of words) if (other.has(word)) common++;
    const shorter = Math.min(words.size, other.size);
    const share = (2 * common) / (words.size + other.size);
    const isContained = shorter >= MIN_CONTAINED_WORDS && common / shorter >= MIN_CONTAINED;
    if ((share >= MIN_COMMON || isContained) && share > bestScore) [best, bestScore] = [index, share];
  }
  return best;
}
