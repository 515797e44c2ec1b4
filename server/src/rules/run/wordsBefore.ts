/** The words before a citation, by which its finding can be told from others. */

/** A message shows at most this many words of the statement before a citation, and this many UTF-16 units. */
const MAX_WORDS_BEFORE = 6;
const MAX_WORDS_BEFORE_LENGTH = 60;
const sentenceEnd = /[.!?)\]][”"’'),;]?$/;
const trailingComma = /[,;]$/;

/**
 * The last words before an offset, on one line: at most six, those of the sentence if it has two or more. No more than
 * 60 UTF-16 units are read.
 */
export function wordsBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - MAX_WORDS_BEFORE_LENGTH), offset);
  const words = before.split(/\s+/).filter((word) => word !== '');
  // The first one may be cut in two.
  const whole = offset > MAX_WORDS_BEFORE_LENGTH ? words.slice(1) : words;
  const sentence = whole.slice(whole.findLastIndex((word) => sentenceEnd.test(word)) + 1);
  return (sentence.length > 1 ? sentence : whole).slice(-MAX_WORDS_BEFORE).join(' ').replace(trailingComma, '');
}
