import { expect, test } from 'vitest';
import { findReview, isReviewName, mayBeReviewOf } from '../../../server/src/protocol/review.ts';

/** The name of the review of a brief in a folder with these files. */
async function reviewOf(brief: string, ...others: string[]) {
  const files = new Set([brief, ...others].map((name) => `file:///a/${name}`));
  const { uri, ambiguous } = await findReview(`file:///a/${brief}`, async (file) => files.has(file));
  const nameOf = (file: string) => file.replace('file:///a/', '');
  return ambiguous ? [nameOf(uri), ...ambiguous.map(nameOf)] : nameOf(uri);
}

test.each(['harbor.brief', 'harbor.brief.md', 'harbor.brief.txt', 'harbor.md', 'harbor.qmd'])(
  '%s alone has the review of its name, there or not',
  async (brief) => {
    expect(await reviewOf(brief)).toBe('harbor.review.yaml');
    expect(await reviewOf(brief, 'harbor.review.yaml', 'harbour.brief', 'harbor.yaml')).toBe('harbor.review.yaml');
  },
);

test('a text without a name has one beside it', async () => {
  const { uri } = await findReview('untitled:Untitled-1', async () => false);
  expect(uri).toBe('untitled:Untitled-1.review.yaml');
});

test('briefs that differ in their extension have one each', async () => {
  expect(await reviewOf('harbor.brief', 'harbor.brief.md')).toBe('harbor.brief.review.yaml');
  expect(await reviewOf('harbor.brief.md', 'harbor.brief')).toBe('harbor.brief.md.review.yaml');
  expect(await reviewOf('harbor.brief.txt', 'harbor.brief', 'harbor.brief.md')).toBe('harbor.brief.txt.review.yaml');
});

test('the one that was there before may belong to each of them, until it is renamed', async () => {
  const both = ['harbor.review.yaml', 'harbor.brief.review.yaml', 'harbor.brief.md.review.yaml'];
  expect(await reviewOf('harbor.brief', 'harbor.brief.md', 'harbor.review.yaml')).toEqual(both);
  expect(await reviewOf('harbor.brief.md', 'harbor.brief', 'harbor.review.yaml')).toEqual(both);
  const renamed = 'harbor.brief.review.yaml';
  expect(await reviewOf('harbor.brief', 'harbor.brief.md', renamed)).toBe(renamed);
  expect(await reviewOf('harbor.brief.md', 'harbor.brief', renamed)).toBe('harbor.review.yaml');
  // One has its own, so that the other one can be meant only.
  expect(await reviewOf('harbor.brief.md', 'harbor.brief', renamed, 'harbor.review.yaml')).toBe('harbor.review.yaml');
});

test('a Markdown file beside a brief has its own: it is often an export, and no brief', async () => {
  expect(await reviewOf('harbor.brief', 'harbor.md', 'harbor.txt', 'harbor.review.yaml')).toBe('harbor.review.yaml');
  expect(await reviewOf('harbor.md', 'harbor.brief', 'harbor.review.yaml')).toBe('harbor.md.review.yaml');
});

test('a brief keeps its own when the others are gone', async () => {
  const own = 'harbor.brief.md.review.yaml';
  expect(await reviewOf('harbor.brief.md', own, 'harbor.review.yaml')).toBe(own);
});

test('which briefs a file may be about', () => {
  const briefs = ['harbor.brief', 'harbor.brief.md', 'harbor.md', 'port.brief'];
  const of = (file: string) => briefs.filter((brief) => mayBeReviewOf(`/a/${file}`, `/a/${brief}`));
  expect(of('harbor.review.yaml')).toEqual(briefs.slice(0, 3));
  expect(of('harbor.brief.md.review.yaml')).toEqual(['harbor.brief.md']);
  expect(['a.review.yaml', 'a.brief.review.yaml', '.review.yaml', 'review.yaml'].map(isReviewName)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
