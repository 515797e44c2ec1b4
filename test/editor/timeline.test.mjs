/** The timeline, as people look at it and as a screen reader does. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { pictureOf, withoutBarriers } from './pictures.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

/** @param {Editor} editor @param {string} name */
async function openTimeline(editor, name) {
  await editor.open(name);
  await editor.command('Briefmark: Open Timeline');
  return pictureOf(editor, 'button.item');
}

test('the timeline shows the reports of a brief by month, in every theme without a barrier', async (/** @type {Editor} */ editor) => {
  const frame = await openTimeline(editor, 'taliban-neighbours.brief');
  assert.deepEqual((await frame.locator('h3').allTextContents()).slice(0, 2), ['September 2021', 'August 2021']);
  assert.match(
    (await frame.locator('button.item.brief').first().textContent()) ?? '',
    /Brief: taliban-neighbours\.brief/,
  );
  assert((await frame.locator('.bad', { hasText: 'Source missing' }).count()) > 0);
  await withoutBarriers(editor, frame);
});

test('the timeline is walked with the keyboard; Enter goes to the place', async (/** @type {Editor} */ editor) => {
  const { press, page, until } = editor;
  const frame = await openTimeline(editor, 'harbour.brief');
  await until(() => frame.locator('button.item').count(), 5);
  await frame.locator('#brief').uncheck();
  await until(() => frame.locator('button.item').count(), 4);
  await frame.locator('#order').selectOption('oldest');
  await frame.locator('button.item').first().focus();
  await press('ArrowDown');
  await until(
    () => frame.locator('button.item:focus').textContent(),
    (words) => /Source missing/.test(words ?? ''),
  );
  await press('Enter');
  await until(
    () => page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
    'harbour.brief',
  );
  await until(
    async () => /Ln 9, Col \d+/.test((await page.locator('#status\\.editor\\.selection').textContent()) ?? ''),
    true,
  );
});
