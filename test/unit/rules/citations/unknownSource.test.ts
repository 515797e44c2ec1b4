import { expect, test } from 'vitest';
import { expectFindings, showFindings } from '../../support/fixture.ts';

const registry = `--- sources.yaml
references:
  - { id: rferl-2021-09-05, container-title: RFE/RL, issued: 2021-09-05 }
  - { id: tass-2021-09-06, container-title: TASS, issued: 2021-09-06 }
`;

test('an outlet that is in no registry, with a suggestion when it is a slip', () => {
  expect(
    showFindings(`--- main.brief
It left (Nikkei, September 5) and (RFE/RI, September 5).
${registry}`),
  ).toMatchInlineSnapshot(`
    --- main.brief
    It left (Nikkei, September 5) and (RFE/RI, September 5).
             ^^^^^^^^^^^^^^^^^^^ unknown-source No outlet called “Nikkei” is in the registry, so this citation cannot be checked. Put the name right, or add the report to sources.yaml.
                                       ^^^^^^^^^^^^^^^^^^^ unknown-source No outlet called “RFE/RI” is in the registry, so this citation cannot be checked. Did you mean “RFE/RL”? Put the name right, or add the report to sources.yaml.
  `);
});

test('a day of which the outlet has no report', () => {
  expect(
    showFindings(`--- main.brief
It left (RFE/RL, September 6; TASS, September 6).
${registry}`),
  ).toMatchInlineSnapshot(`
    --- main.brief
    It left (RFE/RL, September 6; TASS, September 6).
             ^^^^^^^^^^^^^^^^^^^ unknown-source The registry has no report of RFE/RL of September 6 (one report of other days), so this citation cannot be checked. Put the date right, or add the report to sources.yaml.
  `);
});

test('an id of a tag or key', () => {
  expect(
    showFindings(`--- main.brief
It left ([RFE/RL](src:rferl-2021-09-50)) and [@tass-2021-09-06; @nobody].
${registry}`),
  ).toMatchInlineSnapshot(`
    --- main.brief
    It left ([RFE/RL](src:rferl-2021-09-50)) and [@tass-2021-09-06; @nobody].
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-source No source with the id “rferl-2021-09-50” is in the registry. The statement before it cannot be checked. Did you mean “rferl-2021-09-05”? Put the id right, or add the source to sources.yaml.
                                                                    ^^^^^^^ unknown-source No source with the id “nobody” is in the registry. The statement before it cannot be checked. Put the id right, or add the source to sources.yaml.
  `);
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
