import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings } from '../../support/fixture.ts';

const registries = `\
--- sources.yaml
references:
  - { id: open, title: Statement, container-title: TASS, issued: 2021-09-04, custom: { tlp: CLEAR } }
  - { id: circle, title: Circular, container-title: TASS, issued: 2021-09-05, custom: { tlp: GREEN } }
  - { id: liaison, title: Liaison note, container-title: TASS, issued: 2021-09-06, custom: { tlp: AMBER } }
  - { id: agent, title: Agent report, issued: 2021-09-07, custom: { tlp: RED } }
  - { id: cable, title: Cable, container-title: Desk Cables, issued: 2021-09-08 }
  - { id: free, title: Cable for all, container-title: Desk Cables, issued: 2021-09-09, custom: { tlp: CLEAR } }
--- entities.yaml
entities:
  - { id: tass, type: media, name: TASS }
  - { id: cables, type: media, name: Desk Cables, tlp: AMBER }
  - { id: contact, type: person, name: Farid Noor, tlp: AMBER+STRICT }
  - { id: kabul, type: place, name: Kabul }
`;
const check = (brief: string) => expectFindings(`--- main.brief\n${brief}${registries}`);

test('the marking of the front matter; the strictest is named, and how many there are', () => {
  check(`---
date: 2021-09-20
tlp: GREEN
     ^^^^^ tlp-too-low This brief is TLP:GREEN, but cites “Agent report” (TLP:RED) and 2 more. Mark the brief TLP:RED, leave this out, or ask its owner.
---
The garrison left (TASS, September 6). Its commander met Farid Noor, and more [@agent].
`);
});

test('a marking in a masthead, a heading, a first line, a foot', () => {
  check(`# Weekly brief (TLP:CLEAR)
                ^^^^^^^^^ tlp-too-low This brief is TLP:CLEAR, but cites “Circular” (TLP:GREEN). Mark the brief TLP:GREEN, leave this out, or ask its owner.

The garrison left [@circle].
`);
  check(`Handling: TLP:GREEN
          ^^^^^^^^^ tlp-too-low “Liaison note”

The garrison left [@liaison].
`);
  check(`TLP:GREEN
^^^^^^^^^ tlp-too-low
The garrison left [@liaison].
`);
  check(`The garrison left [@liaison].

It came back in May.

**TLP:GREEN**
  ^^^^^^^^^ tlp-too-low
`);
});

test('no marking at all: the first use of what is stricter than GREEN', () => {
  check(`The garrison left [@open; @circle]. It came back [@liaison].
                                                  ^^^^^^^^ tlp-too-low This brief has no marking
`);
  check(`The commander met [Noor](person:contact).
                  ^^^^^^^^^^^^^^^^^^^^^^ tlp-too-low This brief has no marking, but names “Farid Noor” (TLP:AMBER+STRICT). Mark the brief TLP:AMBER+STRICT, leave this out, or ask its owner.
`);
  check(`---
date: 2021-09-20
---
The garrison left (Desk Cables, September 8).
                   ^^^^^^^^^^^^^^^^^^^^^^^^ tlp-too-low This brief has no marking, but cites “Desk Cables” (TLP:AMBER). Mark the brief TLP:AMBER, leave this out, or ask its owner.
`);
});

test.each([
  ['as strict', '---\ntlp: AMBER\n---\nThe garrison left [@liaison].\n'],
  ['stricter', '---\ntlp: TLP:RED\n---\nFarid Noor left [@liaison; @agent].\n'],
  ['no marking, nothing stricter than GREEN', 'The garrison left Kabul [@open; @circle].\n'],
  ['nothing marked is used', '---\ntlp: CLEAR\n---\nThe garrison left Kabul [@open].\n'],
  [
    'a report for all of an outlet that is marked',
    '---\ntlp: CLEAR\ndate: 2021-09-20\n---\nIt left (Desk Cables, September 9).\n',
  ],
  ['a marking that is stricter in the foot than in the head', 'TLP:GREEN\n\nIt left [@liaison].\n\nTLP:AMBER\n'],
  ['a sentence that may be the marking', 'TLP:AMBER. Do not pass on. It left [@liaison].\n'],
])('silent: %s', (_, brief) => {
  check(brief);
});

test('where the marking cannot be read, only that is said', () => {
  check(`---
tlp: secret
     ^^^^^^ invalid-tlp
---
The garrison left [@agent].
`);
});

const fixOf = (brief: string, newline: '\n' | '\r\n' = '\n') =>
  firstFix(`--- main.brief\n${brief}${registries}`, 'tlp-too-low', { newline });

test.each([
  ['---\ntlp: TLP:GREEN\n---\nIt left [@liaison].\n', '---\ntlp: TLP:AMBER\n---\nIt left [@liaison].\n'],
  ['Handling: TLP:GREEN\n\nIt left [@agent].\n', 'Handling: TLP:RED\n\nIt left [@agent].\n'],
  ['---\ndate: 2021-09-20\n---\nIt left [@agent].\n', '---\ntlp: RED\ndate: 2021-09-20\n---\nIt left [@agent].\n'],
  ['It left [@agent].\n', '---\ntlp: RED\n---\n\nIt left [@agent].\n'],
])('the marking is raised: %j', async (before, after) => {
  const title = `Mark the brief TLP:${/RED/.test(after) ? 'RED' : 'AMBER'}`;
  expect(await fixOf(before)).toEqual([title, after]);
  expect(await fixOf(before, '\r\n')).toEqual([title, after.replaceAll('\n', '\r\n')]);
});
