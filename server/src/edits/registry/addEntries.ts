/**
 * Adds entries to registries. The change is a pure insertion: comments, order, quotation marks and line ends of existing
 * entries are untouched. The `yaml` package writes the values, so that any text is valid YAML.
 */

import { Document, isMap, isSeq, visit } from 'yaml';
import { firstOffset } from '../../base/text/byteOrderMark.ts';
import { newlineOf } from '../../base/text/newline.ts';
import type { Span } from '../../base/text/span.ts';
import { frontMatterLength } from '../../syntax/brief/block.ts';
import { type RawEntry, type RawSection, splitEntries } from '../../syntax/yaml/splitEntries.ts';
import type { Change, NewFile } from '../change.ts';
import { appendToFlowList, type EntryStyle } from './flowList.ts';

export type EntryKind = 'source' | 'entity' | 'type';

/** The fields of a new entry, in the order in which they are written: values as YAML has them; undefined ones are left out. */
export interface NewEntry {
  readonly id?: string;
  readonly [field: string]: unknown;
}

/** A registry, or a brief whose front matter contains entries. Without a text the file does not exist yet. */
export interface RegistryFile {
  readonly uri: string;
  readonly text?: string;
  /** Whether the entries are in the front matter of a brief. */
  readonly isBrief?: boolean;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The keys under which entries may be listed; the first is the one to write. */
const LIST_KEYS: Readonly<Record<EntryKind, readonly [string, ...string[]]>> = {
  source: ['references', 'sources'],
  entity: ['entities'],
  type: ['types'],
};
/** A block text with this indicator keeps the blank lines after it, so that they belong to the entry. */
const keepIndicator = /[|>]\d?\+/;
const blankLine = /[^\S\n]*\n/y;
const documentMarker = /^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * The change that appends the entries to the list of their kind in a file, or creates the file if it has no text.
 * Undefined if the entries cannot be inserted, because the text is not valid YAML or has something else in that position.
 */
export function addEntries(
  { uri, text, isBrief }: RegistryFile,
  kind: EntryKind,
  entries: readonly NewEntry[],
): Change | NewFile | undefined {
  if (text === undefined)
    return isBrief
      ? undefined
      : { uri, create: `${LIST_KEYS[kind][0]}:\n${formatBlockEntries(entries, 2, { quotes: 'double' })}` };
  const region = isBrief ? frontMatterSpan(text) : { start: firstOffset(text), end: text.length };
  if (!region) return undefined;
  const yaml = text.slice(region.start, region.end);
  const keys = LIST_KEYS[kind];
  const list = { keys, sectionKey: isBrief && kind === 'source' ? 'sources' : keys[0], mayLackKey: kind === 'source' };
  const insertion = createInsertion(yaml, list, entries);
  if (!insertion) return undefined;
  const at = region.start + insertion.at;
  return { uri, span: { start: at, end: at }, text: insertion.text.replaceAll('\n', newlineOf(text)) };
}

/** The text of a YAML file with an entry at the end of the list `key`, which is added if there is none. Undefined as for `addEntries`. */
export function appendEntry(text: string, key: string, entry: NewEntry): string | undefined {
  const start = firstOffset(text);
  const list = { keys: [key], sectionKey: key, mayLackKey: false };
  const insertion = createInsertion(text.slice(start), list, [entry]);
  if (!insertion) return undefined;
  const at = start + insertion.at;
  return text.slice(0, at) + insertion.text.replaceAll('\n', newlineOf(text)) + text.slice(at);
}

/** The span between the `---` lines of a brief. */
function frontMatterSpan(text: string): Span | undefined {
  const end = frontMatterLength(text);
  if (end === undefined) return undefined;
  return { start: text.indexOf('\n') + 1, end: text.lastIndexOf('\n', end - 1) + 1 };
}

/** The list that entries are added to. */
interface EntryList {
  /** The keys under which it may be. */
  readonly keys: readonly string[];
  /** The key of a new list. */
  readonly sectionKey: string;
  /** Whether the file may be the list itself. */
  readonly mayLackKey: boolean;
}

function createInsertion(yaml: string, { keys, sectionKey, mayLackKey }: EntryList, entries: readonly NewEntry[]) {
  const cuts = splitEntries({ text: yaml, report: () => {} });
  if (!cuts) return appendToFlowList(yaml, keys, mayLackKey, (style) => formatFlowEntries(entries, style));
  const cut = cuts.find(({ key, layout }) => (key ? keys.includes(key.value) : mayLackKey && layout === 'list'));
  if (cut?.layout === 'list') return insertAfterLastEntry(yaml, cut, entries);
  if (cut?.layout === 'value') {
    const { start, end } = cut.span;
    const found = appendToFlowList(yaml.slice(start, end), keys, false, (style) => formatFlowEntries(entries, style));
    return found && { ...found, at: start + found.at };
  }
  const indent = cuts.find(({ layout, key }) => layout === 'list' && key)?.indent ?? 2;
  const block = formatBlockEntries(entries, indent, { quotes: dominantQuotes(yaml) });
  if (cut) return insertLines(yaml, cut.span.end, block);
  if (cuts.some(({ key }) => !key)) return undefined;
  return insertSection(yaml, cuts, `${sectionKey}:\n${block}`);
}

function insertAfterLastEntry(
  yaml: string,
  { entries: existing, indent }: RawSection,
  entries: readonly NewEntry[],
): Insertion {
  const last = existing.at(-1)!;
  const before = existing.at(-2);
  const at = endOfEntry(yaml, last, indent);
  const isSpaced =
    before !== undefined && /(?:^|\n)[ \t]*\r?\n/.test(yaml.slice(endOfEntry(yaml, before, indent), last.start));
  const lastText = yaml.slice(last.start, last.end);
  const isFlow = /^\s*-\s*\{/.test(lastText);
  const quotes = dominantQuotes(yaml.slice(existing[0]!.start, last.end));
  const lines = isFlow
    ? formatFlowEntries(entries, { flow: isFlow, quotes: /^\s*-\s*\{\s*"/.test(lastText) ? 'json' : quotes }).map(
        (entry) => `${' '.repeat(indent)}- ${entry}\n`,
      )
    : entries.map((entry) => formatBlockEntries([entry], indent, { quotes }));
  return insertLines(yaml, at, isSpaced ? `\n${lines.join('\n')}` : lines.join(''));
}

/** The offset where the lines of an entry end: before blank lines, and comments indented no deeper than its dash. */
export function endOfEntry(yaml: string, { start, end }: RawEntry, indent: number): number {
  let at = end;
  while (at > start) {
    const line = yaml.lastIndexOf('\n', at - 2) + 1;
    const content = yaml.slice(line, at);
    const isComment = /^ *#/.test(content) && content.indexOf('#') <= indent;
    if (content.trim() !== '' && !isComment) break;
    at = Math.max(start, line);
  }
  if (!keepIndicator.test(yaml.slice(start, at))) return at;
  for (blankLine.lastIndex = at; blankLine.test(yaml); ) at = blankLine.lastIndex;
  return at;
}

function insertSection(yaml: string, cuts: readonly RawSection[], section: string): Insertion {
  const end = cuts.at(-1)?.span.end ?? 0;
  // After the end marker of a YAML document a second one would begin, which other programs ignore.
  const at = cuts.length > 0 && documentMarker.test(yaml.slice(end)) ? end : yaml.length;
  const before = yaml.slice(0, at);
  const needsBlankLine = before.trim() !== '' && !/\n[ \t]*\r?\n$/.test(before) && !keepIndicator.test(before);
  return insertLines(yaml, at, needsBlankLine ? `\n${section}` : section);
}

/** Inserts whole lines. If the text before has no line end, one is added before them instead of after. */
function insertLines(yaml: string, at: number, lines: string): Insertion {
  return at === 0 || yaml[at - 1] === '\n' ? { at, text: lines } : { at, text: `\n${lines.replace(/\n$/, '')}` };
}

function formatBlockEntries(entries: readonly NewEntry[], indent: number, style: Pick<EntryStyle, 'quotes'>): string {
  const indentation = ' '.repeat(indent);
  return entries
    .map(
      (entry) =>
        `${indentation}- ${stringifyEntry(entry, { ...style, flow: false })
          .trimEnd()
          .replaceAll('\n', `\n${indentation}  `)}\n`,
    )
    .join('');
}

function formatFlowEntries(entries: readonly NewEntry[], style: EntryStyle): string[] {
  return entries.map((entry) => stringifyEntry(entry, style).trimEnd());
}

function stringifyEntry(value: NewEntry, { flow, quotes }: EntryStyle): string {
  const document = new Document(value);
  if (isMap(document.contents)) {
    document.contents.flow = flow;
    // Lists stand on one line, as people write aliases.
    for (const { value: list } of document.contents.items) if (isSeq(list)) list.flow = true;
    // Texts of several lines are written on one line, since further lines would need the indentation of the entry.
    visit(document, {
      Scalar(_, text) {
        if (/[\r\n]/.test(String(text.value))) text.type = 'QUOTE_DOUBLE';
      },
    });
  }
  return document.toString({
    lineWidth: 0,
    blockQuote: false,
    flowCollectionPadding: flow,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    singleQuote: quotes === 'single' ? true : quotes === 'double' ? null : false,
    ...(quotes === 'json' && { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' }),
  });
}

function dominantQuotes(yaml: string): 'single' | 'double' {
  return /[:[,{] ?'/.test(yaml) && !/[:[,{] ?"/.test(yaml) ? 'single' : 'double';
}

/**
 * Formats a text as a plain or quoted YAML scalar that is valid in any position, even inside `[…]`. If `before`, the
 * character before the position, is a quotation mark, the text is escaped for that quotation instead.
 */
export function formatScalar(value: string, before: string): string {
  if (before === '"') return JSON.stringify(value).slice(1, -1);
  if (before === "'") return value.replaceAll("'", "''");
  return stringifyEntry({ x: value }, { flow: true, quotes: 'double' }).trim().slice('{ x: '.length, -' }'.length);
}
