/** The position of the cursor in a registry or front matter: in which list, in which field of an entry. */

import type { Span } from '../../base/text/span.ts';
import type { Brief } from '../../syntax/ast.ts';
import { frontMatterLength } from '../../syntax/brief/block.ts';
import type { OpenFile } from '../feature.ts';
import { readYamlLine, type YamlLine } from './yamlLine.ts';
import { lineStartAt, linesAbove, linesFrom, type ParsedLine, parseLine } from './yamlLines.ts';

/** A position in a file: a brief with front matter, a registry, a `.briefmark.yaml`, or a review. */
export interface YamlPlace {
  readonly text: string;
  readonly offset: number;
  readonly brief?: Brief;
  readonly isConfig?: boolean;
  readonly isReview?: boolean;
}

/** What a file is, as far as it matters to its YAML. */
export function yamlKindOf(file: OpenFile): Pick<YamlPlace, 'brief' | 'isConfig' | 'isReview'> {
  if (file.kind === 'brief') return { brief: file.value };
  return { isConfig: file.config !== undefined, isReview: file.isReview === true };
}

export interface YamlCursor {
  /** `fields`: the top level of a registry or of front matter. */
  readonly section: 'fields' | 'types' | 'entities' | 'sources' | 'config' | 'review';
  /** For a value: the path to its field. For a field name: the path to its parent. */
  readonly path: readonly string[];
  readonly expects: 'key' | 'value';
  readonly typed: Span;
  readonly whole: Span;
  /** The space that YAML requires before the text. */
  readonly leadingSpace: string;
  /** The quotation mark the value starts with, and the closing one if it is missing. */
  readonly quote: string;
  readonly missingQuote: string;
  readonly hasColon: boolean;
  /** The sibling fields that exist. */
  readonly existingKeys: ReadonlySet<string>;
}

type LineContext = Pick<YamlCursor, 'section' | 'path' | 'expects' | 'existingKeys'>;

const SECTIONS: Readonly<Record<string, YamlCursor['section']>> = {
  types: 'types',
  entities: 'entities',
  references: 'sources',
  sources: 'sources',
};
const MAX_LINE_LENGTH = 2_000;
/** A `---` at the top of a brief does not start a front matter longer than this. */
const MAX_FRONT_MATTER_LENGTH = 20_000;

const blankLine = /\n[ \t]*\r?\n/;
const startsFrontMatter = /^\uFEFF?---[ \t]*\r?\n/;
const keyPattern = /([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:(?=\s|$)/gu;

/** The YAML position of the cursor; undefined in prose and comments, and where it cannot be determined. */
export function yamlCursorAt(context: YamlPlace): YamlCursor | undefined {
  const { text, offset } = context;
  const region = context.brief ? frontMatterAround(text, offset) : { start: 0, end: text.length };
  if (!region) return undefined;
  const lineStart = lineStartAt(text, offset);
  if (lineStart < region.start || offset - lineStart > MAX_LINE_LENGTH) return undefined;
  const before = text.slice(lineStart, offset);
  const lineEnd = text.indexOf('\n', offset);
  const after = text.slice(offset, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const line = readYamlLine(before);
  const lineContext =
    line &&
    (context.isConfig || context.isReview
      ? contextOfNestedLine(context.isReview ? 'review' : 'config', text, region, lineStart, line, after)
      : contextOfLine(text, region, lineStart, line, after));
  if (!line || !lineContext) return undefined;
  const restLength =
    lineContext.expects === 'key' ? /^[\p{L}\p{N}_-]*/u.exec(after)![0].length : restOfValueLength(after, line);
  const start = lineStart + line.start;
  return {
    ...lineContext,
    typed: { start, end: offset },
    whole: { start, end: offset + restLength },
    leadingSpace: line.needsSpace ? ' ' : '',
    quote: line.quote,
    missingQuote: after[restLength] === line.quote ? '' : line.quote,
    hasColon: /^["']?[ \t]*:/.test(after.slice(restLength)),
  };
}

/** The text between the `---` lines if the cursor is in it, even if the second `---` is missing. */
function frontMatterAround(text: string, offset: number): Span | undefined {
  const start = startsFrontMatter.exec(text)?.[0].length;
  if (start === undefined || offset < start || offset > MAX_FRONT_MATTER_LENGTH) return undefined;
  const length = frontMatterLength(text);
  if (length !== undefined) {
    const end = text.lastIndexOf('\n', length - 1) + 1;
    return offset < end ? { start, end } : undefined;
  }
  const blankLineStart = text.slice(start - 1).search(blankLine);
  const end = blankLineStart < 0 ? text.length : start + blankLineStart;
  return offset <= end ? { start, end } : undefined;
}

function contextOfLine(
  text: string,
  region: Span,
  lineStart: number,
  line: YamlLine,
  after: string,
): LineContext | undefined {
  const { expects } = line;
  const siblingKeys = () =>
    new Set([...line.precedingKeys, ...[...(after.split('}')[0] ?? '').matchAll(keyPattern)].map((key) => key[1]!)]);
  if (line.column === 0 && line.dashes.length === 0) {
    const existingKeys = line.isInFlow ? siblingKeys() : topLevelKeys(text, region, lineStart);
    return { section: 'fields', path: line.path, expects, existingKeys: existingKeys };
  }
  const topLevelKey = topLevelKeyAbove(text, region, lineStart);
  const section = topLevelKey?.key === undefined ? (topLevelKey ? undefined : 'sources') : SECTIONS[topLevelKey.key];
  if (!section) {
    // Items of a list in front matter, such as `ignore`.
    const isItem = topLevelKey?.key !== undefined && line.dashes.length > 0 && line.path.length === 0;
    return isItem
      ? { section: 'fields', path: [topLevelKey.key!], expects: 'value', existingKeys: new Set() }
      : undefined;
  }
  const entryColumn =
    firstDashColumn(text, { start: topLevelKey?.end ?? region.start, end: lineStart }) ?? line.dashes[0];
  const parents = entryColumn === undefined ? undefined : fieldsAbove(text, region, lineStart, line, entryColumn);
  if (!parents) return undefined;
  const isItem =
    expects === 'key' && line.dashes.length > 0 && line.dashes[0] !== entryColumn && line.path.length === 0;
  return {
    section,
    path: [...parents.path, ...line.path],
    expects: isItem ? 'value' : expects,
    existingKeys: line.isInFlow
      ? siblingKeys()
      : new Set([...parents.siblings, ...fieldsBelow(text, region, lineStart, line)]),
  };
}

/** In a configuration and a review fields nest. What is in an entry of a list is in the field that has the list. */
function contextOfNestedLine(
  section: 'config' | 'review',
  text: string,
  region: Span,
  lineStart: number,
  line: YamlLine,
  after: string,
): LineContext {
  const parents: string[] = [];
  const siblings = new Set<string>(line.isInFlow ? line.precedingKeys : fieldsBelow(text, region, lineStart, line));
  let limit = line.column;
  let isSameEntry = line.dashes.length === 0 && !line.isInFlow;
  for (const above of linesAbove(text, region.start, lineStart)) {
    if (above.column === limit && parents.length === 0 && above.key !== undefined && isSameEntry)
      siblings.add(above.key);
    if (above.dashes.length > 0 && above.column <= limit) isSameEntry = false;
    if (above.column >= limit || above.key === undefined) continue;
    parents.unshift(above.key);
    limit = above.column;
    if (limit === 0) break;
  }
  if (line.isInFlow) for (const [, key] of after.split(/[}\]]/)[0]!.matchAll(keyPattern)) siblings.add(key!);
  return { section, path: [...parents, ...line.path], expects: line.expects, existingKeys: siblings };
}

/** The path of the fields above a line of an entry, and its siblings; undefined if its column fits no parent. */
function fieldsAbove(
  text: string,
  region: Span,
  lineStart: number,
  { column, dashes }: YamlLine,
  entryColumn: number,
): { path: string[]; siblings: string[] } | undefined {
  const path: string[] = [];
  const siblings: string[] = [];
  if (dashes[0] === entryColumn) return { path, siblings };
  let limit = dashes[0] ?? column;
  let isList = dashes.length > 0;
  if (limit < entryColumn) return undefined;
  for (const line of linesAbove(text, region.start, lineStart)) {
    const isEntry = line.dashes[0] === entryColumn;
    // The fields of a bare dash stand on the lines below it.
    if (isEntry && line.isBareDash && limit > entryColumn) return { path, siblings };
    const isParent =
      line.key !== undefined && line.hasNestedValue && (line.column < limit || (isList && line.column === limit));
    if (isParent) {
      path.unshift(line.key!);
      limit = line.column;
      isList = false;
    } else if (line.column === limit && !isList) {
      if (path.length === 0 && line.key !== undefined && dashes.length === 0) siblings.push(line.key);
    } else if (line.column < limit) {
      return isEntry && line.startsFlow ? { path, siblings: line.allKeys } : undefined;
    }
    if (isEntry) return line.column === limit ? { path, siblings } : undefined;
    if (line.dashes.length > 0 && line.column === limit) {
      limit = line.dashes[0]!;
      isList = true;
    }
  }
  return undefined;
}

function fieldsBelow(text: string, region: Span, lineStart: number, { column }: YamlLine): string[] {
  const keysBelow: string[] = [];
  for (const line of linesFrom(text, nextLineStart(text, lineStart), region.end)) {
    if (line.dashes.length > 0 ? line.dashes[0]! < column : line.column < column) break;
    if (line.column === column && line.dashes.length === 0 && line.key !== undefined) keysBelow.push(line.key);
  }
  return keysBelow;
}

/**
 * The nearest line above in column 0 that is not a list item. Its key is the list that the lines below it belong to.
 */
function topLevelKeyAbove(
  text: string,
  region: Span,
  lineStart: number,
): { key: string | undefined; end: number } | undefined {
  for (let end = lineStart - 1; end >= region.start; ) {
    const start = Math.max(region.start, lineStartAt(text, end));
    if (/[^\s#-]/.test(text[start] ?? ' ')) return { key: parseLine(text.slice(start, end)).key, end: end + 1 };
    end = start - 1;
  }
  return undefined;
}

function firstDashColumn(text: string, { start, end }: Span): number | undefined {
  for (const line of linesFrom(text, start, end)) return line.dashes[0];
  return undefined;
}

function topLevelKeys(text: string, region: Span, lineStart: number): ReadonlySet<string> {
  const isTop = ({ column, dashes }: ParsedLine) => column === 0 && dashes.length === 0;
  const lines = [
    ...linesAbove(text, region.start, lineStart),
    ...linesFrom(text, nextLineStart(text, lineStart), region.end),
  ];
  return new Set(lines.filter(isTop).flatMap(({ key }) => key ?? []));
}

function nextLineStart(text: string, lineStart: number): number {
  return text.indexOf('\n', lineStart) + 1 || text.length;
}

function restOfValueLength(after: string, { quote, isInFlow }: YamlLine): number {
  if (quote !== '') {
    const end = after.indexOf(quote);
    return end < 0 ? after.trimEnd().length : end;
  }
  const value = (isInFlow ? /^[^,}\]]*/ : /^.*/).exec(after)![0];
  return value.replace(/(?:^|[ \t])#.*$/, '').trimEnd().length;
}
