import { expect, test } from 'vitest';
import { firstFix } from '../../support/firstFix.ts';
import { showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const settings = onlyRule('stale-year');
const DATED = '---\ndate: 2026-02-20\n---\n\n';

test('a date without a year, more than ten months before the brief', () => {
  expect(
    showFindings(
      `
      ---
      date: 2026-02-20
      ---
      Talks were held (APS, March 12; TASS, May 3; AFP, March 12, 2025).
      They failed (Dawn, April 20), and were resumed (ibid.).
      `,
      { settings },
    ),
  ).toMatchInlineSnapshot(`
    Talks were held (APS, March 12; TASS, May 3; AFP, March 12, 2025).
                     ^^^^^^^^^^^^^ stale-year March 12 means March 12, 2025 here. Check the month, or write the year.
  `);
});

test.each([
  ['APS, March 12', 'APS, March 12, 2025'],
  ['APS, 12 March', 'APS, 12 March 2025'],
  ['APS, Feb. 29', 'APS, Feb. 29, 2024'],
  ['EFE, 12 de marzo', 'EFE, 12 de marzo de 2025'],
  ['APS, March 12–14', 'APS, March 12–14, 2025'],
])('the year is written: %s', async (written, expected) => {
  const [, after = 'no fix'] = await firstFix(`${DATED}Talks were held (${written}).\n`, 'stale-year', { settings });
  expect(after.trimEnd()).toBe(`${DATED}Talks were held (${expected}).`);
});
