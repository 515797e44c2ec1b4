/** Where in a registry, or in front matter, the cursor is: in which list, in which field of an entry. */

import type { Span } from '../../base/text/span.ts';
import { frontMatterLength } from '../../syntax/brief/block.ts';
import type { CompletionPlace } from './offer.ts';
import { readYamlLine, type YamlLine } from './yamlLine.ts';
import { lineStartAt, linesAbove, linesFrom, readWholeLine, type WholeLine } from './yamlLines.ts';

export interface YamlPlace {
  /** `fields`: what stands at the top of a registry, or of front matter. */
  readonly section: 'fields' | 'types' | 'entities' | 'sources' | 'config';
  /** Of a value: its field, after those it stands below. Of a field name: those it stands below. */
  readonly path: readonly string[];
  readonly wants: 'key' | 'value';
  readonly typed: Span;
  readonly whole: Span;
  /** The space that YAML wants before it. */
  readonly gap: string;
  /** The quotation mark it stands in, and the one that is missing behind it. */
  readonly quote: string;
  readonly closing: string;
  readonly hasColon: boolean;
  /** The fields that are there already, beside it. */
  readonly taken: ReadonlySet<string>;
}

type Around = Pick<YamlPlace, 'section' | 'path' | 'wants' | 'taken'>;

const SECTIONS: Readonly<Record<string, YamlPlace['section']>> = {
  types: 'types',
  entities: 'entities',
  references: 'sources',
  sources: 'sources',
};
const LONGEST_LINE = 2_000;
/** Further down a `---` at the top of a brief began something else. */
const LONGEST_FRONT_MATTER = 20_000;

const blankLine = /\n[ \t]*\r?\n/;
const startsFrontMatter = /^\uFEFF?---[ \t]*\r?\n/;
const keys = /([\p{L}_][\p{L}\p{N}_-]*)["']?[ \t]*:(?=\s|$)/gu;

/** Undefined in the prose of a brief, in comments, and where nothing can be told. */
export function yamlPlaceAt(place: CompletionPlace): YamlPlace | undefined {
  const { text, offset } = place;
  const region = place.brief ? frontMatterAround(text, offset) : { start: 0, end: text.length };
  if (!region) return undefined;
  const lineStart = lineStartAt(text, offset);
  if (lineStart < region.start || offset - lineStart > LONGEST_LINE) return undefined;
  const before = text.slice(lineStart, offset);
  const lineEnd = text.indexOf('\n', offset);
  const after = text.slice(offset, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
  const line = readYamlLine(before);
  const around = line && (place.isConfig ? aroundConfigLine : aroundLine)(text, region, lineStart, line, after);
  if (!line || !around) return undefined;
  const rest = around.wants === 'key' ? /^[\p{L}\p{N}_-]*/u.exec(after)![0].length : restOfValue(after, line);
  const start = lineStart + line.start;
  return {
    ...around,
    typed: { start, end: offset },
    whole: { start, end: offset + rest },
    gap: line.glued ? ' ' : '',
    quote: line.quote,
    closing: after[rest] === line.quote ? '' : line.quote,
    hasColon: /^["']?[ \t]*:/.test(after.slice(rest)),
  };
}

/** The text between the `---` lines, when the cursor is there; also while the second one is not written yet. */
function frontMatterAround(text: string, offset: number): Span | undefined {
  const start = startsFrontMatter.exec(text)?.[0].length;
  if (start === undefined || offset < start || offset > LONGEST_FRONT_MATTER) return undefined;
  const length = frontMatterLength(text);
  if (length !== undefined) {
    const end = text.lastIndexOf('\n', length - 1) + 1;
    return offset < end ? { start, end } : undefined;
  }
  const blank = text.slice(start - 1).search(blankLine);
  const end = blank < 0 ? text.length : start + blank;
  return offset <= end ? { start, end } : undefined;
}

function aroundLine(text: string, region: Span, at: number, line: YamlLine, after: string): Around | undefined {
  const { wants } = line;
  const beside = () =>
    new Set([...line.before, ...[...(after.split('}')[0] ?? '').matchAll(keys)].map((key) => key[1]!)]);
  if (line.column === 0 && line.dashes.length === 0) {
    const taken = line.flow ? beside() : topKeys(text, region, at);
    return { section: 'fields', path: line.path, wants, taken };
  }
  const top = topKeyAbove(text, region, at);
  const section = top?.key === undefined ? (top ? undefined : 'sources') : SECTIONS[top.key];
  if (!section) {
    // The items of a list in front matter, such as `ignore`.
    const isItem = top?.key !== undefined && line.dashes.length > 0 && line.path.length === 0;
    return isItem ? { section: 'fields', path: [top.key!], wants: 'value', taken: new Set() } : undefined;
  }
  const entryDash = firstDashBelow(text, { start: top?.end ?? region.start, end: at }) ?? line.dashes[0];
  const parents = entryDash === undefined ? undefined : fieldsAbove(text, region, at, line, entryDash);
  if (!parents) return undefined;
  const isItem = wants === 'key' && line.dashes.length > 0 && line.dashes[0] !== entryDash && line.path.length === 0;
  return {
    section,
    path: [...parents.path, ...line.path],
    wants: isItem ? 'value' : wants,
    taken: line.flow ? beside() : new Set([...parents.beside, ...fieldsBelow(text, region, at, line)]),
  };
}

/** In a configuration fields stand in fields, and nothing stands in lists but texts. */
function aroundConfigLine(text: string, region: Span, at: number, line: YamlLine, after: string): Around {
  const parents: string[] = [];
  const beside = new Set<string>(line.flow ? line.before : fieldsBelow(text, region, at, line));
  let limit = line.column;
  for (const above of linesAbove(text, region.start, at)) {
    if (above.column === limit && parents.length === 0 && above.key !== undefined && !line.flow) beside.add(above.key);
    if (above.column >= limit || above.key === undefined) continue;
    parents.unshift(above.key);
    limit = above.column;
    if (limit === 0) break;
  }
  if (line.flow) for (const [, key] of after.split(/[}\]]/)[0]!.matchAll(keys)) beside.add(key!);
  return { section: 'config', path: [...parents, ...line.path], wants: line.wants, taken: beside };
}

/** The fields that a line of an entry stands below, and those beside it; undefined when its column fits nothing. */
function fieldsAbove(
  text: string,
  region: Span,
  at: number,
  { column, dashes }: YamlLine,
  entryDash: number,
): { path: string[]; beside: string[] } | undefined {
  const path: string[] = [];
  const beside: string[] = [];
  if (dashes[0] === entryDash) return { path, beside };
  let limit = dashes[0] ?? column;
  let isList = dashes.length > 0;
  if (limit < entryDash) return undefined;
  for (const line of linesAbove(text, region.start, at)) {
    const isEntry = line.dashes[0] === entryDash;
    const opens = line.key !== undefined && line.isOpen && (line.column < limit || (isList && line.column === limit));
    if (opens) {
      path.unshift(line.key!);
      limit = line.column;
      isList = false;
    } else if (line.column === limit && !isList) {
      if (path.length === 0 && line.key !== undefined && dashes.length === 0) beside.push(line.key);
    } else if (line.column < limit) {
      return isEntry && line.startsFlow ? { path, beside: line.keys } : undefined;
    }
    if (isEntry) return line.column === limit ? { path, beside } : undefined;
    if (line.dashes.length > 0 && line.column === limit) {
      limit = line.dashes[0]!;
      isList = true;
    }
  }
  return undefined;
}

function fieldsBelow(text: string, region: Span, at: number, { column }: YamlLine): string[] {
  const found: string[] = [];
  for (const line of linesFrom(text, endOfLine(text, at), region.end)) {
    if (line.dashes.length > 0 ? line.dashes[0]! < column : line.column < column) break;
    if (line.column === column && line.dashes.length === 0 && line.key !== undefined) found.push(line.key);
  }
  return found;
}

/** The line above at the very left that is no list item. It names the list that all lines below it belong to. */
function topKeyAbove(text: string, region: Span, at: number): { key: string | undefined; end: number } | undefined {
  for (let end = at - 1; end >= region.start; ) {
    const start = Math.max(region.start, lineStartAt(text, end));
    if (/[^\s#-]/.test(text[start] ?? ' ')) return { key: readWholeLine(text.slice(start, end)).key, end: end + 1 };
    end = start - 1;
  }
  return undefined;
}

function firstDashBelow(text: string, { start, end }: Span): number | undefined {
  for (const line of linesFrom(text, start, end)) return line.dashes[0];
  return undefined;
}

function topKeys(text: string, region: Span, at: number): ReadonlySet<string> {
  const isTop = ({ column, dashes }: WholeLine) => column === 0 && dashes.length === 0;
  const lines = [...linesAbove(text, region.start, at), ...linesFrom(text, endOfLine(text, at), region.end)];
  return new Set(lines.filter(isTop).flatMap(({ key }) => key ?? []));
}

/** The start of the next line, or the end of the text. */
function endOfLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}

function restOfValue(after: string, { quote, flow }: YamlLine): number {
  if (quote !== '') {
    const end = after.indexOf(quote);
    return end < 0 ? after.trimEnd().length : end;
  }
  const value = (flow ? /^[^,}\]]*/ : /^.*/).exec(after)![0];
  return value.replace(/(?:^|[ \t])#.*$/, '').trimEnd().length;
}
