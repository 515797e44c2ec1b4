/** Text that is safe on a terminal: nothing in it moves the cursor, changes colors or reorders the line. */

/** Control characters, line separators, marks that change the direction of text, and lone surrogates. */
const unsafeCharacter = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
const hasUnsafe = new RegExp(unsafeCharacter.source, 'u');
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const doubleWidth =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{Emoji_Presentation}\u{3000}-\u{303e}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}]$/u;
const printableAscii = /^[\x20-\x7e]*$/;
const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text with each unsafe character as an escape sequence, such as `\x1b`. */
export function escapeControls(text: string): string {
  return hasUnsafe.test(text) ? text.replace(unsafeCharacter, escapeChar) : text;
}

/** The same for a text of several lines: line breaks and tabs remain. */
export function escapeControlsInLines(text: string): string {
  if (!hasUnsafe.test(text)) return text;
  return text.replace(unsafeCharacter, (char) => (NAMED_ESCAPES[char] === undefined ? escapeChar(char) : char));
}

/** The approximate number of columns that an escaped text takes on a terminal. */
export function displayWidth(text: string): number {
  if (printableAscii.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += zeroWidth.test(char) ? 0 : doubleWidth.test(char) ? 2 : 1;
  return width;
}

/** The text cut to at most `columns` columns; a cut text ends in `…`. */
export function clip(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let clipped = '';
  let width = 1;
  for (const char of text) {
    width += displayWidth(char);
    if (width > columns) break;
    clipped += char;
  }
  return `${clipped}…`;
}

function escapeChar(char: string): string {
  const code = char.codePointAt(0)!;
  const hex = code.toString(16);
  return NAMED_ESCAPES[char] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}
