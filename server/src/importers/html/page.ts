/** A web page as a tree with parents and anchors, and where its text is. */

import { descendantsOf, type Element, textOf } from '../../base/markup.ts';
import { parseWebAddress } from '../../base/text/webAddress.ts';
import { cleanAddress } from '../document/address.ts';

export interface Page {
  readonly root: Element;
  readonly parents: ReadonlyMap<Element, Element>;
  /** The position of each element in document order. */
  readonly order: ReadonlyMap<Element, number>;
  /** By `id` or, of a link, `name`. */
  readonly anchors: ReadonlyMap<string, Element>;
  /** The address to which relative links are relative; undefined if the page does not name it. */
  readonly base: string | undefined;
}

/** The parts of a page around its text. */
const FRAME: ReadonlySet<string> = new Set(['nav', 'aside', 'footer']);
const NO_TEXT: ReadonlySet<string> = new Set(
  'head script style noscript template svg math iframe object embed select button input textarea form dialog canvas audio video map del title link meta'.split(
    ' ',
  ),
);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*(?:comment|para-border)/i;
const hiddenClass =
  /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|mw-editsection|MsoCommentText|noprint)(?:\s|$)/i;

export function createPage(root: Element): Page {
  const parents = new Map<Element, Element>();
  const order = new Map<Element, number>();
  const anchors = new Map<string, Element>();
  let base: string | undefined;
  let canonical: string | undefined;
  const visit = (element: Element): void => {
    const { name, attributes } = element;
    order.set(element, order.size);
    const anchor = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    if (anchor && !anchors.has(anchor)) anchors.set(anchor, element);
    const alias = name === 'a' ? attributes.get('name') : undefined;
    if (alias && !anchors.has(alias)) anchors.set(alias, element);
    if (name === 'base') base ??= parseWebAddress(attributes.get('href') ?? '');
    if (name === 'link' && attributes.get('rel') === 'canonical')
      canonical ??= parseWebAddress(attributes.get('href') ?? '');
    if (name === 'meta' && attributes.get('property') === 'og:url')
      canonical ??= parseWebAddress(attributes.get('content') ?? '');
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      parents.set(child, element);
      visit(child);
    }
  };
  visit(root);
  return { root, parents, order, anchors, base: base ?? canonical };
}

/** Whether the element has no text that a reader sees. */
export function isInvisible({ name, attributes }: Element): boolean {
  return (
    NO_TEXT.has(name) ||
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    hiddenStyle.test(attributes.get('style') ?? '') ||
    isHiddenClass(attributes.get('class') ?? '')
  );
}

/** Wikipedia does not print `[citation needed]`, which says that a source is missing. */
function isHiddenClass(names: string): boolean {
  return hiddenClass.test(names) && !/Inline-Template/.test(names);
}

/** Whether the element stands around the text of a page: menus, boxes, the foot. */
export function isFrame({ name, attributes }: Element): boolean {
  return (
    FRAME.has(name) || /^(?:navigation|banner|contentinfo|complementary|search)$/.test(attributes.get('role') ?? '')
  );
}

/** The element that holds the text: the article with most of it, the main part, or all. */
export function findMainContent({ root }: Page): Element {
  const [body = root] = descendantsOf(root, 'body');
  const [main = body] = descendantsOf(body, 'main');
  const whole = textOf(main).length;
  const [longest] = descendantsOf(main, 'article')
    .map((article) => ({ article, length: textOf(article).length }))
    .sort((a, b) => b.length - a.length);
  return longest && longest.length * 3 > whole ? longest.article : main;
}

/** The content of a `meta` element, by its `property` or `name`. */
export function metadataOf({ root }: Page, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const { attributes } of descendantsOf(root, 'meta'))
      if ((attributes.get('property') ?? attributes.get('name'))?.toLowerCase() === name && attributes.get('content'))
        return attributes.get('content');
  }
  return undefined;
}

/** The place inside the page that a link leads to; undefined for other links. Copied pages have whole addresses. */
export function targetInPage(link: Element, { anchors, base }: Page): Element | undefined {
  const href = link.attributes.get('href')?.trim() ?? '';
  const hash = href.indexOf('#');
  if (hash < 0 || hash === href.length - 1) return undefined;
  const address = href.slice(0, hash);
  if (base !== undefined && /^https?:/i.test(address) && !samePage(address, base)) return undefined;
  return anchors.get(decode(href.slice(hash + 1))) ?? anchors.get(href.slice(hash + 1));
}

/** The address of a link to elsewhere; undefined if it is none or leads to no web or mail address. */
export function addressOf(href: string, { base }: Page): string | undefined {
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href)) return cleanAddress(href);
  try {
    return cleanAddress(new URL(href, base).href);
  } catch {
    return undefined;
  }
}

function samePage(a: string, b: string): boolean {
  const fold = (address: string) => address.replace(/[?#].*$/, '').replace(/\/$/, '');
  return fold(a) === fold(b);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
