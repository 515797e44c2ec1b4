/** HTML from text. All there is in a page goes through here: every word is escaped, and names are cut. */

/** Names, titles and addresses of registries: a longer one is cut. */
const MAX_NAME_LENGTH = 400;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML shows it, character for character. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}

/** A name or title from a file, on one line and not too long, as HTML. */
export function renderName(text: string): string {
  return escapeHtml(truncateName(text));
}

/** A name or title from a file, on one line and not too long. */
export function truncateName(text: string): string {
  const line = text
    .slice(0, 2 * MAX_NAME_LENGTH)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > MAX_NAME_LENGTH ? `${line.slice(0, MAX_NAME_LENGTH)}…` : line;
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
