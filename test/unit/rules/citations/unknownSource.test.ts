import { test } from 'vitest';
import { expectFindings } from '../../support/fixture.ts';

const registry = `--- sources.yaml
references:
  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: tass-2021-09-06, container-title: TASS, issued: 2021-09-06 }
`;

test('an outlet that is in no registry, with a suggestion when it is a slip', () => {
  expectFindings(`--- main.brief
It left (Nikkei, September 5) and (RFE/RI, September 5).
         ^^^^^^^^^^^^^^^^^^^ unknown-source No outlet called “Nikkei”
                                   ^^^^^^^^^^^^^^^^^^^ unknown-source Did you mean “RFE/RL”?
${registry}`);
});

test('a day of which the outlet has no report', () => {
  expectFindings(`--- main.brief
It left (RFE/RL, September 6; TASS, September 6).
         ^^^^^^^^^^^^^^^^^^^ unknown-source no report of RFE/RL of September 6 (one report of other days)
${registry}`);
});

test('an id of a tag or key', () => {
  expectFindings(`--- main.brief
It left ([RFE/RL](src:rferl-2021-09-50)) and [@tass-2021-09-06; @nobody].
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-source Did you mean “rferl-2021-09-05”?
                                                                ^^^^^^^ unknown-source
${registry}`);
});

test('silent without a registry, for interviews, and for sources that are missing', () => {
  expectFindings('It left (Nikkei, September 5) and [@nobody].');
  expectFindings(`--- main.brief
As they told us (Author’s interview, Kyiv, May 2023).
${registry}`);
});

test('a registry in the front matter counts for its brief', () => {
  expectFindings(`
    --- main.brief
    ---
    date: 2021-09-24
    sources:
      - { id: nikkei, container-title: Nikkei, issued: 2021-09-05 }
    ---
    It left (Nikkei, September 5; TASS, September 5).
                                  ^^^^^^^^^^^^^^^^^ unknown-source
  `);
});
