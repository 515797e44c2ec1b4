import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

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
  expectFindings(`
    --- main.brief
    ---
    date: 2021-02-30
          ^^^^^^^^^^ invalid-registry
    ---
    Kabul fell.
    --- open.brief
    ---
    ^^^ invalid-registry never closed
    date: 2021-02-03

    Kabul fell.
  `);
});
