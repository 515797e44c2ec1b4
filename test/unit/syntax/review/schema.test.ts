import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isProblem, readReview, reviewProblems } from '../../../../server/src/syntax/review/review.ts';
import { reviewSchema } from '../../../../server/src/syntax/review/schema.ts';

const SHA256 = 'a'.repeat(64);
const COMMENT = 'comments:\n  - { author: Ida, date: 2024-03-11, quote: { exact: It rained. }, text: Really? }\n';
const SIGNOFF = `signoffs:\n  - { name: Ida, date: 2024-03-12T10:00:00Z, sha256: ${SHA256} }\n`;

test.each([
  COMMENT,
  SIGNOFF,
  COMMENT + SIGNOFF,
  COMMENT.replace('text:', 'state: resolved, replies: [{ text: Yes. }], mood: grim, text:'),
])('the schema accepts what is read: %s', (text) => {
  expect(isProblem(readReview(text))).toBe(false);
  expect(reviewSchema().safeParse(parse(text)).success).toBe(true);
});

test.each([
  COMMENT.replace(', text: Really?', ''),
  COMMENT.replace(', quote: { exact: It rained. }', ''),
  COMMENT.replace('text:', 'state: done, text:'),
  COMMENT.replace('\n  -', ''),
  SIGNOFF.replace('aaaa', 'zzzz'),
  SIGNOFF.replace('name: Ida, ', ''),
])('the schema refuses what is not read: %s', (text) => {
  expect(isProblem(readReview(text))).toBe(true);
  expect(reviewSchema().safeParse(parse(text)).success).toBe(false);
});

test('all that is wrong is listed, and the mistake of the YAML alone', () => {
  const text = `comments:\n  - text: a\n  - { quote: { exact: b }, state: done }\nsignoffs: 1\n`;
  expect(
    reviewProblems(text).map(({ message, span }) => `${text.slice(span.start, span.end).trim()}: ${message}`),
  ).toMatchInlineSnapshot(`
    [
      text: a: This comment has no “quote” with the words it is about, in “exact”.,
      { quote: { exact: b }, state: done }: This comment has no “text”.,
      done: The state “done” is unknown. Write open or resolved.,
      1: “signoffs” is not a list. Begin each entry on a line of its own, with a dash.,
    ]
  `);
  expect(reviewProblems('comments:\n  - text: "x\n').map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      This quotation mark is not closed. Close it.,
    ]
  `);
  expect(reviewProblems('')).toEqual([]);
});
