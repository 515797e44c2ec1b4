import { expect, test } from 'vitest';
import { changeReview, type ReviewChange } from '../../../../server/src/edits/review/changeReview.ts';

const remark = { author: 'Ida Holm', date: '2026-11-30T10:00:00Z', text: 'Which cranes?' };
const quote = { exact: 'The cranes stood still.', prefix: 'on Monday. ', suffix: ' Nobody\n' };

/** The text after changes, one after the other. */
function after(text: string, ...changes: readonly ReviewChange[]): string | undefined {
  return changes.reduce<string | undefined>(
    (before, change) => (before === undefined ? undefined : changeReview(before, change)),
    text,
  );
}

const WRITTEN = `# Second round; ask Ida first.
comments:
  # About the pier.
  - author: Tom Vega # on leave
    date: 2026-11-01
    quote: { exact: "the pier: 100 % dark", prefix: '', suffix: '' }
    text: |
      Is this
      measured?
    ticket: 4711

  - author: Ida Holm
    date: 2026-11-02
    state: open
    quote:
      exact: Its chair left early
    text: "Source?" # soon
    replies:
      - { author: Tom Vega, date: 2026-11-03, text: I look for it. }
# Not before Friday.
signoffs: []
`;

test('a new file gets a comment, a reply, a sign-off', () => {
  const text = after(
    '',
    { kind: 'comment', quote, remark },
    { kind: 'reply', comment: 0, remark: { ...remark, author: 'Tom Vega', text: 'All of them.\nSee page 2: "dark"' } },
    { kind: 'sign', signoff: { name: 'Ida Holm', date: '2026-11-30T11:00:00Z', sha256: 'ab'.repeat(32) } },
    { kind: 'comment', quote: { ...quote, exact: '- no' }, remark: { ...remark, text: 'true' } },
  );
  expect(text).toMatchInlineSnapshot(`
    comments:
      - author: Ida Holm
        date: 2026-11-30T10:00:00Z
        state: open
        quote:
          exact: The cranes stood still.
          prefix: "on Monday. "
          suffix: " Nobody\\n"
        text: Which cranes?
        replies:
          - author: Tom Vega
            date: 2026-11-30T10:00:00Z
            text: "All of them.\\nSee page 2: \\"dark\\""
      - author: Ida Holm
        date: 2026-11-30T10:00:00Z
        state: open
        quote:
          exact: "- no"
          prefix: "on Monday. "
          suffix: " Nobody\\n"
        text: "true"

    signoffs:
      - name: Ida Holm
        date: 2026-11-30T11:00:00Z
        sha256: abababababababababababababababababababababababababababababababab
  `);
});

test('a change leaves what others wrote as it is', () => {
  const text = after(
    WRITTEN,
    { kind: 'resolve', comment: 0 },
    { kind: 'reply', comment: 1, remark },
    { kind: 'rewrite', comment: 1, at: 1, text: 'Found: it is [4].' },
    { kind: 'sign', signoff: { name: 'Ida Holm', date: '2026-11-30', sha256: 'ab'.repeat(32) } },
  );
  expect(text).toMatchInlineSnapshot(`
    # Second round; ask Ida first.
    comments:
      # About the pier.
      - author: Tom Vega # on leave
        date: 2026-11-01
        quote: { exact: "the pier: 100 % dark", prefix: '', suffix: '' }
        text: |
          Is this
          measured?
        ticket: 4711
        state: resolved

      - author: Ida Holm
        date: 2026-11-02
        state: open
        quote:
          exact: Its chair left early
        text: "Source?" # soon
        replies:
          - { author: Tom Vega, date: 2026-11-03, text: "Found: it is [4]." }
          - author: Ida Holm
            date: 2026-11-30T10:00:00Z
            text: Which cranes?
    # Not before Friday.
    signoffs: [{ name: Ida Holm, date: 2026-11-30, sha256: abababababababababababababababababababababababababababababababab }]
  `);
});

test('replies and comments are deleted; a resolved comment is opened again', () => {
  const text = after(WRITTEN, { kind: 'delete', comment: 1, at: 1 }, { kind: 'delete', comment: 0, at: 0 });
  expect(text).toMatchInlineSnapshot(`
    # Second round; ask Ida first.
    comments:
      # About the pier.

      - author: Ida Holm
        date: 2026-11-02
        state: open
        quote:
          exact: Its chair left early
        text: "Source?" # soon
    # Not before Friday.
    signoffs: []
  `);
  const reopened = after(WRITTEN, { kind: 'resolve', comment: 1 }, { kind: 'reopen', comment: 1 });
  expect(reopened).toContain('state: open\n');
});

test('the last comment is deleted', () => {
  const text = after('', { kind: 'comment', quote, remark }, { kind: 'delete', comment: 0, at: 0 });
  expect(text).toMatchInlineSnapshot(`comments: []`);
});

test('line ends stay, and a file on one line can be changed', () => {
  const windows = after(
    WRITTEN.replaceAll('\n', '\r\n'),
    { kind: 'resolve', comment: 1 },
    { kind: 'comment', quote, remark },
  );
  expect(windows!.replaceAll('\r\n', '')).not.toContain('\n');
  const json = '{"comments": [{"author": "Ida", "quote": {"exact": "A"}, "text": "b"}]}\n';
  expect(after(json, { kind: 'resolve', comment: 0 })).toMatchInlineSnapshot(
    `{ "comments": [ { "author": "Ida", "quote": { "exact": "A" }, "text": "b", state: resolved } ] }`,
  );
});

test('what cannot be read is not changed', () => {
  for (const text of ['comments: [', 'comments:\n  - text: x\n', '- a\n', 'comments: {}\n', 'signoffs:\n  - name: x\n'])
    expect(changeReview(text, { kind: 'comment', quote, remark }), text).toBeUndefined();
});
