import { expect, test } from 'vitest';
import { inlayHints } from '../../../../server/src/features/annotations/inlayHints.ts';
import type { HintSettings } from '../../../../server/src/features/revision.ts';
import { briefOf } from '../../support/fixture.ts';

const REGISTRY = `
  --- sources.yaml
  references:
    - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
    - { id: tass-2, container-title: TASS, issued: 2021-05-04 }
    - { id: nikkei-1, container-title: Nikkei, issued: 2020-12-01 }
`;

/** A brief of May 5, 2021 → the same with its hints in it, in «». `within`: only what lies in these words of it. */
function check(name: string, settings: Partial<HintSettings>, text: string, expected: string, within?: string): void {
  test(name, () => {
    const { brief, workspace, uri } = briefOf(`
  --- main.brief
  ---
  date: 2021-05-05
  ---
  ${text}${REGISTRY}`);
    const start = within === undefined ? 0 : brief.text.indexOf(within);
    const span = { start, end: within === undefined ? brief.text.length : start + within.length };
    const hints = inlayHints(brief, workspace.scopeOf(uri), span, { years: false, ids: false, ...settings });
    let shown = brief.text;
    for (const { offset, text } of hints.toReversed())
      shown = `${shown.slice(0, offset)}«${text}»${shown.slice(offset)}`;
    expect(shown.split('---\n')[2]!.trimEnd()).toBe(expected);
  });
}

const TEXT = 'A (TASS, May 3; Nikkei, December 1). B (, May 1), (TASS, May 3, 4; X, May 2019) [x](src:tass-1).';

check('none by default', {}, TEXT, TEXT);
check(
  'years nobody wrote, once behind several dates of one year',
  { years: true },
  TEXT,
  'A (TASS, May 3«2021»; Nikkei, December 1«2020»). B (, May 1«2021»), (TASS, May 3, 4«2021»; X, May 2019) [x](src:tass-1).',
);
check(
  'ids of what a citation in words resolves to, all of them',
  { ids: true },
  TEXT,
  'A (TASS, May 3«tass-1»; Nikkei, December 1«nikkei-1»). B (, May 1), (TASS, May 3, 4«tass-1, tass-2»; X, May 2019) [x](src:tass-1).',
);
check('both: the year first', { years: true, ids: true }, 'A (TASS, May 3).', 'A (TASS, May 3«2021»«tass-1»).');
check(
  'only in the range',
  { years: true },
  'A (TASS, May 3). B (TASS, May 4). C (TASS, May 2).',
  'A (TASS, May 3). B (TASS, May 4«2021»). C (TASS, May 2).',
  'B (TASS, May 4).',
);

check(
  'in notes; none of them behind “ibid.” but the id',
  { years: true, ids: true },
  'A.[^1] B.[^2]\n\n  [^1]: TASS, May 3.\n  [^2]: Ibid., p. 4.',
  'A.[^1] B.[^2]\n\n[^1]: TASS, May 3«2021».«tass-1»\n[^2]: Ibid., p. 4.«tass-1»',
);
