/** Hedges: words and phrases that leave open how likely something is. */

import { oneOf } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import type { HedgeWords } from './words/hedgeWords.ts';
import { patternsFrom } from './words/index.ts';

/** A hedge in a sentence; its span counts from the start of the sentence. */
export interface Hedge extends Span {
  /** The range that readers take it for, in percent. */
  readonly from: number;
  readonly to: number;
  /** Whether the phrase is a judgment by itself: "it is possible that", "cannot be ruled out". */
  readonly isJudgment: boolean;
  /** Whether the word gives permission as often as it estimates: "may". */
  readonly isPermission: boolean;
}

interface HedgePattern {
  readonly pattern: RegExp;
  readonly words: HedgeWords;
}

const patterns = patternsFrom(({ hedges: { hedges, hedgeWordsBeforeSpace, hedgeStems } }) => ({
  hedges: hedges.map((words): HedgePattern => ({ pattern: hedgePattern(words), words })),
  anyHedge: new RegExp(`\\b${oneOf(hedgeWordsBeforeSpace)}\\s|${oneOf(hedgeStems)}`, 'i'),
}));

function hedgePattern(words: HedgeWords): RegExp {
  const { notAfter, notAfterPossessive, beforeLowerCase, notBefore, beforeVerbs, adverbs, notBeforeStart } = words;
  const possessive = notAfterPossessive ? "|[’']s?\\s" : '';
  let source = notAfter ? `(?<!\\b${oneOf(notAfter)}\\s${possessive})` : '';
  source += `\\b${oneOf(words.phrases)}\\b`;
  if (beforeLowerCase) source += `(?=\\s+${notBefore ? `(?!${oneOf(notBefore)}\\b)` : ''}[a-z])`;
  if (beforeVerbs) source += `(?=\\s+${adverbs ? `(?:${oneOf(adverbs)}\\s+)?` : ''}${oneOf(beforeVerbs)}\\b)`;
  if (notBeforeStart) source += `(?!\\s+(?:${oneOf(notBeforeStart)}|\\d))`;
  return new RegExp(source, words.inAnyCase ? 'gi' : 'g');
}

/** Whether a text may contain a hedge: a quick check that rules most texts out. */
export function mayContainHedge(text: string): boolean {
  return patterns().anyHedge.test(text);
}

/** The hedges of a sentence in text order. */
export function hedgesIn(sentence: string): Hedge[] {
  if (!mayContainHedge(sentence)) return [];
  const found = patterns().hedges.flatMap(({ pattern, words: { from, to, isJudgment, isPermission } }) =>
    [...sentence.matchAll(pattern)].map(
      ({ 0: phrase, index }): Hedge => ({
        start: index,
        end: index + phrase.length,
        from,
        to,
        isJudgment: isJudgment === true,
        isPermission: isPermission === true,
      }),
    ),
  );
  return found.sort((a, b) => a.start - b.start);
}
