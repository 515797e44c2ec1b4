/** What someone who opens a brief sees. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';

test('each missing source is underlined and listed once', async (editor) => {
  const name = 'taliban-neighbours.brief';
  const lost = (await editor.read(name)).match(/\(, \w+ \d+\)/g) ?? [];
  assert(lost.length > 0);
  await editor.open(name);
  const missing = async () => (await editor.problems(name)).filter((row) => row.includes('missing-source'));
  await editor.until(async () => (await missing()).length, lost.length);
  await editor.goTo(name, lost[0] ?? '');
  await editor.until(() => editor.squiggled('error', (lost[0] ?? '').slice(1, -1)), true);
});

test('hover explains a tag, a plain mention, a citation and a missing source', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('error', ', May 12'), true);
  await editor.hover('[Veldt Harbour', /Veldt Harbour Board/, /Runs the port of Veldt/, /VHB/);
  await editor.hover('Board of Shippers', /Speaks for the shipping lines/);
  await editor.hover('Watch, May 8', /Board doubles its fees/, /2024/, /usually reliable/i);
  await editor.hover(', May 12', /source/i);
});

test('an unknown source is a warning', async (editor) => {
  await editor.open('harbour.brief');
  await editor.until(() => editor.squiggled('warning', 'Quay Gazette, May 15'), true);
});

test('the outline nests sections and says which source is missing', async (editor) => {
  await editor.open('harbour.brief');
  const shown = (await editor.until(editor.outline, (rows) => rows.some(({ text }) => text.includes('Outlook')))) ?? [];
  const level = (/** @type {string} */ words) => shown.find(({ text }) => text.includes(words))?.level ?? 0;
  assert.equal(level('Reactions'), level('The port') + 1);
  assert.equal(level('Outlook'), level('The port'));
  assert(
    shown.some(({ text }) => /missing/i.test(text)),
    JSON.stringify(shown),
  );
  assert(
    shown.some(({ text }) => text.includes('Harbour Watch, May 8')),
    JSON.stringify(shown),
  );
});

test('underlines lie under the right words after characters outside the basic plane, with CRLF and a BOM', async (editor) => {
  await editor.open('wide.brief');
  await editor.until(() => editor.squiggled('error', ', June 19'), true);
  await editor.until(() => editor.squiggled('error', ', June 20'), true);
  await editor.until(
    () => editor.problems('wide.brief'),
    (rows) => rows.some((row) => row.includes('[Ln 3, Col 54]')),
  );
});

test('a registry entry that cannot be read is a finding, the others are used', async (editor) => {
  // Briefmark starts with the first brief, not with any YAML file.
  await editor.open('harbour.brief');
  await editor.open('broken.entities.yaml');
  await editor.until(
    () => editor.problems('broken.entities.yaml'),
    (rows) => rows.length === 1 && /invalid-registry/.test(rows[0] ?? ''),
  );
});
