import { expect, test } from 'vitest';
import { formatUnifiedDiff, type TextEdit } from '../../../server/src/cli/unifiedDiff.ts';

/** The edits that turn each `[old|new]` of a text into `new`, and the text before them. */
function marked(text: string): { before: string; edits: TextEdit[] } {
  let before = '';
  const edits: TextEdit[] = [];
  for (const [whole, plain, old, inserted] of text.matchAll(/([^[]+)|\[([^|]*)\|([^\]]*)\]/g)) {
    if (plain !== undefined) before += plain;
    else if (whole) {
      edits.push({ span: { start: before.length, end: before.length + old!.length }, text: inserted! });
      before += old!;
    }
  }
  return { before, edits };
}

function diff(text: string): string {
  const { before, edits } = marked(text);
  return formatUnifiedDiff('a.brief', before, edits);
}

test('a changed line stands between three lines of context', () => {
  expect(diff('1\n2\n3\n4\n5 [a|b] c [d|e]\n6\n7\n8\n9\n')).toMatchInlineSnapshot(`
    --- a/a.brief
    +++ b/a.brief
    @@ -2,7 +2,7 @@
     2
     3
     4
    -5 a c d
    +5 b c e
     6
     7
     8
  `);
});

test('changes far from each other are two hunks; an added line moves those below', () => {
  expect(diff('[|0\n]1\n2\n3\n4\n5\n6\n7\n8\n9[|x]\n')).toMatchInlineSnapshot(`
    --- a/a.brief
    +++ b/a.brief
    @@ -1,3 +1,4 @@
    +0
     1
     2
     3
    @@ -6,4 +7,4 @@
     6
     7
     8
    -9
    +9x
  `);
});

test('a text without a last line break, and one line that becomes two', () => {
  expect(diff('one\ntw[o|o\nthree]')).toMatchInlineSnapshot(`
    --- a/a.brief
    +++ b/a.brief
    @@ -1,2 +1,3 @@
     one
    -two
    \\ No newline at end of file
    +two
    +three
    \\ No newline at end of file
  `);
});

test('nothing is printed for edits that change nothing', () => {
  expect(diff('one\n[two\n|two\n]three\n')).toBe('');
  expect(diff('one\n')).toBe('');
});
