/**
 * `Source:` above a list of sources. The next item of a digest stands below an empty label, too, so a list counts only if each of its
 * items is a source and nothing else. docs/format.md, "Source lines and datelines".
 */

import { type Span, slice } from '../../../base/text/span.ts';
import type { Citation } from '../../ast.ts';
import { isKnownOutlet } from '../agencies.ts';
import { createCitation } from '../createCitation.ts';
import { isSourceMissing } from '../missing.ts';
import { findSourceLines, isEmptyLabel } from '../sourceLines.ts';
import { readNoteCitations } from './noteCitations.ts';

/** `- `, `2. ` */
const bullet = /^([ \t>]*)(?:[-*+•·]|(\d{1,3})[.)])[ \t]+(?=\S)/;
/** Most lines end otherwise. */
const labelEnd = /:\*{0,2}$/;
const indentation = /^[ \t>]*/;
const [MAX_ITEMS, MAX_ITEM_LENGTH] = [60, 400];

/** A label that has nothing behind it in its line. */
export interface EmptyLabel {
  /** The line without the white space around it. */
  readonly span: Span;
  /** How far the items of its own list are indented at least. */
  readonly indent: number;
  /** The lines below it in its paragraph, up to those that are indented less or name another source; empty if there are none. */
  readonly below: Span;
}

/** The empty labels in the text of a block that ends without white space, in order of position. */
export function findEmptyLabels(text: string): EmptyLabel[] {
  const labels: EmptyLabel[] = [];
  let open: { span: Span; indent: number; below: { start: number; end: number } } | undefined;
  for (let start = 0, next = 0; start < text.length; start = next) {
    next = text.indexOf('\n', start) + 1 || text.length;
    const line = text.slice(start, next).trimEnd();
    const indent = indentation.exec(line)![0].length;
    const isLabel = labelEnd.test(line) && isEmptyLabel(line.slice(indent));
    if (open && (isLabel || indent < open.indent)) open = undefined;
    if (open) open.below.end = start + line.length;
    if (!isLabel) continue;
    // An item that is a label has its list inside of it.
    const isItem = bullet.test(line);
    open = {
      span: { start: start + indent, end: start + line.length },
      indent: indent + (isItem ? 1 : 0),
      below: { start: next, end: next },
    };
    labels.push(open);
  }
  return labels;
}

/**
 * The citations of the list at `span`, which is all that stands there; undefined unless each item of it names a source and nothing else.
 * `indent`: how far its items are indented at least.
 */
export function readSourceList(text: string, span: Span, indent: number): readonly Citation[] | undefined {
  const items = splitItems(text, span, indent);
  if (!items) return undefined;
  const citations: Citation[] = [];
  for (const item of items) {
    const found = item.end - item.start <= MAX_ITEM_LENGTH ? readItem(text, item) : undefined;
    if (!found) return undefined;
    citations.push(...found);
  }
  return citations;
}

/** The items of a list, each with its indented lines; undefined for other text and for a part of a longer list. */
function splitItems(text: string, span: Span, indent: number): readonly Span[] | undefined {
  const items: { start: number; end: number }[] = [];
  let number = 0;
  let margin: number | undefined;
  for (let start = span.start; start < span.end; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? span.end : Math.min(newline, span.end);
    const line = text.slice(start, end);
    const match = bullet.exec(line);
    const from = indentation.exec(line)![0].length;
    if (from < indent) return undefined;
    if (match && (margin === undefined || match[1]!.length === margin)) {
      margin = match[1]!.length;
      if (match[2] !== undefined && Number(match[2]) !== ++number) return undefined;
      if (items.length === MAX_ITEMS) return undefined;
      items.push({ start: start + match[0].length, end: start + line.trimEnd().length });
    } else if (margin === undefined && from > indent && line.trim() !== '')
      items.push({ start: start + from, end: start + line.trimEnd().length });
    else if (margin !== undefined && from > margin) items.at(-1)!.end = start + line.trimEnd().length;
    else return undefined;
    start = end + 1;
  }
  return items.length > 0 ? items : undefined;
}

/** The citations of an item; undefined unless they are all that it says. */
function readItem(text: string, item: Span): readonly Citation[] | undefined {
  const words = slice(text, item);
  if (isKnownOutlet(words.replace(/[.;]$/, ''))) {
    const span = { start: item.start, end: item.start + words.replace(/[.;]$/, '').length };
    return [createCitation({ form: 'source-line', span, group: span, source: { ...span, name: slice(text, span) } })];
  }
  const spans = { span: { start: item.start, end: item.start }, content: item };
  const found = readNoteCitations(text, spans).map(({ citation }) => citation);
  const isWhole = found.length > 0 && found[0]!.span.start <= item.start + 1 && found.at(-1)!.span.end >= item.end - 1;
  return isWhole && found.every(isDatedOrLinked) && findSourceLines(words).length === 0 ? found : undefined;
}

function isDatedOrLinked(citation: Citation): boolean {
  const { source, when, url, isRepeat } = citation;
  if (isRepeat || isSourceMissing(citation)) return false;
  return (
    url !== undefined || (source !== undefined && when?.dates.some(({ value }) => value.month !== undefined) === true)
  );
}
