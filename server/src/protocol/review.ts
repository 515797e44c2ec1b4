/** The review of a brief: what client and server tell each other about comments and sign-offs. */

import type { Range } from 'vscode-languageserver';
import type { Span } from '../base/text/span.ts';

export type { Span };

export interface ReviewRemark {
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly text: string;
}

/** A comment with its replies. */
export interface ReviewThread {
  /** The same as long as the comment has the same author, date and quote. */
  readonly key: string;
  readonly range: Range;
  /** The same place as offsets. */
  readonly span: Span;
  /** Why the place may be another one, as a sentence. */
  readonly note?: string;
  readonly isResolved: boolean;
  /** The comment, then its replies. */
  readonly remarks: readonly ReviewRemark[];
}

export interface ReviewSignoff {
  readonly name: string;
  readonly date: string;
  /** Whether the text is the one that it was given for. */
  readonly isCurrent: boolean;
}

export interface Review {
  /** The version of the brief. */
  readonly version: number;
  readonly threads: readonly ReviewThread[];
  readonly signoffs: readonly ReviewSignoff[];
  /** Why the file of the review cannot be read, as a sentence. */
  readonly problem?: string;
}

/** Where a comment was when the text was shown last, moved with the edits since. */
export interface ExpectedPlace {
  readonly key: string;
  readonly span: Span;
}

/** A change of a review. Remarks count from the comment, which is 0. */
export type ReviewAction =
  /** Comments on the words of a range; of an empty one, on the statement or line there. */
  | { readonly kind: 'comment'; readonly range: Range; readonly text: string }
  | { readonly kind: 'reply'; readonly key: string; readonly text: string }
  | { readonly kind: 'rewrite'; readonly key: string; readonly remark: number; readonly text: string }
  /** Deletes a reply, or the comment with its replies. */
  | { readonly kind: 'delete'; readonly key: string; readonly remark: number }
  | { readonly kind: 'resolve' | 'reopen'; readonly key: string }
  | { readonly kind: 'sign' };

/** By method: the parameters and the result. The result is null if the file is not an open brief. */
export interface ReviewRequests {
  'briefmark/review': {
    params: {
      readonly uri: string;
      /** The text of its review file; null if there is none. */
      readonly review: string | null;
      readonly expected: readonly ExpectedPlace[];
    };
    result: Review;
  };
}

const REVIEW_EXTENSION = '.review.yaml';
/** Files with one of these names are briefs wherever they are. */
const BRIEF_EXTENSIONS = ['.brief', '.brief.md', '.brief.txt'];

/** Where the review of a brief is, or will be. */
export interface ReviewPlace {
  readonly uri: string;
  /** Set if the file is also that of another brief: what it has to be called, for one or the other. */
  readonly ambiguous?: readonly string[];
}

/**
 * The file with the review of a brief: `harbor.review.yaml` beside `harbor.brief.md`. Briefs that differ in their extensions only have
 * `harbor.brief.review.yaml` and `harbor.brief.md.review.yaml`; a file that was there before belongs to one of them, but nothing
 * says to which. `exists` looks whether there is a file.
 */
export async function findReview(brief: string, exists: (uri: string) => Promise<boolean>): Promise<ReviewPlace> {
  const own = brief + REVIEW_EXTENSION;
  const stem = stemOf(brief);
  const shared = stem + REVIEW_EXTENSION;
  if (own === shared || (await exists(own))) return { uri: own };
  const rivals: string[] = [];
  for (const extension of BRIEF_EXTENSIONS) {
    const rival = stem + extension;
    if (rival !== brief && (await exists(rival)) && !(await exists(rival + REVIEW_EXTENSION))) rivals.push(rival);
  }
  if (rivals.length === 0) return { uri: shared };
  // An included Markdown file beside a brief is never what that was about.
  const isNamedBrief = BRIEF_EXTENSIONS.some((extension) => stem + extension === brief);
  if (!isNamedBrief || !(await exists(shared))) return { uri: own };
  return { uri: shared, ambiguous: [brief, ...rivals].sort().map((one) => one + REVIEW_EXTENSION) };
}

/** Whether a file may be the review of a brief. */
export function mayBeReviewOf(file: string, brief: string): boolean {
  return file === brief + REVIEW_EXTENSION || file === stemOf(brief) + REVIEW_EXTENSION;
}

function stemOf(brief: string): string {
  return brief.replace(/(?:\.brief(?:\.md|\.txt)?|\.(?:md|qmd|txt))$/i, '');
}

/** Whether a file with this name, path or URI is a review. */
export function isReviewName(name: string): boolean {
  return /[^/\\]\.review\.yaml$/.test(name);
}

/** Where a span is after a change of the text. What is inserted at one of its ends is not part of it. */
export function moveSpan({ start, end }: Span, changed: Span, length: number): Span {
  const shift = length - (changed.end - changed.start);
  if (changed.end <= start) return { start: start + shift, end: end + shift };
  if (changed.start >= end) return { start, end };
  const [isBefore, isAfter] = [changed.start < start, changed.end > end];
  // What replaces all of it stands in its place.
  if (changed.start <= start && changed.end >= end) return { start: changed.start, end: changed.start + length };
  if (isBefore) return { start: changed.start + length, end: end + shift };
  return { start, end: isAfter ? changed.start : end + shift };
}
