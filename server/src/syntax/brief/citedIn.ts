import type { Span } from '../../base/text/span.ts';
import type { Citation } from '../ast.ts';
import { perBlock } from './perBlock.ts';

/** A citation as its sentence makes it: at its own place, or at the marker of the note that holds it. */
export interface CitedHere extends Span {
  /** If it stands in a note, its own spans count in the block of the note. */
  readonly citation: Citation;
  readonly group: Span;
  readonly isAtMarker: boolean;
}

/**
 * The citations that the running text of a block makes, in order of position; `start`, `end` and `group` count from the start of the
 * block. What the notes in the block hold counts where markers point to it.
 */
export const citedIn = perBlock((block): readonly CitedHere[] => {
  // `^[Outlet, May 3]` is a marker and its note in one.
  let next = 0;
  const own = block.citations.filter(({ note, span }) => {
    while (next < block.markers.length && block.markers[next]!.end < span.end) next++;
    return !note || (block.markers[next]?.start ?? span.end) <= span.start;
  });
  const here = own.map((citation): CitedHere => {
    const { span, group } = citation;
    return { start: span.start, end: span.end, citation, group, isAtMarker: false };
  });
  if (block.markers.length === 0) return here;
  const atMarkers = block.markers.flatMap(({ start, end, citations }) =>
    citations.map((citation): CitedHere => ({ start, end, citation, group: { start, end }, isAtMarker: true })),
  );
  return [...here, ...atMarkers].sort((a, b) => a.start - b.start);
});
