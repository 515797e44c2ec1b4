import { expect, test } from 'vitest';
import { editReview } from '../../../../server/src/features/commands/editReview.ts';
import { reviewFeature } from '../../../../server/src/features/review/review.ts';
import type { ReviewAction } from '../../../../server/src/protocol/review.ts';
import { parseFixture } from '../../support/fixture.ts';
import { createContext, withCursor } from '../../support/world.ts';

const URI = 'file:///main.brief';
const MARKED = '# Strike\n\nThe port slept. The |cranes stood still (Tide, March 4). Nobody came.\n';

function world(marked = MARKED) {
  const { text, offset, end } = withCursor(marked);
  const context = createContext({ files: parseFixture(`--- main.brief\n${text}`).files });
  const { document } = context.open(URI)!;
  const range = { start: document.positionAt(offset), end: document.positionAt(end) };
  /** The text of the review file after an action. */
  const act = async (action: ReviewAction, review: string | null = null, name = 'Ida Holm') => {
    const argument = { uri: URI, version: document.version, review, action, name, time: '2026-11-30T10:00:00Z' };
    const {
      start,
      end: until,
      text: written,
    } = (await editReview.run(argument, context)) as {
      start: number;
      end: number;
      text: string;
    };
    const before = review ?? '';
    return before.slice(0, start) + written + before.slice(until);
  };
  const read = (review: string) => reviewFeature.answer({ uri: URI, review, expected: [] }, context);
  return { context, range, act, read };
}

test('a comment at the cursor is about its statement; it is replied to, resolved, deleted', async () => {
  const { range, act, read } = world();
  const commented = await act({ kind: 'comment', range, text: ' Which cranes? ' });
  expect(commented).toMatchInlineSnapshot(`
    comments:
      - author: Ida Holm
        date: 2026-11-30T10:00:00Z
        state: open
        quote:
          exact: The cranes stood still (Tide, March 4).
          prefix: "# Strike\\n\\nThe port slept. "
          suffix: " Nobody came.\\n"
        text: Which cranes?
  `);
  const { key } = (await read(commented))!.threads[0]!;
  const replied = await act({ kind: 'reply', key, text: 'All.' }, commented, 'Tom Vega');
  const resolved = await act({ kind: 'resolve', key }, replied, '');
  expect(await read(resolved)).toMatchInlineSnapshot(`
    {
      signoffs: [],
      threads: [
        {
          isResolved: true,
          key: 2026-11-30T10:00:00Z
    Ida Holm
    The cranes stood still (Tide, March 4).
    0,
          range: {
            end: {
              character: 55,
              line: 2,
            },
            start: {
              character: 16,
              line: 2,
            },
          },
          remarks: [
            {
              author: Ida Holm,
              date: 2026-11-30T10:00:00Z,
              text: Which cranes?,
            },
            {
              author: Tom Vega,
              date: 2026-11-30T10:00:00Z,
              text: All.,
            },
          ],
          span: {
            end: 65,
            start: 26,
          },
        },
      ],
      version: 7,
    }
  `);
  expect(await act({ kind: 'delete', key, remark: 0 }, resolved)).toBe('comments: []\n');
});

test('a comment is about the words that are selected, else about the line', async () => {
  const selected = world('# Strike\n\nThe port slept. The| cranes |stood still.\n');
  expect(await selected.act({ kind: 'comment', ...selected, text: 'a' })).toContain('exact: cranes\n');
  const heading = world('# Stri|ke\n\nThe port slept.\n');
  expect(await heading.act({ kind: 'comment', ...heading, text: 'a' })).toContain('exact: "# Strike"\n');
});

test('a sign-off holds until the text changes', async () => {
  const signed = await world().act({ kind: 'sign' });
  expect(signed).toMatchInlineSnapshot(`
    signoffs:
      - name: Ida Holm
        date: 2026-11-30T10:00:00Z
        sha256: 7baf23e92ae978485857183e1148e7f1bbcc4e0454590cd6de85637d3a3b5b44
  `);
  expect((await world().read(signed))!.signoffs).toMatchObject([{ name: 'Ida Holm', isCurrent: true }]);
  expect((await world(`${MARKED}\n`).read(signed))!.signoffs).toMatchObject([{ isCurrent: false }]);
});

test('what cannot be done is refused with a reason', async () => {
  const { context, range, act, read } = world();
  const damaged = 'comments:\n  - author: Ida\n    text: "x\n';
  expect((await read(damaged))!.problem).toMatchInlineSnapshot(
    `The review file cannot be read. Line 3: This quotation mark is not closed. Close it. Nothing is written to it until that is corrected.`,
  );
  await expect(act({ kind: 'sign' }, damaged)).rejects.toThrow('Nothing is written to it until that is corrected.');
  await expect(act({ kind: 'sign' }, null, ' ')).rejects.toThrow('A sign-off needs a name.');
  await expect(act({ kind: 'comment', range, text: ' ' })).rejects.toThrow('The comment is empty.');
  await expect(act({ kind: 'resolve', key: 'gone' })).rejects.toThrow('The review file has changed in the meantime');
  const blank = world('The port slept.\n|\nNobody came.\n');
  await expect(blank.act({ kind: 'comment', range: blank.range, text: 'a' })).rejects.toThrow(
    'There are no words here',
  );
  const old = { uri: URI, version: 1, review: null, action: { kind: 'sign' }, name: 'Ida', time: '' };
  await expect(editReview.run(old, context)).rejects.toThrow('The text has changed');
});
