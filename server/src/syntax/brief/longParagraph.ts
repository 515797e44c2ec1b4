/**
 * A paragraph so long that nobody would write it is read in pieces, each as if it were one: a keystroke in it costs what it
 * costs in any other. Where it is cut follows from the text around the cut alone, so that the pieces an edit did not touch
 * stay what they are.
 */
import { isHeadingAt, skipBlankLine } from './block.ts';

/** A piece ends with the first sentence that ends after this many UTF-16 code units, */
export const MIN_PIECE_LENGTH = 10_000;
/** or, where none has ended for this long, with the next word; */
const MAX_SENTENCE_PIECE_LENGTH = 20_000;
/** where that takes longer than this, the paragraph stays whole. */
const MAX_PIECE_LENGTH = 100_000;
/** What is left is at least this long: a short piece might be taken for a heading. */
const MIN_REST_LENGTH = 1_000;
/** A bracket that was opened further back is taken for text. */
const MAX_BRACKET_LOOKBACK = 2_000;
/** As far from a sentence that ends inside brackets another one is tried. */
const RETRY_STEP = 500;

// No piece begins with what might be taken for the mark of a heading.
const sentenceEnd = /(?:[.!?…]["”’»)\]*_]{0,10}\s{1,100}|[。！？]["”’»)\]*_]{0,10})(?=[^\s#])/;
const wordEnd = /\s(?=[^\s#])/;

/** Where the first piece ends of the paragraph that begins at `start`, if it goes on from there. */
export function findPieceEnd(text: string, start: number): number | undefined {
  const cut =
    findSentenceCut(text, start) ??
    matchEnd(wordEnd, text, start + MAX_SENTENCE_PIECE_LENGTH, start + MAX_PIECE_LENGTH);
  return cut !== undefined && paragraphContinuesAt(text, cut) ? cut : undefined;
}

function findSentenceCut(text: string, start: number): number | undefined {
  const limit = start + MAX_SENTENCE_PIECE_LENGTH;
  for (
    let cut = matchEnd(sentenceEnd, text, start + MIN_PIECE_LENGTH, limit);
    cut;
    cut = matchEnd(sentenceEnd, text, cut + RETRY_STEP, limit)
  )
    if (!hasOpenBracket(text.slice(Math.max(start, cut - MAX_BRACKET_LOOKBACK), cut))) return cut;
  return undefined;
}

/** Whether something is open: a parenthesis, a bracket, a comment, perhaps code. */
function hasOpenBracket(before: string): boolean {
  return (
    before.lastIndexOf('(') > before.lastIndexOf(')') ||
    before.lastIndexOf('[') > before.lastIndexOf(']') ||
    before.lastIndexOf('<!--') > before.lastIndexOf('-->') ||
    before.includes('`')
  );
}

/** Whether enough of the paragraph is left at `at`. */
function paragraphContinuesAt(text: string, at: number): boolean {
  if (at + MIN_REST_LENGTH > text.length) return false;
  const rest = text.slice(at, at + MIN_REST_LENGTH);
  for (let line = rest.indexOf('\n') + 1; line > 0; line = rest.indexOf('\n', line) + 1)
    if (skipBlankLine(text, at + line) !== undefined || isHeadingAt(text, at + line)) return false;
  return true;
}

/** Where the first match between two places ends. */
function matchEnd(pattern: RegExp, text: string, from: number, to: number): number | undefined {
  const match = pattern.exec(text.slice(from, to));
  return match ? from + match.index + match[0].length : undefined;
}
