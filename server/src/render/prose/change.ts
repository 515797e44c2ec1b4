/** Replacements of spans of a brief that turn it into prose of another style. */

import { partitionPoint } from '../../base/memo/search.ts';
import type { Span } from '../../base/text/span.ts';

/** A replacement of a span of the file. What is cut by the edge of a part is replaced all the same, and deleted as far as it is in the part. */
export interface Change extends Span {
  readonly text: string;
}

/** The changes in order, without those inside of another one. What is inserted where another change begins stands before it. */
export function outermost(changes: readonly Change[]): Change[] {
  let end = 0;
  return [...changes]
    .sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end)
    .filter((change) => {
      if (change.start < end) return false;
      end = change.end;
      return true;
    });
}

function rank({ start, end }: Change): number {
  return end === start ? 0 : 1;
}

/** The text of a span after the changes in it, which are in order. What is inserted at one of its ends is part of it. */
export function applyTo(text: string, changes: readonly Change[], { start, end }: Span): string {
  let result = '';
  let at = start;
  const first = partitionPoint(changes.length, (index) => changes[index]!.end < start);
  for (let index = first; index < changes.length; index++) {
    const change = changes[index]!;
    const isInsertion = change.start === change.end;
    if (change.start > end || (change.start === end && !isInsertion)) break;
    if (change.end === start && !isInsertion) continue;
    result += text.slice(at, Math.max(at, change.start)) + change.text;
    at = Math.max(at, Math.min(change.end, end));
  }
  return result + text.slice(at, end);
}

/** A comment or a note that is alone on its lines, with these lines and the blank ones after it; another one with the space before it. */
export function wholeLines({ start, end }: Span, text: string): Span {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /[ \t]*(?:\r?\n|$)(?:[ \t]*\r?\n)*/y;
  rest.lastIndex = end;
  const isAlone = text.slice(lineStart, start).trim() === '' && rest.test(text);
  if (isAlone) return { start: lineStart, end: rest.lastIndex };
  const isBetweenSpaces = /\s/.test(text[start - 1] ?? '') && /\s|^$/.test(text[end] ?? '');
  return { start: isBetweenSpaces && text[start - 1] !== '\n' ? start - 1 : start, end };
}
