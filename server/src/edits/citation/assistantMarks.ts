/** Removes what writing assistants leave behind: docs/format.md, "Placeholders and leftovers". */

import { type Span, slice } from '../../base/text/span.ts';
import type { Inline } from '../../syntax/ast.ts';
import { withoutTracking } from '../../syntax/citation/linkAddress.ts';
import type { Replacement } from './replaceSource.ts';

const START_MARK = '[cite_start]';
/** How far before a `[cite: 1]` its `[cite_start]` is looked for. */
const MAX_DISTANCE = 2_000;
const linkLabel = /^oai_citation:\d+[‡†]/;

/** What to delete with a leftover: the blank before it, and the `[cite_start]` of a `[cite: 1]`. */
export function removeLeftover(text: string, { start, end }: Span): Span[] {
  const isBeforeWord = /[\p{L}\p{N}]/u.test(text[end] ?? '');
  const blank = !isBeforeWord && text[start - 1] === ' ' ? 1 : 0;
  const removed = [{ start: start - blank, end }];
  if (!text.startsWith('[cite:', start)) return removed;
  const before = text.slice(Math.max(0, start - MAX_DISTANCE), start);
  const mark = before.lastIndexOf(START_MARK);
  if (mark < 0 || /\[cite:|\n\s*\n/.test(before.slice(mark))) return removed;
  const at = start - before.length + mark;
  return [{ start: at, end: at + START_MARK.length }, ...removed];
}

/** The replacements that clean the addresses and labels of links; spans count in `text`. */
export function cleanLinks(text: string, atoms: readonly Inline[], addresses: readonly Span[]): Replacement[] {
  const replacements: Replacement[] = [];
  for (const span of addresses) {
    const clean = withoutTracking(slice(text, span));
    if (clean !== slice(text, span)) replacements.push({ span, text: clean });
  }
  for (const atom of atoms) {
    const label = atom.kind === 'link' && linkLabel.exec(slice(text, atom.text))?.[0];
    if (
      atom.kind !== 'link' ||
      !label ||
      label.length === atom.text.end - atom.text.start ||
      !/^https?:/i.test(atom.target.value)
    )
      continue;
    replacements.push({ span: { start: atom.text.start, end: atom.text.start + label.length }, text: '' });
  }
  return replacements;
}
