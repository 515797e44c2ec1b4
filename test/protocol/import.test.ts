/** `briefmark import`, as people run it, on files of this test and on real Word files where they are at hand. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { field, footnote, p, t, wordFile } from '../unit/importers/wordFile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist', 'cli.js');
const realFiles = join(root, '../shared/data/docx');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefmark-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

const zotero = `ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({
  citationItems: [
    {
      itemData: {
        type: 'book',
        title: 'The Narrow Strait',
        author: [{ family: 'Lindqvist' }],
        issued: { 'date-parts': [[2019]] },
      },
    },
  ],
})}`;
const whole = wordFile({
  body: p(`${t('The cranes stand still.')}${footnote(1)} ${field(zotero, t('(Lindqvist 2019)'))}`),
  footnotes: `<w:footnote w:id="1">${p(t('Harbor Tide, May 3, 2022.'))}</w:footnote>`,
});

test('a Word file becomes a brief and a registry, which are checked at once', async () => {
  await writeFile(join(folder, 'report.docx'), whole);
  const { code, stdout, stderr } = await run('import', 'report.docx', '-o', 'briefs');
  const [brief, registry] = [join('briefs', 'report.brief'), join('briefs', 'report.sources.yaml')];
  expect([code, stdout, stderr]).toEqual([0, `report.docx → ${brief}, ${registry}\n`, '']);
  expect(await readFile(join(folder, brief), 'utf8')).toBe(
    'The cranes stand still.[^1][@lindqvist-2019]\n\n[^1]: Harbor Tide, May 3, 2022.\n',
  );
  const listed = JSON.parse((await run('list', 'citations', 'briefs', '--format', 'json')).stdout) as {
    form: string;
  }[];
  expect(listed.map(({ form }) => form)).toEqual(['key', 'note']);
});

test('a file that exists is not changed', async () => {
  await writeFile(join(folder, 'page.html'), '<p>One.');
  await writeFile(join(folder, 'page.brief'), 'Mine.\n');
  const { code, stdout, stderr } = await run('import', 'page.html');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    'briefmark: “page.brief” already exists and was not changed. Move it, or import “page.html” into another folder with -o.\n',
  );
  expect(await readFile(join(folder, 'page.brief'), 'utf8')).toBe('Mine.\n');
});

test('what is no Word file or page is refused with advice, and the others are imported', async () => {
  await writeFile(join(folder, 'half.docx'), whole.subarray(0, 900));
  await writeFile(join(folder, 'empty.html'), '<p>');
  for (const name of ['a.pdf', 'b.odt', 'c.xyz']) await writeFile(join(folder, name), '%PDF');
  await writeFile(join(folder, 'good.html'), '<p>One <img src=x>.');
  const names = ['half.docx', 'empty.html', 'a.pdf', 'b.odt', 'c.xyz', 'none.docx', '.', 'good.html'];
  const { code, stdout, stderr } = await run('import', ...names, '-o', 'out');
  expect([code, stdout]).toEqual([2, `good.html → ${join('out', 'good.brief')}\n  1 picture was left out.\n`]);
  const shown = stderr.replaceAll(`${folder}`, 'FOLDER').replace('/private', '');
  expect(shown).toMatchInlineSnapshot(`
    "briefmark: half.docx: The file is damaged or is no Word file. Open it in Word or LibreOffice, save it again as .docx and import that.
    briefmark: empty.html: The file holds no text, so there is nothing to import.
    briefmark: a.pdf: A PDF does not say what is a note or a link. Import the Word file or web page it was made from; or open it in Word, save it as .docx, import that and compare.
    briefmark: b.odt: Files of this kind are not imported. Open it in Word or LibreOffice, save it as .docx and import that.
    briefmark: c.xyz: Files of this kind are not imported. Files that are: .docx, .html, .htm, .xhtml.
    briefmark: There is no file or folder “none.docx” in FOLDER. Check the spelling, or name another path.
    briefmark: “.” is not a file. Name the files to import.
    "
  `);
});

test('without files it says what to name', async () => {
  const { code, stderr } = await run('import');
  expect([code, stderr]).toEqual([
    2,
    'briefmark: Nothing to import: name files, as in “briefmark import report.docx -o briefs”.\n',
  ]);
});

// These files are not ours to publish: they lie beside the project where that is developed, and in no clone.
if (existsSync(realFiles))
  describe('real Word files', () => {
    const names = readdirSync(realFiles).filter((name) => name.endsWith('.docx'));
    test('are there', () => expect(names.length).toBe(16));

    test.each(names)('%s loses no note, link or citation', async (name) => {
      const { code, stderr } = await run('import', join(realFiles, name), '-o', 'real');
      expect([code, stderr]).toEqual([0, '']);
      const text = await readFile(join(folder, 'real', name.replace('.docx', '.brief')), 'utf8');
      const parts = unzipSync(readFileSync(join(realFiles, name)));
      const xml = (pattern: RegExp) =>
        Object.keys(parts)
          .filter((part) => pattern.test(part))
          .map((part) => strFromU8(parts[part]!))
          .join('\n');
      const count = (where: string, what: RegExp) => where.match(what)?.length ?? 0;
      const [document, targets] = [
        xml(/^word\/document\.xml$/),
        xml(/^word\/_rels\/(?:document|footnotes|endnotes)\.xml/),
      ];
      expect(count(text, /\[\^\d+\](?!:)/g)).toBe(count(document, /<w:(?:footnote|endnote)Reference /g));
      expect(count(text, /^\[\^\d+\]: \S/gm)).toBe(count(document, /<w:(?:footnote|endnote)Reference /g));
      for (const [, target] of targets.matchAll(/Target="(https?:[^"]+)" TargetMode="External"/g))
        expect(text).toContain(target!.replaceAll('&amp;', '&'));
      for (const [, target] of document.matchAll(/HYPERLINK "(https?:[^"]+)"/g))
        expect(text).toContain(target!.replaceAll('&amp;', '&'));
      expect(count(text, /(?<=[[; -])@[\w-]+/g)).toBe(count(document, /"itemData"/g));
    });
  });
