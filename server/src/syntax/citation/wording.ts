/** Citations with the same wording share one template, so that what follows from the words alone is computed once. */

import { createMemo } from '../../base/memo/memory.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { Citation } from '../ast.ts';

/** The citation on its own where it has a template, else itself: the same object for all with the same wording. */
export function standaloneOf(citation: Citation): Citation {
  return citation.template?.item ?? citation;
}

/** The text in which the spans of `standaloneOf` count; empty for citations without a template. */
export function standaloneText({ template }: Citation): string {
  return template?.words ?? '';
}

/** How far the citation is from where its standalone version is: add this to spans of the latter. */
export function offsetFromStandalone({ template, span }: Citation): number {
  return template ? span.start - template.item.span.start : 0;
}

/** The text of a span. */
export type TextOf = (span: Span) => string;

/**
 * Memoizes what follows from the words of a citation and from `keys`, once for all citations with the same wording.
 * `compute` gets the citation on its own, and its spans count in the text that `textOf` cuts. Keys are compared by
 * identity. Citations without a template are computed each time: their block is what to memoize by.
 */
export function perWording<T, K extends readonly unknown[]>(
  compute: (citation: Citation, textOf: TextOf, ...keys: K) => T,
): (citation: Citation, textOf: TextOf, ...keys: K) => T {
  const memo = createMemo<Citation, { readonly keys: K; readonly value: T }>();
  return (citation, textOf, ...keys) => {
    const { template } = citation;
    if (!template) return compute(citation, textOf, ...keys);
    const { item, words } = template;
    const cached = memo.get(item);
    if (cached && haveSameKeys(keys, cached.keys)) return cached.value;
    const value = compute(item, (span) => slice(words, span), ...keys);
    memo.set(item, { keys, value });
    return value;
  };
}

function haveSameKeys(keys: readonly unknown[], before: readonly unknown[]): boolean {
  for (let index = 0; index < keys.length; index++) if (!Object.is(keys[index], before[index])) return false;
  return true;
}
