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
interface Read<T extends YamlNode = YamlNode> {
  readonly node: T;
  readonly end: number;
}

const TAB = 9;
const NEWLINE = 10;
const RETURN = 13;
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
const MOST_NESTED = 6;
const MOST_FIELDS = 60;
const LONGEST_KEY = 60;

const truth = /^(?:true|True|TRUE)$/;
const truthValue = /^(?:true|True|TRUE|false|False|FALSE)$/;
const nothing = /^(?:null|Null|NULL)$/;
const day = /^\d{4}-\d\d(?:-\d\d)?$/;
const count = /^(?:0|[1-9]\d{0,14})$/;
const likeNumber = /^[\d.+eExoa-fA-F_-]*$/;

/** An entry of a list, from the start of the line its dash is on to its end; spans count from `by` before its start. */
export function readPlainEntry(text: string, by: number): YamlMap | undefined {
  const reader = { text, by, at: 0 };
  skipSpaces(reader);
  const entry = readItem(reader, 0, 0);
  return entry?.node.kind === 'map' && reader.at === text.length ? entry.node : undefined;
}

/** The value on the rest of a line, with nothing but comments below it up to the end of the text. */
export function readPlainValue(text: string, by: number): YamlNode | undefined {
  const reader = { text, by, at: 0 };
  skipSpaces(reader);
  const value = readLine(reader, 0);
  return value && reader.at === text.length ? value.node : undefined;
}

/** What stands behind the dash the reader is at. Afterwards the reader is at the first word of a line, or at the end. */
function readItem(reader: Reader, lineStart: number, depth: number): Read | undefined {
  const { text } = reader;
  if (text.charCodeAt(reader.at) !== DASH || text.charCodeAt(reader.at + 1) !== SPACE) return undefined;
  reader.at += 2;
  skipSpaces(reader);
  return keyEnd(reader) > 0 ? readMap(reader, reader.at - lineStart, depth) : readLine(reader, depth);
}

/** Fields below each other, the first of which the reader is at. */
function readMap(reader: Reader, column: number, depth: number): Read<YamlMap> | undefined {
  const { text, by } = reader;
  const fields: YamlField[] = [];
  const start = reader.at;
  let end = start;
  if (depth > MOST_NESTED) return undefined;
  for (let indent: number | undefined = column; indent === column && reader.at < text.length; ) {
    const key = readKey(reader, fields);
    if (!key) return undefined;
    const value = isLineEnd(reader) ? readBelow(reader, column, depth) : readLine(reader, depth);
    if (!value) return undefined;
    fields.push({ ...key, value: value.node });
    end = Math.max(end, value.end);
    indent = indentAt(reader);
    if (indent > column) return undefined;
  }
  return { node: { kind: 'map', fields, span: { start: start + by, end: end + by } }, end };
}

/** The name of the field the reader is at, if those before leave room for it. Afterwards the reader is at its value. */
function readKey(reader: Reader, before: readonly YamlField[]): Pick<YamlField, 'key' | 'keySpan'> | undefined {
  const { at: from, text, by } = reader;
  const to = keyEnd(reader);
  const key = text.slice(from, to);
  if (to === 0 || before.length > MOST_FIELDS || before.some((field) => field.key === key)) return undefined;
  reader.at = to + 1;
  skipSpaces(reader);
  return { key, keySpan: { start: from + by, end: to + by } };
}

/** What stands below a field, deeper than it. */
function readBelow(reader: Reader, column: number, depth: number): Read | undefined {
  if (!toNextLine(reader)) return undefined;
  const indent = indentAt(reader);
  if (indent <= column) return undefined;
  if (reader.text.charCodeAt(reader.at) !== DASH) return readMap(reader, indent, depth + 1);
  const { text, by } = reader;
  const items: YamlNode[] = [];
  const start = reader.at;
  let end = start;
  while (reader.at < text.length && indentAt(reader) === indent) {
    const item = readItem(reader, reader.at - indent, depth + 1);
    if (!item) return undefined;
    items.push(item.node);
    end = Math.max(end, item.end);
  }
  if (reader.at < text.length && indentAt(reader) > column) return undefined;
  return { node: { kind: 'list', items, span: { start: start + by, end: end + by } }, end };
}

/** A value on the line the reader is on, and on no further one. */
function readLine(reader: Reader, depth: number): Read | undefined {
  const value = readValue(reader, false, depth);
  return value && toNextLine(reader) !== undefined ? value : undefined;
}

function readValue(reader: Reader, inFlow: boolean, depth: number): Read | undefined {
  const code = reader.text.charCodeAt(reader.at);
  if (depth > MOST_NESTED) return undefined;
  if (code === OPEN_LIST) return readFlowList(reader, depth + 1);
  if (code === OPEN_MAP) return readFlowMap(reader, depth + 1);
  return readScalar(reader, inFlow);
}

function readFlowList(reader: Reader, depth: number): Read<YamlList> | undefined {
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
    } while (hasNext(reader, CLOSE_LIST));
  if (text.charCodeAt(reader.at - 1) !== CLOSE_LIST) return undefined;
  return { node: { kind: 'list', items, span: { start: start + by, end: reader.at + by } }, end: reader.at };
}

function readFlowMap(reader: Reader, depth: number): Read<YamlMap> | undefined {
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
  } while (hasNext(reader, CLOSE_MAP));
  if (text.charCodeAt(reader.at - 1) !== CLOSE_MAP) return undefined;
  return { node: { kind: 'map', fields, span: { start: start + by, end: reader.at + by } }, end: reader.at };
}

/** Whether a comma and a further item follow; the reader is behind the comma then, else behind `close` or at what is neither. */
function hasNext(reader: Reader, close: number): boolean {
  skipSpaces(reader);
  const code = reader.text.charCodeAt(reader.at);
  if (code !== COMMA && code !== close) return false;
  reader.at += 1;
  if (code === close) return false;
  skipSpaces(reader);
  return true;
}

function readScalar(reader: Reader, inFlow: boolean): Read<YamlScalar> | undefined {
  const code = reader.text.charCodeAt(reader.at);
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(reader, code);
  return mayBegin(code) ? readUnquoted(reader, inFlow) : undefined;
}

/** Between quotation marks, where every character means itself. */
function readQuoted(reader: Reader, quote: number): Read<YamlScalar> | undefined {
  const { text, by } = reader;
  const start = reader.at + 1;
  let end = start;
  for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(++end)) {
    if (!isPlain(code) || (code === BACKSLASH && quote === DOUBLE_QUOTE)) return undefined;
  }
  const value = text.slice(start, end);
  reader.at = end + 1;
  if (value === '' || value.trim() !== value || text.charCodeAt(reader.at) === quote) return undefined;
  return { node: { kind: 'scalar', value, text: value, span: { start: start + by, end: end + by } }, end: reader.at };
}

function readUnquoted(reader: Reader, inFlow: boolean): Read<YamlScalar> | undefined {
  const { text, by } = reader;
  const start = reader.at;
  let end = start;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (isBreak(code)) break;
    if (code === HASH && end < at) break;
    if (!isPlain(code)) return undefined;
    if (inFlow && isFlowSign(code)) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      // Behind the end of the text, too.
      if (!(next > SPACE) || (inFlow && isFlowSign(next))) return undefined;
    }
    end = at + 1;
  }
  reader.at = end;
  const written = text.slice(start, end);
  const value = meaningOf(written);
  if (value === undefined || written.trim() !== written) return undefined;
  return { node: { kind: 'scalar', value, text: written, span: { start: start + by, end: end + by } }, end };
}

/** What words without quotation marks mean in YAML; undefined where they may mean a number that is written otherwise. */
function meaningOf(written: string): string | number | boolean | undefined {
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    if (day.test(written)) return written;
    if (count.test(written)) return Number(written);
    return likeNumber.test(written) ? undefined : written;
  }
  if (written.length > 5) return written;
  if (nothing.test(written)) return undefined;
  return truthValue.test(written) ? truth.test(written) : written;
}

/** Letters and digits, "(", "/", "_": what can be the first of nothing but words. */
function mayBegin(code: number): boolean {
  const small = code | 32;
  return (
    (small >= 97 && small <= 122) ||
    (code >= 47 && code <= 57) ||
    code === 40 ||
    code === 95 ||
    (code > 160 && isPlain(code))
  );
}

/** What means itself; not control characters and what only looks like white space. */
function isPlain(code: number): boolean {
  if (code < 127) return code >= SPACE;
  return code > 160 && code < 0xfff0 && code !== 0x2028 && code !== 0x2029 && code !== 0xfeff;
}

function isFlowSign(code: number): boolean {
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
  if (end === at || end > at + LONGEST_KEY || text.charCodeAt(end) !== COLON) return 0;
  const next = text.charCodeAt(end + 1);
  return next === SPACE || isBreak(next) || end + 1 === text.length ? end : 0;
}

function skipSpaces(reader: Reader): void {
  while (reader.text.charCodeAt(reader.at) === SPACE) reader.at += 1;
}

function isBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

/** Whether nothing but a comment stands on the rest of the line. */
function isLineEnd({ text, at }: Reader): boolean {
  const code = text.charCodeAt(at);
  return isBreak(code) || code === HASH || at === text.length;
}

/**
 * Goes on to the first word of the next line that has one, or to the end. Undefined if there is still something on this
 * line, or a tab or another odd character on the way.
 */
function toNextLine(reader: Reader): true | undefined {
  const { text } = reader;
  let at = reader.at;
  let isNew = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) isNew = true;
    else if (code === HASH && (isNew || text.charCodeAt(at - 1) === SPACE)) {
      while (at + 1 < text.length && !isBreak(text.charCodeAt(at + 1))) at += 1;
    } else if (code === RETURN ? text.charCodeAt(at + 1) !== NEWLINE : code !== SPACE) {
      if (!isNew || code === TAB || code === RETURN) return undefined;
      break;
    }
    at += 1;
  }
  reader.at = at;
  return true;
}

/** The column of the word the reader is at, which is the first on its line; -1 at the end of the text. */
function indentAt({ text, at }: Reader): number {
  return at === text.length ? -1 : at - text.lastIndexOf('\n', at - 1) - 1;
}
