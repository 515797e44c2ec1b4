const marks = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
// cspell:ignore ʹʻʽʾʿ łøđħŧ
const apostrophes = /[’‘ʼ`´‛′ʹʻʽʾʿ＇]/g;
const dashes = /[‐‑‒–—―−﹣－]/g;
const strokes = /[łøđħŧ]/g;
const WITHOUT_STROKE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't' };
const isPlain = /^[ -~]*$/;

/**
 * A text as it is searched: in lower case, without accents and invisible characters, apostrophes and dashes alike. Its
 * offsets are not those of the text.
 */
export function searchFold(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase().replace(apostrophes, "'");
  return text
    .normalize('NFD')
    .replace(marks, '')
    .replace(apostrophes, "'")
    .replace(dashes, '-')
    .toLowerCase()
    .replace(strokes, (letter) => WITHOUT_STROKE[letter]!)
    .replace(/i\u0307|ı/g, 'i');
}
