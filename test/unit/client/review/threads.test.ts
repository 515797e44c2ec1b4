/** The comments of a brief as threads beside its lines, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { createThreads } from '../../../../client/src/review/threads';
import type { ReviewThread } from '../../../../server/src/protocol/review.ts';
import { CommentThreadState, comments, editor, resetEditor, Uri } from '../support/vscode.ts';

beforeEach(resetEditor);

const create = () => createThreads(comments.createCommentController() as never, Uri.parse('file:///a.brief'));
const thread = (key: string, start: number, more: Partial<ReviewThread> = {}): ReviewThread => ({
  key,
  range: { start: { line: 0, character: start }, end: { line: 0, character: start + 4 } },
  span: { start, end: start + 4 },
  isResolved: false,
  remarks: [{ author: 'Ida', date: '2024-03-11', text: `About ${key}` }],
  ...more,
});

test('threads are shown with their state, kept, changed and removed', () => {
  const threads = create();
  threads.show(
    { threads: [thread('a', 0), thread('b', 10, { isResolved: true, note: 'It has changed since.' })] },
    false,
  );
  const [a, b] = editor.threads;
  expect(a).toMatchObject({ label: 'Open comment', contextValue: 'open', state: CommentThreadState.Unresolved });
  expect(b).toMatchObject({ label: 'It has changed since.', contextValue: 'resolved', collapsibleState: 0 });
  expect(a!.comments).toMatchObject([{ body: 'About a', author: { name: 'Ida' }, mode: 1 }]);
  expect([threads.openCount, threads.keyOf(b as never)]).toEqual([1, 'b']);
  threads.show({ threads: [thread('b', 12), thread('c', 20)] }, true);
  expect(editor.threads.map(({ comments: [first] }) => first!.body)).toEqual(['About b', 'About c']);
  expect(editor.threads[0]).toBe(b);
  expect(b).toMatchObject({ range: { start: { character: 12 } }, label: 'Open comment' });
  // Only what is new is opened.
  expect(editor.threads.map(({ collapsibleState }) => collapsibleState)).toEqual([0, 1]);
  threads.dispose();
  expect(editor.threads).toEqual([]);
});

test('a comment that is being edited is not replaced, unless it has changed', () => {
  const threads = create();
  threads.show({ threads: [thread('a', 0)] }, false);
  const [shown] = editor.threads;
  const edited = shown!.comments;
  threads.show({ threads: [thread('a', 5, { isResolved: true })] }, false);
  expect(shown!.comments).toBe(edited);
  threads.show({ threads: [thread('a', 5, { remarks: [{ author: 'Ida', date: 'soon', text: 'New' }] })] }, false);
  expect(shown!.comments).toMatchObject([{ body: 'New' }]);
  // A date that is none is not shown as one.
  expect(shown!.comments[0]).not.toHaveProperty('timestamp');
});

test('places move with the edits of the text until the next answer', () => {
  const threads = create();
  threads.show({ threads: [thread('a', 10)] }, false);
  threads.move([{ rangeOffset: 0, rangeLength: 2, text: 'longer' }] as never);
  expect(threads.expected()).toEqual([{ key: 'a', span: { start: 14, end: 18 } }]);
  threads.show({ threads: [thread('a', 30)] }, false);
  expect(threads.expected()).toEqual([{ key: 'a', span: { start: 30, end: 34 } }]);
});
