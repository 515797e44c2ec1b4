/** Looks at a page as a browser would, as far as tests need it. */

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z-]+="[^"<>]*")*)>/g;
const TAGS = new Set(
  'a article blockquote br cite code em h1 h2 h3 h4 h5 h6 header hr li main mark ol p s section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  'aria-label':
    /^(?:Source \d+(?:, (?:unknown|ambiguous))?|Note [^"<>]+|Back from (?:note [^"<>]+|source \d+) to the text(?:, place \d+)?)$/,
  'aria-labelledby': /^[a-z-]+$/,
  class: /^[a-z -]+$/,
  'data-at': /^\d+$/,
  'data-line': /^\d+$/,
  href: /^(?:#[a-z-]+(?:-\d+){0,2}$|https?:\/\/)/,
  id: /^[a-z]+-(?:\d+(?:-\d+)?|title)$/,
  rel: /^noopener noreferrer$/,
  role: /^doc-(?:noteref|backlink)$/,
  start: /^\d+$/,
  style: /^text-align:(?:left|right|center)$/,
  tabindex: /^-1$/,
  title: /^/,
};

/** What of the markup is not ours: elements, attributes, brackets that are no tag. */
export function markupOf(html: string): { readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  const rest = html.replace(tag, (whole, _close: string, name: string, attributes: string) => {
    if (!TAGS.has(name)) wrong.push(whole);
    for (const [, key = '', value = ''] of attributes.matchAll(/\s([a-z-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES[key]?.test(value)) wrong.push(`${key}="${value}"`);
    }
    return '';
  });
  const bracket = /[<>][\s\S]{0,40}/.exec(rest);
  return { wrong: bracket ? [...wrong, bracket[0]] : wrong };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of the page. */
export function textOf(html: string): string {
  return html.replace(tag, '').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!);
}
