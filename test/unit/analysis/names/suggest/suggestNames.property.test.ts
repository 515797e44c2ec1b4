import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mentionsInProse } from '../../../../../server/src/analysis/names/suggest/mentions.ts';
import { suggestNamesInTexts } from '../../../../../server/src/analysis/names/suggest/suggestNames.ts';
import { testProperty } from '../../../support/arbitraries.ts';
import { knowledge } from './support.ts';

const words = fc.constantFrom(
  ...[
    'the',
    'of',
    'and',
    'President',
    'Ministry',
    'Oslo',
    'Norwegian',
    'al-Nur',
    'Jane',
    'Roe',
    'U.S.',
    'NATO',
    '(NATO)',
    'troops',
  ],
  ...[
    'said',
    'in',
    'northern',
    'Kenya-Uganda',
    'Summit',
    "Roe's",
    'bin',
    'T-72',
    '. ',
    ', ',
    '\n\n',
    '\uFFFC',
    '“',
    '’',
    '-',
    'É',
    '𝔸',
  ],
);
const prose = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary' }),
);

testProperty('mentions are inside the text, in order, and have a name', prose, (text) => {
  let end = 0;
  for (const { span, name } of mentionsInProse(text, knowledge)) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(name.trim()).not.toBe('');
    end = span.end;
  }
});

testProperty(
  'every mention is in one group, and groups depend on the texts alone',
  fc.array(prose, { maxLength: 4 }),
  (list) => {
    const texts = list.map((text, index) => ({ file: String(index), text }));
    const found = suggestNamesInTexts(texts, knowledge);
    expect(suggestNamesInTexts(texts, knowledge)).toEqual(found);
    const mentions = list.reduce((sum, text) => sum + mentionsInProse(text, knowledge).length, 0);
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(mentions);
    for (const { spans, count, aliases, name } of found) {
      expect(spans).toHaveLength(count);
      expect(new Set([name, ...aliases]).size).toBe(aliases.length + 1);
    }
  },
);

test.each([
  ['names', (n: number) => Array.from({ length: n }, (_, at) => `In X${at}ville Jane Y${at} met. `).join('')],
  ['one run', (n: number) => 'Jane '.repeat(n)],
  ['connectives', (n: number) => 'Ministry of '.repeat(n)],
  ['titles', (n: number) => 'President of the President '.repeat(n)],
  ['hyphens', (n: number) => `A${'-a'.repeat(n)}`],
  ['stops', (n: number) => `U${'.S'.repeat(n)}.`],
  ['blank lines', (n: number) => `A\n${'\n'.repeat(n)}B`],
  ['masked text', (n: number) => `A ${'\uFFFC'.repeat(n)} B ${'. '.repeat(n)}`],
  [
    'the same surname',
    (n: number) => Array.from({ length: n }, (_, at) => `President J${at}a Roe said so. Roe left. `).join(''),
  ],
  ['a list', (n: number) => 'Oslo, Bergen and '.repeat(n)],
])('time is linear: %s', (_, create) => {
  // Quadratic work would take minutes.
  expect(suggestNamesInTexts([{ file: 'a', text: create(20_000) }], knowledge).length).toBeGreaterThanOrEqual(0);
});
