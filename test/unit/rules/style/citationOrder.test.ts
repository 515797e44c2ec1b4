import { expect, test } from 'vitest';
import { actionsAt } from '../../../../server/src/features/codeActions/codeActions.ts';
import type { CitationOrder } from '../../../../server/src/rules/engine/settings.ts';
import { applyChangesTo, createScene } from '../../support/actions.ts';
import { showFindings } from '../../support/fixture.ts';
import { onlyRule } from '../../support/only.ts';

const wants = (citationOrder: CitationOrder) => ({ settings: onlyRule('citation-order', { citationOrder }) });
const DATED = '---\ndate: 2021-09-24\n---\n\n';

/** The sentence, and what it is after the fix; the same when nothing is found. */
async function check(order: CitationOrder, group: string, after = group, front = DATED): Promise<void> {
  const scene = await createScene(`${front}They left ${group}.`, wants(order));
  const at = front.length + 12;
  const [fix] = actionsAt(
    scene.open('file:///main.brief'),
    { start: at, end: at },
    ['quickfix'],
    scene.targets,
    scene.context,
  );
  const text = fix?.changes
    ? applyChangesTo(scene, fix.changes).get('file:///main.brief')
    : `${front}They left ${group}.\n`;
  expect(text).toBe(`${front}They left ${after}.\n`);
  if (fix) expect(fix.isPreferred).toBe(true);
}

test('what is out of order', () => {
  expect(
    showFindings(
      `
    ---
    date: 2021-09-24
    ---

    They left (TASS, May 9; Interfax, May 7; RIA, May 8), it was said (Dawn, May 1; AFP, May 2).
    `,
      wants('oldest first'),
    ),
  ).toMatchInlineSnapshot(`
    They left (TASS, May 9; Interfax, May 7; RIA, May 8), it was said (Dawn, May 1; AFP, May 2).
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation-order (TASS, May 9; Interfax, May 7; RIA, May 8) is not in house order: oldest report first. Reorder the sources.
  `);
});

test.each<[CitationOrder, string, string]>([
  ['oldest first', '(TASS, May 9; Interfax, May 7; RIA, May 8)', '(Interfax, May 7; RIA, May 8; TASS, May 9)'],
  ['newest first', '(Interfax, May 7; TASS, May 9)', '(TASS, May 9; Interfax, May 7)'],
  // The year follows from the date of the brief.
  ['oldest first', '(TASS, May 9; Interfax, December 7)', '(Interfax, December 7; TASS, May 9)'],
  // Separators stay where they are, equal dates keep their order.
  ['oldest first', '(TASS, May 9;Interfax, May 9; RIA, May 8)', '(RIA, May 8;TASS, May 9; Interfax, May 9)'],
  // Further dates move with their source.
  ['oldest first', '(TASS, May 9; May 12; RIA, May 7, 8)', '(RIA, May 7, 8; TASS, May 9; May 12)'],
  ['oldest first', '([TASS](src:tass-2), May 9; *RIA*, 3 May)', '(*RIA*, 3 May; [TASS](src:tass-2), May 9)'],
  ['newest first', '(TASS, April 2021; RIA, 3 May)', '(RIA, 3 May; TASS, April 2021)'],
  ['by name', '(TASS, May 9; Interfax, May 12)', '(Interfax, May 12; TASS, May 9)'],
  [
    'by name',
    '(The Times, May 9; Dawn, May 12; BBC [Persian], May 1)',
    '(BBC [Persian], May 1; Dawn, May 12; The Times, May 9)',
  ],
  ['by name', '(www.infox.ru, May 9; Dawn, May 12)', '(Dawn, May 12; www.infox.ru, May 9)'],
])('%s: %s', (order, before, after) => check(order, before, after));

test.each<[CitationOrder, string]>([
  ['any', '(TASS, May 9; Interfax, May 7)'],
  ['oldest first', '(Interfax, May 7; TASS, May 9)'],
  ['oldest first', '(TASS, May 9; Interfax, May 9)'],
  // A source is missing, leads in, points back, is malformed, or is none.
  ['oldest first', '(TASS, May 9; , May 7)'],
  ['oldest first', '(TASS, May 9; see Interfax, May 7)'],
  ['oldest first', '(see TASS, May 9; Interfax, May 7)'],
  ['oldest first', '(TASS, May 9; quoted in Interfax, May 7)'],
  ['oldest first', '(TASS, May 9; Ibid., May 7)'],
  ['oldest first', '(TASS,May 9; Interfax, May 7)'],
  ['oldest first', '(TASS, May 9; and others; Interfax, May 7)'],
  ['oldest first', '(TASS, May 9; [Interfax](src:interfax-1))'],
  ['oldest first', '[@tass-2021-05-09; @interfax-2021-05-07, p. 3]'],
  ['oldest first', '(*TASS, May 9; Interfax, May 7*)'],
  // A range that includes the other day; a month that may hold it; a day read, not published; no such day.
  ['oldest first', '(TASS, May 5, 9; Interfax, May 7)'],
  ['oldest first', '(TASS, May 5–9; Interfax, May 5)'],
  ['newest first', '(TASS, May 2021; Interfax, May 7)'],
  ['oldest first', '(European Commission, accessed June 2; TASS, May 9)'],
  ['oldest first', '(TASS, June 31; Interfax, May 7)'],
  // The year may be that of both.
  ['newest first', '(TASS, January 9, 2020; Interfax, May 7, 2019)'],
  ['oldest first', '(TASS, May 2; RIA, May 3, 2019)'],
  // Two houses, two alphabets.
  ['by name', '(The Times, May 9; Times of India, May 2)'],
  ['by name', '(Sky News, May 9; The Economist, May 2; The Times, May 3)'],
  ['by name', '(Dawn, May 9; al-Jazeera, May 2)'],
  ['by name', '(TASS, May 9; “A Border Closes,” Dawn, May 2)'],
  ['by name', '(TASS, May 9; 38 North, May 2)'],
  ['by name', '(TASS, May 9; Известия, May 2)'],
  ['by name', '(Dawn, May 9; TASS, May 2)'],
])('%s: silent on %s', (order, group) => check(order, group));

test('without a known year, only written years count', async () => {
  await check('oldest first', '(TASS, May 9; Interfax, May 7)', undefined, '');
  await check(
    'oldest first',
    '(TASS, May 9, 2021; Interfax, May 7, 2021)',
    '(Interfax, May 7, 2021; TASS, May 9, 2021)',
    '',
  );
});
