/** Comments and sign-offs, with the server's own answers, against a small `vscode`. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerReviews } from '../../../../client/src/review/index';
import { createOpenBriefs } from '../../../../client/src/support/openBriefs';
import { editReview } from '../../../../server/src/features/commands/editReview.ts';
import { reviewFeature } from '../../../../server/src/features/review/review.ts';
import { parseFixture } from '../../support/fixture.ts';
import { createContext } from '../../support/world.ts';
import {
  addDocument,
  CommentMode,
  EventEmitter,
  editor,
  type FakeDocument,
  Range,
  resetEditor,
  Selection,
  Uri,
} from '../support/vscode.ts';

const BRIEF = 'file:///main.brief';
const REVIEW = 'file:///main.review.yaml';
const TEXT = 'The port slept. The cranes stood still (Tide, March 4).\n';

let document: FakeDocument;
beforeEach(() => {
  resetEditor();
  document = addDocument(BRIEF, { version: 7, text: TEXT });
  editor.existing.add('/main.brief');
  editor.activeTextEditor = { document, selection: new Selection(0, 16, 0, 26) } as never;
  editor.showInputBox.mockResolvedValue('Ida Holm');
});

// What is scheduled for a brief ends when it is closed.
afterEach(() => editor.onDidCloseTextDocument.fire(document));

function start() {
  const context = createContext({ files: parseFixture(`--- main.brief\n${TEXT}`).files });
  const state = new Map<string, unknown>();
  const server = {
    request: async (_: string, params: never) => (await reviewFeature.answer(params, context)) ?? null,
    ask: (_: string, params: never) => editReview.run(params, context),
    onDidChange: new EventEmitter<void>().event,
  };
  const globalState = {
    get: (key: string, usual: unknown) => state.get(key) ?? usual,
    update: async (key: string, value: unknown) => void state.set(key, value),
  };
  const reviews = registerReviews(
    { subscriptions: [], globalState } as never,
    server as never,
    createOpenBriefs((uri) => Uri.parse(uri)),
  );
  return { ...reviews, state };
}

const writeDown = (text: string) => {
  editor.existing.add('/main.review.yaml');
  return addDocument(REVIEW, { languageId: 'yaml', text });
};
const written = () => editor.documents.get(REVIEW)?.getText();
const shown = () => editor.threads.map(({ label, comments }) => [label, ...comments.map(({ body }) => body)]);
const COMMENT = 'comments:\n  - { author: Tom, date: 2024-03-11, quote: { exact: The port slept. }, text: Really? }\n';

test('a comment on the selection asks once for a name, and is written beside the brief', async () => {
  const reviews = start();
  await reviews.add();
  const [empty] = editor.threads;
  expect(empty).toMatchObject({ comments: [], collapsibleState: 1, range: { start: { character: 16 } } });
  await reviews.save({ thread: empty as never, text: 'Which cranes?' });
  expect(written()).toMatch(
    /author: Ida Holm\n.*\n {4}state: open\n[\s\S]*exact: The cranes\n[\s\S]*text: Which cranes\?\n$/,
  );
  expect(shown()).toEqual([['Open comment', 'Which cranes?']]);
  expect(editor.threads[0]!.collapsibleState).toBe(1);
  await reviews.save({ thread: editor.threads[0] as never, text: 'All of them.' });
  expect(shown()).toEqual([['Open comment', 'Which cranes?', 'All of them.']]);
  expect(editor.showInputBox).toHaveBeenCalledTimes(1);
});

test('without a name nothing is written; the name of the settings is not asked for', async () => {
  editor.showInputBox.mockResolvedValue(undefined);
  const reviews = start();
  await reviews.add();
  await reviews.save({ thread: editor.threads[0] as never, text: 'Which?' });
  expect(written()).toBeUndefined();
  editor.settings.set('review.name', ' Tom Vega ');
  await reviews.save({ thread: editor.threads[0] as never, text: 'Which?' });
  expect(written()).toContain('author: Tom Vega');
});

test('a comment is resolved and opened again, rewritten, and deleted with its replies only after a question', async () => {
  writeDown(COMMENT.replace(' text:', ' replies: [{ text: Yes. }], text:'));
  const reviews = start();
  await vi.waitFor(() => expect(shown()).toEqual([['Open comment', 'Really?', 'Yes.']]));
  const [thread] = editor.threads as never[];
  await reviews.setResolved(thread!, true);
  expect([shown()[0]![0], editor.threads[0]!.collapsibleState]).toEqual(['Resolved comment', 0]);
  await reviews.setResolved(thread!, false);
  expect(shown()[0]![0]).toBe('Open comment');
  const remark = () => editor.threads[0]!.comments[0] as never as { body: string; mode: number };
  reviews.edit(remark() as never);
  expect(remark().mode).toBe(CommentMode.Editing);
  remark().body = 'Typed';
  reviews.cancelEdit(remark() as never);
  expect(remark()).toMatchObject({ body: 'Really?', mode: CommentMode.Preview });
  remark().body = 'How long?';
  await reviews.saveEdit(remark() as never);
  expect(written()).toContain('text: How long?');
  await reviews.delete(remark() as never);
  expect(editor.showWarningMessage).toHaveBeenCalledTimes(1);
  expect(shown()).toEqual([['Open comment', 'How long?', 'Yes.']]);
  editor.showWarningMessage.mockImplementation(async (_message, _options, confirm) => confirm);
  await reviews.delete(remark() as never);
  expect([shown(), written()]).toEqual([[], expect.not.stringContaining('How long?')]);
});

test('a sign-off says how many comments are open, saves the brief, and records name and text', async () => {
  writeDown(COMMENT);
  const reviews = start();
  await vi.waitFor(() => expect(shown()).toHaveLength(1));
  document.isDirty = true;
  await reviews.sign();
  expect(editor.showInputBox.mock.calls[0]![0]).toMatchObject({ prompt: expect.stringMatching(/Open comments: 1\.$/) });
  expect(document.isDirty).toBe(false);
  expect(written()).toMatch(/signoffs:\n {2}- name: Ida Holm\n {4}date: .*\n {4}sha256: [0-9a-f]{64}\n$/);
  document.isDirty = true;
  document.save = async () => false;
  const before = written();
  await expect(reviews.sign()).rejects.toThrow('main.brief could not be saved.');
  expect(written()).toBe(before);
});

test.each([
  ['a broken file', 'comments:\n  - text: "x\n', [], /^The review file cannot be read\. Line 2/],
  ['a file of two briefs', COMMENT, ['/main.brief.md'], /^main\.review\.yaml may be about another brief/],
])('%s is named once with a way to open it, and never written to', async (_, text, others, message) => {
  const review = writeDown(text);
  for (const path of others) editor.existing.add(path);
  editor.showWarningMessage.mockResolvedValue('Open');
  const reviews = start();
  await vi.waitFor(() =>
    expect(editor.showWarningMessage).toHaveBeenCalledWith(expect.stringMatching(message), 'Open'),
  );
  await vi.waitFor(() =>
    expect(editor.showTextDocument.mock.calls[0]?.[0]).toMatchObject({ path: '/main.review.yaml' }),
  );
  await reviews.add();
  await expect(reviews.save({ thread: editor.threads.at(-1) as never, text: 'x' })).rejects.toThrow(message);
  await expect(reviews.sign()).rejects.toThrow(message);
  expect(review.getText()).toBe(text);
  expect(editor.showWarningMessage).toHaveBeenCalledTimes(1);
});

test('a review that appears on disk is shown, one that is gone is not, and a closed brief has none', async () => {
  const reviews = start();
  const changed = vi.fn();
  reviews.onDidChange(changed);
  writeDown(COMMENT);
  editor.onDidChangeFile.fire(Uri.parse(REVIEW));
  await vi.waitFor(() => expect(shown()).toHaveLength(1));
  expect(changed).toHaveBeenCalled();
  editor.onDidCloseTextDocument.fire(document);
  expect(shown()).toEqual([]);
  editor.onDidOpenTextDocument.fire(document);
  await vi.waitFor(() => expect(shown()).toHaveLength(1));
  editor.existing.delete('/main.review.yaml');
  editor.onDidChangeFile.fire(Uri.parse(REVIEW));
  await vi.waitFor(() => expect(shown()).toEqual([]));
});

test('a new brief has to be saved first', async () => {
  const untitled = addDocument('untitled:Untitled-1');
  editor.activeTextEditor = { document: untitled, selection: new Range(0, 0, 0, 0) } as never;
  await expect(start().add()).rejects.toThrow('Save the brief first');
  editor.activeTextEditor = undefined;
  await start().add();
  expect(editor.showInformationMessage).toHaveBeenCalledWith('Open a brief first.');
});
