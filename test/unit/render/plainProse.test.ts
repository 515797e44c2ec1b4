import { describe, expect, test } from 'vitest';
import { plainProse } from '../../../server/src/render/prose/plainProse.ts';
import { parseFixture, workspaceOf } from '../support/fixture.ts';

const REGISTRIES = `--- entities.yaml
entities:
  - { id: board, type: org, name: Harbor Board }
--- sources.yaml
references:
  - { id: tide-1, title: Fees double, container-title: Tide, issued: 2021-05-03 }
  - { id: quay-1, title: Strike, container-title: Quay Post, issued: 2020-12-01 }
  - { id: book, title: Ports of the World, author: [{ family: Marsh, given: Ann }], issued: 2019 }
`;

/** The plain prose of a brief, or of what stands between two `|`. */
function prose(marked: string): string {
  const text = marked.replaceAll('|', '');
  const { files } = parseFixture(`--- main.brief\n${text}${text.endsWith('\n') ? '' : '\n'}${REGISTRIES}`);
  const workspace = workspaceOf({ files });
  const uri = 'file:///main.brief';
  const brief = workspace.brief(uri)!;
  const part = marked.includes('|') ? { start: marked.indexOf('|'), end: marked.lastIndexOf('|') - 1 } : undefined;
  return plainProse(brief, workspace.scopeOf(uri), part);
}

test('front matter, comments, tags, headings and emphasis', () => {
  expect(
    prose(
      '---\ntitle: Fees\ndate: 2021-05-20\n---\n\n<!-- brief-ignore uncited-paragraph -->\n# The *fees* #\n\nThe **[Harbor Board](org:board)** met ([Tide](src:tide-1), May 3). <!-- check --> It _denied_ all.\n\nWhat next\n---\n\n<!-- brief-ignore future-date -->\n\nLast 2 * 3 * 4 and snake_case_word, \\*not\\*.\n',
    ),
  ).toMatchInlineSnapshot(`
    The fees

    The Harbor Board met (Tide, May 3). It denied all.

    What next

    Last 2 * 3 * 4 and snake_case_word, *not*.
  `);
});

test('citation keys become outlet and date', () => {
  expect(
    prose(
      '---\ndate: 2021-05-20\n---\n\nIt met [@tide-1; see @quay-1, p. 3]. It left [@book; @nobody]. As @tide-1 says, or [-@tide-1].\n',
    ),
  ).toMatchInlineSnapshot(
    `It met (Tide, May 3; see Quay Post, December 1, p. 3). It left (Ann Marsh, 2019; nobody). As Tide (May 3) says, or (Tide, May 3).`,
  );
});

test('links keep their words, and the address where it is the source', () => {
  expect(
    prose(
      'It [met](https://tide.example/a) on [Monday](#top). It left ([Tide](https://tide.example/b), May 3). See ![a map](map.png).\n',
    ),
  ).toMatchInlineSnapshot(
    `It met (https://tide.example/a) on Monday. It left (Tide, https://tide.example/b, May 3). See a map.`,
  );
});

describe('notes', () => {
  test('of Markdown are numbered in the order of their markers, and listed at the end', () => {
    expect(
      prose(
        'It met.[^b] It left.[^a] It met again.[^b]^[See [Tide](src:tide-1), May 3.]\n\n[^a]: Quay Post, December 1, 2020.\n[^b]: [@tide-1].\n\nThe end.\n',
      ),
    ).toMatchInlineSnapshot(`
      It met.[1] It left.[2] It met again.[1][3]

      The end.

      1. Tide, May 3, 2021.
      2. Quay Post, December 1, 2020.
      3. See Tide, May 3.
    `);
  });
  test('of other kinds are text already', () => {
    const text = 'It met.[1] It left.[2]\n\nNotes\n\n[1] Tide, May 3, 2021.\n[2] Quay Post, December 1, 2020.\n';
    expect(prose(text)).toBe(`${text}`);
  });
  test('of a selection are those it refers to', () => {
    expect(
      prose('It met.[^b] |It left.[^a]|\n\n[^a]: Quay Post, December 1, 2020.\n[^b]: Tide, May 3, 2021.\n'),
    ).toMatchInlineSnapshot(`
      It left.[1]

      1. Quay Post, December 1, 2020.
    `);
    expect(
      prose('It met.[1] |It left.[2]|\n\nNotes\n\n[1] Tide, May 3, 2021.\n[2] Quay Post, December 1, 2020.\n'),
    ).toMatchInlineSnapshot(`
      It left.[2]

      2. Quay Post, December 1, 2020.
    `);
  });
  test('a marker without a note stays', () => {
    expect(prose('It met.[^a] It left.[^x]\n\n[^a]: Quay Post, December 1, 2020.\n')).toMatchInlineSnapshot(`
      It met.[1] It left.[x]

      1. Quay Post, December 1, 2020.
    `);
  });
});

describe('a selection', () => {
  test('that cuts a tag leaves its words', () => {
    expect(prose('The [Harbor |Board](org:board) met ([Ti|de](src:tide-1), May 3).')).toBe('Board met (Ti');
    expect(prose('The [Harbor Board](or|g:boa|rd) met.')).toBe('');
  });
  test('that begins in the front matter', () => {
    expect(prose('---\nti|tle: A\n---\n\nIt met.| Yes.')).toBe('It met.');
  });
});

test('an empty line, only a front matter, only a comment', () => {
  expect(prose('')).toBe('\n');
  expect(prose('---\ntitle: A\n---\n')).toBe('');
  expect(prose('<!-- a -->\n')).toBe('');
});
