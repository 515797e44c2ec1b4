/** Reads CSL-JSON: a list of items, as Zotero, Mendeley and Pandoc write it. https://github.com/citation-style-language/schema */

import * as l10n from '@vscode/l10n';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Steps } from '../base/memo/steps.ts';
import type { Located, Span } from '../base/text/span.ts';
import type { RegistryProblem } from '../syntax/ast.ts';
import { readCslDate } from '../syntax/date/cslDate.ts';
import { isCslField } from '../syntax/registry/csl.ts';
import { describeUnreadDate } from './model/describeUnread.ts';
import type { CutBibliography, Piece, ReadPiece } from './model/reference.ts';

const DATE_FIELDS = ['issued', 'accessed', 'event-date', 'original-date', 'submitted'];
/** Deeper JSON is no item of CSL; the parser recurses. */
const MAX_DEPTH = 60;

export const cutCslJson: CutBibliography = function* (text) {
  const spans = (yield* findItems(text, false)) ?? (yield* findItems(text, true)) ?? [];
  const problems: RegistryProblem[] = [];
  const start = text.search(/[^\s\ufeff]/);
  // Some programs put the list into an object.
  const isList =
    start >= 0 && (text[start] === '[' || /^\{\s*"(?:items|references)"\s*:\s*\[/.test(text.slice(start, start + 200)));
  if (start >= 0 && !isList)
    problems.push({
      message: l10n.t(
        'This is no CSL-JSON, which is a list of items: [{"id": "…", "type": "…"}]. Export it as CSL JSON.',
      ),
      span: { start, end: start + 1 },
    });
  return {
    pieces: isList
      ? spans.map(({ start, end }): Piece => ({ start, end, read: () => readItem(text.slice(start, end)) }))
      : [],
    problems,
  };
};

/**
 * The items of the outermost list. Undefined if one of them is not closed; with `recover`, one ends where a line begins as its
 * own line did.
 */
function* findItems(text: string, recover: boolean): Steps<readonly Span[] | undefined> {
  const items: Span[] = [];
  let list = -1;
  let depth = 0;
  let start = -1;
  let indent = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_LIST || code === OPEN) {
      if (list < 0 && code === OPEN_LIST) list = depth;
      else if (list >= 0 && depth === list + 1 && code === OPEN) {
        start = at;
        indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, at - 100), at))?.[1] ?? NO_LINE;
      }
      depth++;
    } else if (code === CLOSE_LIST || code === CLOSE) {
      depth = Math.max(0, depth - 1);
      if (start >= 0 && depth === list + 1) {
        items.push({ start, end: at + 1 });
        start = -1;
        yield;
      }
      if (list >= 0 && depth <= list) return items;
    } else if (recover && code === LINE_FEED && start >= 0 && text.startsWith(`${indent}{`, at + 1)) {
      items.push({ start, end: at });
      start = -1;
      depth = list + 1;
    }
  }
  if (!recover) return undefined;
  return start < 0 ? items : [...items, { start, end: text.length }];
}

const [QUOTE, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE, LINE_FEED] = [0x22, 0x5b, 0x5d, 0x7b, 0x7d, 0x0a];
/** Of an item that begins within a line. No line begins so. */
const NO_LINE = '\n';

/** The offset of the quotation mark that ends a string, or of the end of its line: JSON has no strings of several lines. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"') return at;
    else if (char === '\n') return at - 1;
  }
  return text.length;
}

function readItem(text: string): ReadPiece {
  if (depthOf(text) > MAX_DEPTH) return unreadable(0);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root?.type !== 'object') return unreadable(0);
  const problems: RegistryProblem[] = errors
    .slice(0, 1)
    .map(({ offset, length }) => syntaxProblem(offset, length, text));
  const id = located(findNodeAtLocation(root, ['id'])) ?? located(findNodeAtLocation(root, ['citation-key']));
  if (!id) {
    if (problems.length === 0)
      problems.push({
        message: l10n.t('This item has no “id” by which briefs could cite it. Add one, and export it again.'),
        span: { start: 0, end: 1 },
      });
    return { problems };
  }
  const fields: Record<string, unknown> = {};
  const places: Record<string, Span> = {};
  for (const { children } of root.children ?? []) {
    const [key, value] = children ?? [];
    if (!key || !value || key.value === 'id' || !isCslField(key.value as string)) continue;
    fields[key.value as string] = getNodeValue(value);
    places[key.value as string] = spanOf(value);
  }
  for (const name of DATE_FIELDS) {
    const span = places[name];
    if (span && !isUnderstood(fields[name]))
      problems.push({ message: describeUnreadDate(text.slice(span.start, span.end)), span, isLesser: true });
  }
  return { reference: { id, span: { start: 0, end: text.length }, fields, places }, problems };
}

/** Whether a date names a day, month or year, or says itself that it names none. */
function isUnderstood(value: unknown): boolean {
  const { date } = readCslDate(value);
  if (date) return true;
  const literal = typeof value === 'object' && value !== null && 'literal' in value ? value.literal : undefined;
  return typeof literal === 'string' && !/\d/.test(literal);
}

function unreadable(offset: number): ReadPiece {
  return { problems: [syntaxProblem(offset, 1, '')] };
}

function syntaxProblem(offset: number, length: number, text: string): RegistryProblem {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  return {
    message: l10n.t(
      'This item is not valid JSON here, so it is read only in part, or not at all. Export the file again.',
    ),
    span: { start, end: start + Math.max(1, length) },
  };
}

function located(node: Node | undefined): Located<string> | undefined {
  if (node?.type !== 'string' && node?.type !== 'number') return undefined;
  const value = String(node.value).trim();
  return value === '' ? undefined : { value, span: spanOf(node) };
}

/** Without the quotation marks of a string. */
function spanOf({ type, offset, length }: Node): Span {
  const inset = type === 'string' ? 1 : 0;
  return { start: offset + inset, end: Math.max(offset + inset, offset + length - inset) };
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN || code === OPEN_LIST) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE || code === CLOSE_LIST) depth--;
  }
  return deepest;
}
