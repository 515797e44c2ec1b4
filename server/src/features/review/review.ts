/** The comments and sign-offs of an open brief, at their places in its current text. */

import type { Range } from 'vscode-languageserver';
import type { ReviewRequests } from '../../protocol/review.ts';
import { type Feature, toRange } from '../feature.ts';

type ReviewFeature<Method extends keyof ReviewRequests> = Feature<
  ReviewRequests[Method]['params'],
  ReviewRequests[Method]['result']
>;

export const reviewFeature: ReviewFeature<'briefmark/review'> = {
  method: 'briefmark/review',
  capability: () => ({}),
  async answer({ uri, review, expected }, { open }) {
    const { anchorReview } = await import('../../syntax/review/anchoredReview.ts');
    const file = open(uri);
    if (file?.kind !== 'brief') return undefined;
    const { document } = file;
    const { version } = document;
    const text = document.getText();
    const ranges = (span: Parameters<typeof toRange>[1]): Range => toRange(document, span);
    const places = new Map(expected.map(({ key, span }) => [key, span]));
    const { comments, signoffs, problem } = await anchorReview(text, review ?? undefined, places);
    // The document may have been edited meanwhile.
    if (document.version !== version) return undefined;
    return {
      version,
      threads: comments.map(({ key, place, note, isResolved, remarks }) => ({
        key,
        range: ranges(place),
        span: place,
        ...(note !== undefined && { note }),
        isResolved,
        remarks,
      })),
      signoffs: signoffs.map(({ name, date, isCurrent }) => ({ name, date, isCurrent })),
      ...(problem !== undefined && { problem }),
    };
  },
};
