/** Edits of notes are proposed only if every marker leads to what it led to before. */

import { slice } from '../../base/text/span.ts';
import type { Brief, Citation } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { markerAt } from '../../syntax/brief/notes.ts';
import type { Replacement } from '../citation/replaceSource.ts';

/** The text after replacements that do not overlap; of those at one offset, the earlier in the list comes first. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...replacements].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** What each marker of a brief leads to, in order of position; it is equal where only labels and places differ. */
export function meaningsOfMarkers(brief: Brief): string[] {
  return brief.blocks.flatMap(({ markers }, index) =>
    markers.map(({ start, citations }) => {
      if (citations.length > 0) return JSON.stringify(citations.map(meaningOf));
      const notes = markerAt(brief, brief.starts[index]! + start)?.notes ?? [];
      return notes.map(({ content }) => slice(brief.text, content)).join('\n');
    }),
  );
}

/** What a citation of a note says, wherever it stands. */
export function meaningOf({ source, title, when, locator, url, id, loss }: Citation): unknown {
  return [
    source?.name,
    title?.value,
    when?.dates.map(({ value, until }) => [value, until]),
    locator?.value,
    url?.value,
    id?.value,
    loss,
  ];
}

/** The replacements, if `isRight` holds for the brief after them; else undefined. */
export function verified<T extends readonly Replacement[]>(
  { text, known }: Brief,
  replacements: T,
  isRight: (after: Brief) => boolean,
): T | undefined {
  return isRight(readBrief(applyReplacements(text, replacements), undefined, known)) ? replacements : undefined;
}

/** Whether all markers lead to the same as before. */
export function haveSameMarkers(before: Brief, after: Brief): boolean {
  return String(meaningsOfMarkers(before)) === String(meaningsOfMarkers(after));
}
