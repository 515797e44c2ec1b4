/**
 * New entries in registries. Only ever an insertion: comments, order, quotation marks and line ends of what is there stay
 * as they are. The values are written by the `yaml` package, so that any text at all is good YAML.
 */
import { Document, isMap, isScalar } from 'yaml';
import type { Span } from '../../base/text/span.ts';
import { frontMatterLength } from '../../syntax/brief/block.ts';
import { type Cut, cutText, type Entry } from '../../syntax/yaml/splitEntries.ts';
import type { Change, NewFile } from '../change.ts';
import { flowList, type Style } from './flowList.ts';

export type EntryKind = 'source' | 'entity' | 'type';

/** The fields of a new entry, in the order in which they are written. */
export type NewEntry = Readonly<Record<string, string>>;

/** A registry, or a brief whose front matter lists entries; without a text, a file that does not exist yet. */
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

/** The keys of a list; the first is the one to write. */
const KEYS: Readonly<Record<EntryKind, readonly [string, ...string[]]>> = {
  source: ['references', 'sources'],
  entity: ['entities'],
  type: ['types'],
};
/** An entry whose last text keeps its blank lines: they belong to it. */
const keepsBlankLines = /[|>]\d?\+/;
const blankLine = /[^\S\n]*\n/y;
const marker = /^(?:---|\.\.\.)[ \t]*\r?$/m;

/**
 * The change that puts the entries at the end of the list of their kind in `file`; a new file when it has no text.
 * Undefined where entries cannot be inserted: the text is no list, or what stands at its place cannot be read.
 */
export function addEntries(
  { uri, text, isBrief }: RegistryFile,
  kind: EntryKind,
  entries: readonly NewEntry[],
): Change | NewFile | undefined {
  if (text === undefined)
    return isBrief ? undefined : { uri, create: `${KEYS[kind][0]}:\n${inBlock(entries, 2, { quotes: 'double' })}` };
  const region = isBrief ? frontMatterOf(text) : { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
  if (!region) return undefined;
  const yaml = text.slice(region.start, region.end);
  const insertion = insertInto(yaml, kind, entries, isBrief === true);
  if (!insertion) return undefined;
  const at = region.start + insertion.at;
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  return { uri, span: { start: at, end: at }, text: insertion.text.replaceAll('\n', newline) };
}

/** What stands between the `---` lines of a brief. */
function frontMatterOf(text: string): Span | undefined {
  const end = frontMatterLength(text);
  if (end === undefined) return undefined;
  return { start: text.indexOf('\n') + 1, end: text.lastIndexOf('\n', end - 1) + 1 };
}

function insertInto(yaml: string, kind: EntryKind, entries: readonly NewEntry[], isBrief: boolean) {
  const keys = KEYS[kind];
  const cuts = cutText({ text: yaml, report: () => {} });
  if (!cuts) return flowList(yaml, keys, kind === 'source', (style) => inFlow(entries, style));
  const cut = cuts.find(({ key, layout }) => (key ? keys.includes(key.value) : kind === 'source' && layout === 'list'));
  if (cut?.layout === 'list') return afterLastEntry(yaml, cut, entries);
  if (cut?.layout === 'value') {
    const { start, end } = cut.whole;
    const found = flowList(yaml.slice(start, end), keys, false, (style) => inFlow(entries, style));
    return found && { ...found, at: start + found.at };
  }
  const indent = cuts.find(({ layout, key }) => layout === 'list' && key)?.indent ?? 2;
  const block = inBlock(entries, indent, { quotes: quotesIn(yaml) });
  if (cut) return atLineStart(yaml, cut.whole.end, block);
  if (cuts.some(({ key }) => !key)) return undefined;
  return newSection(yaml, cuts, `${isBrief && kind === 'source' ? 'sources' : keys[0]}:\n${block}`);
}

function afterLastEntry(yaml: string, { entries: old, indent }: Cut, entries: readonly NewEntry[]): Insertion {
  const last = old.at(-1)!;
  const before = old.at(-2);
  const at = endOfEntry(yaml, last, indent);
  const apart =
    before !== undefined && /(?:^|\n)[ \t]*\r?\n/.test(yaml.slice(endOfEntry(yaml, before, indent), last.start));
  const own = yaml.slice(last.start, last.end);
  const flow = /^\s*-\s*\{/.test(own);
  const quotes = quotesIn(yaml.slice(old[0]!.start, last.end));
  const lines = flow
    ? inFlow(entries, { flow, quotes: /^\s*-\s*\{\s*"/.test(own) ? 'json' : quotes }).map(
        (entry) => `${' '.repeat(indent)}- ${entry}\n`,
      )
    : entries.map((entry) => inBlock([entry], indent, { quotes }));
  return atLineStart(yaml, at, apart ? `\n${lines.join('\n')}` : lines.join(''));
}

/** Where the lines of an entry end: before blank lines and comments that stand no deeper than its dash. */
export function endOfEntry(yaml: string, { start, end }: Entry, indent: number): number {
  let at = end;
  while (at > start) {
    const line = yaml.lastIndexOf('\n', at - 2) + 1;
    const words = yaml.slice(line, at);
    const comment = /^ *#/.test(words) && words.indexOf('#') <= indent;
    if (words.trim() !== '' && !comment) break;
    at = Math.max(start, line);
  }
  if (!keepsBlankLines.test(yaml.slice(start, at))) return at;
  for (blankLine.lastIndex = at; blankLine.test(yaml); ) at = blankLine.lastIndex;
  return at;
}

function newSection(yaml: string, cuts: readonly Cut[], section: string): Insertion {
  const end = cuts.at(-1)?.whole.end ?? 0;
  // After the end of a YAML document another one would begin, which other programs do not read.
  const at = cuts.length > 0 && marker.test(yaml.slice(end)) ? end : yaml.length;
  const before = yaml.slice(0, at);
  const apart = before.trim() !== '' && !/\n[ \t]*\r?\n$/.test(before) && !keepsBlankLines.test(before);
  return atLineStart(yaml, at, apart ? `\n${section}` : section);
}

/** Inserts whole lines; where the text before has no line end they get theirs first, and none of their own. */
function atLineStart(yaml: string, at: number, lines: string): Insertion {
  return at === 0 || yaml[at - 1] === '\n' ? { at, text: lines } : { at, text: `\n${lines.replace(/\n$/, '')}` };
}

function inBlock(entries: readonly NewEntry[], indent: number, style: Pick<Style, 'quotes'>): string {
  const margin = ' '.repeat(indent);
  return entries
    .map(
      (entry) =>
        `${margin}- ${write(entry, { ...style, flow: false })
          .trimEnd()
          .replaceAll('\n', `\n${margin}  `)}\n`,
    )
    .join('');
}

function inFlow(entries: readonly NewEntry[], style: Style): string[] {
  return entries.map((entry) => write(entry, style).trimEnd());
}

function write(value: NewEntry, { flow, quotes }: Style): string {
  const document = new Document(value);
  if (isMap(document.contents)) {
    document.contents.flow = flow;
    // A text of several lines is written on one: its further lines would have to be indented like the entry.
    for (const { value: text } of document.contents.items)
      if (isScalar(text) && /[\r\n]/.test(String(text.value))) text.type = 'QUOTE_DOUBLE';
  }
  return document.toString({
    lineWidth: 0,
    blockQuote: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    singleQuote: quotes === 'single' ? true : quotes === 'double' ? null : false,
    ...(quotes === 'json' && { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' }),
  });
}

function quotesIn(yaml: string): 'single' | 'double' {
  return /[:[,{] ?'/.test(yaml) && !/[:[,{] ?"/.test(yaml) ? 'single' : 'double';
}

/** A text as a plain or quoted YAML scalar that may stand anywhere, inside `[…]` too, in place of what `before` ends with. */
export function writeScalar(value: string, before: string): string {
  if (before === '"') return JSON.stringify(value).slice(1, -1);
  if (before === "'") return value.replaceAll("'", "''");
  return write({ x: value }, { flow: true, quotes: 'double' }).trim().slice('{ x: '.length, -' }'.length);
}
