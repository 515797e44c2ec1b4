/** Parts of an item in a note: its locator, its last quotation, its date. docs/format.md, "Notes". */

import { type Located, type Span, slice } from '../../../base/text/span.ts';
import { tokenize } from '../../tokens.ts';
import { lastDate } from './noteDate.ts';
import type { NoteItem } from './noteItem.ts';
import { quotationSpans } from './notePieces.ts';

export const locator =
  /(?:,\s*|\s)((?:pp?|S|s|str|с|стр|págs?|paras?|ch|chap|vol|no|nos|sec|art|fn|n)\.?\s?[\divxlc]{1,6}(?:[-–,\s]{1,3}[\divxlc]{1,6}){0,8}[a-z]?|(?:section|chapter|annex|paragraph)\s[\dIVX.]+[a-z]?)\.?$/iu;

/** Without the punctuation at its end. */
export function withoutStop(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && /[\s.,;)]/.test(text[to - 1]!)) to--;
  return { start, end: to };
}

/** The last date between two offsets. */
export function datedAs(text: string, span: Span): Pick<NoteItem, 'when'> {
  const when = lastDate(tokenize(text, span, [...quotationSpans(text, span.start, span.end)]))?.when;
  return when ? { when } : {};
}

/** The page or paragraph at the end of what stands between two offsets. */
export function located(text: string, start: number, end: number): Pick<NoteItem, 'locator'> {
  const match = locator.exec(text.slice(start, end).replace(/[\s,;.<(]+$/u, ''));
  if (!match) return {};
  const at = start + match.index + match[0].indexOf(match[1]!);
  return { locator: { start: at, end: at + match[1]!.length } };
}

/** The last quotation in a span, which is a title. */
export function lastQuotation(text: string, { start, end }: Span): Located<string> | undefined {
  const span = quotationSpans(text, start, end).at(-1);
  return (
    span && {
      value: slice(text, span)
        .slice(1, -1)
        .replace(/[,.;]$/u, '')
        .replace(/\s+/g, ' ')
        .trim(),
      span,
    }
  );
}
