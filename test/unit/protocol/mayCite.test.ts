import { expect, test } from 'vitest';
import { mayCite } from '../../../server/src/protocol/mayCite.ts';

test.each([
  ['It fell (Reuters, May 3).', true],
  ['It fell (, September 22).', true],
  ['Es fiel (Spiegel, 3. Mai 2022).', true],
  ['It fell (Reuters, 2022-05-03).', true],
  ['It fell.[^1]\n\n[^1]: Reuters, May 3.', true],
  ['It fell [1].\n\n[1] Reuters, “Harbor,” 3 May 2022.', true],
  ['# Set-up\n\nRun `npm test` (see the docs), then (optionally) `npm start`.', false],
  ['[1]: https://example.org/page', false],
  ['- [x] done\n- [ ] 2 to do', false],
  ['('.repeat(100_000), false],
])('%s', (text, expected) => {
  expect(mayCite(text)).toBe(expected);
});
