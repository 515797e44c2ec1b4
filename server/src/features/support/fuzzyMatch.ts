/** How well what somebody types fits a name. */

/** Of a longer name only the start is looked at. */
const MAX_NAME_LENGTH = 300;

/** Wherever a word may begin: at the start, after anything but a letter or digit. */
const wordStart = /(?:^|[^\p{L}\p{N}])$/u;

/**
 * How well `query` fits `name`: the higher the better, undefined when its letters do not stand in the name in this
 * order. Case and the blanks of the query do not count. The start of the name fits better than the start of a word,
 * that better than the middle of one, that better than letters here and there; a short name better than a long one.
 */
export function fuzzyScore(query: string, name: string): number | undefined {
  const needle = query.trim().toLowerCase();
  const text = name.slice(0, MAX_NAME_LENGTH).toLowerCase();
  const brevity = 1 - Math.min(text.length, 999) / 1000;
  if (needle === '') return 0;
  const index = text.indexOf(needle);
  if (index === 0) return (text.length === needle.length ? 5 : 4) + brevity;
  if (index > 0) return (occursAtWordStart(text, needle) ? 3 : 2) + brevity;
  let gaps = 0;
  let at = -1;
  for (const letter of needle) {
    if (letter.trim() === '') continue;
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return undefined;
    if (at >= 0 && next > at + 1) gaps++;
    at = next + letter.length - 1;
  }
  return (1 + brevity) / (1 + gaps);
}

function occursAtWordStart(text: string, needle: string): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (wordStart.test(text.slice(Math.max(0, at - 2), at))) return true;
  }
  return false;
}
