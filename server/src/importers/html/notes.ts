/** The notes of a web page: links whose words are a number or a sign, to a later place that holds the words of the note. */

import { descendantsOf, type Element, textOf } from '../../base/markup.ts';
import { type Page, targetInPage } from './page.ts';

export interface PageNotes {
  /** By the link that is the marker, the id of its note. */
  readonly markers: ReadonlyMap<Element, string>;
  /** By the element that holds the words of a note, its id. */
  readonly blocks: ReadonlyMap<Element, string>;
  /** The links from a note back to its marker. */
  readonly backLinks: ReadonlySet<Element>;
}

const BLOCKS: ReadonlySet<string> = new Set('li p div dd dt td tr aside section blockquote'.split(' '));
const markerLabel =
  /^[[(]?\s*(?:(?:note|fn|n)\.?\s*)?(?:\d{1,4}|[ivxlcdm]{1,8}|[a-z]|\*{1,3}|[†‡§¶]{1,3})\s*[\])]?\.?$/iu;
const backLabel =
  /^(?:[[(]?\s*(?:\d{1,4}|[ivxlcdm]{1,8}|[a-z]{1,2})\s*[\])]?\.?|[\p{S}\p{P}\s\p{Mn}]{0,6}|back|return|jump up)$/iu;

export function findNotes(page: Page): PageNotes {
  const { order } = page;
  const links = descendantsOf(page.root, 'a');
  const found: { readonly link: Element; readonly target: Element; readonly block: Element }[] = [];
  const backLinks = new Set<Element>();
  for (const link of links) {
    const target = targetInPage(link, page);
    if (!target) continue;
    const label = textOf(link).trim();
    if (order.get(target)! < order.get(link)!) {
      if (backLabel.test(label)) backLinks.add(link);
      continue;
    }
    const block = markerLabel.test(label) ? blockOf(target, page) : undefined;
    if (block && !isInside(link, block, page)) found.push({ link, target, block });
  }
  const targets = new Set(found.map(({ target }) => target));
  const markers = new Map<Element, string>();
  const blocks = new Map<Element, string>();
  for (const { link, block } of found) {
    const whole = widen(block, targets, link, page);
    const id = blocks.get(whole) ?? `note ${blocks.size + 1}`;
    blocks.set(whole, id);
    markers.set(link, id);
  }
  return { markers, blocks, backLinks };
}

/** The words of a note without the number that its list shows before them. */
export function isNoteNumber(text: string): boolean {
  return /^\s*[[(]?(?:\d{1,4}|[ivxlcdm]{1,8}|\*{1,3}|\^|[†‡§↑])[\])]?\.?\s*$/iu.test(text);
}

/** The nearest element around the target that holds a whole note: a row rather than its first cell. */
function blockOf(target: Element, { parents }: Page): Element | undefined {
  let element: Element | undefined = target;
  while (element && !BLOCKS.has(element.name)) element = parents.get(element);
  if (element?.name === 'td') return parents.get(element) ?? element;
  return element;
}

/** The element around the block as long as that is its beginning and holds no other note: `<div id="fn1"><p>…</p><p>…</p></div>`. */
function widen(block: Element, targets: ReadonlySet<Element>, marker: Element, page: Page): Element {
  let whole = block;
  for (;;) {
    const parent = page.parents.get(whole);
    if (!parent || !['li', 'div', 'aside', 'dd'].includes(parent.name)) return whole;
    const [first] = parent.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
    if (first !== whole || isInside(marker, parent, page) || countIn(parent, targets) > 1) return whole;
    // A frame around a list of one note would swallow what follows it.
    if (parent.name === 'div' && !parent.attributes.has('id') && whole.name !== 'p') return whole;
    whole = parent;
  }
}

function isInside(element: Element, around: Element, { parents }: Page): boolean {
  for (let one: Element | undefined = element; one; one = parents.get(one)) if (one === around) return true;
  return false;
}

/** The number of targets in the element, at most two. */
function countIn(element: Element, targets: ReadonlySet<Element>): number {
  let count = targets.has(element) ? 1 : 0;
  for (const child of element.children) {
    if (count > 1) return count;
    if (typeof child !== 'string') count += countIn(child, targets);
  }
  return count;
}
