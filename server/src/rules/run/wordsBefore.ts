/** The words before a citation, by which its finding can be told from others. */

/** A message shows at most this many words of the statement before a citation, and this many UTF-16 units. */
const MAX_WORDS_BEFORE = 6;
const MAX_WORDS_BEFORE_LENGTH = 60;
const sentenceEnd = /[.!?。！？)\]][”"’'),;]?$/;
/** Chinese and Japanese put no spaces between words or sentences: one such word is a sentence. */
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;
/** `[12]`, `12.` at the start of a note; `Source:` before what it names. */
const noteNumber = /^\s*(?:\[\^?[^\]\s]{1,40}\]:?|\(?\d{1,4}[.)]?|<sup>\w+<\/sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[a-z](?=\s))/u;
/** A blank line, also of a quotation; the start of a note in the text. */
const paragraphBreak = /\r?\n[ \t>]*\r?\n|\^\[/;
const quotationMark = /^[ \t]*(?:>[ \t]?)+/gm;
const trailingComma = /[,;]$/;
/** The dash that leads to a source. */
const dash = /^(?:[—–―]|--?)$/;

/**
 * The last words before an offset, on one line: at most six, those of the sentence if it has two or more. No more than
 * 60 UTF-16 units are read. In a note, whose start is `noteStart`, the words of the note.
 */
export function wordsBefore(text: string, offset: number, noteStart?: number): string {
  const from = Math.max(0, offset - MAX_WORDS_BEFORE_LENGTH, noteStart ?? 0);
  const before = text.slice(from, offset).replace(from === noteStart ? noteNumber : /^$/, '');
  const paragraphs = before.split(paragraphBreak);
  const last = paragraphs.at(-1)!.replaceAll(quotationMark, '');
  const words = last.split(/\s+|(?<=[。！？])/).filter((word) => word !== '');
  if (dash.test(words.at(-1) ?? '')) words.pop();
  // The first one may be cut in two.
  const whole = from > (noteStart ?? 0) && paragraphs.length === 1 ? words.slice(1) : words;
  const sentence = whole.slice(whole.findLastIndex((word) => sentenceEnd.test(word)) + 1);
  const isSentence = sentence.length > 1 || ideographs.test(sentence[0] ?? '');
  return (isSentence ? sentence : whole).slice(-MAX_WORDS_BEFORE).join(' ').replace(trailingComma, '');
}
