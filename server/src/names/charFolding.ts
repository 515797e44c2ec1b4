/** How names are compared, by code unit: case folding, word characters and word boundaries. */

/** A letter or digit of a script that separates words by spaces: there is no word boundary between two of them. */
export const LETTER_FLAG = 1 << 16;
export const BLANK_FLAG = 1 << 17;
const COMPUTED_FLAG = 1 << 18;
const FOLDED_MASK = 0xffff;

const letterPattern = /[\p{L}\p{M}\p{N}]/u;
const unspacedScript = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
/** The first code point of these scripts, the start of Thai. */
const FIRST_UNSPACED_CODE = 0xe00;

/** The info of each code unit, computed on first use; 0 until then. A fact of Unicode, so all workspaces share it. */
const charInfoCache = new Int32Array(0x10000);

/**
 * Called as a function: V8 keeps the kinds of strings that a property was read from, and there are too many here (whole texts, slices of
 * them, names), so that it would look for the method at each character.
 */
const { charCodeAt } = String.prototype;

/** The info of the code unit at an offset: `LETTER_FLAG`, `BLANK_FLAG`, and the unit that `foldedUnit` extracts. */
export function charInfoAt(text: string, at: number): number {
  const codeUnit = charCodeAt.call(text, at);
  return charInfoCache[codeUnit]! || computeCharInfo(codeUnit);
}

/** The folded code unit: in lower case, without accents, with variants of white space, apostrophes and dashes unified. */
export function foldedUnit(charInfo: number): number {
  return charInfo & FOLDED_MASK;
}

export function isBlankAt(text: string, at: number): boolean {
  return (charInfoAt(text, at) & BLANK_FLAG) !== 0;
}

function computeCharInfo(codeUnit: number): number {
  const char = String.fromCharCode(codeUnit);
  const folded = foldChar(char);
  // An apostrophe is no letter here, although Unicode has some among the letters.
  const flag = folded === ' ' ? BLANK_FLAG : !isSurrogate(codeUnit) && isLetter(folded) ? LETTER_FLAG : 0;
  charInfoCache[codeUnit] = COMPUTED_FLAG | flag | folded.charCodeAt(0);
  return charInfoCache[codeUnit]!;
}

// cspell:ignore ʹʻʽʾʿ
function foldChar(char: string): string {
  if (char.trim() === '') return ' ';
  if ('’‘ʼ`´‛′ʹʻʽʾʿ＇'.includes(char)) return "'";
  if ('‐‑‒–—―−﹣－'.includes(char)) return '-';
  // Turkish: both letters i are one, because capitals do not tell them apart in other languages.
  if (char === 'İ' || char === 'ı') return 'i';
  // The sigma at the end of a Greek word has no capital of its own.
  if (char === 'ς') return 'σ';
  const lower = char.toLowerCase();
  return withoutAccent(lower.length === 1 ? lower : char);
}

/** Letters whose stroke is no accent of Unicode, though many write them without: `Łódź`, `Tromsø`, `Đà Nẵng`. */
const STROKES: ReadonlyMap<string, string> = new Map(
  [...'łl øo đd ħh ŧt'.split(' ')].map(([from = '', to = '']) => [from, to]),
);

/** A Latin or Greek letter without its accents; `ё` is `е`. Other marks, as that of `й`, make another letter. */
function withoutAccent(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0xc0) return char;
  const base = char.normalize('NFD')[0]!;
  const isStripped = code <= 0x3ff || (code >= 0x1e00 && code <= 0x1fff) || char === 'ё';
  return STROKES.get(char) ?? (isStripped && base.length === 1 ? base : char);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/**
 * Whether a character is a letter of a script that separates words by spaces. In other scripts a word may begin or end at
 * any letter. Script properties take milliseconds to compile, so ASCII and common punctuation are decided without them.
 */
function isLetter(char: string): boolean {
  const code = char.codePointAt(0)!;
  if (code < 0x80) return /[0-9A-Za-z]/.test(char);
  const isPunctuation = code >= 0x2000 && code < 0x2070;
  return !isPunctuation && letterPattern.test(char) && !(code >= FIRST_UNSPACED_CODE && unspacedScript.test(char));
}

/** The offset after the unit at `at`. A run of white space counts as one unit, so that a name may wrap. */
export function nextUnitOffset(text: string, at: number): number {
  if ((charInfoAt(text, at) & BLANK_FLAG) === 0) return at + 1;
  let end = at + 1;
  while (end < text.length && (charInfoAt(text, end) & BLANK_FLAG) !== 0) end++;
  return end;
}

/** The text folded for comparison, unit by unit (see `foldedUnit`), with each run of white space as one space. */
export function foldText(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at = nextUnitOffset(text, at))
    result += String.fromCharCode(foldedUnit(charInfoAt(text, at)));
  return result;
}

/** Whether a word may begin or end at an offset: not between two letters of a script that separates words by spaces. */
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
