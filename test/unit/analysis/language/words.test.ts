import { describe, expect, test } from 'vitest';
import { en } from '../../../../server/src/analysis/language/words/en/index.ts';

/** In an order that follows the year, not the alphabet. */
const CALENDAR = ['months', 'monthAbbreviations'];
const lists = Object.entries(en).flatMap(([topic, module]) =>
  Object.entries(module).flatMap(([name, list]): [string, readonly string[]][] =>
    Array.isArray(list) && list.every((item) => typeof item === 'string') && !CALENDAR.includes(name)
      ? [[`${topic}.${name}`, list]]
      : [],
  ),
);

describe('the lists of English', () => {
  test.each(lists)('%s is sorted, each entry once', (_, list) => {
    const key = (phrase: string) =>
      phrase
        .replace(/[^\p{L}.,' -]+/gu, ' ')
        .replace(/ +/g, ' ')
        .trim()
        .toLowerCase();
    const sorted = [...list].sort((a, b) => key(a).localeCompare(key(b), 'en') || (a < b ? 1 : -1));
    expect(list).toEqual(sorted);
    expect(new Set(list).size).toBe(list.length);
  });

  test.each([
    [
      'judgments.judgmentStems',
      en.judgments.judgmentStems,
      [
        ...en.judgments.judgmentVerbs,
        ...en.judgments.thirdPersonJudgmentVerbs,
        ...en.judgments.statedJudgments,
        ...en.judgments.judgmentLabels,
      ],
    ],
    ['likelihood.likelihoodStems', en.likelihood.likelihoodStems, en.likelihood.likelihoodTerms],
    [
      'confidence.confidenceStems',
      en.confidence.confidenceStems,
      [...en.confidence.confidencePhrases, ...en.confidence.confidenceNouns, ...en.confidence.confidenceWithoutLevel],
    ],
    [
      'hedges.hedgeStems',
      [...en.hedges.hedgeStems, ...en.hedges.hedgeWordsBeforeSpace],
      en.hedges.hedges.flatMap(({ phrases }) => phrases),
    ],
  ])('a text without any of %s contains none of the phrases', (_, stems, all) => {
    for (const phrase of all)
      expect(
        stems.some((stem) => phrase.toLowerCase().includes(stem)),
        phrase,
      ).toBe(true);
  });
});
