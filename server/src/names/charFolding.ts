/** Code units as names are compared: what each is folded to, whether it belongs to a word, where words begin and end. */

/** A letter or digit of a script that sets words apart: between two of them no word begins or ends. */
export const LETTER_FLAG = 1 << 16;
export const BLANK_FLAG = 1 << 17;
const COMPUTED_FLAG = 1 << 18;
const FOLDED_MASK = 0xffff;

const letterPattern = /[\p{L}\p{M}\p{N}]/u;
const unspacedScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** Where the first of these scripts begins. */
const FIRST_UNSPACED_CODE = 0xe00;

/** What is known of every unit; made when it is first met. */
const charInfoCache = new Int32Array(0x10000);

/** What there is to know of the unit at a place of the text: `LETTER`, `BLANK`, and what `foldedOf` takes from it. */
export function charInfoAt(text: string, at: number): number {
  const codeUnit = text.charCodeAt(at);
  return charInfoCache[codeUnit]! || computeCharInfo(codeUnit);
}

/** One code unit in lower case; all white space, quotation marks and dashes of a kind are one. */
export function foldedUnit(charInfo: number): number {
  return charInfo & FOLDED_MASK;
}

export function isBlankAt(text: string, at: number): boolean {
  return (charInfoAt(text, at) & BLANK_FLAG) !== 0;
}

function computeCharInfo(codeUnit: number): number {
  const char = String.fromCharCode(codeUnit);
  const folded = foldChar(char);
  // An apostrophe is none, although some are letters.
  const flag = folded === ' ' ? BLANK_FLAG : !isSurrogate(codeUnit) && isLetter(folded) ? LETTER_FLAG : 0;
  charInfoCache[codeUnit] = COMPUTED_FLAG | flag | folded.charCodeAt(0);
  return charInfoCache[codeUnit]!;
}

function foldChar(char: string): string {
  if (char.trim() === '') return ' ';
  if ('’‘ʼ`´'.includes(char)) return "'";
  if ('‐‑–—'.includes(char)) return '-';
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower : char;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * Scripts written without spaces are left out: every letter of theirs may begin or end a word. Expressions about scripts
 * take milliseconds to compile, so none is asked about what English is written with.
 */
function isLetter(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code < 0x80) return /[0-9A-Za-z]/.test(char);
  const isPunctuation = code >= 0x2000 && code < 0x2070;
  return !isPunctuation && letterPattern.test(char) && !(code >= FIRST_UNSPACED_CODE && unspacedScript.test(char));
}

/** The offset after the unit at `at`; white space counts as one, so that a name may run over a line break. */
export function nextUnitOffset(text: string, at: number): number {
  if ((charInfoAt(text, at) & BLANK_FLAG) === 0) return at + 1;
  let end = at + 1;
  while (end < text.length && (charInfoAt(text, end) & BLANK_FLAG) !== 0) end++;
  return end;
}

/** The text as names are compared: in lower case, white space, quotation marks and dashes of a kind alike. */
export function foldText(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at = nextUnitOffset(text, at))
    result += String.fromCharCode(foldedUnit(charInfoAt(text, at)));
  return result;
}

/** Whether a word may begin or end at `at`: not between two letters of a script that sets words apart. */
export function isWordBoundary(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || !isLetterAt(text, at) || !isLetterBefore(text, at);
}

function isLetterAt(text: string, at: number): boolean {
  if (isSurrogate(text.charCodeAt(at))) return isLetter(String.fromCodePoint(text.codePointAt(at)!));
  return (charInfoAt(text, at) & LETTER_FLAG) !== 0;
}

function isLetterBefore(text: string, at: number): boolean {
  const isPair = at > 1 && isSurrogate(text.charCodeAt(at - 1)) && text.codePointAt(at - 2)! > 0xffff;
  return isLetterAt(text, isPair ? at - 2 : at - 1);
}
