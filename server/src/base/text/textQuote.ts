import { type Span, slice } from './span.ts';

/**
 * A place in a text by its words: the TextQuoteSelector of the W3C Web Annotation Data Model,
 * https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export interface TextQuote {
  readonly exact: string;
  /** What stands before it, and after it. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Of what stands before and after a quote, this much is kept, in UTF-16 code units. */
const CONTEXT_LENGTH = 32;

/** The quote of a span. What stands before `first` does not count as text. */
export function quoteOf(text: string, span: Span, first = 0): TextQuote {
  const { start, end } = span;
  return {
    exact: slice(text, span),
    prefix: withoutHalves(text.slice(Math.max(first, start - CONTEXT_LENGTH), start)),
    suffix: withoutHalves(text.slice(end, end + CONTEXT_LENGTH)),
  };
}

/** Without the half of a character at an end, which no file can hold. */
function withoutHalves(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
