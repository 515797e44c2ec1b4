/** What a brief's own citations show of its house: docs/format.md, 2.8. */
import { expect, test } from 'vitest';
import { citationRows } from '../../../../server/src/cli/list.ts';
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
  expect(isoDates(cite('Pier Post, 11.03.2022'))).toMatchInlineSnapshot(`11.03.2022 → 2022-03-11`);
});
