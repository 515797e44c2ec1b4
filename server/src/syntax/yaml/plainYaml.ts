/**
 * YAML as registries are mostly written, read without the library, which takes ten times as long: fields on lines of their
 * own, values of one line, lists below a field or in brackets. At the slightest doubt the answer is undefined, and the
 * library reads it; what is read here is what the library reads (`plainYaml.test.ts`).
 */
import type { YamlField, YamlList, YamlMap, YamlNode, YamlScalar } from './yamlTree.ts';

/** The text, the place that is read next, and where the text begins in the file. */
interface Reader {
  readonly text: string;
  readonly by: number;
  at: number;
}

/** A value, and where it ends with its quotation mark. */
interface ParsedNode<T extends YamlNode = YamlNode> {
  readonly node: T;
  readonly end: number;
}

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/** Of an entry; more is for the library, which is guarded against it. */
const MAX_DEPTH = 6;
const MAX_FIELDS = 60;
const MAX_KEY_LENGTH = 60;

const trueLiteral = /^(?:true|True|TRUE)$/;
const booleanLiteral = /^(?:true|True|TRUE|false|False|FALSE)$/;
const nullLiteral = /^(?:null|Null|NULL)$/;
const isoDate = /^\d{4}-\d\d(?:-\d\d)?$/;
const integerLiteral = /^(?:0|[1-9]\d{0,14})$/;
const numberLike = /^[\d.+eExoa-fA-F_-]*$/;

/** An entry of a list, from the start of the line its dash is on to its end; spans count from `by` before its start. */
export function readEntryFast(text: string, baseOffset: number): YamlMap | undefined {
  const reader = { text, by: baseOffset, at: 0 };
  skipSpaces(reader);
  const entry = readListItem(reader, 0, 0);
  return entry?.node.kind === 'map' && reader.at === text.length ? entry.node : undefined;
}

/** The value on the rest of a line, with nothing but comments below it up to the end of the text. */
export function readValueFast(text: string, baseOffset: number): YamlNode | undefined {
  const reader = { text, by: baseOffset, at: 0 };
  skipSpaces(reader);
  const value = readLineValue(reader, 0);
  return value && reader.at === text.length ? value.node : undefined;
}

/** What stands behind the dash the reader is at. Afterwards the reader is at the first word of a line, or at the end. */
function readListItem(reader: Reader, lineStart: number, depth: number): ParsedNode | undefined {
  const { text } = reader;
  if (text.charCodeAt(reader.at) !== DASH || text.charCodeAt(reader.at + 1) !== SPACE) return undefined;
  reader.at += 2;
  skipSpaces(reader);
  return keyEnd(reader) > 0 ? readBlockMap(reader, reader.at - lineStart, depth) : readLineValue(reader, depth);
}

/** Fields below each other, the first of which the reader is at. */
function readBlockMap(reader: Reader, column: number, depth: number): ParsedNode<YamlMap> | undefined {
  const { text, by } = reader;
  const fields: YamlField[] = [];
  const start = reader.at;
  let end = start;
  if (depth > MAX_DEPTH) return undefined;
  for (let indent: number | undefined = column; indent === column && reader.at < text.length; ) {
    const key = readKey(reader, fields);
    if (!key) return undefined;
    const value = isAtLineEnd(reader) ? readNestedValue(reader, column, depth) : readLineValue(reader, depth);
    if (!value) return undefined;
    fields.push({ ...key, value: value.node });
    end = Math.max(end, value.end);
    indent = currentIndent(reader);
    if (indent > column) return undefined;
  }
  return { node: { kind: 'map', fields, span: { start: start + by, end: end + by } }, end };
}

/** The name of the field the reader is at, if those before leave room for it. Afterwards the reader is at its value. */
function readKey(reader: Reader, before: readonly YamlField[]): Pick<YamlField, 'key' | 'keySpan'> | undefined {
  const { at: from, text, by } = reader;
  const to = keyEnd(reader);
  const key = text.slice(from, to);
  if (to === 0 || before.length > MAX_FIELDS || before.some((field) => field.key === key)) return undefined;
  reader.at = to + 1;
  skipSpaces(reader);
  return { key, keySpan: { start: from + by, end: to + by } };
}

/** What stands below a field, deeper than it. */
function readNestedValue(reader: Reader, column: number, depth: number): ParsedNode | undefined {
  if (!skipToNextLine(reader)) return undefined;
  const indent = currentIndent(reader);
  if (indent <= column) return undefined;
  if (reader.text.charCodeAt(reader.at) !== DASH) return readBlockMap(reader, indent, depth + 1);
  const { text, by } = reader;
  const items: YamlNode[] = [];
  const start = reader.at;
  let end = start;
  while (reader.at < text.length && currentIndent(reader) === indent) {
    const item = readListItem(reader, reader.at - indent, depth + 1);
    if (!item) return undefined;
    items.push(item.node);
    end = Math.max(end, item.end);
  }
  if (reader.at < text.length && currentIndent(reader) > column) return undefined;
  return { node: { kind: 'list', items, span: { start: start + by, end: end + by } }, end };
}

/** A value on the line the reader is on, and on no further one. */
function readLineValue(reader: Reader, depth: number): ParsedNode | undefined {
  const value = readValue(reader, false, depth);
  return value && skipToNextLine(reader) !== undefined ? value : undefined;
}

function readValue(reader: Reader, inFlow: boolean, depth: number): ParsedNode | undefined {
  const code = reader.text.charCodeAt(reader.at);
  if (depth > MAX_DEPTH) return undefined;
  if (code === OPEN_LIST) return readFlowList(reader, depth + 1);
  if (code === OPEN_MAP) return readFlowMap(reader, depth + 1);
  return readScalar(reader, inFlow);
}

function readFlowList(reader: Reader, depth: number): ParsedNode<YamlList> | undefined {
  const { text, by } = reader;
  const start = reader.at++;
  const items: YamlNode[] = [];
  skipSpaces(reader);
  if (text.charCodeAt(reader.at) === CLOSE_LIST) reader.at += 1;
  else
    do {
      const item = readValue(reader, true, depth);
      if (!item) return undefined;
      items.push(item.node);
    } while (consumeSeparator(reader, CLOSE_LIST));
  if (text.charCodeAt(reader.at - 1) !== CLOSE_LIST) return undefined;
  return { node: { kind: 'list', items, span: { start: start + by, end: reader.at + by } }, end: reader.at };
}

function readFlowMap(reader: Reader, depth: number): ParsedNode<YamlMap> | undefined {
  const { text, by } = reader;
  const start = reader.at++;
  const fields: YamlField[] = [];
  skipSpaces(reader);
  do {
    const key = readKey(reader, fields);
    if (!key) return undefined;
    const value = readValue(reader, true, depth);
    if (!value) return undefined;
    fields.push({ ...key, value: value.node });
  } while (consumeSeparator(reader, CLOSE_MAP));
  if (text.charCodeAt(reader.at - 1) !== CLOSE_MAP) return undefined;
  return { node: { kind: 'map', fields, span: { start: start + by, end: reader.at + by } }, end: reader.at };
}

/** Whether a comma and a further item follow; the reader is behind the comma then, else behind `close` or at what is neither. */
function consumeSeparator(reader: Reader, close: number): boolean {
  skipSpaces(reader);
  const code = reader.text.charCodeAt(reader.at);
  if (code !== COMMA && code !== close) return false;
  reader.at += 1;
  if (code === close) return false;
  skipSpaces(reader);
  return true;
}

function readScalar(reader: Reader, inFlow: boolean): ParsedNode<YamlScalar> | undefined {
  const code = reader.text.charCodeAt(reader.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(reader, code);
  return canStartPlainScalar(code) ? readPlainScalar(reader, inFlow) : undefined;
}

/** Between quotation marks, where every character means itself. */
function readQuoted(reader: Reader, quote: number): ParsedNode<YamlScalar> | undefined {
  const { text, by } = reader;
  const start = reader.at + 1;
  let end = start;
  for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(++end)) {
    if (!isPlainChar(code) || (code === BACKSLASH && quote === DOUBLE_QUOTE)) return undefined;
  }
  const value = text.slice(start, end);
  reader.at = end + 1;
  if (value === '' || value.trim() !== value || text.charCodeAt(reader.at) === quote) return undefined;
  return { node: { kind: 'scalar', value, text: value, span: { start: start + by, end: end + by } }, end: reader.at };
}

function readPlainScalar(reader: Reader, inFlow: boolean): ParsedNode<YamlScalar> | undefined {
  const { text, by } = reader;
  const start = reader.at;
  let end = start;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (isLineBreak(code)) break;
    if (code === HASH && end < at) break;
    if (!isPlainChar(code)) return undefined;
    if (inFlow && isFlowIndicator(code)) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      // Behind the end of the text, too.
      if (!(next > SPACE) || (inFlow && isFlowIndicator(next))) return undefined;
    }
    end = at + 1;
  }
  reader.at = end;
  const written = text.slice(start, end);
  const value = resolveScalar(written);
  if (value === undefined || written.trim() !== written) return undefined;
  return { node: { kind: 'scalar', value, text: written, span: { start: start + by, end: end + by } }, end };
}

/** What words without quotation marks mean in YAML; undefined where they may mean a number that is written otherwise. */
function resolveScalar(written: string): string | number | boolean | undefined {
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    if (isoDate.test(written)) return written;
    if (integerLiteral.test(written)) return Number(written);
    return numberLike.test(written) ? undefined : written;
  }
  if (written.length > 5) return written;
  if (nullLiteral.test(written)) return undefined;
  return booleanLiteral.test(written) ? trueLiteral.test(written) : written;
}

/** Letters and digits, "(", "/", "_": what can be the first of nothing but words. */
function canStartPlainScalar(code: number): boolean {
  const small = code | 32;
  return (
    (small >= 97 && small <= 122) ||
    (code >= 47 && code <= 57) ||
    code === 40 ||
    code === 95 ||
    (code > 160 && isPlainChar(code))
  );
}

/** What means itself; not control characters and what only looks like white space. */
function isPlainChar(code: number): boolean {
  if (code < 127) return code >= SPACE;
  return code > 160 && code < 0xfff0 && code !== 0x2028 && code !== 0x2029 && code !== 0xfeff;
}

function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === OPEN_LIST || code === CLOSE_LIST || code === OPEN_MAP || code === CLOSE_MAP;
}

/** Where the name of the field ends that the reader is at: before a colon and a space or the end of the line; 0 if it is at none. */
function keyEnd({ text, at }: Reader): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const small = code | 32;
    const isLetter = (small >= 97 && small <= 122) || code === 95;
    if (!isLetter && (end === at || !((code >= 48 && code <= 57) || code === DASH))) break;
  }
  if (end === at || end > at + MAX_KEY_LENGTH || text.charCodeAt(end) !== COLON) return 0;
  const next = text.charCodeAt(end + 1);
  return next === SPACE || isLineBreak(next) || end + 1 === text.length ? end : 0;
}

function skipSpaces(reader: Reader): void {
  while (reader.text.charCodeAt(reader.at) === SPACE) reader.at += 1;
}

function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === CARRIAGE_RETURN;
}

/** Whether nothing but a comment stands on the rest of the line. */
function isAtLineEnd({ text, at }: Reader): boolean {
  const code = text.charCodeAt(at);
  return isLineBreak(code) || code === HASH || at === text.length;
}

/**
 * Goes on to the first word of the next line that has one, or to the end. Undefined if there is still something on this
 * line, or a tab or another odd character on the way.
 */
function skipToNextLine(reader: Reader): true | undefined {
  const { text } = reader;
  let at = reader.at;
  let hasLeftLine = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) hasLeftLine = true;
    else if (code === HASH && (hasLeftLine || text.charCodeAt(at - 1) === SPACE)) {
      while (at + 1 < text.length && !isLineBreak(text.charCodeAt(at + 1))) at += 1;
    } else if (code === CARRIAGE_RETURN ? text.charCodeAt(at + 1) !== NEWLINE : code !== SPACE) {
      if (!hasLeftLine || code === TAB || code === CARRIAGE_RETURN) return undefined;
      break;
    }
    at += 1;
  }
  reader.at = at;
  return true;
}

/** The column of the word the reader is at, which is the first on its line; -1 at the end of the text. */
function currentIndent({ text, at }: Reader): number {
  return at === text.length ? -1 : at - text.lastIndexOf('\n', at - 1) - 1;
}
