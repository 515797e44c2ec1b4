import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileSystem, fileIdentity, toFileUri, toFileUris, toPath } from '../../../server/src/host/nodeUris.ts';

/** A disk with these files; `links` leads from one path to another. Of Windows and macOS, the case of names does not matter. */
function createDisk(
  path: FileSystem['path'],
  files: readonly string[],
  links: Record<string, string> = {},
): FileSystem {
  const fold = (name: string) => (path === win32 ? name.toLowerCase() : name);
  const known = new Set(files.flatMap((file) => ancestorsOf(file, path)));
  const realpath = (asked: string): string => {
    const link = Object.keys(links).find((from) => fold(`${asked}${path.sep}`).startsWith(fold(`${from}${path.sep}`)));
    if (link !== undefined) return realpath(links[link] + asked.slice(link.length));
    const found = [...known].find((name) => fold(name) === fold(asked));
    if (found === undefined) throw new Error('ENOENT');
    return found;
  };
  return { path, realpath };
}

function ancestorsOf(file: string, path: FileSystem['path']): string[] {
  const folder = path.dirname(file);
  return folder === file ? [file] : [...ancestorsOf(folder, path), file];
}

/** The identities of these spellings: one line if they are the same file. */
function identities(disk: FileSystem, ...spellings: string[]): string[] {
  return [...new Set(spellings.map((uri) => fileIdentity(uri, disk)))];
}

describe('on Windows', () => {
  const disk = createDisk(win32, ['C:\\Users\\Ann\\copy (1).brief', '\\\\server\\desk\\a.brief']);

  test('the drive, the case and the percent-encoding do not matter', () => {
    expect(
      identities(
        disk,
        'file:///C:/Users/Ann/copy%20(1).brief',
        'file:///c:/Users/Ann/copy%20(1).brief',
        'file:///c%3A/Users/Ann/copy%20%281%29.brief',
        'file:///C%3A/users/ANN/Copy%20(1).brief',
      ),
    ).toEqual(['file:///c%3A/Users/Ann/copy%20%281%29.brief']);
  });

  test('a path and its URI are each other’s', () => {
    for (const [path, uri] of [
      ['c:\\Users\\Ann\\R&D.brief', 'file:///c%3A/Users/Ann/R%26D.brief'],
      ['\\\\server\\desk\\a.brief', 'file://server/desk/a.brief'],
    ] as const) {
      expect(toFileUri(path, win32)).toBe(uri);
      expect(toPath(uri, win32)).toBe(path);
    }
    expect(toFileUris('C:\\Users', ['a.brief', 'b/c+.brief'], win32)).toEqual([
      'file:///c%3A/Users/a.brief',
      'file:///c%3A/Users/b/c%2B.brief',
    ]);
    expect(identities(disk, 'file://server/desk/a.brief')).toEqual(['file://server/desk/a.brief']);
  });
});

describe('elsewhere', () => {
  test('a link is the file that it leads to, also when that is gone', () => {
    const disk = createDisk(posix, ['/ws/desk/entities.yaml'], { '/ws/latest': '/ws/desk', '/home/ws': '/ws' });
    expect(
      identities(
        disk,
        'file:///ws/latest/entities.yaml',
        'file:///home/ws/desk/entities.yaml',
        'file:///ws/desk/entities.yaml',
      ),
    ).toEqual(['file:///ws/desk/entities.yaml']);
    expect(identities(disk, 'file:///home/ws/latest/gone/a.brief')).toEqual(['file:///ws/desk/gone/a.brief']);
  });

  test('é is one character or two, as on the disk', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const disk = createDisk(posix, ['/ws/Café.brief'.normalize(form)]);
      expect(identities(disk, 'file:///ws/Caf%C3%A9.brief', 'file:///ws/Cafe%CC%81.brief')).toEqual([
        toFileUri('/ws/Café.brief'.normalize(form), posix),
      ]);
    }
  });

  test('what is no file, or no URI', () => {
    expect(fileIdentity('untitled:Untitled-1')).toBe('untitled:Untitled-1');
    expect(fileIdentity('vscode-vfs://github/a/b (1).brief')).toBe('vscode-vfs://github/a/b%20%281%29.brief');
    for (const uri of ['', 'a b', 'file:', 'file:///%E0%A4%A', 'file:////a', '://'])
      expect(fileIdentity(uri)).toBeTypeOf('string');
  });
});
