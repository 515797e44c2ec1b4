/** Roman numbers and raised digits. */

/** The raised digits, each at its own index. */
export const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The raised letters from a to z; there is none for q. */
// cspell:disable-next-line
export const RAISED_LETTERS = 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
// cspell:disable-next-line
const LETTERS = 'abcdefghijklmnoprstuvwxyz';

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const MAX_ROMAN = 3_999;

/** A number as a Roman one, in lower case; undefined where there is none. */
export function toRoman(number: number): string | undefined {
  if (number < 1 || number > MAX_ROMAN) return undefined;
  let rest = number;
  let roman = '';
  for (const [value, letters] of ROMAN) {
    roman += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return roman;
}

/** Whether a text is a number or several: `12`, `1, 3`, `3–4`. */
export function isNumber(text: string): boolean {
  return /^[\d\s,–-]+$/.test(text) && /\d/.test(text);
}

/** The text with its digits and small letters raised: `1, 3` is `¹, ³`. */
export function raise(text: string): string {
  return text.replace(
    /[0-9a-z]/g,
    (char) => RAISED_DIGITS[Number(char)] ?? RAISED_LETTERS[LETTERS.indexOf(char)] ?? char,
  );
}

/** The text with its raised digits and letters on the line again. */
export function lowerRaised(text: string): string {
  return text.replace(raised, (char) => {
    const digit = RAISED_DIGITS.indexOf(char);
    return digit < 0 ? LETTERS[RAISED_LETTERS.indexOf(char)]! : String(digit);
  });
}

const raised = new RegExp(`[${RAISED_DIGITS}${RAISED_LETTERS}]`, 'g');
