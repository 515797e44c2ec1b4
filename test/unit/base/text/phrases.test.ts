import { describe, expect, test } from 'vitest';
import {
  inEitherCase,
  oneOf,
  phrases,
  spellings,
  wholeWords,
  words,
} from '../../../../server/src/base/text/phrases.ts';

describe('phrase notation', () => {
  const whole = (...list: string[]) => new RegExp(`^${oneOf(list, { slots: { level: 'high|low' } })}$`);

  test.each([
    ['a choice', 'cited (by|in)', ['cited by', 'cited  \nin'], ['cited', 'cited by in']],
    ['an optional first word', 'a? report', ['report', 'a report'], ['areport', 'a']],
    [
      'an optional word between two others',
      'we have? counted',
      ['we counted', 'we have counted'],
      ['wecounted', 'we have'],
    ],
    ['an optional last word', 'may not?', ['may', 'may not'], ['maynot', 'may ']],
    [
      'an optional choice',
      'be (fully|quite so)? clear',
      ['be clear', 'be quite so clear'],
      ['be quite clear', 'be fully'],
    ],
    ['nested choices', '((degree|level) of)? trust', ['trust', 'level of trust'], ['level trust', 'of trust']],
    ['letters', '*ly said', ['firmly said'], ['ly said', 'said']],
    ['either apostrophe', "don't", ["don't", 'don’t'], ['dont']],
    ['a full stop as it is', 'No. one', ['No. one'], ['Nox one']],
    ['a full stop that may be absent', 'cf.? (nos.?)? one', ['cf. one', 'cf nos one'], ['cf.. one', 'c one']],
    ['a slot', '{level} hopes', ['high hopes', 'low hopes'], ['level hopes', 'high']],
  ])('%s: %s', (_, phrase, matching, others) => {
    for (const text of matching) expect(text).toMatch(whole(phrase));
    for (const text of others) expect(text).not.toMatch(whole(phrase));
  });

  test('every spelling of a phrase', () => {
    expect(spellings(['cf.?', 'see (also|quite so)?', '(cited|zit.) in'])).toEqual([
      'cf',
      'see',
      'see also',
      'see quite so',
      'cited in',
      'zit. in',
    ]);
  });

  test('longer phrases are tried first', () => {
    expect(new RegExp(oneOf(words`per percent per`)).exec('percent')?.[0]).toBe('percent');
  });

  test('lists are split at white space, and at line ends', () => {
    expect(words`
      one two
      three`).toEqual(['one', 'two', 'three']);
    expect(phrases`
      one two
      three`).toEqual(['one two', 'three']);
  });

  test('whole words only, with the given space', () => {
    const pattern = wholeWords(['press release'], 'i', { space: ' ' });
    expect('Press release of May 3').toMatch(pattern);
    expect('press\nrelease').not.toMatch(pattern);
    expect('express releases').not.toMatch(pattern);
  });

  test('the first letter of each word in either case', () => {
    const pattern = new RegExp(`^${oneOf(inEitherCase(["analyst's comment"]))}$`);
    expect(
      ['analyst’s comment', "Analyst's comment", "Analyst's Comment"].filter((text) => pattern.test(text)),
    ).toHaveLength(3);
    expect("ANALYST'S COMMENT").not.toMatch(pattern);
  });
});
