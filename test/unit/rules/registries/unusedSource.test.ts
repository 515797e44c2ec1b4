import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, findingsIn, showFindings } from '../../support/fixture.ts';

test('what no brief cites, by tag, key or plain words', () => {
  expect(
    showFindings(
      `
    --- main.brief
    ---
    date: 2021-09-20
    ---
    It left (TASS, September 6), see [RFI](src:rfi-1) and [@afp-1].
    --- sources.yaml
    references:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
      - { id: tass-2, container-title: TASS, issued: 2021-09-07 }
      - { id: rfi-1, container-title: RFI, issued: 2021-09-06 }
      - { id: afp-1, container-title: AFP, issued: 2021-09-06 }
  `,
      { isComplete: true },
    ),
  ).toMatchInlineSnapshot(`
    --- sources.yaml
      - { id: tass-2, container-title: TASS, issued: 2021-09-07 }
              ^^^^^^ unused-source No brief cites TASS, September 7, 2021. Keep it for later, or compare its outlet and date.
  `);
});

test('a day of a citation is used although the registry has no report of another day', () => {
  const registry = '  - { id: tass-1, container-title: TASS, issued: 2021-09-06 }\n';
  const cites = 'It left (TASS, September 6, 7, 2021).\n';
  const codes = (fixture: string) => findingsIn(fixture, { isComplete: true }).map(({ code }) => code);
  expect(codes(`--- main.brief\n${cites}--- sources.yaml\nreferences:\n${registry}`)).toEqual(['unknown-source']);
  expect(codes(`--- main.brief\n---\nsources:\n${registry}---\n${cites}`)).toEqual(['unknown-source']);
});

test('what stands in a front matter is for its own brief', () => {
  expect(
    showFindings(
      `
    --- main.brief
    ---
    date: 2021-09-20
    sources:
      - { id: own-1, container-title: TASS, issued: 2021-09-06 }
      - { id: own-2, container-title: TASS, issued: 2021-09-07 }
      - { id: own-3, container-title: TASS, issued: 2021-09-08 }
    ---
    It left (TASS, September 6), and came back [@own-3].
    --- other.brief
    It left [@own-2].
  `.replace('              ^^^^^ unknown-source\n', ''),
    ),
  ).toMatchInlineSnapshot(`
    --- main.brief
      - { id: own-2, container-title: TASS, issued: 2021-09-07 }
              ^^^^^ unused-source This brief does not cite TASS, September 7, 2021. Keep it for later, or compare its outlet and date.
  `);
});

test('silent: while not all briefs are known; one of two that may be meant; the second of one id', () => {
  const registry = `
    --- main.brief
    ---
    date: 2021-09-20
    ---
    It left (TASS, September 6).
             ^^^^^^^^^^^^^^^^^ ambiguous-source
    --- sources.yaml
    references:
      - { id: tass-1, container-title: TASS, issued: 2021-09-06 }
      - { id: tass-2, container-title: TASS, issued: 2021-09-06 }
  `;
  expectFindings(registry, { isComplete: true });
  expect(findingsIn('--- sources.yaml\nreferences:\n  - { id: a }\n')).toEqual([]);
  const again = '--- sources.yaml\nreferences:\n  - { id: a }\n  - { id: a }\n';
  expect(findingsIn(again, { isComplete: true }).map(({ code }) => code)).toEqual(['unused-source', 'duplicate-id']);
});

test('they are hints, shown faded', () => {
  expect(findingsIn('--- sources.yaml\nreferences:\n  - { id: a }\n', { isComplete: true })).toMatchObject([
    { severity: 'hint', unnecessary: true },
  ]);
});

const fixOf = (name: string, text: string, newline?: '\r\n') =>
  firstFix(`--- ${name}\n${text}`, 'unused-source', { isComplete: true, ...(newline && { newline }) });

test.each([
  ['sources.yaml', 'references:\n  - id: a\n    title: T\n', 'references: []\n'],
  [
    'sources.yaml',
    'references:  # all\n  # first\n  - id: a\n\n# end\n',
    'references: []  # all\n  # first\n\n# end\n',
  ],
  ['sources.yaml', '- id: a\n  title: T\n', '[]\n'],
  [
    'main.brief',
    '---\nsources:\n  - { id: a }\ndate: 2021-09-20\n---\nIt left.\n',
    '---\nsources: []\ndate: 2021-09-20\n---\nIt left.\n',
  ],
])('an only entry of %s: %j', async (name, before, after) => {
  expect(await fixOf(name, before)).toEqual([before.includes('title') ? 'Remove “T”' : 'Remove a', after]);
  expect(await fixOf(name, before, '\r\n')).toEqual([
    before.includes('title') ? 'Remove “T”' : 'Remove a',
    after.replaceAll('\n', '\r\n'),
  ]);
});

test('only the entry is removed; comments and blank lines stay', async () => {
  const entries = (middle: string) =>
    `--- sources.yaml\nreferences:\n${middle}  # kept\n  - id: b\n    title: B\n\n  - { id: c }\n`;
  expect(
    await fixOf('main.brief', `[@b] and [@c].\n${entries('  - id: a\n    title: >\n      Two\n      lines\n')}`),
  ).toEqual(['Remove “Two lines”', entries('').replace('--- sources.yaml\n', '')]);
});

test.each(['references: [{ id: a }]\n', 'references:\n  - &x { id: a, title: T }\n  - { <<: *x, id: b }\n'])(
  'nothing is taken out of %j',
  async (text) => {
    expect(await fixOf('sources.yaml', text)).toEqual(['no fix']);
  },
);

test.each([
  ['by its address', 'It left, [the agency](https://www.example.org/a/?utm_source=x) says.'],
  ['in a note', 'It left.[1]\n\nNotes\n\n[1] TASS, “Garrison leaves,” September 6, 2021.'],
  ['in a Markdown note', 'It left.[^a]\n\n[^a]: TASS, September 6, 2021.'],
  ['as one of several days', 'It left (TASS, September 5, 6, 2021; AFP, May 1).'],
])('an entry that is cited %s is used, and is not to be removed', (_, prose) => {
  const source =
    '  - { id: tass-1, title: Garrison leaves, container-title: TASS, issued: 2021-09-06, URL: "https://example.org/a" }\n';
  const codes = findingsIn(`--- main.brief\n${prose}\n--- sources.yaml\nreferences:\n${source}`, {
    isComplete: true,
  }).map(({ code }) => code);
  expect(codes).not.toContain('unused-source');
});
