/** The file of a review, against a small `vscode`. */
import { beforeEach, expect, test } from 'vitest';
import { openReview, writeReview } from '../../../../client/src/review/reviewFile';
import { addDocument, editor, resetEditor, Uri, workspace } from '../support/vscode.ts';

const BRIEF = Uri.parse('file:///desk/a.brief');
const REVIEW = 'file:///desk/a.review.yaml';

beforeEach(() => {
  resetEditor();
  editor.existing.add(BRIEF.path);
});

const exists = (text: string) => {
  editor.existing.add('/desk/a.review.yaml');
  return addDocument(REVIEW, { text });
};

test('a review that is not there is created where it belongs', async () => {
  const file = await openReview(BRIEF);
  expect([file.uri.toString(), file.document]).toEqual([REVIEW, undefined]);
  await writeReview(file, { start: 0, end: 0, text: 'comments: []\n' });
  expect(editor.documents.get(REVIEW)!.getText()).toBe('comments: []\n');
});

test('a part of it is replaced and saved, but not what someone else is writing', async () => {
  const document = exists('one two three');
  await writeReview(await openReview(BRIEF), { start: 4, end: 7, text: '2' });
  expect([document.getText(), document.isDirty]).toEqual(['one 2 three', false]);
  document.isDirty = true;
  await writeReview(await openReview(BRIEF), { start: 4, end: 5, text: 'II' });
  expect([document.getText(), document.isDirty]).toEqual(['one II three', true]);
});

test('what cannot be written is said, and what cannot be looked for is not taken for missing', async () => {
  exists('one');
  editor.appliesEdits = false;
  await expect(writeReview(await openReview(BRIEF), { start: 0, end: 0, text: 'x' })).rejects.toThrow(
    'The review file could not be written.',
  );
  const { stat } = workspace.fs;
  workspace.fs.stat = async () => Promise.reject(new Error('offline'));
  try {
    await expect(openReview(BRIEF)).rejects.toThrow('offline');
  } finally {
    workspace.fs.stat = stat;
  }
});

test('a review that may be about two briefs is named with its new names, and not opened', async () => {
  exists('one');
  editor.existing.add('/desk/a.brief.md');
  for (const brief of [BRIEF, Uri.parse('file:///desk/a.brief.md')])
    expect(await openReview(brief)).toMatchObject({
      document: undefined,
      problem:
        'a.review.yaml may be about another brief of that name and is not used. Rename it: a.brief.review.yaml / a.brief.md.review.yaml.',
    });
});
