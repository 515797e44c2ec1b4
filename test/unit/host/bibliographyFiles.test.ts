import { expect, test } from 'vitest';
import { candidateUris, findBibliography } from '../../../server/src/host/bibliographyFiles.ts';

const ROOT = 'file:///desk';

test.each([
  ['refs.bib', ['file:///desk/sahel/refs.bib', 'file:///desk/refs.bib']],
  ['../refs.bib', ['file:///desk/refs.bib', 'file:///refs.bib']],
  ['./a b.bib', ['file:///desk/sahel/a%20b.bib', 'file:///desk/a%20b.bib']],
  ['/refs.bib', ['file:///refs.bib', 'file:///desk/refs.bib']],
  ['~/Zotero/refs.bib', ['file:///home/ada/Zotero/refs.bib']],
  ['sub\\refs.bib', ['file:///desk/sahel/sub/refs.bib', 'file:///desk/sub/refs.bib']],
  ['C:\\Zotero\\refs.bib', ['file:///C%3A/Zotero/refs.bib']],
  ['$' + '{.}/refs.bib', ['file:///desk/sahel/refs.bib', 'file:///desk/refs.bib']],
  ['https://example.org/refs.bib', []],
  ['', []],
])('%s', (path, expected) => {
  const uris = candidateUris(path, 'file:///desk/sahel/a.brief', [ROOT], 'file:///home/ada');
  expect(uris.map((uri) => uri.replace('/c%3A', '/C%3A'))).toEqual(expected);
});

test('nothing outside of the folder is read, also behind a link, unless it is trusted', async () => {
  const read: string[] = [];
  const access = {
    roots: [ROOT],
    isTrusted: false,
    identityOf: (uri: string) => (uri.endsWith('/link.bib') ? 'file:///etc/passwd.bib' : uri),
    read: async (uri: string) => {
      read.push(uri);
      return { text: 'x' };
    },
  };
  const find = (path: string, isTrusted = false) => findBibliography(path, `${ROOT}/a.brief`, { ...access, isTrusted });
  expect(await find('../x.bib')).toMatchObject({ problem: 'outside' });
  expect(await find('link.bib')).toMatchObject({ problem: 'outside' });
  expect(read).toEqual([]);
  expect(await find('link.bib', true)).toEqual({ uri: 'file:///etc/passwd.bib', text: 'x' });
  expect(await find('https://example.org/x.bib', true)).toEqual({ problem: 'remote' });
});
