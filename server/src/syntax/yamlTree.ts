import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser } from 'yaml';
import type { Span } from './span.ts';
import { clipToLine, explainSyntax, quote } from './yamlMessages.ts';

/**
 * A stretch of YAML as plain data with a span for every value, whatever the text is. The `yaml` package does the
 * reading; this file keeps it within bounds (depth, length, aliases, number of mistakes) and out of sight.
 */

export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  /** As YAML's core schema reads it; `text` is what was written, so `1.10` stays `1.10`. */
  readonly value: string | number | boolean | null;
  readonly text: string;
  /** The value itself, without quotation marks where what stands between them is the value letter for letter. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

export interface YamlMap {
  readonly kind: 'map';
  /** Keys are unique: of a repeated key the first counts. */
  readonly fields: readonly YamlField[];
  readonly span: Span;
}

export interface YamlField {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** What the stretches of one text share: the anchors seen so far, and where mistakes go. */
export interface YamlContext {
  readonly text: string;
  readonly anchors: Map<string, { readonly node: YamlNode; readonly size: number }>;
  /** How many more values aliases may copy. */
  aliasBudget: number;
  readonly report: (message: string, span: Span) => void;
}

/** Deeper text is no registry, and the recursive composer of `yaml` brings down the whole process at some depth. */
const maxDepth = 60;
/** About 0.3 s of work in one stretch; an entry has some hundred tokens. */
const maxTokens = 250_000;
const maxAliasCopies = 100_000;
const maxMistakesPerStretch = 3;
const maxMistakesInWhole = 20;
const maxDocuments = 20;

/** A context for reading one text; `report` is called once per mistake, in no promised order. */
export function yamlContext(text: string, report: YamlContext['report']): YamlContext {
  return { text, anchors: new Map(), aliasBudget: maxAliasCopies, report };
}

export interface YamlReading {
  /** The documents that stand in the stretch; empty ones are left out. */
  readonly nodes: readonly YamlNode[];
  /** Whether mistakes of syntax were reported, so that missing fields are no news. */
  readonly damaged: boolean;
}

/**
 * Reads the YAML of `stretch`, which starts at the start of a line of `context.text`. Spans count from the start of
 * the whole text. Never throws; what cannot be read is left out and reported to the context.
 */
export function readYamlStretch(context: YamlContext, stretch: Span): YamlReading {
  const source = context.text.slice(stretch.start, stretch.end);
  const tokens = readTokens(source);
  if ('stoppedAt' in tokens) {
    const at = Math.min(stretch.start + tokens.stoppedAt, stretch.end);
    context.report(tokens.message, clipToLine(context.text, { start: at, end: at + 1 }));
    return { nodes: [], damaged: true };
  }
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, resolveKnownTags: false });
  const nodes: YamlNode[] = [];
  const mistakes: { code: string; message: string; span: Span }[] = [];
  let documents = 0;
  try {
    for (const document of composer.compose(tokens.tokens)) {
      for (const error of document.errors) {
        const [start, end] = error.pos;
        const span = { start: start + stretch.start, end: end + stretch.start };
        mistakes.push({ code: error.code, message: error.message, span });
      }
      const node = document.contents && buildNode(context, document.contents, stretch.start);
      if (node && !isEmptyScalar(node)) nodes.push(node);
      documents += 1;
      if (documents >= maxDocuments) break;
    }
  } catch (error) {
    mistakes.push({ code: 'IMPOSSIBLE', message: String(error), span: stretch });
  }
  const whole = stretch.start === 0 && stretch.end === context.text.length;
  reportMistakes(context, mistakes, whole ? maxMistakesInWhole : maxMistakesPerStretch);
  return { nodes, damaged: mistakes.length > 0 };
}

/** One mistake often makes the library stumble several times over the same line; the first says most. */
function reportMistakes(context: YamlContext, mistakes: { code: string; message: string; span: Span }[], most: number) {
  let reported = 0;
  let lineEnd = -1;
  mistakes.sort((a, b) => a.span.start - b.span.start);
  for (const mistake of mistakes) {
    if (mistake.span.start < lineEnd) continue;
    if (reported === most) break;
    const { message, span } = explainSyntax(context.text, mistake);
    const place = clipToLine(context.text, span);
    context.report(message, place);
    const newline = context.text.indexOf('\n', Math.max(place.start, mistake.span.start));
    lineEnd = newline < 0 ? context.text.length + 1 : newline + 1;
    reported += 1;
  }
}

function readTokens(source: string): { tokens: CST.Token[] } | { stoppedAt: number; message: string } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    count += 1;
    // Closing what is still open recurses as deep as the stack is high, so the guard comes before the end.
    if (parser.stack.length > maxDepth) {
      const message =
        'Lists and fields are nested too deeply here to be read. An entry needs three levels at most: ' +
        'remove the extra brackets, dashes or indentation.';
      return { stoppedAt: parser.offset, message };
    }
    if (count > maxTokens) {
      const message =
        'This part is too long to be read as one piece. Write one entry per item, each starting on a ' +
        'line of its own with "- id:".';
      return { stoppedAt: 0, message };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function buildNode(context: YamlContext, node: Node, shift: number): YamlNode {
  if (isAlias(node)) return copyAnchor(context, node.source, rangeOf(node, shift));
  const built = buildValue(context, node, shift);
  if ('anchor' in node && node.anchor) {
    // Entered only now: an anchor is not visible inside its own value, so no cycle can arise.
    context.anchors.set(node.anchor, { node: built, size: sizeOf(built) });
  }
  return built;
}

function buildValue(context: YamlContext, node: Node, shift: number): YamlNode {
  const range = rangeOf(node, shift);
  if (isMap(node)) {
    const pairs = node.items.map((pair) => {
      const key = buildNode(context, pair.key as Node, shift);
      const value = pair.value ? buildNode(context, pair.value as Node, shift) : emptyAt(key.span.end);
      return { key, value };
    });
    const end = node.flow ? range.end : (pairs.at(-1)?.value.span.end ?? range.end);
    const last = pairs.at(-1);
    const span = { start: range.start, end: Math.max(end, last?.key.span.end ?? 0) };
    return { kind: 'map', fields: uniqueFields(context, pairs), span };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => buildNode(context, item as Node, shift));
    const end = node.flow ? range.end : (items.at(-1)?.span.end ?? range.end);
    return { kind: 'list', items, span: { start: range.start, end: Math.max(range.start, end) } };
  }
  if (!isScalar(node)) return emptyAt(range.start);
  const { value } = node;
  const plain = typeof value === 'number' || typeof value === 'boolean' || value === null ? value : String(value);
  const text = typeof plain === 'string' ? plain : (node.source ?? String(plain));
  const inner = { start: range.start + 1, end: range.end - 1 };
  const quoted =
    /^["']/.test(context.text.slice(range.start, range.start + 1)) && context.text.startsWith(text, inner.start);
  const exact = quoted && inner.end - inner.start === text.length;
  return { kind: 'scalar', value: plain, text, span: exact ? inner : range };
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
      const message = `${quote(key.text)} stands twice in this entry, and only the first one counts. Remove or rename one.`;
      context.report(message, clipToLine(context.text, key.span));
    }
  }
  for (const map of merged) {
    if (map.kind !== 'map') continue;
    for (const field of map.fields) if (!fields.has(field.key)) fields.set(field.key, field);
  }
  return [...fields.values()];
}

function copyAnchor(context: YamlContext, name: string, span: Span): YamlNode {
  const anchor = context.anchors.get(name);
  if (!anchor) {
    const message =
      `A value that starts with * repeats one marked with & earlier, and nothing is marked ${quote(`&${name}`)}. ` +
      'If it is ordinary text, put it in quotation marks.';
    context.report(message, clipToLine(context.text, span));
    return { kind: 'scalar', value: `*${name}`, text: `*${name}`, span };
  }
  // A few lines of aliases to aliases can stand for billions of values.
  if (anchor.size > context.aliasBudget) {
    if (context.aliasBudget > 0) {
      const message =
        'Aliases (*name) repeat too many values in this file; from here on they are left out. Write the values out.';
      context.report(message, clipToLine(context.text, span));
    }
    context.aliasBudget = 0;
    return emptyAt(span.start);
  }
  context.aliasBudget -= anchor.size;
  return anchor.node.kind === 'scalar' ? { ...anchor.node, span } : anchor.node;
}

/** How many values a node holds, itself and what aliases repeat included. */
function sizeOf(node: YamlNode): number {
  if (node.kind === 'scalar') return 1;
  let size = 1;
  if (node.kind === 'list') for (const item of node.items) size += sizeOf(item);
  else for (const field of node.fields) size += sizeOf(field.value);
  return size;
}

function rangeOf(node: Node, shift: number): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start: start + shift, end: end + shift };
}

function emptyAt(offset: number): YamlScalar {
  return { kind: 'scalar', value: null, text: '', span: { start: offset, end: offset } };
}

/** Whether nothing was written, as in `title:`; an empty pair of quotation marks counts as nothing, too. */
export function isEmptyScalar(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.value === null || node.text.trim() === '');
}

/** The field of a map under `key`, or undefined. */
export function fieldOf(node: YamlNode | undefined, key: string): YamlField | undefined {
  return node?.kind === 'map' ? node.fields.find((field) => field.key === key) : undefined;
}
