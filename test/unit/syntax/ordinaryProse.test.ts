/** Prose that looks like a citation and is none stays silent: no citation, nothing missing, no finding. */
import { expect, test } from 'vitest';
import { slice } from '../../../server/src/base/text/span.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../server/src/syntax/brief/records.ts';
import { findingsIn } from '../support/fixture.ts';
import page from './ordinaryProse.txt?raw';

const texts = page.split('\n***\n').map((text) => text.trim());

/** What makes a brief look for markers and for references by author and year. */
const surroundings: Readonly<Record<string, readonly [before: string, after: string]>> = {
  alone: ['', ''],
  'beside notes in brackets': [
    'The bridge was closed.[1] The ferry was not.[2]\n\n',
    '\n\n## Notes\n\n[1] Harbour Radio, May 3, 2022.\n[2] Coastal Courier, May 4, 2022.\n',
  ],
  'beside raised notes': [
    'The bridge was closed.¹ The ferry was not.²\n\n',
    '\n\n## Notes\n\n1. Harbour Radio, May 3, 2022.\n2. Coastal Courier, May 4, 2022.\n',
  ],
  'beside notes that nothing points to': [
    '',
    '\n\n## Notes\n\n1. Harbour Radio, May 3, 2022.\n2. Coastal Courier, May 4, 2022.\n',
  ],
  'beside notes with a caret': [
    'The bridge was closed.[^1] The ferry was not.[^2]\n\n',
    '\n\n[^1]: Harbour Radio, May 3, 2022.\n\n[^2]: Coastal Courier, May 4, 2022.\n',
  ],
  'beside notes in parentheses': [
    'The bridge was closed (1). The ferry was not (2).\n\n',
    '\n\n## Notes\n\n(1) Harbour Radio, May 3, 2022.\n(2) Coastal Courier, May 4, 2022.\n',
  ],
  'beside notes in parentheses that nothing points to': [
    '',
    '\n\n(1) Harbour Radio, May 3, 2022.\n(2) Coastal Courier, May 4, 2022.\n',
  ],
  'beside notes with signs': [
    'The bridge was closed.* The ferry was not.†\n\n',
    '\n\n* Harbour Radio, May 3, 2022.\n\n† Coastal Courier, May 4, 2022.\n',
  ],
  'beside raised letters': [
    'The bridge was closed.ᵃ The ferry was not.ᵇ\n\n',
    '\n\nᵃ Harbour Radio, May 3, 2022.\nᵇ Coastal Courier, May 4, 2022.\n',
  ],
  'beside references by author and year': [
    'Ports grow with rail (Vale 2009; Marchal and Sheikh, 2015, p. 7).\n\n',
    '\n\n## References\n\nMarchal, Roland, and Zakaria Sheikh. 2015. “Low Tide.” Harbour Review 12.\n\nVale, Ann. 2009. “Rust.” Harbour Review 9.\n',
  ],
};

for (const [name, [before, after]] of Object.entries(surroundings)) {
  test(`${name}, ordinary prose has no citation and no finding`, () => {
    const expected = readIn(`${before}Nothing else happened.${after}`);
    const found = texts.flatMap((text) => {
      const inside = readIn(`${before}${text}${after}`);
      return inside.filter((line) => !expected.includes(line));
    });
    expect(found).toEqual([]);
  });
}

test('the page has many sentences', () => {
  expect(page.match(/[.:!?)]\n/g)!.length).toBeGreaterThan(80);
});

function readIn(text: string): string[] {
  const brief = readBrief(text);
  const markers = brief.notes.markers.map(({ span }) => `marker: ${text.slice(span.start - 12, span.end)}`);
  const citations = recordsOf(brief).map(({ at, value: { form, span } }) => {
    return `${form}: ${slice(text, { start: at + span.start, end: at + span.end })}`;
  });
  return [...markers, ...citations, ...findingsIn(text).map(({ code, span }) => `${code}: ${slice(text, span)}`)];
}
