import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

test('twice in a file, in two files, in a front matter', () => {
  expectFindings(`
    --- main.brief
    ---
    sources:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
              ^^^^^^ duplicate-id
      - { id: tass-2, container-title: TASS, issued: 2021-09-07 }
    ---
    Kabul fell [@tass-1; @tass-2].
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul }
      - { id: kabul, type: event, name: Fall of Kabul }
              ^^^^^ duplicate-id this definition is not used
    --- more.entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul City }
              ^^^^^ duplicate-id
    --- sources.yaml
    references:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
      - { id: kabul, container-title: Kabul Times, issued: 2021-09-06 }
  `);
});
