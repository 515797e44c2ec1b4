/**
 * Creates HTML from text. All generated pages use these functions, so that all text is escaped and names are truncated.
 */

import { oneLine } from '../base/text/oneLine.ts';

/** Longer names, titles and addresses from registries are truncated. */
const MAX_NAME_LENGTH = 400;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for HTML content and attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}

/** A name or title from a file as HTML, on one line and truncated. */
export function renderName(text: string): string {
  return escapeHtml(truncateName(text));
}

/** A name or title from a file, on one line and truncated. */
export function truncateName(text: string): string {
  return oneLine(text, MAX_NAME_LENGTH);
}

/**
 * An HTML element. `tag` and the attribute names must be trusted; undefined attributes are omitted. `html` is not
 * escaped.
 */
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
