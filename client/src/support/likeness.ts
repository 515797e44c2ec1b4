/** Which entities some words may mean. */
import type { EntitySummary } from '../../../server/src/protocol/commands';

/** Shorter words, such as `of`, tell nothing. */
const MIN_WORD_LENGTH = 3;

/**
 * The entities that resemble the words, the most alike first: those in `named`, then those with the name, with a name that holds the
 * words or is held by them, and with a word in common. The others keep their order.
 */
export function byLikeness(
  words: string,
  entities: readonly EntitySummary[],
  named: readonly string[],
): { readonly alike: readonly EntitySummary[]; readonly others: readonly EntitySummary[] } {
  const folded = fold(words);
  const parts = wordsOf(folded);
  const scoreOf = ({ id, name, aliases }: EntitySummary) => {
    if (named.includes(id)) return 4;
    const names = [name, ...aliases].map(fold);
    if (names.includes(folded)) return 3;
    if (names.some((other) => holds(other, folded) || holds(folded, other))) return 2;
    return names.some((other) => wordsOf(other).some((word) => parts.includes(word))) ? 1 : 0;
  };
  const scored = entities.map((entity) => ({ entity, score: scoreOf(entity) }));
  return {
    alike: scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entity }) => entity),
    others: scored.filter(({ score }) => score === 0).map(({ entity }) => entity),
  };
}

/** Lower case, without accents and with single spaces. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= MIN_WORD_LENGTH);
}

/** Whether whole words of one are the other. */
function holds(one: string, other: string): boolean {
  return other !== '' && ` ${one} `.includes(` ${other} `);
}
