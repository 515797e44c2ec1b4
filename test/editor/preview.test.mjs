/** The preview beside the editor, as people look at it and as a screen reader does; the exported page on paper. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { root } from '../../scripts/run.mjs';
import { test } from './harness.mjs';

/** @typedef {import('./driver.mjs').Editor} Editor */
/** @typedef {import('playwright-core').Page | import('playwright-core').Frame} Shown */

const brief = 'taliban-neighbours.brief';
const themes = ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
/** Opens the preview of a brief and waits until it shows something. @param {Editor} editor @param {string} name */
async function preview({ page, open, press }, name) {
  await open(name);
  await press('Control+k');
  await press('v');
  const outer = page.frameLocator('iframe.webview.ready');
  await outer.frameLocator('iframe#active-frame').locator('.part').nth(1).waitFor();
  const frame = await (await outer.locator('iframe#active-frame').elementHandle())?.contentFrame();
  assert(frame);
  return frame;
}

/** What is wrong with a page for people who do not see or point. @param {Shown} shown @returns {Promise<string[]>} */
async function violations(shown) {
  await shown.evaluate(await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
  return shown.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200) + ' ' + nodes[0].failureSummary))`);
}

/** The letters behind the names of groups. @param {Shown} shown */
const letters = (shown) =>
  shown.evaluate(`getComputedStyle(document.querySelector('a.entity.is-group'), '::after').content`);

/** The line at the top of the brief's editor. @param {Editor} editor */
const lineNumbers = ({ page }) =>
  page
    .locator('.editor-instance .margin-view-overlays .line-numbers')
    .allTextContents()
    .then((all) => all.map(Number));

test('the preview shows names, sources and what is missing, in every theme without a barrier', async (/** @type {Editor} */ editor) => {
  const { until, write, remove } = editor;
  const shown = await preview(editor, brief);
  await until(
    () => shown.locator('a.entity.is-group').count(),
    (count) => count > 3,
  );
  assert.equal(await shown.locator('mark').count(), 7);
  assert.equal(await shown.locator('mark').first().textContent(), 'source missing, September 11');
  assert.match((await shown.locator('.tally').textContent()) ?? '', /Citations with a source: 12 of 19/);
  assert.match((await shown.locator('#source-1').textContent()) ?? '', /^Eurasianet\. .+August 27, 2021\. Rated B2\./);
  try {
    for (const theme of themes) {
      await write('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await until(
        () => shown.locator('body').getAttribute('data-vscode-theme-id'),
        (id) => id === theme || id === theme.replace('Default ', ''),
      );
      assert.deepEqual(await violations(shown), [], theme);
      assert.equal(await letters(shown), theme.includes('High Contrast') ? '"G"' : 'none', theme);
    }
  } finally {
    await remove('.vscode/settings.json');
  }
});

test('the preview shows a card on hover and on focus, and Escape hides it', async (/** @type {Editor} */ editor) => {
  const shown = await preview(editor, brief);
  const card = shown.getByRole('tooltip');
  await shown.locator('a.entity', { hasText: 'Uzbekistan' }).first().hover();
  await editor.until(
    async () => (await card.isVisible()) && card.textContent(),
    (text) => /most populous republic/.test(String(text)),
  );
  await editor.page.mouse.move(5, 5);
  await card.waitFor({ state: 'hidden' });
  await shown.locator('a.entity', { hasText: 'Amu Darya' }).first().focus();
  await editor.press('Tab');
  await editor.until(
    async () => (await card.isVisible()) && card.textContent(),
    (text) => /Termez/.test(String(text)),
  );
  await editor.press('Escape');
  await card.waitFor({ state: 'hidden' });

  // The focus scrolls the page, and the card comes along.
  const [before, next] = [-2, -1].map((index) => shown.locator('.part a.entity').nth(index));
  await before?.evaluate((element) => element.focus({ preventScroll: true }));
  await editor.press('Tab');
  await editor.until(() => card.isVisible(), true);
  assert.equal(await next?.getAttribute('aria-describedby'), 'card');
  assert((await shown.evaluate('window.scrollY')) > 0);
});

test('a click in the preview opens the entry of a name and of a source', async (/** @type {Editor} */ editor) => {
  const shown = await preview(editor, brief);
  await shown.locator('a.entity', { hasText: 'Taliban' }).first().click();
  await editor.page.locator('.tab.active', { hasText: 'entities.yaml' }).waitFor();
  await editor.shownBeside('id: taliban');
  await shown
    .locator('.citation', { hasText: 'RFE/RL' })
    .first()
    .click({ position: { x: 4, y: 8 } });
  await editor.page.locator('.tab.active', { hasText: 'sources.yaml' }).waitFor();
  await editor.shownBeside('id: rferl-2021-09-05');
});

test('the preview follows the text and the place of the editor, and the editor the place of the preview', async (/** @type {Editor} */ editor) => {
  const shown = await preview(editor, brief);
  const top = () => shown.evaluate('window.scrollY').then(Number);
  await editor.press('Control+End');
  await editor.until(top, (y) => y > 200);
  await shown.evaluate('window.scrollTo(0, 0)');
  await editor.until(
    () => lineNumbers(editor),
    (lines) => lines.includes(1),
  );
  await editor.goTo(brief, 'Less than six');
  await editor.type('Written just now. ');
  await shown.getByText('Written just now. Less than six weeks').waitFor();
});

test('the preview follows the active brief; a click on a name leaves it where it is', async (/** @type {Editor} */ editor) => {
  const { page, until } = editor;
  const shown = await preview(editor, brief);
  const title = () => shown.locator('h1').first().textContent();
  await until(title, 'Tashkent and Dushanbe Part Ways over the Taliban');
  await editor.open('taiwan-strait.brief');
  await until(title, 'Counting and naming in the Taiwan Strait');
  await editor.open('entities.yaml');
  await editor.open(brief);
  await until(title, 'Tashkent and Dushanbe Part Ways over the Taliban');
  assert.equal(await page.locator('.tab', { hasText: 'Preview' }).count(), 1);
  assert.equal(await shown.locator('h1').count(), 1);

  const name = shown.locator('.part a.entity.is-group').nth(5);
  await name.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await sleep(1_000);
  const top = () => name.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await name.click();
  await page.locator('.tab.active', { hasText: 'entities.yaml' }).waitFor();
  await sleep(1_000);
  assert.equal(await top(), before);
});

test('each source leads back to its statements', async (/** @type {Editor} */ editor) => {
  const shown = await preview(editor, brief);
  const back = shown.locator('#source-3 .back a').first();
  await back.scrollIntoViewIfNeeded();
  await back.click();
  const statement = shown.locator('#cited-3-1');
  await editor.until(() => statement.evaluate((element) => element.matches(':focus')), true);
  const { y = -1 } = (await statement.boundingBox()) ?? {};
  assert(y > 0, `${y}`);
});

test('whatever a brief holds, the preview shows it as text', async (/** @type {Editor} */ editor) => {
  const name = 'hostile.brief';
  const text = [
    '<script>parent.pwned = window.pwned = 1</script><img src=x onerror="window.pwned = 1">',
    '[x](javascript:window.pwned=1) [y](command:workbench.action.closeWindow) ![z](https://example.invalid/z.png)',
    '[<b onclick="window.pwned = 1">name</b>](person:"><script>window.pwned=1</script>)',
    `[${'W'.repeat(1_000)}](person:long) ${'V'.repeat(1_000_000)}`,
  ].join('\n\n');
  const asked = /** @type {string[]} */ ([]);
  const note = (/** @type {import('playwright-core').Request} */ request) => asked.push(request.url());
  await editor.write(name, `${text}\n`);
  try {
    editor.page.on('request', note);
    const shown = await preview(editor, name);
    await shown.locator('.part', { hasText: 'VVVV' }).waitFor();
    assert.equal(await shown.evaluate('window.pwned'), undefined);
    assert.equal(await shown.locator('#page :is(script, img, iframe, style, b)').count(), 0);
    assert.deepEqual(await shown.locator('#page a:not([href^="#"])').count(), 0);
    assert.match((await shown.locator('#page').textContent()) ?? '', /<script>parent\.pwned.+javascript:window/s);
    assert.deepEqual(
      asked.filter((url) => url.includes('example.invalid')),
      [],
    );
  } finally {
    editor.page.off('request', note);
    await editor.remove(name);
  }
});

test('the selection is copied without its tags', async (/** @type {Editor} */ editor) => {
  await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('taliban-neighbours-annotated.brief');
  await editor.goTo('taliban-neighbours-annotated.brief', 'Less than six weeks');
  await editor.press('Shift+End');
  await editor.command('Briefmark: Copy without Tags');
  await editor.until(
    () => editor.page.evaluate('navigator.clipboard.readText()').then(String),
    (text) => /^Less than six weeks after the fall of Kabul, two of Afghanistan/.test(text) && !text.includes(']('),
  );
});

test('the exported page has no barrier, runs nothing and prints its sources', async (/** @type {Editor} */ editor) => {
  const out = join(editor.folder, 'report.html');
  await promisify(execFile)(process.execPath, [join(root, 'dist/cli.js'), 'export', brief, '--force', '-o', out], {
    cwd: editor.folder,
  });
  const context = await editor.page.context().browser()?.newContext();
  assert(context);
  const page = await context.newPage();
  try {
    await page.goto(pathToFileURL(out).href);
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.locator('script').count(), 0);
    assert.equal(await page.locator('h1').count(), 1);
    assert.doesNotMatch((await page.locator('main').textContent()) ?? '', /Rated|registry/);
    assert.equal(await letters(page), 'none');
    await page.emulateMedia({ forcedColors: 'active' });
    assert.equal(await letters(page), '"G"');
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ media: 'print', forcedColors: 'none' });
    assert.equal(await letters(page), 'none');
    const pdf = await page.pdf({ format: 'A4' });
    assert(pdf.length > 10_000);
    assert.match((await page.locator('.sources').textContent()) ?? '', /https:\/\/example\.org\//);
  } finally {
    await context.close();
    await rm(out, { force: true });
  }
});
