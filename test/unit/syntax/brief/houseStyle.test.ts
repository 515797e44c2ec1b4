/** What a brief's own citations show of its house: docs/format.md, 2.8. */
import { expect, test } from 'vitest';
import { citationRows } from '../../../../server/src/exporters/rows/citations.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { workspaceOf } from '../../support/fixture.ts';
import { reading } from '../../support/readings.ts';

function isoDates(text: string): string {
  const scope = workspaceOf({ files: [] }).scopeOf('file:///main.brief');
  return citationRows({ name: 'main.brief', brief: readBrief(text), scope })
    .map(({ date, iso }) => `${date} → ${iso}`)
    .join('\n');
}

const cite = (...items: string[]) => items.map((item) => `The pier was closed (${item}).`).join(' ');

test('what more than two thirds of at least four citations share is no slip', () => {
  expect(reading(cite('Pier Post May 3', 'Quay Times May 4', 'Reuters May 5'))).toContain('!no-comma');
  expect(reading(cite('Pier Post May 3', 'Quay Times May 4', 'Reuters May 5', 'TASS May 6'))).not.toContain('!');
  expect(reading(cite('Pier Post May 3', 'Quay Times May 4', 'Reuters May 5', 'TASS, May 6'))).not.toContain('!');
  expect(reading(cite('Pier Post May 3', 'Quay Times May 4', 'Reuters, May 5', 'TASS, May 6'))).toContain('!no-comma');
});

test('a missing source is never a habit', () => {
  expect(reading(cite(', May 3', ', May 4', ', May 5', ', May 6')).match(/MISSING/g)).toHaveLength(4);
});

test('what has lost its source does not outvote a habit', () => {
  const kept = ['Pier Post May 3', 'Quay Times May 4', 'Reuters May 5', 'TASS May 6'];
  expect(reading(cite(...kept, ', May 7', ', May 8', 'TK', 'source: ???'))).not.toContain('!');
});

test('the order of day and month', () => {
  expect(isoDates(cite('Pier Post, 11/03/2022'))).toMatchInlineSnapshot(`11/03/2022 → 2022-11-03`);
  expect(isoDates(cite('Pier Post, 11/03/2022', 'Quay Times, 24/03/2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-03-11
    24/03/2022 → 2022-03-24
  `);
  expect(isoDates(cite('Pier Post, 11/03/2022', 'Quay Times, 03/24/2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-11-03
    03/24/2022 → 2022-03-24
  `);
  expect(isoDates(cite('Pier Post, 11/03/2022', 'Quay Times, 24 March 2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-03-11
    24 March 2022 → 2022-03-24
  `);
  expect(isoDates(cite('Pier Post, 11/03/2022', 'Quay Times, March 24, 2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-11-03
    March 24, 2022 → 2022-03-24
  `);
  for (const lang of ['en', 'en-US', 'en-GB', 'es']) {
    const text = `---\nlang: ${lang}\n---\n\n${cite('Pier Post, 11/03/2022')}`;
    expect(isoDates(text)).toContain(lang === 'en' || lang === 'en-US' ? '2022-11-03' : '2022-03-11');
  }
  const spanish =
    'El convoy salió del puerto y no fue visto en la carretera por los vecinos de la ciudad ni por la guarnición de las afueras';
  expect(isoDates(`${spanish} (Pier Post, 11/03/2022).`)).toContain('2022-03-11');
  expect(isoDates(cite('Pier Post, 11.03.2022'))).toMatchInlineSnapshot(`11.03.2022 → 2022-03-11`);
});

test('notes show it, too, and are read in it, also where their markers stand', () => {
  const text = (date: string) => `It left.[1] It came.[2]\n\n## Notes\n\n[1] TASS, 11/03/2022.\n[2] AFP, ${date}.\n`;
  expect(isoDates(text('24/03/2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-03-11
    24/03/2022 → 2022-03-24
  `);
  expect(isoDates(text('03/24/2022'))).toMatchInlineSnapshot(`
    11/03/2022 → 2022-11-03
    03/24/2022 → 2022-03-24
  `);
  const [block] = readBrief(text('24/03/2022')).blocks;
  expect(block!.markers[0]!.citations[0]!.when!.dates[0]!.value).toEqual({ year: 2022, month: 3, day: 11 });
});
