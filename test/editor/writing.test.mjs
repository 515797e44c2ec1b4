/** What someone does who writes on in a casebook, by the keyboard: names completed, ids renamed, places found. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const draft = 'draft.brief';
const closed = 'closed.brief';
const annotated = 'taliban-neighbours-annotated.brief';
const registry = 'entities.yaml';

/** Runs a test at the end of a brief that is as it was afterwards. @param {import('./driver.mjs').Editor} editor @param {() => Promise<void>} run */
async function drafting(editor, run) {
  const before = await editor.read(draft);
  try {
    await editor.open(draft);
    // Only now is the server ready.
    await editor.until(() => editor.squiggled('error', ', May 8'), true);
    await editor.press('Control+End');
    await run();
  } finally {
    await editor.write(draft, before);
  }
}

/** What is written below the first paragraph of the draft, once it is saved. @param {import('./driver.mjs').Editor} editor */
async function written(editor) {
  await editor.command('File: Save All');
  await editor.until(() => editor.page.locator('.tab.dirty').count(), 0);
  return (await editor.read(draft)).split('May 8).\n\n')[1];
}

/** The suggestions once one of them has these words. @param {import('./driver.mjs').Editor} editor @param {string} words */
const suggested = (editor, words) =>
  editor.until(editor.suggestions, (rows) => rows.some(({ text }) => text.includes(words)));

test('a name that is typed becomes its tag by Tab, and stays a word by Enter', (editor) =>
  drafting(editor, async () => {
    await editor.typeByHand('Convoys of JNIM');
    const rows = await suggested(editor, 'JNIM');
    assert.match(rows[0]?.text ?? '', /^JNIM ?Jama’at Nusrat al-Islam wal-Muslimin \(group\)/);
    assert(!rows.some(({ focused }) => focused), JSON.stringify(rows));
    await editor.press('Enter');
    await editor.until(editor.suggestions, []);
    await editor.typeByHand('leave Termi');
    const places = await suggested(editor, 'Termiz');
    assert(!places.some(({ focused }) => focused), JSON.stringify(places));
    await editor.press('Tab');
    await editor.until(editor.suggestions, []);
    await editor.type('.');
    assert.equal(await written(editor), 'Convoys of JNIM\nleave [Termiz](place:termez).');
  }));

test('in a citation group a whole citation is accepted', (editor) =>
  drafting(editor, async () => {
    await editor.typeByHand('They wait (Eurasian');
    const rows = await suggested(editor, 'Eurasianet, August 27');
    assert(
      rows.some(({ text }) => text.includes('Termez offered as a depot')),
      JSON.stringify(rows),
    );
    await editor.press('Tab');
    await editor.until(editor.suggestions, []);
    assert.equal(await written(editor), 'They wait (Eurasianet, August 27)');
  }));

test('after ]( the targets and types are offered, after a type its ids', (editor) =>
  drafting(editor, async () => {
    await editor.typeByHand('[Termez](');
    const rows = await suggested(editor, 'place:termez');
    assert.match(rows[0]?.text ?? '', /^place:termez/);
    for (const type of ['person', 'org', 'operation']) {
      assert(
        rows.some(({ text }) => text.startsWith(type)),
        JSON.stringify(rows),
      );
    }
    await editor.typeByHand('pla');
    await suggested(editor, 'place');
    await editor.typeByHand('ce:dush');
    await suggested(editor, 'dushanbe');
    await editor.press('Tab');
    await editor.until(editor.suggestions, []);
    assert.equal(await written(editor), '[Termez](place:dushanbe)');
  }));

test('an id is renamed in the brief, in one that is closed, and in the registry', async (editor) => {
  const names = ['harbour.brief', 'harbour.entities.yaml'];
  const before = await Promise.all(names.map(editor.read));
  await editor.write(closed, 'They met [the board](org:veldt-harbour) in May.\n');
  try {
    await editor.open('harbour.brief');
    // The board is named in fees.brief, and now in a second brief.
    await editor.hover('Veldt Harbour Board', /elsewhere \(in 2 briefs\)/);
    await editor.goTo('harbour.brief', 'veldt-harbour)');
    await editor.press('F2');
    await editor.page.locator('.rename-box input').fill('harbour-board');
    await editor.press('Enter');
    await editor.until(() => editor.read(closed), 'They met [the board](org:harbour-board) in May.\n');
    const renamed = before.map((text) => text.replace('veldt-harbour', 'harbour-board'));
    await editor.until(() => Promise.all(names.map(editor.read)), renamed);
    await editor.until(() => editor.page.locator('.tab.dirty').count(), 0);
  } finally {
    await Promise.all(names.map((name, index) => editor.write(name, before[index] ?? '')));
    await editor.remove(closed);
  }
});

test('a name leads to its entry, to all its places, and is found by its letters', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.goTo('harbour.brief', 'Veldt Harbour Board to yield');
  await editor.press('F2');
  await editor.page.locator('.monaco-editor-overlaymessage', { hasText: 'id' }).waitFor();
  await editor.press('Shift+F12');
  const peek = editor.page.locator('.peekview-widget');
  await editor.until(async () => /References \(\d+\)/.test(await peek.innerText().catch(() => '')), true);
  await editor.press('Escape');
  await peek.waitFor({ state: 'hidden' });
  await editor.press('F12');
  await editor.page.locator('.tab.active', { hasText: 'harbour.entities.yaml' }).waitFor();
  await editor.press('Control+t');
  await editor.page.locator('.quick-input-widget input').fill('#bdshippers');
  await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Board of Shippers' }).first().waitFor();
  await editor.press('Escape');
});

test('the places of an entry are listed for all files', (editor) =>
  drafting(editor, async () => {
    await editor.type('A depot in Termez.');
    for (const _ of 'z.') await editor.press('ArrowLeft');
    await editor.press('F12');
    await editor.page.locator('.tab.active', { hasText: registry }).waitFor();
    const line = (await editor.read(registry)).split('\n').findIndex((text) => text.includes('id: termez')) + 1;
    await editor.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col` }).waitFor();
    await editor.press('Shift+F12');
    const peek = editor.page.locator('.peekview-widget');
    await peek.waitFor();
    const files = () => peek.locator('.ref-tree').innerText();
    await editor.until(files, (seen) => [draft, annotated, registry].every((name) => seen.includes(name)));
    await editor.press('Escape');
  }));

/** Starts a rename at the cursor and gives the new id. @param {import('./driver.mjs').Editor} editor @param {string} id */
async function renameTo(editor, id) {
  await editor.press('F2');
  const box = editor.page.locator('.rename-box .rename-input');
  await box.waitFor();
  await box.fill(id);
  await editor.press('Enter');
}

test('a rename to a taken id says why not, and changes nothing', async (editor) => {
  const names = [annotated, closed, registry];
  await editor.write(closed, 'A depot in [Termez](place:termez).\n');
  const before = await Promise.all(names.map(editor.read));
  try {
    await editor.open(annotated);
    await editor.hover('[Termez', /Uzbek town/);
    await editor.goTo(annotated, 'termez)');
    await renameTo(editor, 'tashkent');
    const refusal = editor.page.locator('.notification-toast', {
      hasText: '“tashkent” already belongs to another entity',
    });
    await refusal.waitFor();
    await editor.command('Notifications: Clear All Notifications');
    const texts = () => Promise.all(names.map(editor.read));
    assert.deepEqual(await texts(), before);
  } finally {
    await Promise.all(names.map((name, index) => editor.write(name, before[index] ?? '')));
    await editor.remove(closed);
  }
});
