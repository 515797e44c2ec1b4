/** Pandoc reads briefs: with the filter, and as the export `pandoc` writes them. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPandoc } from '../../scripts/editor/install.mjs';
import { fail, node, root, run } from '../../scripts/run.mjs';
import { runTests, test } from '../editor/harness.mjs';

/** @typedef {{ convert: (text: string, ...options: string[]) => Promise<string>, export: (text: string) => Promise<string> }} Pandoc */

const filter = `--lua-filter=${join(root, 'extras/briefmark.lua')}`;

test('the filter makes spans of tags, with the classes of the style sheet', async (/** @type {Pandoc} */ {
  convert,
}) => {
  assert.equal(
    await convert(
      'The [*Harbour* Board](org:harbour) met ([Tide](src:tide-1), March 4) [there](https://example.org).',
      filter,
    ),
    '<p>The <span class="briefmark-entity is-org" data-id="harbour"><em>Harbour</em> Board</span> met ' +
      '(<span class="briefmark-source" data-id="tide-1">Tide</span>, March 4) <a href="https://example.org">there</a>.</p>',
  );
});

/** @type {[text: string, shown: string][]} */
const missing = [
  ['It left (, March 5).', 'It left (<source missing, March 5>).'],
  ['It left (Tide, May 6;, May 7).', 'It left (Tide, May 6; <source missing, May 7>).'],
  ['It left (; Reuters, March 3).', 'It left (<source missing>; Reuters, March 3).'],
  ['It left [, 5 March 2020]; it sank.', 'It left [<source missing, 5 March 2020>]; it sank.'],
  ['It left [citation needed].', 'It left <source missing [citation needed]>.'],
  ['It *left (, March 5)*.', 'It left (<source missing, March 5>).'],
  ['It left (Tide, March 5) and f() (see (b), c).', 'It left (Tide, March 5) and f() (see (b), c).'],
  ['A; B, 3 of 4; C (and, then, 5).', 'A; B, 3 of 4; C (and, then, 5).'],
  ['It left (, March 5 and never came back', 'It left (, March 5 and never came back'],
  ['`(, March 5)` and [x](https://example.org "(, March 5)")', '(, March 5) and x'],
];
test('the filter flags what has lost its source, and nothing else', async (/** @type {Pandoc} */ { convert }) => {
  for (const [text, shown] of missing) {
    const html = await convert(text, filter);
    const plain = html
      .replace(/<span class="briefmark-missing">(.*?)<\/span>/g, '‹$1›')
      .replace(/<[^>]+>/g, '')
      .replace(/‹/g, '<')
      .replace(/›/g, '>');
    assert.equal(plain, shown);
  }
});

test('the words of the filter follow the language of the brief, and can be chosen', async (/** @type {Pandoc} */ {
  convert,
}) => {
  const withField = (/** @type {string} */ field) => convert(`---\n${field}\n---\n\nIt left (, 5 de mayo).`, filter);
  assert.match(await withField('lang: es-MX'), /<strong>falta la fuente<\/strong>/);
  assert.match(await withField('lang: pl'), /<strong>source missing<\/strong>/);
  assert.match(await withField('briefmark-missing: no source'), /<strong>no source<\/strong>/);
});

test('the export `pandoc` is typeset with its sources', async (/** @type {Pandoc} */ pandoc) => {
  const text = await pandoc.export(
    'The cranes stopped (Tide, March 4). They [moved](weapon:crane) again [@tide-2, p. 3].\n',
  );
  assert.match(text, /The cranes stopped \(.+2024.*\)\. They moved again \(.+2024.*3\)\./s);
  assert.match(text, /Cranes Stand Still/i);
  assert.match(text, /Cranes Move/i);
});

const sources = `references:
  - { id: tide-1, type: article-newspaper, container-title: Tide, title: Cranes stand still, issued: 2024-03-04 }
  - { id: tide-2, type: article-newspaper, container-title: Tide, title: Cranes move, issued: 2024-03-09 }
`;

async function main() {
  const program = await installPandoc();
  const folder = await mkdtemp(join(tmpdir(), 'briefmark-pandoc-'));
  /** @param {string} cwd @param {string[]} args */
  const pandoc = async (cwd, args) => (await run(program, args, { cwd, quiet: true })).trim();
  /** @type {Pandoc} */
  const subject = {
    async convert(text, ...options) {
      await writeFile(join(folder, 'text.md'), text);
      return pandoc(folder, ['text.md', '--to=html', '--wrap=none', ...options]);
    },
    async export(text) {
      await writeFile(join(folder, 'port.brief.md'), `---\ndate: 2024-03-10\n---\n\n${text}`);
      await writeFile(join(folder, 'sources.yaml'), sources);
      const out = join(folder, 'out');
      const { code, output } = await node(
        'dist/cli.js',
        ['export', join(folder, 'port.brief.md'), '--format', 'pandoc', '-o', out],
        { quiet: true },
      );
      assert.equal(code, 0, output);
      return pandoc(out, ['port.md', '--citeproc', '--to=plain', '--wrap=none']);
    },
  };
  try {
    const { passed, failed } = await runTests(subject);
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

await main().catch(fail);
