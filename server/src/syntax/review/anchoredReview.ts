/** A review on the current text of its brief: where each comment is, and whether each sign-off still holds. */

import * as l10n from '@vscode/l10n';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { quote } from '../../base/text/quote.ts';
import type { Span } from '../../base/text/span.ts';
import { type Anchor, createQuoteFinder } from './anchor.ts';
import { isProblem, type ReviewComment, type ReviewProblem, readReview, type Signoff } from './review.ts';

export interface AnchoredComment extends ReviewComment {
  readonly place: Span;
  /** Why the place may be another one, as a sentence. */
  readonly note?: string;
}

export interface AnchoredReview {
  readonly comments: readonly AnchoredComment[];
  readonly signoffs: readonly (Signoff & { readonly isCurrent: boolean })[];
  /** Why the file cannot be read, as a sentence; there is nothing else then. */
  readonly problem?: string;
}

/**
 * The review in the text of a file on the text of its brief; undefined if there is no file. `expected` has the places of comments
 * before the last edits, moved with them.
 */
export async function anchorReview(
  briefText: string,
  reviewText: string | undefined,
  expected: ReadonlyMap<string, Span> = new Map(),
): Promise<AnchoredReview> {
  const review = readReview(reviewText ?? '');
  if (isProblem(review)) return { comments: [], signoffs: [], problem: describeProblem(review, reviewText ?? '') };
  const sha256 = review.signoffs.length > 0 ? await hashText(briefText) : undefined;
  const find = createQuoteFinder(briefText);
  return {
    comments: review.comments.map((comment): AnchoredComment => {
      const anchor = find(comment.quote, expected.get(comment.key));
      const note = describeAnchor(anchor, comment);
      return { ...comment, place: anchor.span, ...(note && { note }) };
    }),
    signoffs: review.signoffs.map((signoff) => ({ ...signoff, isCurrent: signoff.sha256 === sha256 })),
  };
}

/** Why a review cannot be read, and what to do. */
export function describeProblem({ message, span }: ReviewProblem, reviewText: string): string {
  const { line } = positionAt(lineStarts(reviewText), span.start);
  return l10n.t(
    'The review file cannot be read. Line {0}: {1} Nothing is written to it until that is corrected.',
    line + 1,
    message,
  );
}

/**
 * The SHA-256 of a text with `\n` as line ends, as 64 lower-case digits, as `tr -d '\r' < FILE | sha256sum` writes it; undefined where
 * the platform cannot compute it (a web page that was not loaded securely).
 */
export async function hashText(text: string): Promise<string | undefined> {
  const { subtle } = (globalThis.crypto ?? {}) as Partial<typeof globalThis.crypto>;
  const digest = await subtle?.digest('SHA-256', new TextEncoder().encode(text.replace(/\r\n?/g, '\n')));
  return digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function describeAnchor({ certainty, places = 0 }: Anchor, comment: ReviewComment): string | undefined {
  const words = quote(comment.quote.exact);
  switch (certainty) {
    case 'found':
      return undefined;
    case 'ambiguous':
      return l10n.t('{0} stands in {1} places. The comment may be about another one.', words, places);
    case 'changed':
      return l10n.t('The comment is about {0}, which has changed since.', words);
    default:
      return l10n.t('The comment is about {0}, which is no longer in the brief.', words);
  }
}
