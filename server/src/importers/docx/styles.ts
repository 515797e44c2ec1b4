/** What the styles of a Word file make of a paragraph: a heading, a quotation, the item of a list. */

import { childrenOf, type Element, find } from '../../base/markup.ts';

export interface Styles {
  /** The level of a heading from 1 to 6; undefined for other paragraphs. */
  readonly headingOf: (properties: Element | undefined) => number | undefined;
  readonly isQuotation: (properties: Element | undefined) => boolean;
  /** The id of the list and the level; undefined outside lists. */
  readonly listOf: (properties: Element | undefined) => { readonly list: string; readonly level: number } | undefined;
  readonly isSuperscript: (properties: Element | undefined) => boolean;
}

/** A chain of styles longer than this is a cycle. */
const MAX_STYLES = 20;
/** The names are English in every language of Word; only the ids are translated. */
const headingName = /^heading ([1-9])$/i;
const titleName = /^title$/i;
const quotationName = /^(?:intense )?quote$|^quotations?$|^block (?:text|quotation)$/i;

export function readStyles(root: Element | undefined): Styles {
  const byId = new Map<string, Element>();
  for (const style of root ? childrenOf(root, 'style') : []) byId.set(style.attributes.get('styleId') ?? '', style);
  /** The style of the properties and those it is based on. */
  const chain = (properties: Element | undefined, kind: 'pStyle' | 'rStyle'): Element[] => {
    const found: Element[] = [];
    let id = valOf(find(properties, kind));
    while (id !== undefined && found.length < MAX_STYLES) {
      const style = byId.get(id);
      if (!style) break;
      found.push(style);
      id = valOf(find(style, 'basedOn'));
    }
    return found;
  };
  const namesOf = (properties: Element | undefined): string[] =>
    chain(properties, 'pStyle').map((style) => valOf(find(style, 'name')) ?? '');
  /** The properties themselves and those of their styles, the nearest first. */
  const allProperties = (properties: Element | undefined): (Element | undefined)[] => [
    properties,
    ...chain(properties, 'pStyle').map((style) => find(style, 'pPr')),
  ];
  return {
    headingOf(properties) {
      for (const name of namesOf(properties)) {
        const level = headingName.exec(name)?.[1];
        if (level !== undefined) return Math.min(6, Number(level));
        if (titleName.test(name)) return 1;
      }
      const outline = firstValue(allProperties(properties), 'outlineLvl');
      // 9 is the level of body text.
      return outline !== undefined && /^[0-8]$/.test(outline) ? Math.min(6, Number(outline) + 1) : undefined;
    },
    isQuotation: (properties) => namesOf(properties).some((name) => quotationName.test(name)),
    listOf(properties) {
      const numberings = allProperties(properties).map((one) => find(one, 'numPr'));
      const list = firstValue(numberings, 'numId');
      if (list === undefined || list === '0') return undefined;
      return { list, level: Number(firstValue(numberings, 'ilvl') ?? 0) || 0 };
    },
    isSuperscript: (properties) =>
      firstValue([properties, ...chain(properties, 'rStyle').map((style) => find(style, 'rPr'))], 'vertAlign') ===
      'superscript',
  };
}

/** The attribute `val` of an element. */
export function valOf(element: Element | undefined): string | undefined {
  return element?.attributes.get('val');
}

function firstValue(elements: readonly (Element | undefined)[], name: string): string | undefined {
  for (const element of elements) {
    const value = valOf(find(element, name));
    if (value !== undefined) return value;
  }
  return undefined;
}
