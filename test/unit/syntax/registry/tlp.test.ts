import { describe, expect, test } from 'vitest';
import { TLP_LABELS } from '../../../../server/src/syntax/ast.ts';
import { findMarkings, readMarking, strictness } from '../../../../server/src/syntax/registry/tlp.ts';

const shown = (text: string) =>
  findMarkings(text).map(({ start, end, meant, exact, isOnOwnLine: alone }) =>
    [text.slice(start, end), exact ? 'as it should be' : (meant ?? 'no label'), ...(alone ? ['alone'] : [])].join(
      ' | ',
    ),
  );

describe('labels in prose', () => {
  test.each([
    ['Marked TLP:AMBER+STRICT, TLP:RED and TLP:CLEAR.', ['TLP:AMBER+STRICT', 'TLP:RED', 'TLP:CLEAR']],
    ['(TLP:GREEN) The group moved.', ['TLP:GREEN']],
    ['TLP:RED-marked reports; TLP:AMBER strict rules apply', ['TLP:RED', 'TLP:AMBER']],
  ])('%s', (text, labels) => {
    expect(shown(text)).toEqual(labels.map((label) => `${label} | as it should be`));
  });

  test.each([
    ['TLP:WHITE', 'CLEAR'],
    ['TLP:Amber', 'AMBER'],
    ['TLP:amber', 'AMBER'],
    ['TLP: AMBER', 'AMBER'],
    ['TLP: Amber', 'AMBER'],
    ['TLP AMBER', 'AMBER'],
    ['TLP-RED', 'RED'],
    ['TLP:AMBER-STRICT', 'AMBER+STRICT'],
    ['TLP:AMBER STRICT', 'AMBER+STRICT'],
    ['TLP AMBER STRICT', 'AMBER+STRICT'],
    ['TLP:AMBER + STRICT', 'AMBER+STRICT'],
    ['TLP:Amber+Strict', 'AMBER+STRICT'],
    ['TLP:YELLOW', 'no label'],
  ])('%s', (label, meant) => {
    expect(shown(`This is ${label}, as agreed.`)).toEqual([`${label} | ${meant}`]);
  });

  test.each([
    'The TLP levels of TLP 2.0, the TLP White Paper and a TLP Red Team exercise.',
    'TLP: clear rules for sharing. TLP green light.',
    'The TLP (Tehrik-e-Labbaik Pakistan) raised TLP GREEN flags. TLP Green, its daily. TLP-Green alliance. TLP: Red lines',
    'https://example.org/TLP:WHITE and report-TLP:WHITE and TLP-WHITE.pdf',
    'TLP:REDACTED, TLP:GREENLAND, tlp:amber, STLP:RED, TLP:THE BASICS',
    'TLP:blue is no label anybody writes',
  ])('no label in: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  test('one that has its line to itself', () => {
    expect(shown('**TLP:AMBER**\nThe TLP:RED annex.\n# TLP:GREEN #\r\n')).toEqual([
      'TLP:AMBER | as it should be | alone',
      'TLP:RED | as it should be',
      'TLP:GREEN | as it should be | alone',
    ]);
  });
});

test('markings in fields', () => {
  for (const value of ['CLEAR', 'TLP:AMBER+STRICT', 'RED']) expect(readMarking(value)).toMatchObject({ exact: true });
  for (const value of ['amber strict', 'TLP AMBER-STRICT', 'tlp:Amber+Strict'])
    expect(readMarking(value)).toEqual({ meant: 'AMBER+STRICT', exact: false });
  expect(readMarking('white')).toEqual({ meant: 'CLEAR', exact: false });
  for (const value of ['', 'secret', 'RED STRICT', 'TLP', 'GREEN and RED', 'RED'.repeat(50)])
    expect(readMarking(value)).toEqual({ exact: false });
  expect(TLP_LABELS.map(strictness)).toEqual([0, 1, 2, 3, 4]);
});
