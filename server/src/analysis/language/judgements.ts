/** Sentences that say what their author thinks, and not what happened or what others say. */
import type { Span } from '../../base/text/span.ts';
import { maskQuotations } from './authorText.ts';
import { patternsFrom } from './words/index.ts';
import { inEitherCase, oneOf, wholeWords } from './words/notation.ts';

const patterns = patternsFrom(({ judgements: list }) => {
  const adverb = `(?:${oneOf(list.adverbsBeforeJudgementVerb)}\\s+)?`;
  const openers = oneOf(inEitherCase(list.nonJudgementOpeners));
  const afterVerb = `\\b(?!\\s+${oneOf(list.nonJudgementObjects)}\\b)`;
  return {
    // Case matters: interviews set in capitals are full of "WE BELIEVE", and none of it is the analyst's.
    judgements: [
      new RegExp(
        `(?<!\\b${openers}\\s)\\b${oneOf(list.firstPersonSubjects)}\\s+${adverb}${oneOf(list.judgementVerbs)}${afterVerb}`,
      ),
      new RegExp(`\\b${oneOf(list.thirdPersonSubjects)}\\s+${adverb}${oneOf(list.thirdPersonJudgementVerbs)}\\b`),
      wholeWords(list.statedJudgements, ''),
      new RegExp(`^[\\s*_>-]*${oneOf(inEitherCase(list.judgementLabels))}[*_]*:`),
    ],
    anyJudgement: new RegExp(oneOf(list.judgementStems), 'i'),
    reportedSpeech: wholeWords([...list.reportingVerbs, ...list.reportingPhrases], 'i'),
  };
});

/** Whether there may be a judgement in a text: most have none. */
export function mayContainJudgement(text: string): boolean {
  return patterns().anyJudgement.test(text);
}

/** Where a sentence says that it is a judgement of its author; undefined when it does not. */
export function findJudgement(sentence: string): Span | undefined {
  if (!mayContainJudgement(sentence)) return undefined;
  const withoutQuotations = maskQuotations(sentence);
  let found: Span | undefined;
  for (const pattern of patterns().judgements) {
    const match = pattern.exec(withoutQuotations);
    if (match && (!found || match.index < found.start))
      found = { start: match.index, end: match.index + match[0].length };
  }
  return found && !isReportedSpeech(withoutQuotations.slice(0, found.start)) ? found : undefined;
}

/** Whether a sentence says that it is a judgement of its author. */
export function isJudgement(sentence: string): boolean {
  return findJudgement(sentence) !== undefined;
}

/** Whether words hand on what somebody else says or thinks: said, according to, officials believed. */
export function isReportedSpeech(text: string): boolean {
  return patterns().reportedSpeech.test(text);
}
