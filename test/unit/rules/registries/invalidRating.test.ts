import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('letters and digits outside the scale, of reports and of outlets', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    sources:
      - { id: a, custom: { reliability: G } }
    ---
    Kabul fell [@a].
    --- sources.yaml
    references:
      - { id: b, custom: { reliability: B2, credibility: 7 } }
      - id: c
        custom:
          reliability: b
          credibility: [1, 2]
    --- entities.yaml
    entities:
      - { id: tass, type: media, name: TASS, reliability: high }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: a, custom: { reliability: G } }
                                        ^ invalid-rating “G” is not a reliability. Write A (completely reliable) to E (unreliable), or F (cannot be judged).
    --- sources.yaml
      - { id: b, custom: { reliability: B2, credibility: 7 } }
                                        ^^ invalid-rating “B2” is not a reliability. Write A (completely reliable) to E (unreliable), or F (cannot be judged).
                                                         ^ invalid-rating “7” is not a credibility. Write 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).
          reliability: b
                       ^ invalid-rating “b” is not a reliability. Write A (completely reliable) to E (unreliable), or F (cannot be judged).
          credibility: [1, 2]
                       ^^^^^^ invalid-rating a list is not a credibility. Write 1 (confirmed) to 5 (improbable), or 6 (cannot be judged).
    --- entities.yaml
      - { id: tass, type: media, name: TASS, reliability: high }
                                                          ^^^^ invalid-rating “high” is not a reliability. Write A (completely reliable) to E (unreliable), or F (cannot be judged).
  `);
});

test('silent: every grade of the scale, quoted or not; F and 6; none yet', () => {
  expectFindings(`
    --- sources.yaml
    references:
      - { id: a, custom: { reliability: A, credibility: 1 } }
      - { id: b, custom: { reliability: "E", credibility: "5" } }
      - { id: c, custom: { reliability: F, credibility: 6 } }
      - { id: d, custom: { reliability: , credibility: } }
      - { id: e, custom: { rating: B2, archive: https://example.org/kept } }
    --- entities.yaml
    entities:
      - { id: tass, type: media, name: TASS, reliability: D }
  `);
});

const source = (custom: string) => `references:\n  - id: a\n    custom: ${custom}\n`;
const fixOf = (custom: string) => firstFix(`--- sources.yaml\n${source(custom)}`, 'invalid-rating');

test.each([
  ['{ reliability: b }', '{ reliability: B }', '* Change “b” to B'],
  ["{ reliability: 'b' }", "{ reliability: 'B' }", '* Change “b” to B'],
  ['{ reliability: usually reliable }', '{ reliability: B }', '* Change “usually reliable” to B'],
  ['{ credibility: Possibly true }', '{ credibility: 3 }', '* Change “Possibly true” to 3'],
  ['{ reliability: B2 }', '{ reliability: B, credibility: 2 }', 'Split “B2” into reliability B and credibility 2'],
  [
    '{ credibility: c-3, x: 1 }',
    '{ credibility: 3, reliability: C, x: 1 }',
    'Split “c-3” into reliability C and credibility 3',
  ],
  [
    '\n      reliability: B2',
    '\n      reliability: B\n      credibility: 2',
    'Split “B2” into reliability B and credibility 2',
  ],
])('fix of %s', async (before, after, title) => {
  expect(await fixOf(before)).toEqual([title, source(after)]);
});

test.each([
  '{ reliability: B2, credibility: 3 }',
  '{ reliability: "B2" }',
  '{ reliability: good }',
  '{ credibility: 0 }',
])('nothing is guessed of %s', async (custom) => {
  expect(await fixOf(custom)).toEqual(['no fix']);
});
