import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

test('a mistake is found at its place, and every other entry is used', () => {
  expectFindings(`
    --- main.brief
    [Kabul](place:kabul), [Herat](place:herat).
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul, wikidata: Z }
                                                         ^ invalid-registry
      - { id: herat, type: place, name: Herat }
  `);
});

test('the front matter of a brief: fields, and one that is never closed', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    date: 2021-02-30
    ---
    Kabul fell.
    --- open.brief
    ---
    date: 2021-02-03

    Kabul fell.
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    date: 2021-02-30
          ^^^^^^^^^^ invalid-registry The calendar has no “2021-02-30”. Correct the day or the month.
    --- open.brief
    ---
    ^^^ invalid-registry This front matter is not closed, so nothing in it counts. Close it with a line of three hyphens: ---.
  `);
});
