import { expect, test } from 'vitest';
import { showFindings } from '../../support/fixture.ts';

test('twice in a file, in two files, in a front matter', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    sources:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
      - { id: tass-2, container-title: TASS, issued: 2021-09-07 }
    ---
    Kabul fell [@tass-1; @tass-2].
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: kabul, type: event, name: Fall of Kabul }
    --- more.entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul City }
    --- sources.yaml
    references:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
      - { id: kabul, container-title: Kabul Times, issued: 2021-09-06 }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
              ^^^^^^ duplicate-id Source “tass-1” is defined twice; only the first definition counts. Change this id, or merge the two.
    --- entities.yaml
      - { id: kabul, type: event, name: Fall of Kabul }
              ^^^^^ duplicate-id Entity “kabul” is defined twice; only the first definition counts. Change this id, or merge the two.
    --- more.entities.yaml
      - { id: kabul, type: place, name: Kabul City }
              ^^^^^ duplicate-id Entity “kabul” is defined twice; only the first definition counts. Change this id, or merge the two.
  `);
});
