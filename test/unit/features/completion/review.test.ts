import { expect, test } from 'vitest';
import { completionsAt } from './support.ts';

const inReview = { file: 'harbor.review.yaml' };

test('lists', () => {
  expect(completionsAt('|', inReview)).toMatchInlineSnapshot(`
    * comments · Comments on statements.
    - signoffs · Who has signed for which text.
    > comments:
  `);
});

test('fields of a comment that are not there; those of another comment do not count', () => {
  const other =
    '  - { author: Tom, text: No. }\n  - author: Ida\n    state: open\n    date: 2024-03-11\n    replies: []\n';
  expect(
    completionsAt(`comments:\n${other}  - quote: { exact: It }\n    text: Yes.\n    |\n`, inReview),
  ).toMatchInlineSnapshot(`
    * author · Who wrote it.
    - date · When, such as 2024-03-11T09:30:10Z.
    - state · open or resolved. Without it, the comment is open.
    - replies · Answers, the oldest first.
    >     author:
  `);
});

test('fields of a quote and of a reply', () => {
  expect(completionsAt('comments:\n  - text: a\n    quote:\n      |', inReview)).toMatchInlineSnapshot(`
    * exact · The words that the comment is about, as they were.
    - prefix · Up to 32 characters before the words.
    - suffix · Up to 32 characters after the words.
    >       exact:
  `);
  expect(
    completionsAt('comments:\n  - text: a\n    replies:\n      - author: Ida\n        |', inReview),
  ).toMatchInlineSnapshot(`
    * date · When, such as 2024-03-11T09:30:10Z.
    - text · The comment. Line breaks stay.
    >         date:
  `);
});

test('states, and fields of a sign-off', () => {
  expect(completionsAt('comments:\n  - state: |\n', inReview)).toMatchInlineSnapshot(`
    * open
    - resolved
    >   - state: open
  `);
  expect(completionsAt('comments:\n  - { state: re| }\n', inReview)).toMatchInlineSnapshot(`
    * resolved
    >   - { state: resolved }
  `);
  expect(completionsAt('signoffs:\n  - |', inReview)).toMatchInlineSnapshot(`
    * name · Who has signed.
    - date · When, such as 2024-03-11T09:30:10Z.
    - sha256 · The SHA-256 of the text that was signed, with \\n as line ends.
    >   - name:
  `);
});
