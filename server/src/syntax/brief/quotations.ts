import type { Span } from '../../base/text/span.ts';

/** The closing marks for each opening mark. */
const CLOSING_MARKS: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '「': '」', '"': '"' };
const quotationMark = /["“”„«»「」]/g;
const wordOrDigit = /[\p{L}\p{N}]/u;
const blockQuote = /^\s*>/;

/**
 * The quotations of a paragraph with their marks, in order, none inside another. A quotation that is never closed runs to
 * the end, because a quotation of several paragraphs is closed only in the last one. A paragraph marked with `>` is one
 * quotation.
 */
export function findQuotations(text: string): Span[] {
  if (blockQuote.test(text)) return [{ start: 0, end: text.length }];
  const found: Span[] = [];
  let open: { start: number; closing: string } | undefined;
  for (const { 0: char, index } of text.matchAll(quotationMark)) {
    if (open?.closing.includes(char)) {
      found.push({ start: open.start, end: index + 1 });
      open = undefined;
    } else if (!open && CLOSING_MARKS[char] && !isInchMark(text, char, index))
      open = { start: index, closing: CLOSING_MARKS[char] };
  }
  return open ? [...found, { start: open.start, end: text.length }] : found;
}

/** Whether a straight mark follows a word: it opens nothing, as in `a 12" pipe`. */
function isInchMark(text: string, char: string, at: number): boolean {
  return char === '"' && wordOrDigit.test(text[at - 1] ?? '');
}
