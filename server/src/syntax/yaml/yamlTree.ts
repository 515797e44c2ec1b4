import * as l10n from '@vscode/l10n';
import { Composer, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { quote } from '../../base/text/quote.ts';
import { detach, type Span, slice } from '../../base/text/span.ts';
import type { ProblemDetail } from '../ast.ts';
import { readYamlTokens } from './boundedParser.ts';
import { quoteScalar } from './quoteScalar.ts';
import { clipToLine, explainSyntaxError, type YamlSyntaxError } from './syntaxMessages.ts';

/**
 * Parses YAML into plain data with a span for every value, whatever the text is. The `yaml` package does the parsing;
 * this file limits it (depth, length, aliases, number of errors) and hides it.
 */

export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** The value in YAML’s core schema; `text` is as written, so `1.10` remains `1.10`. */
  readonly value: string | number | boolean | null;
  readonly text: string;
  /** The value without its quotation marks, if the text between them is the value literally. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Keys are unique: the first of several counts. */
  readonly fields: readonly YamlField[];
  readonly span: Span;
}

export interface YamlField {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** Shared by all pieces of one text: the anchors so far, and where problems go. */
export interface YamlContext {
  readonly text: string;
  readonly anchors: Map<string, { readonly node: YamlNode; readonly size: number }>;
  /** The number of values that aliases may still copy. */
  readonly aliasBudget: { left: number };
  readonly report: (message: string, span: Span, detail?: ProblemDetail) => void;
}

const MAX_ALIAS_COPIES = 100_000;
const MAX_ERRORS = 20;
const MAX_DOCUMENTS = 20;

/** A context for parsing one text; `report` is called once per problem, in no particular order. */
export function createYamlContext(text: string, report: YamlContext['report']): YamlContext {
  return { text, anchors: new Map(), aliasBudget: { left: MAX_ALIAS_COPIES }, report };
}

export interface YamlParseResult {
  /** The documents of the piece without the empty ones. */
  readonly nodes: readonly YamlNode[];
  /** Whether syntax errors were reported; missing fields may then be a consequence. */
  readonly damaged: boolean;
}

/**
 * Parses the part of `context.text` in `range`, which starts at the start of a line. Spans are relative to the whole
 * text. Never throws: what cannot be parsed is omitted and reported to the context. `shouldReportAll`: reports errors
 * even after one that affects the following lines.
 */
export function readYamlRange(context: YamlContext, range: Span, shouldReportAll = false): YamlParseResult {
  // A slice would keep the whole text alive after the next edit.
  const source = detach(slice(context.text, range));
  const tokens = readYamlTokens(source);
  if ('stoppedAt' in tokens) {
    const at = Math.min(range.start + tokens.stoppedAt, range.end);
    context.report(tokens.message, clipToLine(context.text, { start: at, end: at + 1 }));
    return { nodes: [], damaged: true };
  }
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, resolveKnownTags: false });
  const nodes: YamlNode[] = [];
  const errors: YamlSyntaxError[] = [];
  let documents = 0;
  const { stackTraceLimit } = Error;
  // The stack traces of the library's errors are never shown, and creating them is nine tenths of the cost of parsing
  // garbage.
  Error.stackTraceLimit = 0;
  try {
    for (const document of composer.compose(tokens.tokens)) {
      for (const error of document.errors) {
        const [start, end] = error.pos;
        const span = { start: start + range.start, end: end + range.start };
        errors.push({ code: error.code, message: error.message, span });
      }
      const node = document.contents && buildNode(context, document.contents, range.start);
      if (node && !isEmptyScalar(node)) nodes.push(node);
      documents += 1;
      if (documents >= MAX_DOCUMENTS) break;
    }
  } catch (error) {
    errors.push({ code: 'IMPOSSIBLE', message: String(error), span: range });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  reportErrors(context, errors, shouldReportAll);
  return { nodes, damaged: errors.length > 0 };
}

/** One mistake often causes several errors in the following lines; the first is the most informative. */
function reportErrors(context: YamlContext, errors: YamlSyntaxError[], shouldReportAll: boolean): void {
  let reported = 0;
  let lineEnd = -1;
  errors.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const mistake of errors) {
    if (mistake.span.start < lineEnd) continue;
    const { message, span, affectsFollowingLines: spreads } = explainSyntaxError(context.text, mistake);
    const clippedSpan = clipToLine(context.text, span);
    context.report(message, clippedSpan);
    reported += 1;
    if (reported === MAX_ERRORS || (spreads && !shouldReportAll)) break;
    const newline = context.text.indexOf('\n', Math.max(clippedSpan.start, mistake.span.start));
    lineEnd = newline < 0 ? context.text.length + 1 : newline + 1;
  }
}

function buildNode(context: YamlContext, node: Node, shift: number): YamlNode {
  if (isAlias(node)) return resolveAlias(context, node.source, rangeOf(node, shift));
  const built = buildValue(context, node, shift);
  if ('anchor' in node && node.anchor) {
    // Added only now: an anchor is not visible inside its own value, so there are no cycles.
    context.anchors.set(node.anchor, { node: built, size: countValues(built) });
  }
  return built;
}

function buildValue(context: YamlContext, node: Node, shift: number): YamlNode {
  const range = rangeOf(node, shift);
  if (isMap(node)) {
    let end = node.flow ? range.end : range.start;
    const pairs = node.items.map((pair) => {
      const key = buildNode(context, pair.key as Node, shift);
      const value = pair.value ? buildNode(context, pair.value as Node, shift) : createEmptyScalar(key.span.end);
      if (!node.flow) end = Math.max(end, key.span.end, endOf(pair.value as Node | null, value, shift));
      return { key, value };
    });
    return { kind: 'map', fields: uniqueFields(context, pairs), span: { start: range.start, end } };
  }
  if (isSeq(node)) {
    let end = node.flow ? range.end : range.start;
    const items = node.items.map((item) => {
      const value = buildNode(context, item as Node, shift);
      if (!node.flow) end = Math.max(end, endOf(item as Node, value, shift));
      return value;
    });
    return { kind: 'list', items, span: { start: range.start, end } };
  }
  if (!isScalar(node)) return createEmptyScalar(range.start);
  const { value } = node;
  const plain = typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
  const text = typeof plain === 'string' ? plain : (node.source ?? String(plain));
  const span = innerSpan(context.text, range, text.trim(), node.type);
  return { kind: 'scalar', value: plain, text, span };
}

/** The end of a value including its quotation mark, which its span excludes. */
function endOf(node: Node | null, value: YamlNode, shift: number): number {
  const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
  return quoted ? rangeOf(node, shift).end : value.span.end;
}

/** The span of the value without quotation marks or the "|" line, if it is written literally. */
function innerSpan(text: string, range: Span, value: string, type: string | undefined): Span {
  const raw = text.slice(range.start, range.end);
  if (value === '' || raw === value) return range;
  const at = raw.indexOf(value, type?.startsWith('BLOCK') ? raw.indexOf('\n') : 0);
  return at < 0 ? range : { start: range.start + at, end: range.start + at + value.length };
}

function uniqueFields(context: YamlContext, pairs: readonly { key: YamlNode; value: YamlNode }[]): YamlField[] {
  const fields = new Map<string, YamlField>();
  const merged: YamlNode[] = [];
  for (const { key, value } of pairs) {
    if (key.kind !== 'scalar') continue;
    if (key.text === '<<' && value.kind === 'map') merged.push(value);
    else if (key.text === '<<' && value.kind === 'list') for (const item of value.items) merged.push(item);
    else if (!fields.has(key.text)) fields.set(key.text, { key: key.text, keySpan: key.span, value });
    else {
      const message = l10n.t(
        '{0} appears twice in this entry; only the first counts. Remove or rename one.',
        quote(key.text),
      );
      context.report(message, clipToLine(context.text, key.span));
    }
  }
  for (const map of merged) {
    if (map.kind !== 'map') continue;
    for (const field of map.fields) if (!fields.has(field.key)) fields.set(field.key, field);
  }
  return [...fields.values()];
}

function resolveAlias(context: YamlContext, name: string, span: Span): YamlNode {
  const anchor = context.anchors.get(name);
  if (!anchor) {
    const message = l10n.t(
      'Nothing above is marked {0}, which a value with * repeats. If this is ordinary text, put it in quotation marks.',
      quote(`&${name}`),
    );
    context.report(message, clipToLine(context.text, span), { suggestion: quoteScalar(`*${name}`) });
    return { kind: 'scalar', value: `*${name}`, text: `*${name}`, span };
  }
  // A few lines of aliases to aliases can expand to billions of values.
  if (anchor.size > context.aliasBudget.left) {
    if (context.aliasBudget.left > 0) {
      const message = l10n.t(
        'Aliases (*name) repeat too many values; from here on they are left out. Write the values out.',
      );
      context.report(message, clipToLine(context.text, span));
    }
    context.aliasBudget.left = 0;
    return createEmptyScalar(span.start);
  }
  context.aliasBudget.left -= anchor.size;
  return anchor.node.kind === 'scalar' ? { ...anchor.node, span } : anchor.node;
}

/** The number of values in a node, including itself and what aliases copy. */
function countValues(node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  let size = 1;
  if (node.kind === 'list') for (const item of node.items) size += countValues(item);
  else for (const field of node.fields) size += countValues(field.value);
  return size;
}

function rangeOf(node: Node, shift: number): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: start + shift, end: end + shift };
}

function createEmptyScalar(offset: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', span: { start: offset, end: offset } };
}

/** Whether nothing was written, as in `title:`; a pair of quotation marks with nothing inside counts as nothing. */
export function isEmptyScalar(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.text.trim() === '');
}

/** The field of a map with this key; undefined if there is none. */
export function fieldOf(node: YamlNode | undefined, key: string): YamlField | undefined {
  return node?.kind === 'map' ? node.fields.find((field) => field.key === key) : undefined;
}
