/** Markup as a tree, from XML or HTML. Nothing in it is run or loaded; a document type is not read, so entities expand to nothing. */

import { Parser } from 'htmlparser2';

export interface Element {
  /** In XML without the prefix of its namespace: transitional and strict Office files use different namespaces. */
  readonly name: string;
  /** By name; in XML without prefixes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}

/** A string is text. */
export type Node = Element | string;

/** Deeper markup is refused. It bounds the work for closing tags, and every walk may recurse. */
const MAX_DEPTH = 400;
/** Elements and attributes: a small zip file can hold more of them than fit into memory. A report of a thousand pages has a fifth of this. */
export const MAX_PARTS = 2_000_000;
const NO_ATTRIBUTES: Element['attributes'] = new Map();
const REFUSED = 'MarkupRefused';

/** How many elements and attributes may still be read; below 0 after one too many. */
export interface MarkupBudget {
  left: number;
}

/** The root of an XML document; undefined if it is not well-formed, too deep or has more than `budget` has left. */
export function readXml(text: string, budget: MarkupBudget = { left: MAX_PARTS }): Element | undefined {
  const root = readTree(text, true, budget);
  const [only, ...others] = root?.children.filter((child) => typeof child !== 'string') ?? [];
  return others.length === 0 ? only : undefined;
}

/** The element `html` of a page, or a root for a fragment; undefined if the markup is too deep or too much. */
export function readHtml(text: string): Element | undefined {
  return readTree(text, false, { left: MAX_PARTS });
}

/** The child elements with this name. */
export function childrenOf({ children }: Element, name: string): Element[] {
  return children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

/** The first descendant at this path of names. */
export function find(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = element;
  for (const name of path) found = found && childrenOf(found, name)[0];
  return found;
}

/** All descendants with this name, in document order. */
export function descendantsOf(element: Element, name: string): Element[] {
  const found: Element[] = [];
  const visit = ({ children }: Element): void => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  visit(element);
  return found;
}

/** The text of an element and its descendants. */
export function textOf(node: Node | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

function readTree(text: string, isXml: boolean, budget: MarkupBudget): Element | undefined {
  const root = { name: '', attributes: NO_ATTRIBUTES, children: [] as Node[] };
  const stack = [root];
  const localName = (name: string) => (isXml ? name.slice(name.indexOf(':') + 1) : name);
  const refuse = (): never => {
    throw Object.assign(new Error(REFUSED), { name: REFUSED });
  };
  const spend = (): void => {
    budget.left--;
    if (budget.left < 0) refuse();
  };
  const parser = new Parser(
    {
      onattribute: spend,
      onopentag(name, attributes) {
        spend();
        if (stack.length > MAX_DEPTH) refuse();
        const named = Object.entries(attributes).map(([key, value]) => [localName(key), value] as const);
        const element = {
          name: localName(name),
          attributes: named.length > 0 ? new Map(named) : NO_ATTRIBUTES,
          children: [],
        };
        stack.at(-1)!.children.push(element);
        stack.push(element);
      },
      ontext(data) {
        const siblings = stack.at(-1)!.children;
        const last = siblings.at(-1);
        // The parser hands over a text in pieces, cut at entities.
        if (typeof last === 'string') siblings[siblings.length - 1] = last + data;
        else siblings.push(data);
      },
      onclosetag(_name, isImplied) {
        // The parser calls the end of `<a/>` implied, too.
        if (isXml && isImplied && text[parser.endIndex - 1] !== '/') refuse();
        stack.pop();
      },
    },
    { xmlMode: isXml },
  );
  try {
    parser.write(text);
    if (isXml && stack.length > 1) return undefined;
    parser.end();
  } catch (error) {
    if (error instanceof Error && error.name === REFUSED) return undefined;
    throw error;
  }
  return root;
}
