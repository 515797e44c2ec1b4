/** HTML from text. All there is in a page goes through here: every word is escaped, and names are cut. */

/** Names, titles and addresses of registries: a longer one is cut. */
const LONGEST = 400;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, character for character. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!);
}

/** A name or title from a file, on one line and not too long, as HTML. */
export function name(text: string): string {
  return escapeHtml(cut(text));
}

/** A name or title from a file, on one line and not too long. */
export function cut(text: string): string {
  const line = text
    .slice(0, 2 * LONGEST)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** An element. `tag` and the names of the attributes are ours; an attribute that is undefined is left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  html: string,
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeHtml(String(value))}"`,
  );
  return `<${tag}${written.join('')}>${html}</${tag}>`;
}
