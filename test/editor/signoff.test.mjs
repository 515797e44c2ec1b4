/** The sign-off sheet beside the brief, as people look at it, walk through it, and as a screen reader does. */
import assert from 'node:assert/strict';
import { test } from './harness.mjs';
import { pictureOf, withoutBarriers } from './pictures.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */

const brief = 'taliban-neighbours.brief';

/** @param {Editor} editor @param {string} name */
async function openSheet(editor, name) {
  await editor.open(name);
  await editor.command('Briefmark: Open Sign-off Sheet');
  return pictureOf(editor, 'tr[data-at]');
}

/** The line of the cursor. @param {Editor} editor */
const cursorLine = async ({ page }) =>
  Number(/Ln (\d+)/.exec((await page.locator('#status\\.editor\\.selection').textContent()) ?? '')?.[1]);

test('the sheet has each statement with its sources, in every theme without a barrier', async (/** @type {Editor} */ editor) => {
  const { until } = editor;
  const sheet = await openSheet(editor, brief);
  await until(() => sheet.locator('li .open').count(), 7);
  const rows = await sheet.locator('tr[data-at]').allTextContents();
  assert(
    rows.some((row) => /Eurasianet, “.+”, 2021-08-27 · B2: usually reliable, probably true/.test(row)),
    rows.join('\n'),
  );
  assert.match((await sheet.locator('table').first().textContent()) ?? '', /Open findings\d+$/);
  await withoutBarriers(editor, sheet);
});

test('a click on a statement, a citation or a finding goes to the place; so does Enter', async (/** @type {Editor} */ editor) => {
  const { press, until, page } = editor;
  const sheet = await openSheet(editor, brief);
  const row = sheet.locator('tr[data-at]').nth(3);
  const line = Number(await row.locator('td.line').textContent());
  await row.locator('td').nth(1).click();
  await until(() => cursorLine(editor), line);
  assert.equal(
    await page.locator('.editor-group-container.active .tab.active').getAttribute('data-resource-name'),
    brief,
  );

  const citation = sheet.locator('li .open a').first();
  await citation.scrollIntoViewIfNeeded();
  await citation.click();
  const cited = Number(
    await sheet
      .locator('tr[data-at]', { has: sheet.locator('li .open') })
      .first()
      .locator('td.line')
      .textContent(),
  );
  await until(
    () => cursorLine(editor),
    (at) => at >= cited,
  );

  const finding = sheet.locator('h2:text("Open findings") ~ table a').first();
  await finding.focus();
  const first = Number(await finding.textContent());
  await press('ArrowDown');
  await until(() => sheet.locator('a:focus').count(), 1);
  const second = Number(await sheet.locator('a:focus').textContent());
  assert(second >= first);
  await press('Enter');
  await until(() => cursorLine(editor), second);
});

test('the sheet follows what is typed', async (/** @type {Editor} */ editor) => {
  const sheet = await openSheet(editor, brief);
  await editor.goTo(brief, 'Less than six');
  await editor.type('It rained in Termez. ');
  await sheet.locator('tr.unsourced', { hasText: 'It rained in Termez.' }).waitFor();
});

test('what has the focus in the sheet keeps it when the text changes', async (/** @type {Editor} */ editor) => {
  const sheet = await openSheet(editor, brief);
  const finding = sheet.locator('h2:text("Open findings") ~ table a').nth(1);
  const before = Number(await finding.textContent());
  await finding.focus();
  const text = await editor.read(brief);
  await editor.write(brief, `One more line.\n\n${text}`);
  await editor.until(() => sheet.locator('a:focus').textContent().then(Number), before + 2);
  await editor.write(brief, text);
  await editor.until(() => sheet.locator('a:focus').textContent().then(Number), before);
});

test('whatever a brief holds, the sheet shows it as text', async (/** @type {Editor} */ editor) => {
  const name = 'hostile.brief';
  const text = `# <img src=x onerror="window.pwned = 1">

<script>window.pwned = 1</script> slept (<b onclick="window.pwned = 1">X</b>, March 4).

**[y](command:workbench.action.closeWindow)** rose, "><i>slowly</i> (, March 5).
`;
  await editor.write(name, text);
  try {
    const sheet = await openSheet(editor, name);
    await sheet.locator('tr[data-at]', { hasText: 'rose' }).first().waitFor();
    assert.equal(await sheet.evaluate('window.pwned'), undefined);
    assert.equal(await sheet.locator('#page :is(script, img, iframe, style, b, i)').count(), 0);
    assert.equal(await sheet.locator('#page a:not([href="#"])').count(), 0);
  } finally {
    await editor.remove(name);
  }
});
