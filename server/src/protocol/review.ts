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

/** The URI of the file with the review of a brief: `harbor.review.yaml` beside `harbor.brief.md`. */
export function reviewUriOf(brief: string): string {
  return `${brief.replace(/(?:\.brief(?:\.md|\.txt)?|\.(?:md|qmd|txt))$/i, '')}.review.yaml`;
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
