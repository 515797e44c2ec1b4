/** The review of a brief on its sign-off sheet: the open comments at their lines, and who has signed for which text. */

import { oneLine } from '../../base/text/oneLine.ts';
import { anchorReview } from '../../syntax/review/anchoredReview.ts';
import type { ReviewRemark } from '../../syntax/review/review.ts';
import type { ExportedBrief } from '../engine/exporter.ts';
import { locate } from '../rows/row.ts';

export interface SheetComment {
  readonly at: number;
  /** Counts from one. */
  readonly line: number;
  /** The words that it is about, on one line. */
  readonly quote: string;
  /** Why the place may be another one, as a sentence; empty if it is not. */
  readonly note: string;
  /** The comment, then its replies. */
  readonly remarks: readonly ReviewRemark[];
}

export interface SheetSignoff {
  readonly name: string;
  readonly date: string;
  readonly sha256: string;
  /** Whether the text is the one that it was given for. */
  readonly isCurrent: boolean;
}

export interface SheetReview {
  /** The open ones, in text order. */
  readonly comments: readonly SheetComment[];
  /** The number of resolved ones. */
  readonly resolved: number;
  readonly signoffs: readonly SheetSignoff[];
  /** Why the file cannot be read, as a sentence. */
  readonly problem?: string;
}

/** Longer quotes are cut, in UTF-16 units. */
const MAX_QUOTE_LENGTH = 400;

/** The review of a brief; undefined if it has none. */
export async function sheetReview({ brief, review }: ExportedBrief): Promise<SheetReview | undefined> {
  const file = await review();
  if (file === undefined) return undefined;
  if ('problem' in file) return { comments: [], resolved: 0, signoffs: [], problem: file.problem };
  const { comments, signoffs, problem } = await anchorReview(brief.text, file.text);
  const positionOf = locate(brief);
  const open = comments.filter(({ isResolved }) => !isResolved).sort((a, b) => a.place.start - b.place.start);
  return {
    comments: open.map(({ place, quote, note = '', remarks }) => ({
      at: place.start,
      line: positionOf(place.start).line,
      quote: oneLine(quote.exact, MAX_QUOTE_LENGTH),
      note,
      remarks,
    })),
    resolved: comments.length - open.length,
    signoffs,
    ...(problem !== undefined && { problem }),
  };
}
