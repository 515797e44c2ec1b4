/**
 * Removes entries, and items of lists such as aliases, from registries. Everything else keeps its comments, order and line
 * ends, and remains valid YAML.
 */

import { newlineOf } from '../../base/text/newline.ts';
import type { Span } from '../../base/text/span.ts';
import { frontMatterLength } from '../../syntax/brief/block.ts';
import { type RawEntry, type RawSection, splitEntries } from '../../syntax/yaml/splitEntries.ts';
import type { Change } from '../change.ts';
import { endOfEntry } from './addEntries.ts';

/** An anchor, to which other entries may refer. */
const anchorPattern = /(?:^|[\s:[{,-])&[\p{L}\p{N}_-]/u;
const listItemStart = /^[ \t]*- +$/;
const restOfLine = /[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/y;

/** The change that removes the entry at `span`; undefined if it shares a line with others, or defines an anchor. */
export function removeEntry(uri: string, text: string, span: Span, isBrief: boolean): Change | undefined {
  const start = isBrief ? text.indexOf('\n') + 1 : 0;
  const end = isBrief ? (frontMatterLength(text) ?? 0) : text.length;
  // Spaces keep offsets valid; the closing line of the front matter is not part of its YAML.
  const yaml = isBrief ? ' '.repeat(start - 1) + text.slice(start - 1, text.lastIndexOf('\n', end - 1) + 1) : text;
  for (const cut of splitEntries({ text: yaml, report: () => {} }) ?? []) {
    const entry = cut.entries.find((one) => one.start <= span.start && span.end <= one.end);
    if (entry) return removeLines(uri, yaml, cut, entry);
  }
  return undefined;
}

function removeLines(uri: string, yaml: string, cut: RawSection, entry: RawEntry): Change | undefined {
  const lineSpan = { start: entry.start, end: endOfEntry(yaml, entry, cut.indent) };
  if (anchorPattern.test(yaml.slice(lineSpan.start, lineSpan.end))) return undefined;
  if (cut.entries.length > 1) return { uri, span: lineSpan, text: '' };
  if (!cut.key) return { uri, span: lineSpan, text: `[]${newlineOf(yaml)}` };
  const key = yaml.indexOf(':', cut.key.span.end) + 1;
  const between = yaml.slice(key, lineSpan.start);
  // The key gets an empty list; comments after it are kept.
  return { uri, span: { start: key, end: lineSpan.end }, text: ` []${between}` };
}

/** The change that removes one text from a list of texts; undefined if its borders are unclear. */
export function removeListItem(uri: string, text: string, span: Span): Change | undefined {
  const isQuoted = /["']/.test(text[span.start - 1] ?? '') && text[span.start - 1] === text[span.end];
  const itemSpan = isQuoted ? { start: span.start - 1, end: span.end + 1 } : span;
  const lineStart = text.lastIndexOf('\n', itemSpan.start - 1) + 1;
  if (listItemStart.test(text.slice(lineStart, itemSpan.start))) {
    restOfLine.lastIndex = itemSpan.end;
    return restOfLine.test(text) ? { uri, span: { start: lineStart, end: restOfLine.lastIndex }, text: '' } : undefined;
  }
  let before = itemSpan.start;
  while (before > lineStart && /[ \t]/.test(text[before - 1]!)) before--;
  let after = itemSpan.end;
  while (/[ \t]/.test(text[after] ?? '')) after++;
  const [left, right] = [text[before - 1], text[after]];
  if (left === ',' && (right === ',' || right === ']'))
    return { uri, span: { start: before - 1, end: itemSpan.end }, text: '' };
  if (left !== '[') return undefined;
  if (right === ']') return { uri, span: itemSpan, text: '' };
  while (right === ',' && /[, \t]/.test(text[after] ?? '')) after++;
  return right === ',' ? { uri, span: { start: itemSpan.start, end: after }, text: '' } : undefined;
}
