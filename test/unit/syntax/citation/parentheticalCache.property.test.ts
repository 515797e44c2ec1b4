/** What is remembered of a parenthesis is what a fresh reading finds, wherever it stands. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readParenthesisCached } from '../../../../server/src/syntax/citation/parentheticalCache.ts';
import { readParenthesis } from '../../../../server/src/syntax/citation/readParenthesis.ts';
import { testProperty } from '../../support/arbitraries.ts';
import { withoutPatterns } from '../../support/patterns.ts';

const piece = fc.constantFrom(
  ...'TASS,Reuters,RFE/RL,infox.ru,Wenweipo [Hong Kong],Ministry of Foreign Affairs (MFA),May 3,3–5 May 2021,accessed June 4'.split(
    ',',
  ),
  ...'September 22.,Sept. 5,2009,ISKP,Photo: AFP,author’s interview,see above,*Dawn*'.split(','),
  ...[', ', ' ,', ';', '; ', ' ', ': ', ' – ', '(', '“', '.'],
);
const group = fc.array(piece, { maxLength: 9 }).map((pieces) => `(${pieces.join('')})`);

testProperty('moved to its place', fc.tuple(group, fc.nat(40), fc.nat(40)), ([words, first, second]) => {
  for (const start of [first, second]) {
    const text = `${'x'.repeat(start)}${words} and so on`;
    const span = { start, end: start + words.length };
    expect(withoutPatterns(readParenthesisCached(text, span, []))).toEqual(
      withoutPatterns(readParenthesis(text, span, [])),
    );
  }
});
