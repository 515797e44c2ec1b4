import { describe, expect, test } from 'vitest';
import { likelihoodSynonym } from '../../../../server/src/analysis/language/likelihoodSynonyms.ts';
import { expectFindings, findingsIn, showFindings } from '../../support/fixture.ts';

const options = { settings: { rules: { 'mixed-likelihood-terms': 'information' as const } } };
const code = 'mixed-likelihood-terms';
const found = (text: string, settings = {}) =>
  findingsIn(text, { settings: { ...options.settings, ...settings } }).filter((finding) => finding.code === code);

describe('finds the first term of the row used less', () => {
  test('and points at the first of the other', () => {
    const text = 'It is likely to rain. Later it will probably snow.\n\nTalks are very unlikely to resume.\n';
    expect(
      showFindings(
        `
      It is likely to rain. Later it will probably snow.

      Talks are very unlikely to resume.
      `,
        options,
      ),
    ).toMatchInlineSnapshot(`
      It is likely to rain. Later it will probably snow.
                                          ^^^^^^^^ mixed-likelihood-terms ICD 203: “probably” and “likely” come from different rows. Use “likely”, or add a note that both rows mean the same.
    `);
    expect(found(text)[0]!.related).toMatchObject([{ span: { start: 6, end: 12 } }]);
  });

  test('the earlier one when the other row is used more', () => {
    expectFindings(
      `
      It is likely to rain.
            ^^^^^^ mixed-likelihood-terms

      - It will probably snow.
      - A thaw is improbable.
      `,
      options,
    );
  });
});

describe('stays silent', () => {
  test.each([
    ['one row', 'It is likely to rain.\n\nA deal is very unlikely, and almost certain to fail.'],
    ['the other row', 'It will probably rain. The risk of snow is remote.'],
    [
      'the terms are said to mean the same',
      'It is likely.\n\nIt will probably rain.\n\nThe terms “likely” and “probably” mean the same in this brief.',
    ],
    ['ICD 203 is named', 'It is likely.\n\nIt will probably rain.\n\nTerms of likelihood follow ICD 203.'],
    [
      'a list of percentages',
      'It is likely.\n\nIt will probably rain.\n\nUnlikely (20–45 %), likely (55–80 %), very likely (80–95 %).',
    ],
    ['a quotation', 'It is likely. He wrote: “It will probably rain.”'],
    ['what others said', 'It is likely. Forecasters said that it would probably rain (TASS, May 2).'],
    ['the probable cause', 'It is likely. The court saw probable cause.'],
    ['unlikely allies', 'It will probably rain. The unlikely allies met.'],
    ['a likely candidate', 'It will probably rain. A likely candidate is the deputy.'],
    ['remote areas', 'It is likely to rain in remote areas.'],
    [
      'terms of neither row',
      'It will probably rain. It is highly likely to snow; there is a realistic possibility of hail.',
    ],
    ['a tag', 'It is likely. [Storm](event:probably) broke.'],
  ])('%s', (_, text) => expect(found(`${text}\n`)).toEqual([]));

  test('under the yardstick of the UK', () => {
    expect(found('It is likely. It will probably rain.\n', { scale: 'PHIA' })).toEqual([]);
  });
});

test('the term of the other row', () => {
  const swap = (term: string, words: string, after: string) => likelihoodSynonym(term, words, after) ?? '–';
  expect(swap('probably', 'Probably', ' he left')).toBe('Likely');
  expect(swap('likely', 'likely', ' fled north')).toBe('probably');
  expect(swap('likely', 'Likely', ' he fled')).toBe('Probably');
  expect(swap('likely', 'likely', ' that he')).toBe('probable');
  expect(swap('likely', 'likely', '.')).toBe('probable');
  expect(swap('likely', 'likely', ' to flee')).toBe('–');
  expect(swap('unlikely', 'unlikely', ' to flee')).toBe('–');
  expect(swap('unlikely', 'unlikely', ', but')).toBe('improbable');
  expect(swap('very likely', 'very likely', ' fled')).toBe('–');
  expect(swap('highly probable', 'highly probable', ' that')).toBe('very likely');
  expect(swap('almost certain', 'almost certain', ' to')).toBe('nearly certain');
  expect(swap('almost certainly', 'almost certainly', ' fled')).toBe('–');
  expect(swap('roughly even chance', 'a roughly even chance', ' of')).toBe('roughly even odds');
  expect(swap('remote chance', 'A remote chance', ' of')).toBe('Almost no chance');
  expect(swap('remote', 'remote', '.')).toBe('–');
});
