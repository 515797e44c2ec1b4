/** The entity graph, as people look at it and as a screen reader does. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { pictureOf, withoutBarriers } from './pictures.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

/** @param {Editor} editor @param {string} name */
async function openGraph(editor, name) {
  await editor.open(name);
  await editor.command('Briefmark: Open Entity Graph');
  return pictureOf(editor, 'tbody tr');
}

/** The rows of the table, as far as they are shown. @param {import('playwright-core').Frame} frame */
const rows = (frame) => frame.locator('tbody tr:not([hidden])').allInnerTexts();

test('the entity graph shows who is named, as a picture and as a table, in every theme without a barrier', async (/** @type {Editor} */ editor) => {
  const frame = await openGraph(editor, 'taliban-neighbours-annotated.brief');
  assert.match((await rows(frame))[0] ?? '', /^Islamic State\s+Group\s+5\s+1\s+14$/);
  assert.match(
    (await frame.locator('#legend').textContent()) ?? '',
    /Person \(\d+\).*Place \(\d+\).*together.*part of/,
  );
  assert.equal(await frame.locator('th[aria-sort=descending]').textContent(), 'Mentions');
  const colors = () =>
    frame.evaluate(`(() => {
    const { data } = document.querySelector('#graph canvas[data-id$=node]').getContext('2d').getImageData(0, 0, 600, 600);
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => data.slice(4 * at, 4 * at + 3).join())).size;
  })()`);
  await editor.until(colors, (count) => Number(count) > 8);
  await withoutBarriers(editor, frame);
});

test('the entity graph is walked, sorted and searched with the keyboard; Enter leads to a mention', async (/** @type {Editor} */ editor) => {
  const { press, page, until, asked } = editor;
  const frame = await openGraph(editor, 'taliban-neighbours-annotated.brief');
  await frame.locator('#range').selectOption({ label: 'This brief: taliban-neighbours-annotated.brief' });
  await frame.getByRole('button', { name: 'Entity', exact: true }).focus();
  await press('Enter');
  assert.equal(await frame.locator('th[aria-sort=ascending]').textContent(), 'Entity');
  await frame.locator('#search').fill('afghan');
  await until(async () => (await rows(frame)).length, 1);
  await press('Enter');
  await until(() => frame.locator('#details h2').textContent(), 'Afghanistan');
  await press('Enter');
  const { rows: mentions } = await asked((title) => title === 'Mentions of Afghanistan');
  assert.match(mentions.join('\n'), /taliban-neighbours-annotated\.brief:\d+/);
  await press('Enter');
  await until(
    () => page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
    'taliban-neighbours-annotated.brief',
  );
});

test('the entity graph of a folder counts all its briefs, and names are text', async (/** @type {Editor} */ editor) => {
  await editor.write(
    'odd/odd.brief',
    'Here [<img src=x onerror=alert(1)>](org:odd) met [a $(bug) b](javascript:odd-2).\n',
  );
  try {
    const frame = await openGraph(editor, 'harbour.brief');
    await frame.locator('#range').selectOption('workspace');
    await editor.until(
      async () => /^\d+ entities in \d+ briefs\.$/.test((await frame.locator('#status').textContent()) ?? ''),
      true,
    );
    await frame.locator('#search').fill('onerror');
    // The graph is of the files the server has read; it reads a new one when it is told of it.
    await editor.until(async () => {
      await frame.locator('#refresh').click();
      return (await rows(frame)).length;
    }, 1);
    assert.match((await rows(frame))[0] ?? '', /^<img src=x onerror=alert\(1\)>/);
    assert.equal(await frame.locator('img').count(), 0);
  } finally {
    await editor.remove('odd');
  }
});

test('the entity graph is saved as a picture', async (/** @type {Editor} */ editor) => {
  const { page, press, read, remove, until } = editor;
  const frame = await openGraph(editor, 'harbour.brief');
  await frame.locator('#svg').click();
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await until(
    () => input.inputValue({ timeout: 2_500 }).catch(() => ''),
    (path) => path.endsWith('/entity-graph.svg'),
  );
  await press('Enter');
  try {
    const svg = await until(
      () => read('entity-graph.svg').catch(() => ''),
      (text) => text !== '',
    );
    assert.match(svg, /^<svg xmlns=.+>Veldt Harbour Board<\/text>/s);
  } finally {
    await remove('entity-graph.svg').catch(() => {});
  }
});
