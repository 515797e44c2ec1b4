import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFilePaths, findRegistryNames, readText, readTextSync } from '../../../server/src/host/nodeFiles.ts';
import { isBriefName, isRegistryName } from '../../../server/src/protocol/fileNames.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'briefmark-files-'));
  const names = [
    'a.brief',
    'notes.md',
    'B.BRIEF',
    'deep/er/c.brief.md',
    'deep/d.brief.txt',
    'deep/Sources.YML',
    'gulf.entities.yaml',
    'old/e.brief',
    '.hidden/f.brief',
    'deep/.swap.brief',
    'node_modules/g.brief',
    'deep/node_modules/x/h.brief',
    '.git/i.brief',
  ];
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), '');
  }
  await symlink(folder, join(folder, 'deep', 'loop'), 'dir');
  await symlink(join(folder, 'gulf.entities.yaml'), join(folder, 'deep', 'again.entities.yaml'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('briefs and registries are found, in order, and nothing else', async () => {
  const names = ['B.BRIEF', 'a.brief', 'deep/Sources.YML', 'deep/d.brief.txt', 'deep/er/c.brief.md'];
  expect(await findFilePaths(folder, [])).toEqual([...names, 'gulf.entities.yaml', 'old/e.brief']);
  expect(await findRegistryNames(folder, [])).toEqual(['gulf.entities.yaml']);
});

test('what is excluded is left out, as .gitignore has it; a pattern that is none leaves out nothing', async () => {
  expect(await findFilePaths(folder, ['deep/', '*.brief', '!/a.brief'])).toEqual(['a.brief', 'gulf.entities.yaml']);
  expect(await findFilePaths(folder, ['[', '\\', '', '../x', '(?'])).toHaveLength(7);
});

test('text is UTF-8 without its mark, whatever the bytes', async () => {
  const path = join(folder, 'bytes');
  // Among them a character that is cut off, one that is too long, and a surrogate.
  const bytes = [
    0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0xff, 0x0a, 0xe2, 0x82, 0x0a, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xef, 0xbb, 0xbf,
  ];
  await writeFile(path, Uint8Array.from(bytes));
  const text = await readText(path);
  expect(text.slice(0, 4)).toBe('é\ufffd\n\ufffd');
  expect(readTextSync(path)).toBe(text);
});

test.each([
  ['a.brief', true, false],
  ['file:///x/My%20Brief.BRIEF.md', true, false],
  ['C:\\x\\a.brief.txt', true, false],
  ['a.md', false, false],
  ['brief', false, false],
  ['/x/.brief', false, false],
  ['entities.yaml', false, true],
  ['file:///x/gulf.sources.yml', false, true],
  ['C:\\x\\Sources.YAML', false, true],
  ['resources.yaml', false, false],
  ['.sources.yaml', false, false],
])('%s: brief %s, registry %s', (name, brief, registry) => {
  expect([isBriefName(name), isRegistryName(name)]).toEqual([brief, registry]);
});
