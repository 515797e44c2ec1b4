import { expect, test } from 'vitest';
import { CASEBOOK_FILES, FIRST_BRIEF, findFreeName } from '../../../../client/src/support/casebook.ts';

/** Vite lists them when the test is built. */
const samples = import.meta.glob('../../../../samples/**/{*,.*}', { query: '?raw', import: 'default' });

test('every file of the casebook is copied, as a web extension cannot list its own folder', () => {
  const names = Object.keys(samples).map((path) => path.replace('../../../../samples/', ''));
  expect([...CASEBOOK_FILES].sort()).toEqual(names.sort());
  expect(CASEBOOK_FILES).toContain(FIRST_BRIEF);
});

test('a folder that exists is left alone', async () => {
  const taken = (names: readonly string[]) => findFreeName(async (name) => names.includes(name));
  expect(await taken([])).toBe('briefmark-casebook');
  expect(await taken(['briefmark-casebook'])).toBe('briefmark-casebook-2');
  expect(await taken(['briefmark-casebook', 'briefmark-casebook-2', 'briefmark-casebook-4'])).toBe(
    'briefmark-casebook-3',
  );
});
