const marks = /[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const apostrophes = /[’‘ʼ`´]/g;
const dashes = /[‐‑–—]/g;
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
    .replace(/i\u0307|ı/g, 'i');
}
