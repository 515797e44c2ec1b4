/** The first hour: from a copied page, in a folder without a brief or a registry, to registries with all that it cites and names. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import { copy } from './clipboard.mjs';
import { test } from './harness.mjs';

/** What a reader of `raw/strait.html` would write into registries: the days in June on which each outlet is cited, with the addresses. */
const outlets = {
  'Quay Wire': { 3: 'https://www.quaywire.example/port-closed', 7: '', 10: '', 17: '', 21: '' },
  'Harbor Tide': { 4: 'https://tide.example/2044', 5: '', 10: '', 20: '' },
  Dawn: { 5: 'https://www.dawn.com/news/1836992', 7: '', 15: '', 22: '' },
  Reuters: { 6: '', 12: '', 18: '', 23: '' },
  'Coast Herald': { 8: '', 14: '', 19: '' },
  'La Rada': { 11: 'https://rada.example/letter', 12: '', 16: '', 24: '' },
};
const names = {
  person: ['Nadia Ferrante', 'Tomas Ekdahl', 'Ilya Morand', 'Osman Reyd', 'Clara Voss', 'Lena Achterberg'],
  org: [
    'Velmar Dockers Union',
    'Coast Guard',
    'Northern Shipping Company',
    'European Commission',
    'World Bank',
    'University of Lisbon',
  ],
  group: ['Sorrel Brigade'],
  place: ['Velmar', 'Cape Sorrel', 'Lisbon', 'Tangier', 'Marrakesh', 'Geneva'],
  event: ['Velmar Accords'],
  weapon: ['Su-25'],
  media: Object.keys(outlets),
};
/** Short forms, which are aliases of the entry with the full name. */
/** @type {Record<string, string[]>} */
const shortForms = {
  'Nadia Ferrante': ['Ferrante'],
  'Tomas Ekdahl': ['Ekdahl'],
  'Ilya Morand': ['Morand'],
  'Clara Voss': ['Voss'],
  'Velmar Dockers Union': ['VDU'],
  Dawn: ['dawn.com'],
};

/** The latest such day up to today, which is the date of the new brief. @param {string} day of June */
function inJune(day) {
  const now = new Date();
  const isPast = now.getMonth() > 5 || (now.getMonth() === 5 && now.getDate() >= Number(day));
  return `${now.getFullYear() - (isPast ? 0 : 1)}-06-${day.padStart(2, '0')}`;
}

test('the first hour: from a copied page to registries in fewer than 25 keys, and back in one undo', async (editor) => {
  const { page, until } = editor;
  const html = await editor.read('strait.html');
  let keys = 0;
  const press = async (/** @type {string} */ key) => {
    keys++;
    await editor.press(key);
  };
  const type = async (/** @type {string} */ words) => {
    keys += words.length;
    await editor.type(words);
  };
  const focused = page.locator('.quick-input-list .monaco-list-row.focused');
  /** Chooses a command by the first words of its title. */
  const start = async (/** @type {string} */ words, /** @type {string} */ title) => {
    await press('F1');
    await type(words);
    await focused.filter({ hasText: title }).waitFor();
    await press('Enter');
  };
  try {
    await copy(editor, { 'text/html': html, 'text/plain': html.replaceAll(/<[^>]+>/g, '') });
    // Before, the list of commands lacks those of extensions.
    await page.locator('.activitybar .action-label[aria-label*="Briefmark"]').waitFor();
    await start('new b', 'New Brief…');
    await editor.asked((title) => title.includes('New brief (1/2)'));
    await type('Strait');
    await press('Enter');
    await editor.asked((title) => title.includes('New brief (2/2)'));
    await press('Enter');
    await page.locator('.tab.active', { hasText: 'strait.brief' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'nothing to check' }).waitFor();
    await press('Control+V');
    await until(() => editor.place('www.quaywire.example').then(Boolean), true);
    await start('set u', 'Set Up Registries…');
    await editor.asked((title) => title.includes('Set up registries'));
    await press('Enter');
    await page.locator('.notification-toast', { hasText: 'Added 51 entries to the registries.' }).waitFor();
    assert(keys < 25, `${keys} keys`);
    await until(() => page.locator('.tab.dirty').count(), 3);
    await editor.command('File: Save All');
    await until(() => page.locator('.tab.dirty').count(), 0);
    const [brief, entities, sources] = await Promise.all(
      ['strait.brief', 'entities.yaml', 'sources.yaml'].map(editor.read),
    );
    assert.deepEqual(entitiesIn(entities ?? ''), expectedEntities());
    assert.deepEqual(sourcesIn(sources ?? ''), expectedSources());
    await page.locator('.statusbar-item', { hasText: '24 of 24 cited' }).waitFor();
    assert.deepEqual(await editor.squiggles('warning'), []);
    await editor.command('View: Focus Active Editor Group');
    await editor.press('Control+Z');
    // The files that it created go, the pasted text stays.
    await until(() => page.locator('.tab').count(), 1);
    await until(() => readdir(editor.folder), ['strait.brief', 'strait.html']);
    assert.equal(await editor.read('strait.brief'), brief);
  } finally {
    for (const name of await readdir(editor.folder)) if (name !== 'strait.html') await editor.remove(name);
  }
});

/** @param {string} yaml */
function entitiesIn(yaml) {
  return parse(yaml)
    .entities.map((/** @type {any} */ { type, name, aliases = [] }) => [type, name, ...aliases].join(' = '))
    .sort();
}

function expectedEntities() {
  return Object.entries(names)
    .flatMap(([type, all]) => all.map((name) => [type, name, ...(shortForms[name] ?? [])].join(' = ')))
    .sort();
}

/** @param {string} yaml */
function sourcesIn(yaml) {
  return parse(yaml)
    .references.map((/** @type {any} */ one) => [one['container-title'], one.issued, one.URL ?? ''].join(' '))
    .sort();
}

function expectedSources() {
  return Object.entries(outlets)
    .flatMap(([outlet, days]) => Object.entries(days).map(([day, url]) => [outlet, inJune(day), url].join(' ')))
    .sort();
}
