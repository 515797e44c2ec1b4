/** Codes of rules as people write them into ignore comments. */
import { allClosest } from '../../base/text/didYouMean.ts';
import type { Located } from '../../base/text/span.ts';
// Read when asked, not when loaded: a rule that is one of them asks, too.
import { RULES } from '../index.ts';
import type { Rule } from './rule.ts';

/** The rule that has this code. */
export function ruleOf(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}

/** The codes that may have been meant by a word that is none. */
export function codesLike(word: string): string[] {
  return allClosest(
    word,
    RULES.map(({ code }) => code),
  );
}

/** The words of a comment that are meant for codes and are none. Beside a code that is one, other words are a reason. */
export function mistakenCodes(codes: readonly Located<string>[]): Located<string>[] {
  const unknown = codes.filter(({ value }) => !ruleOf(value) && /\p{L}/u.test(value));
  const misspelt = unknown.filter(({ value }) => codesLike(value).length > 0);
  const names = codes.some(({ value }) => ruleOf(value));
  return misspelt.length > 0 || names ? misspelt : unknown.slice(0, 1);
}
