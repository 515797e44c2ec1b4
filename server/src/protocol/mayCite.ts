/** A quick look at a text, before the server is started for it. */

/** Of a longer text, only the beginning is looked at: UTF-16 units. */
export const MAX_TEXT_OFFERED = 200_000;

const group = /\(([^()\n]{4,400})\)|^[ \t]{0,3}\[\^?[\w-]{1,40}\]:?[ \t]+(.{4,400})/gm;
const day = /\p{L}{3,}\.?,? ?\d{1,2}(?!\d)|\d\.? (?:de )?\p{L}{3,}|\d{4}-\d\d|\d[./]\d{1,2}[./]\d\d|, ?\d{4}$/u;

/** Whether a text has parentheses or notes with something like a date in them: whether it may cite sources. */
export function mayCite(text: string): boolean {
  for (const [, parenthesis, note] of text.matchAll(group)) if (day.test(parenthesis ?? note ?? '')) return true;
  return false;
}
