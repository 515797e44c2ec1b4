/** A comment stays on its words: through all edits around them while it is watched, and as long as they are the only ones when it is not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../../../server/src/base/text/span.ts';
import { moveSpan } from '../../../../server/src/protocol/review.ts';
import { createQuote, createQuoteFinder } from '../../../../server/src/syntax/review/anchor.ts';

// Few words, so that a quote often stands in several places; and line ends of both kinds.
const words = fc
  .array(fc.constantFrom('rain ', 'crane ', 'a', 'b', '. ', '\n', '\r\n', '🚢'), { maxLength: 30 })
  .map((parts) => parts.join(''));
const quoted = fc
  .array(fc.constantFrom('rain ', 'crane ', 'a', 'b', '\r\n', '🚢'), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

interface Edit {
  readonly isAfter: boolean;
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

const edits = fc.array(fc.record({ isAfter: fc.boolean(), from: fc.nat(60), length: fc.nat(10), text: words }), {
  maxLength: 8,
});

/** Makes an edit beside a span. Line ends are replaced as a whole, as an editor does. */
function edit(text: string, span: Span, { isAfter, from, length, text: inserted }: Edit): { text: string; span: Span } {
  const [low, high] = isAfter ? [span.end, text.length] : [0, span.start];
  const within = (offset: number) => {
    const at = Math.min(high, low + offset);
    return text[at - 1] === '\r' && text[at] === '\n' && at > low ? at - 1 : at;
  };
  const start = within(from);
  const end = Math.max(start, within(from + length));
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    span: moveSpan(span, { start, end }, inserted.length),
  };
}

const plain = (text: string) => text.replaceAll('\r\n', '\n');

test('edits outside of the quote keep the comment on the same text', () => {
  fc.assert(
    fc.property(words, quoted, words, edits, (before, exact, after, changes) => {
      let [text, span]: [string, Span] = [
        before + exact + after,
        { start: before.length, end: before.length + exact.length },
      ];
      const quote = createQuote(text, span);
      for (const change of changes) {
        ({ text, span } = edit(text, span, change));
        const anchor = createQuoteFinder(text)(quote, span);
        expect(anchor.span).toEqual(span);
        expect(anchor.certainty).toBe('found');
      }
      expect(plain(text.slice(span.start, span.end))).toBe(quote.exact);
      // Nothing has watched: the words alone lead to the place, if there is one place.
      const view = plain(text);
      const isOnly = view.indexOf(quote.exact) === view.lastIndexOf(quote.exact);
      if (isOnly) expect(createQuoteFinder(text)(quote)).toEqual({ span, certainty: 'found' });
    }),
  );
});

test('any text has a place for any quote', () => {
  fc.assert(
    fc.property(words, words, fc.nat(200), fc.nat(200), (text, other, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const { span } = createQuoteFinder(other)(createQuote(text, { start, end }));
      expect(0 <= span.start && span.start <= span.end && span.end <= other.length).toBe(true);
    }),
  );
});
