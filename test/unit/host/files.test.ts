import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileStamp, findFiles, findRegistryNames, readText, readTextSync } from '../../../server/src/host/nodeFiles.ts';
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
  const { paths, documents } = await findFiles(folder, []);
  expect(paths).toEqual([...names, 'gulf.entities.yaml', 'old/e.brief']);
  expect(documents).toEqual(['notes.md']);
  expect(await findRegistryNames(folder, [])).toEqual(['gulf.entities.yaml']);
});

test('what is excluded is left out, as .gitignore has it; a pattern that is none leaves out nothing', async () => {
  const found = async (exclude: string[]) => (await findFiles(folder, exclude)).paths;
  expect(await found(['deep/', '*.brief', '!/a.brief'])).toEqual(['a.brief', 'gulf.entities.yaml']);
  expect(await found(['[', '\\', '', '../x', '(?'])).toHaveLength(7);
});

test('only regular files inside the folder are read; what could have been meant is named', async () => {
  const [inside, outside] = [await mkdtemp(join(tmpdir(), 'briefmark-in-')), join(folder, 'a.brief')];
  await mkdir(join(inside, 'closed'));
  await symlink(outside, join(inside, 'secret.brief'));
  await symlink('/dev/zero', join(inside, 'endless.brief'));
  await writeFile(join(inside, 'large.brief'), '');
  await truncate(join(inside, 'large.brief'), 65 * 2 ** 20);
  await promisify(execFile)('mkfifo', [join(inside, 'pipe.brief')]);
  await chmod(join(inside, 'closed'), 0);
  const { paths, passedOver } = await findFiles(inside, []);
  expect(paths).toEqual(['large.brief']);
  const isRoot = process.getuid?.() === 0;
  expect(passedOver).toEqual([
    ...(isRoot ? [] : [{ path: 'closed', note: 'unreadable' }]),
    { path: 'endless.brief', note: 'link' },
    { path: 'pipe.brief', note: 'no-file' },
    { path: 'secret.brief', note: 'link' },
  ]);
  const notes = ['secret.brief', 'endless.brief', 'pipe.brief', 'large.brief', '.', 'gone.brief', 'x'.repeat(300)];
  expect(notes.map((name) => readTextSync(join(inside, name)))).toEqual(
    ['link', 'link', 'no-file', 'too-large', 'no-file', undefined, 'unreadable'].map((note) =>
      note ? { text: undefined, note } : { text: undefined },
    ),
  );
  await chmod(join(inside, 'closed'), 0o700);
  await rm(inside, { recursive: true });
});

test('a stamp changes with the file, whatever its size and time; what cannot be looked up has none', async () => {
  const [path, other] = [join(folder, 'stamp'), join(folder, 'other')];
  const write = async (name: string, text: string) => {
    await writeFile(name, text);
    await utimes(name, 1_600_000_000, 1_600_000_000);
    return fileStamp(name);
  };
  const stamps = [await write(path, 'one'), await write(path, 'two'), await write(other, 'six')];
  await rename(other, path);
  stamps.push(fileStamp(path));
  expect(new Set(stamps).size).toBe(4);
  expect([fileStamp(other), fileStamp('x'.repeat(300)), fileStamp(join(path, 'below'))]).toEqual(
    Array(3).fill(undefined),
  );
});

test('text is decoded, without its mark', async () => {
  const path = join(folder, 'bytes');
  await writeFile(path, Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x0a));
  expect(readTextSync(path)).toEqual({ text: 'é\n' });
  expect(await readText(path)).toEqual({ text: 'é\n' });
  await writeFile(path, 'a\rb\r');
  expect(readTextSync(path)).toEqual({ text: 'a\nb\n' });
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
