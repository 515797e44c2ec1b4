/** What someone does who gives a brief its sources and tags, by the keyboard. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

const brief = 'fees.brief';
const sources = 'harbour.sources.yaml';

/** Runs a test on files that are as they were afterwards. @param {import('./driver.mjs').Editor} editor @param {() => Promise<void>} run */
async function keeping(editor, run) {
  const texts = await Promise.all([brief, sources].map(editor.read));
  try {
    await editor.open(brief);
    await run();
  } finally {
    await Promise.all([brief, sources].map((name, index) => editor.write(name, texts[index] ?? '')));
  }
}

/** The files once `changed` of them are saved. A file that was not open gets its tab a while after it was changed.
 * @param {import('./driver.mjs').Editor} editor */
async function saved(editor, changed = 1) {
  await editor.until(() => editor.page.locator('.tab.dirty').count(), changed);
  await editor.command('File: Save All');
  await editor.until(() => editor.page.locator('.tab.dirty').count(), 0);
  return { brief: await editor.read(brief), sources: await editor.read(sources) };
}

/** Answers what is asked of a new source. @param {import('./driver.mjs').Editor} editor @param {string} day @param {string} outlet */
async function addSource(editor, day, outlet) {
  await editor.asked((title) => title === `Add a source for ${day} (1/3)`);
  await editor.answer(outlet);
  await editor.asked((title) => title.endsWith('(2/3)'));
  await editor.answer('Two lines go');
  await editor.asked((title) => title.endsWith('(3/3)'));
  await editor.answer('');
}

test('Fix Missing Sources walks through what is missing', (editor) =>
  keeping(editor, async () => {
    const before = await editor.read(sources);
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.startCommand('Briefmark: Fix Missing Sources…');
    const first = await editor.asked((title) => title === 'Missing source 1 of 2: , May 8');
    assert.equal(first.placeholder, 'The board doubled its fees (, May 8).');
    assert.deepEqual(first.rows, [
      'Harbour WatchMay 8, 2024 Board doubles its fees – shares “board, doubled, fees”',
      'New source…',
      'Skip',
      'Ignore missing-source here',
    ]);
    await editor.choose('Harbour');
    await editor.asked((title) => title === 'Missing source 2 of 2: , May 12');
    await editor.choose('New source');
    await addSource(editor, 'May 12, 2024', 'Port Gazette');
    await editor.page.locator('.notification-toast', { hasText: '2 sources fixed. No source is missing' }).waitFor();
    const after = await saved(editor, 2);
    assert.match(after.brief, /fees \(Harbour Watch, May 8\)\. Two shippers left \(Port Gazette, May 12\)\./);
    assert(after.sources.startsWith(before.trimEnd()), after.sources);
    assert.match(after.sources, /title: Two lines go\n\s+container-title: Port Gazette\n\s+issued: 2024-05-12\n/);
  }));

test('the light bulb adds a missing source to text and registry', (editor) =>
  keeping(editor, async () => {
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.goTo(brief, ', May 12');
    await editor.lightBulb('Add a source for May 12, 2024…');
    await addSource(editor, 'May 12, 2024', 'Port Gazette');
    await editor.until(() => editor.squiggled('error', ', May 8'), true);
    const after = await saved(editor, 2);
    assert.match(after.brief, /left \(Port Gazette, May 12\)\./);
    assert.match(after.sources, /container-title: Port Gazette\n\s+issued: 2024-05-12\n/);
  }));

test('Tag All Known Names is one step to undo', (editor) =>
  keeping(editor, async () => {
    const before = await editor.read(brief);
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.command('Briefmark: Tag All Known Names');
    await editor.page.locator('.notification-toast', { hasText: 'Tagged 4 mentions of 2 entities' }).waitFor();
    const { brief: tagged } = await saved(editor);
    assert.match(tagged, /The \[Veldt Harbour Board\]\(org:veldt-harbour\), or \[VHB\]\(org:veldt-harbour\), denies/);
    await editor.press('Control+z');
    assert.equal((await saved(editor)).brief, before);
  }));

test('Insert Citation puts a report into the group at the cursor', (editor) =>
  keeping(editor, async () => {
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.goTo(brief, ', May 14');
    await editor.startCommand('Briefmark: Insert Citation…');
    const { rows } = await editor.asked((title) => title === 'Insert citation');
    assert.match(rows.join('\n'), /^Harbour Watch ?May 8, 2024 Board doubles its fees$/m);
    await editor.answer('doubles its');
    assert.match((await saved(editor)).brief, /\(Harbour Watch, May 14; Harbour Watch, May 8\)/);
  }));

test('a selection becomes a new entity; the next problem is a key away', (editor) =>
  keeping(editor, async () => {
    await editor.until(() => editor.squiggled('error', ', May 12'), true);
    await editor.goTo(brief, 'shippers left');
    await editor.press('Control+Shift+ArrowRight');
    await editor.press('Control+k');
    await editor.press('t');
    const { rows } = await editor.asked((title) => title === 'Tag “shippers”');
    assert(rows[0]?.startsWith('Board of Shippers'), rows.join('\n'));
    await editor.answer('Board of Shippers');
    await editor.until(() => editor.page.locator('.tab.dirty').count(), 1);
    await editor.press('Control+Home');
    for (const index of [1, 2]) {
      await editor.press('Alt+F7');
      await editor.page.locator('.statusbar-item', { hasText: `Sourcing problem ${index} of 2` }).waitFor();
    }
    await editor.type('Quay Post');
    assert.match((await saved(editor)).brief, /Two \[shippers\]\(org:shippers\) left \(Quay Post, May 12\)/);
  }));

let briefs = 0;

test('New Brief asks for title and place, and fills in the front matter', async (editor) => {
  // VS Code keeps the text of a deleted file for a while: each run has a file of its own.
  const name = `ferries-a-first-look-${++briefs}.brief`;
  await editor.open(brief);
  await editor.startCommand('Briefmark: New Brief…');
  await editor.asked((title) => title === 'New brief (1/2)');
  await editor.answer(`Ferries: a "first" look ${briefs}`);
  await editor.asked((title) => title === 'New brief (2/2)');
  await editor.press('Enter');
  await editor.page.locator('.tab.active', { hasText: name }).waitFor();
  await editor.type('They sail.');
  await editor.command('File: Save All');
  await editor.until(
    () => editor.read(name),
    (text) => /^---\ntitle: "Ferries: a \\"first\\" look \d+"\ndate: \d{4}-\d\d-\d\d\n---\n\nThey sail\.$/.test(text),
  );
  await editor.remove(name);
});
