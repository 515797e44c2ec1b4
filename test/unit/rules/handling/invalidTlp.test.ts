import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { expectFindings, findingsIn, showFindings } from '../../support/fixture.ts';

test('in front matter, registries, mastheads, headings and prose', () => {
  expect(
    showFindings(`
    --- main.brief
    ---
    tlp: White
    sources:
      - { id: own, custom: { tlp: "TLP:AMBER-STRICT" } }
    ---
    # Weekly brief, TLP:WHITE

    Date: May 3, 2023
    Handling: TLP Amber Strict

    The annex is marked TLP: Red; it stays with the desk [@own].

    Its cover is TLP:YELLOW.
    --- entities.yaml
    entities:
      - { id: kabul, type: place, name: Kabul, tlp: AMBR }
      - { id: herat, type: place, name: Herat, tlp: [RED] }
    --- sources.yaml
    references:
      - { id: a, custom: { tlp: secret } }
      - { id: b, custom: { tlp: amber } }
  `),
  ).toMatchInlineSnapshot(`
    --- main.brief
    tlp: White
         ^^^^^ invalid-tlp “White” has been called CLEAR since 2022. Write CLEAR.
         ^^^^^ tlp-too-low This brief is TLP:CLEAR, but cites “own” (TLP:AMBER+STRICT). Mark the brief TLP:AMBER+STRICT, leave this out, or ask its owner.
      - { id: own, custom: { tlp: "TLP:AMBER-STRICT" } }
                                   ^^^^^^^^^^^^^^^^ invalid-tlp “TLP:AMBER-STRICT” is not written like a label. Write TLP:AMBER+STRICT: in capitals, without spaces.
    # Weekly brief, TLP:WHITE
                    ^^^^^^^^^ invalid-tlp “TLP:WHITE” has been called TLP:CLEAR since 2022. Write TLP:CLEAR.
    Handling: TLP Amber Strict
              ^^^^^^^^^^^^^^^^ invalid-tlp “TLP Amber Strict” is not written like a label. Write TLP:AMBER+STRICT: in capitals, without spaces.
    The annex is marked TLP: Red; it stays with the desk [@own].
                        ^^^^^^^^ invalid-tlp “TLP: Red” is not written like a label. Write TLP:RED: in capitals, without spaces.
    Its cover is TLP:YELLOW.
                 ^^^^^^^^^^ invalid-tlp “TLP:YELLOW” is not a label of the Traffic Light Protocol. Write CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
    --- entities.yaml
      - { id: kabul, type: place, name: Kabul, tlp: AMBR }
                                                    ^^^^ invalid-tlp “AMBR” is not a label of the Traffic Light Protocol. Did you mean “AMBER”? Write CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
      - { id: herat, type: place, name: Herat, tlp: [RED] }
                                                    ^^^^^ invalid-tlp The marking is a list here. Write one text.
    --- sources.yaml
      - { id: a, custom: { tlp: secret } }
                                ^^^^^^ invalid-tlp “secret” is not a label of the Traffic Light Protocol. Write CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
      - { id: b, custom: { tlp: amber } }
                                ^^^^^ invalid-tlp “amber” is not written like a label. Write AMBER: in capitals, without spaces.
  `);
});

test('silent: labels as they should be, in every place', () => {
  expectFindings(`
    --- main.brief
    ---
    tlp: AMBER+STRICT
    ---
    # TLP:AMBER+STRICT

    Handling: TLP:AMBER+STRICT

    The annex (TLP:RED) stays with the desk; the summary is TLP:GREEN.

    TLP:AMBER+STRICT
    --- sources.yaml
    references:
      - { id: a, custom: { tlp: RED } }
      - { id: b, custom: { tlp: "TLP:CLEAR" } }
      - { id: c, custom: { tlp: } }
    --- entities.yaml
    entities:
      - { id: herat, type: place, name: Herat, tlp: AMBER }
  `);
});

test.each([
  'The TLP levels of TLP 2.0 are four, and AMBER comes in two kinds.',
  'Its authors put out a TLP White Paper, and a TLP Red Team took part.',
  'The report was “TLP:WHITE” then, or "TLP: Amber" in its annex.',
  '> Everything in here is TLP: AMBER.',
  'The field holds `TLP:WHITE` and `TLP AMBER`.',
  'See [the TLP:WHITE advisory](https://example.org/advisory).',
  'See https://example.org/TLP:WHITE/advisory and TLP-WHITE.pdf.',
  'The warning (CERT Advisory TLP:WHITE 12, May 3, 2023) came late.',
  'The label TLP:WHITE was renamed TLP:CLEAR in 2022.',
  'Machines write tlp:amber, people TLP:AMBER.',
  '<!-- was TLP:WHITE -->\n\nThe garrison left.',
  'The RED annex and the amber light, a green paper and a clear answer.',
])('silent: %s', (text) => {
  expectFindings(`--- main.brief\n${text}\n`);
});

test('in its quotation marks the label gives way to the right one; of two guesses none is certain', async () => {
  const fixOf = (tlp: string) => firstFix(`--- main.brief\n---\ntlp: ${tlp}\n---\nKabul fell.\n`, 'invalid-tlp');
  const after = (tlp: string) => `---\ntlp: ${tlp}\n---\nKabul fell.\n`;
  expect(await fixOf('"TLP: Amber Strict"')).toEqual([
    '* Change “TLP: Amber Strict” to TLP:AMBER+STRICT',
    after('"TLP:AMBER+STRICT"'),
  ]);
  expect(await fixOf('white')).toEqual(['* Change “white” to CLEAR', after('CLEAR')]);
  expect(await fixOf('GREN')).toEqual(['Change “GREN” to GREEN', after('GREEN')]);
  expect(await fixOf('secret')).toEqual(['no fix']);
});

test('a field whose label lacks only its capitals is a hint', () => {
  const severities = (text: string) =>
    findingsIn(text, { settings: { profile: 'release' } }).map(({ severity }) => severity);
  expect(severities('---\ntlp: green\n---\nIt left.')).toEqual(['hint']);
  expect(severities('---\ntlp: TLP:Amber+Strict\n---\nIt left.')).toEqual(['hint']);
  expect(severities('---\ntlp: amber strict\n---\nIt left.')).toEqual(['error']);
  expect(severities('---\ntlp: white\n---\nIt left.')).toEqual(['error']);
});
