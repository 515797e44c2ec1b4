/**
 * Quotes as places in a text. A comment is found by its words, since the text is edited while nothing watches; words that stand in
 * several places by what stands around them.
 */

import { partitionPoint } from '../../base/memo/search.ts';
import type { Span } from '../../base/text/span.ts';
import { quoteOf, type TextQuote } from '../../base/text/textQuote.ts';

/** How sure a place is. */
export type Certainty =
  | 'found'
  /** Several places fit equally well. */
  | 'ambiguous'
  /** The words have changed; this is where they stood. */
  | 'changed'
  | 'lost';

export interface Anchor {
  readonly span: Span;
  readonly certainty: Certainty;
  /** The number of places that fit equally well, if ambiguous. */
  readonly places?: number;
}

/** Further places with the same words are not looked at. */
const MAX_PLACES = 1_000;
/** Shorter pieces of lost words say nothing about where they stood. */
const MIN_PIECE_LENGTH = 12;

/** The quote of a span of a text, with `\n` as line ends. */
export function createQuote(text: string, span: Span): TextQuote {
  const view = newlineView(text);
  return quoteOf(view.text, { start: view.toView(span.start), end: view.toView(span.end) });
}

/**
 * Finds the places of quotes in a text. `expected` is where it was before the last edits, moved with them: it counts if the words still
 * stand there, and decides between places that fit equally well.
 */
export function createQuoteFinder(text: string): (quote: TextQuote, expected?: Span) => Anchor {
  const view = newlineView(text);
  return (quote, expected) => {
    const hint = expected && { start: view.toView(expected.start), end: view.toView(expected.end) };
    const { span, ...rest } = findIn(view.text, quote, hint);
    return { ...rest, span: { start: view.toText(span.start), end: view.toText(span.end) } };
  };
}

function findIn(text: string, quote: TextQuote, hint: Span | undefined): Anchor {
  const { exact } = quote;
  if (hint && exact !== '' && text.startsWith(exact, hint.start))
    return { span: spanAt(hint.start, exact), certainty: 'found' };
  // What was deleted may have been moved, and what replaced everything says nothing.
  const isPlace = hint && hint.end > hint.start && hint.end <= text.length && hint.end - hint.start <= limitOf(exact);
  const places = occurrencesOf(text, exact);
  const here = isPlace ? places.filter((at) => at < hint.end && at + exact.length > hint.start) : places;
  if (here.length > 0) return choose(text, quote, here, hint);
  if (isPlace) return { span: hint, certainty: 'changed' };
  const near = betweenContext(text, quote) ?? pieceOf(text, exact) ?? besideContext(text, quote);
  return near ? { span: near, certainty: 'changed' } : { span: { start: 0, end: 0 }, certainty: 'lost' };
}

/** Changed words are at most this long. */
function limitOf(exact: string): number {
  return 2 * exact.length + 200;
}

function choose(text: string, quote: TextQuote, places: readonly number[], expected: Span | undefined): Anchor {
  const { exact, prefix, suffix } = quote;
  const scores = places.map(
    (at) => commonEnd(text.slice(0, at), prefix) + commonStart(text.slice(at + exact.length), suffix),
  );
  const best = Math.max(...scores);
  const fitting = places.filter((_, index) => scores[index] === best);
  const [first, ...others] = fitting;
  if (others.length === 0) return { span: spanAt(first!, exact), certainty: 'found' };
  const from = expected?.start ?? 0;
  const nearest = fitting.reduce((a, b) => (Math.abs(b - from) < Math.abs(a - from) ? b : a));
  return { span: spanAt(nearest, exact), certainty: 'ambiguous', places: fitting.length };
}

/** What now stands between what stood before and after the quote. */
function betweenContext(text: string, { exact, prefix, suffix }: TextQuote): Span | undefined {
  if (prefix.trim() === '' || suffix.trim() === '') return undefined;
  const before = text.indexOf(prefix);
  if (before < 0) return undefined;
  const start = before + prefix.length;
  const end = text.indexOf(suffix, start);
  return end > start && end - start <= limitOf(exact) ? { start, end } : undefined;
}

/** The longest piece of lost words that is still there: of pieces half as long as they are, a quarter, and so on, from word to word. */
function pieceOf(text: string, exact: string): Span | undefined {
  const shortest = Math.max(MIN_PIECE_LENGTH, Math.ceil(exact.length / 32));
  for (let length = Math.ceil(exact.length / 2); length >= shortest; length = Math.ceil(length / 2)) {
    let next = 0;
    for (const { index } of exact.matchAll(/\S+/g)) {
      if (index < next || index + shortest > exact.length) continue;
      next = index + length / 2;
      const piece = exact.slice(index, index + length);
      const found = text.indexOf(piece);
      if (found >= 0) return spanAt(found, piece);
    }
  }
  return undefined;
}

function besideContext(text: string, { prefix, suffix }: TextQuote): Span | undefined {
  const before = prefix.trim().length < MIN_PIECE_LENGTH ? -1 : text.indexOf(prefix);
  if (before >= 0) return { start: before + prefix.length, end: before + prefix.length };
  const after = suffix.trim().length < MIN_PIECE_LENGTH ? -1 : text.indexOf(suffix);
  return after < 0 ? undefined : { start: after, end: after };
}

function occurrencesOf(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < MAX_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function spanAt(start: number, words: string): Span {
  return { start, end: start + words.length };
}

function commonStart(text: string, other: string): number {
  let length = 0;
  while (length < other.length && text[length] === other[length]) length++;
  return length;
}

function commonEnd(text: string, other: string): number {
  let length = 0;
  while (length < other.length && length < text.length && text.at(-1 - length) === other.at(-1 - length)) length++;
  return length;
}

interface NewlineView {
  /** The text with `\n` for each line end. */
  readonly text: string;
  readonly toView: (offset: number) => number;
  readonly toText: (offset: number) => number;
}

/** A text whose line ends do not depend on the system, and its offsets. */
function newlineView(text: string): NewlineView {
  if (!text.includes('\r\n')) return { text, toView: (offset) => offset, toText: (offset) => offset };
  const returns: number[] = [];
  for (let at = text.indexOf('\r\n'); at >= 0; at = text.indexOf('\r\n', at + 2)) returns.push(at);
  return {
    text: text.replaceAll('\r\n', '\n'),
    toView: (offset) => offset - partitionPoint(returns.length, (index) => returns[index]! < offset),
    toText: (offset) => offset + partitionPoint(returns.length, (index) => returns[index]! - index < offset),
  };
}
