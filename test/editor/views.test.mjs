/** The side bar and the status item: what they show, where they lead, and that they follow. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'taliban-neighbours.brief';
const draft = 'draft.brief';

/** @typedef {import('./driver.mjs').Editor} Editor */
/** @param {Editor} editor @param {'Sources' | 'Entities' | 'Briefs'} view */
const rowsOf = ({ page }, view) =>
  page.locator(`.pane:has(> .pane-header[aria-label^="${view}"])`).locator('.monaco-list-row');

/** The rows of a view as a screen reader says them. @param {Editor} editor @param {'Sources' | 'Entities' | 'Briefs'} view */
const spoken = (editor, view) => async () =>
  rowsOf(editor, view).evaluateAll((rows) =>
    rows
      .sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
      .map((row) => row.getAttribute('aria-label') ?? ''),
  );

/** @param {Editor} editor @param {'Sources' | 'Entities' | 'Briefs'} view @param {string} label */
const row = ({ page }, view, label) =>
  page.locator(`.pane:has(> .pane-header[aria-label^="${view}"]) .monaco-list-row[aria-label^="${label}"]`).first();

/** @param {Editor} editor @param {string} id */
const statusBar = ({ page }, id) => page.locator(`.statusbar-item[id="${id}"]`);

/** @param {Editor} editor */
const status = (editor) => async () => {
  const item = statusBar(editor, 'briefmark.briefmark.briefmark.status');
  return (await item.count()) > 0 && (await item.isVisible()) ? (await item.innerText()).trim() : '';
};

/** @param {Editor} editor */
const cursor = (editor) => async () => statusBar(editor, 'status.editor.selection').innerText();

/** Runs a test beside the open brief with the side bar of Briefmark, and leaves the explorer. @param {string} name
 * @param {(editor: Editor) => Promise<void>} run @param {string} [file] */
function testViews(name, run, file = brief) {
  test(name, async (editor) => {
    await editor.open(file);
    await editor.until(async () => (await editor.squiggles('error')).length > 0, true);
    await editor.focusView('Sources');
    try {
      await run(editor);
    } finally {
      await editor.showExplorer();
    }
  });
}

testViews('the view of sources begins with what is missing, and a row leads there by the keyboard', async (editor) => {
  const rows = await editor.until(spoken(editor, 'Sources'), (rows) => rows.length > 5);
  assert.match(rows[0] ?? '', /^Missing sources, \d+$/);
  const [first] = rows.filter((label) => label.endsWith(brief));
  assert.equal(first, `Missing source, September 11, 2021, line 11, ${brief}`);
  const focused = async () => {
    await editor.press('Home');
    const row = editor.page.locator('.pane-body .monaco-list.element-focused .monaco-list-row.focused');
    return (await row.count()) === 1 ? row.getAttribute('aria-label') : null;
  };
  // A view that is shown for the first time has no rows yet that could take the focus.
  await editor.focusView('Sources');
  await editor.until(focused, rows[0] ?? '');
  for (let step = 0; step < rows.indexOf(first); step++) await editor.press('ArrowDown');
  await editor.press('Enter');
  await editor.until(cursor(editor), (seen) => seen.startsWith('Ln 11,') && seen.includes('(14 selected)'));
  const badge = editor.page.locator('.activitybar .action-item:has([aria-label*="Briefmark"]) .badge-content');
  assert.equal(await badge.innerText(), /\d+$/.exec(rows[0] ?? '')?.[0]);
});

testViews('a missing source is fixed from its row', async (editor) => {
  const missing = row(editor, 'Sources', 'Missing source, September 11, 2021, line 11');
  await missing.hover();
  await missing.locator('.actions .action-label[aria-label^="Fix"]').click();
  const offered = editor.page.locator('.action-widget .monaco-list-row');
  await offered.first().waitFor();
  assert((await offered.allInnerTexts()).some((text) => text.includes('Add a source for September 11, 2021')));
});

test('the status item counts, follows what is typed, goes to the first missing source and hides', async (editor) => {
  await editor.open(brief);
  await editor.until(status(editor), '7 missing sources · 12 of 19 cited');
  await statusBar(editor, 'briefmark.briefmark.briefmark.status').click();
  await editor.until(cursor(editor), (seen) => seen.startsWith('Ln 11,') && seen.includes('(14 selected)'));
  await editor.goTo(brief, ', September 11');
  await editor.type('Dawn');
  await editor.until(status(editor), '6 missing sources · 1 unknown source · 13 of 19 cited');
  await editor.open('sources.yaml');
  await editor.until(status(editor), '');
});

testViews(
  'what is typed and what comes and goes on disk shows in the views',
  async (editor) => {
    await editor.until(spoken(editor, 'Briefs'), (rows) =>
      rows.some((label) => label.startsWith(`${draft}, 1 missing`)),
    );
    await editor.goTo(draft, ', May 8');
    await editor.type('TASS');
    await editor.until(spoken(editor, 'Briefs'), (rows) =>
      rows.some((label) => label.startsWith(`${draft}, 1 unknown`)),
    );
    await editor.write('new.brief', 'A new one (, May 3, 2021).\n');
    try {
      await editor.until(spoken(editor, 'Briefs'), (rows) => rows.includes('new.brief, 1 missing, no date'));
    } finally {
      await editor.remove('new.brief');
    }
    await editor.until(spoken(editor, 'Briefs'), (rows) => !rows.some((label) => label.startsWith('new.brief')));
  },
  draft,
);

testViews(
  'a tick means that nothing is listed under Problems; without citations there is nothing to check',
  async (editor) => {
    await editor.write('tick.brief', '---\ndate: 2024-05-20\n---\n\nIt left (Harbour Watch, May 14).\n');
    await editor.write('plain.brief', 'Nothing is cited here.\n');
    const listed = (/** @type {string} */ begin) =>
      editor.until(spoken(editor, 'Briefs'), (rows) => rows.some((label) => label.startsWith(begin)));
    try {
      await listed('tick.brief, clean');
      await listed('plain.brief, nothing to check');
      await editor.write(
        'tick.brief',
        '---\ndate: 2024-05-20\n---\n\n[It](org:nobody) left (Harbour Watch, May 14).\n',
      );
      await listed('tick.brief, 1 problem');
      for (const [name, begin] of /** @type {const} */ ([
        ['tick.brief', '1 problem · 1 of 1 cited'],
        ['plain.brief', 'nothing to check'],
      ])) {
        await row(editor, 'Briefs', name).click();
        await editor.until(status(editor), begin);
      }
    } finally {
      await editor.remove('tick.brief');
      await editor.remove('plain.brief');
    }
  },
);

testViews('entities are filtered, and expand to their mentions', async (editor) => {
  const filterBy = async (/** @type {string} */ words) => {
    await editor.startCommand('Briefmark: Filter Entities…');
    await editor.asked((title) => title === 'Filter entities');
    await editor.answer(words);
  };
  await filterBy('rahmon');
  await editor.until(spoken(editor, 'Entities'), ['People, 1 entity']);
  await filterBy('shekau');
  await editor.until(spoken(editor, 'Entities'), ['People, 1 entity']);
  for (const label of ['People', 'Abubakar Shekau', brief]) {
    await row(editor, 'Entities', label).waitFor();
    await row(editor, 'Entities', label).locator('.monaco-tl-twistie').click();
  }
  await editor.until(spoken(editor, 'Entities'), (rows) =>
    rows.some((label) => label.includes('Abubakar Shekau, the head of Boko Haram')),
  );
  await filterBy('nobody of this name');
  await editor.page.locator('.pane .welcome-view-content', { hasText: 'No entity matches the filter.' }).waitFor();
  await editor.command('Briefmark: Clear Entity Filter');
  await editor.until(spoken(editor, 'Entities'), (rows) => rows.length > 5);
});

testViews('briefs are sorted by state or by name', async (editor) => {
  const names = async () => (await spoken(editor, 'Briefs')()).map((label) => label.split(',')[0]);
  await editor.until(names, (rows) => rows[0] === brief);
  // Briefs that other scenarios have deleted may be listed for a while.
  const isByName = (/** @type {string[]} */ rows) =>
    rows.includes(draft) && rows.join() === [...rows].sort((a, b) => a.localeCompare(b)).join();
  for (const [order, isSorted] of /** @type {const} */ ([
    ['By name', isByName],
    ['By state', (/** @type {string[]} */ rows) => rows[0] === brief && !isByName(rows)],
  ])) {
    await editor.startCommand('Briefmark: Sort Briefs…');
    await editor.asked((title) => title === 'Sort briefs');
    await editor.answer(order);
    await editor.until(names, isSorted);
  }
});
