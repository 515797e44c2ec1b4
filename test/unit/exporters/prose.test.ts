/** The exports that are prose. */
import { expect, test } from 'vitest';
import { exportOne, exportText, HARBOR } from './support.ts';

test.each(['text', 'markdown'])('%s has a golden file', async (format) => {
  await expect(await exportOne(format, HARBOR)).toMatchFileSnapshot(`golden/harbor.${format}.txt`);
});

test('pandoc has golden files: the text, and its sources', async () => {
  const { files } = await exportText('pandoc', HARBOR);
  expect([...files.keys()]).toEqual(['.md', '.references.yaml']);
  await expect(files.get('.md')).toMatchFileSnapshot('golden/harbor.pandoc.txt');
  await expect(files.get('.references.yaml')).toMatchFileSnapshot('golden/harbor.references.yaml.txt');
});

const PORT = `--- sources.yaml
references:
  - { id: tide-1, container-title: Tide, title: Night, issued: 2024-03-04 }
  - { id: a--b, container-title: Quay Post, title: Day, issued: 2024-03-05 }
  - { id: secret, container-title: Closed Letter, title: Not for all, issued: 2024-03-06, custom: { tlp: RED } }
`;

/** The body of an export for Pandoc, without metadata and list of sources. */
async function pandocBody(text: string): Promise<string> {
  const { files } = await exportText('pandoc', `---\ndate: 2024-03-10\n---\n\n${text}\n${PORT}`);
  return files
    .get('.md')!
    .replace(/^---\n[\s\S]*?\n---\n\n/, '')
    .replace(/\n*# Sources[\s\S]*$/, '')
    .trim();
}

test.each([
  // Every form that leads to one source.
  ['It slept (Tide, March 4; Quay Post, March 5).', 'It slept [@tide-1; @{a--b}].'],
  ['It slept ([Tide](src:tide-1), March 4).', 'It slept [@tide-1].'],
  ['It slept (see Tide, March 4, p. 2).', 'It slept [see @tide-1, p. 2].'],
  ['It slept [see @tide-1, p. 2; -@tide-1].', 'It slept [see @tide-1, p. 2; -@tide-1].'],
  ['It slept, as @tide-1 says.', 'It slept, as @tide-1 says.'],
  ['As [Tide](src:tide-1) says, it slept.', 'As Tide [@tide-1] says, it slept.'],
  // What would be lost stays as it is written.
  ['It slept (Tide, March 4; Gazette, March 5).', 'It slept (Tide, March 4; Gazette, March 5).'],
  ['It slept (Tide, March 4, March 5).', 'It slept (Tide, March 4, March 5).'],
  ['It slept (Tide [Oslo], March 4).', 'It slept (Tide [Oslo], March 4).'],
  // What readers may not know.
  ['It slept [@secret; @tide-1].', 'It slept (source withheld; Tide, March 4).'],
  ['It slept, as @secret says.', 'It slept, as (source withheld) says.'],
  ['It slept, as @nobody says.', 'It slept, as \\@nobody says.'],
  // What means something to Pandoc alone.
  [
    'Mail a@b.example, $5 and $6, H~2~O, x^2^, \\alpha.',
    'Mail a\\@b.example, \\$5 and \\$6, H\\~2\\~O, x\\^2\\^, \\\\alpha.',
  ],
])('pandoc: %s', async (text, expected) => {
  expect(await pandocBody(text)).toBe(expected);
});

test('markdown: headings of every kind, mastheads, and notes of every kind', async () => {
  const text = `Port Weekly
Date: 4 March 2024

Overview
--------

It slept.[1] It woke.[2]

Outlook

It may sleep again.[1]

Notes

[1] Tide, March 4, 2024.
[2] Quay Post, March 5, 2024.
`;
  expect(await exportOne('markdown', text)).toMatchInlineSnapshot(`
    Port Weekly  
    Date: 4 March 2024

    # Overview

    It slept.[^1] It woke.[^2]

    ## Outlook

    It may sleep again.[^1]

    ## Sources

    Citations with a source: 2 of 2.

    1. Tide, March 4, 2024.
    2. Quay Post, March 5, 2024.

    [^1]: Tide, March 4, 2024.
    [^2]: Quay Post, March 5, 2024.
  `);
});

test('a note that nothing points to is not lost', async () => {
  const text = 'It slept.[^a]\n\n[^a]: Tide, March 4, 2024.\n[^b]: Quay Post, March 5, 2024.\n';
  expect(await exportOne('markdown', text)).toContain('[b] Quay Post, March 5, 2024.');
  expect(await exportOne('text', text)).toContain('[b] Quay Post, March 5, 2024.');
});
