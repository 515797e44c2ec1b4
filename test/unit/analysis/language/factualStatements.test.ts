import { describe, expect, test } from 'vitest';
import {
  factIn,
  firstFact,
  hasOtherReference,
  namesSourceInProse,
} from '../../../../server/src/analysis/language/factualStatements.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';

describe('facts in a sentence', () => {
  test.each([
    ['On March 4, troops moved.', 'March 4'],
    ['They met on 10 December 2016.', '10 December 2016'],
    ['The mission closed in November 2022.', 'November 2022'],
    ['It was signed on 2023-09-16.', '2023-09-16'],
    ['The fund holds $15 million for this.', '$15 million'],
    ['About 65% of the load goes on.', '65%'],
    ['It keeps 1,550 warheads.', '1,550 warheads'],
    ['The MSP has room for 60 cargo ships in all.', '60 cargo ships'],
    ['Some 300 soldiers guard it.', '300 soldiers'],
    ['Niger announced its departure.', 'Niger announced'],
    ['The army has since withdrawn, and the police arrested four men.', 'police arrested'],
    ['Amir Khan Muttaqi has already rejected it.', 'Amir Khan Muttaqi has already rejected'],
  ])('%s', (sentence, words) => {
    expect(factIn(sentence)?.text).toBe(words);
  });

  test.each([
    'They announced it.',
    'The treaty may lapse on March 4, 2026, as was said.',
    'We counted 300 soldiers.',
    'Article 51 allows it.',
    'The Mirage 2000 aircraft is old.',
    'It takes 12 months.',
    'By 2019 the force was gone.',
    'The March 4 agreement was broken.',
    'Nobody knows.',
  ])('nothing: %s', (sentence) => {
    expect(factIn(sentence)).toBeUndefined();
  });
});

test('two acts that may be background make a statement of fact, one does not', () => {
  const factOf = (text: string) => firstFact(readBrief(text).blocks[0]!, text)?.fact.text;
  const one =
    'Tehran wanted more than this from the talks. There is little to be had in a room where nobody can promise anything and everybody has a second room to report to.';
  expect(factOf(one)).toBeUndefined();
  expect(factOf(`${one} Moscow offered nothing.`)).toBe('Tehran wanted');
});

test('“Nothing reported so far” names no source, “TASS reported” does', () => {
  const names = (text: string) => namesSourceInProse(readBrief(text).blocks[0]!, text);
  expect(names('Nothing reported so far shows who gave the order.')).toBe(false);
  expect(names('TASS reported that nobody gave the order.')).toBe(true);
});

test('an image and a link within the workspace refer to no source', () => {
  const refers = (text: string) => hasOtherReference(readBrief(text).blocks[0]!, text);
  expect(refers('The pass ![seen from above](pass.png) is [narrow](notes.md).')).toBe(false);
  // A link to a document is a citation, and one to a home page is not.
  expect(refers('The pass is [narrow](https://example.org/).')).toBe(true);
});
