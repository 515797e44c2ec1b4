import { expect, test } from 'vitest';
import { expectFindings, findingsIn, showFindings } from '../../support/fixture.ts';

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
             ^^^^^^^^^^^^^^^^^^^ unknown-source The registry has no outlet “Nikkei”. Correct the name, or add the report of September 5.
                                       ^^^^^^^^^^^^^^^^^^^ unknown-source The registry has no outlet “RFE/RI”. Did you mean “RFE/RL”? Correct the name, or add the report of September 5.
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
             ^^^^^^^^^^^^^^^^^^^ unknown-source The registry has one report of RFE/RL, but not of September 6. Correct the date, or add the report.
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
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-source The registry has no source “rferl-2021-09-50”. Did you mean “rferl-2021-09-05”? Correct the id, or add the source.
                                                                    ^^^^^^^ unknown-source The registry has no source “nobody”. Correct the id, or add the source.
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

test('an unknown outlet is a hint in drafts and information at release; an unknown report of a known one counts in full', () => {
  const brief = `
    --- main.brief
    It left (Nikkei, May 3, 2021), and came back (TASS, May 4, 2021) [@nobody].
    --- sources.yaml
    references:
      - { id: tass-1, type: article-newspaper, title: T, container-title: TASS, issued: 2021-05-03 }
  `;
  const severities = (settings: object) =>
    findingsIn(brief, { settings }).flatMap(({ code, severity }) => (code === 'unknown-source' ? severity : []));
  expect(severities({ profile: 'draft' })).toEqual(['hint', 'warning', 'warning']);
  expect(severities({ profile: 'release' })).toEqual(['information', 'error', 'error']);
  expect(severities({ rules: { 'unknown-source': 'warning' } })).toEqual(['warning', 'warning', 'warning']);
  expect(severities({ rules: { 'unknown-source': 'off' } })).toEqual([]);
});
