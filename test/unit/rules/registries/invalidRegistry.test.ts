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
    --- low.brief

    ---
    profile: release
    ---

    Kabul fell.
    --- long.brief
    ----
    profile: release
    ----
    --- toml.brief
    +++
    title = "Kabul"
    +++
    --- rule.brief

    ---

    Source: TASS

    ---
    --- dates.yaml
    references:
      - { id: a, title: T, issued: [2021, 5, 3] }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    date: 2021-02-30
          ^^^^^^^^^^ invalid-registry The calendar has no “2021-02-30”. Correct the day or the month.
    --- open.brief
    ---
    ^^^ invalid-registry This front matter is not closed, so nothing in it counts. Close it with a line of three hyphens: ---.
    --- low.brief
    ---
    ^^^ invalid-registry Nothing in this front matter counts, because it does not begin with three hyphens at the start of the file. Remove what stands before them.
    --- long.brief
    ----
    ^^^^ invalid-registry Nothing in this front matter counts, because it does not begin with three hyphens at the start of the file. Remove what stands before them.
    --- toml.brief
    +++
    ^^^ invalid-registry Nothing in this front matter counts, because it is TOML. Write it in YAML, between lines of three hyphens: ---.
    --- dates.yaml
      - { id: a, title: T, issued: [2021, 5, 3] }
                                   ^^^^^^^^^^^^ invalid-registry This cannot be read as a date. Write YYYY-MM-DD, such as 2021-09-05; YYYY-MM or YYYY if no more is known.
  `);
});
