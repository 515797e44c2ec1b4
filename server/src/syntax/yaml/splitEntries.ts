/**
 * A registry or front matter cut at its top-level keys and list entries, so that each can be read as YAML by itself: an
 * unclosed quotation mark or a tab spoils one entry and not all that follow, and no mistake makes reading superlinear.
 *
 * The cut is sound because YAML wants everything inside an entry indented deeper than the entry's dash. Text laid out in
 * another way, such as JSON, is read in one piece.
 */

import * as l10n from '@vscode/l10n';
import type { Edit } from '../../base/text/span.ts';
import { type Located, type Span, shift, slice } from '../../base/text/span.ts';
import type { EntryReading } from '../ast.ts';

import { lineAround } from './syntaxMessages.ts';
import type { YamlContext } from './yamlTree.ts';

/** A top-level key with the stretches of text that hold its entries, or its whole value. */
export interface Cut {
  readonly key?: Located<string>;
  /** Key line and all below it. */
  readonly whole: { start: number; end: number };
  readonly entries: Entry[];
  /** `open` until the first line below the key tells a list, to be cut, from a value to be read in one piece. */
  layout: 'open' | 'list' | 'value';
  /** The column of the first dash of a list. */
  indent: number;
}

export interface Entry {
  start: number;
  end: number;
  readonly trouble?: string;
  /** What the entry says, once it has been read. */
  reading?: EntryReading;
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;

const topKey = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*:(?=[ \t\r]|$)/u;
const bareDash = /^-(?:[ \t\r]|$)/;
export const outOfLine = l10n.t(
  'This dash stands in another column than those of the entries above, which YAML does not allow. Line the dashes up.',
);
const strayLine = l10n.t(
  'This line belongs to no entry, so it is not read. Start an entry with "- id:" (a dash and a space), and indent its fields.',
);
const glued = l10n.t('A space is missing after the dash, so this entry is not read. Write "- id:".');

/**
 * The cuts of a text laid out as registries are, in order; undefined for any other layout, such as JSON. Nothing is read
 * as YAML yet. Spans count from the start of the text.
 */
export function cutText(context: Pick<YamlContext, 'text' | 'report'>): Cut[] | undefined {
  const cuts: Cut[] = [];
  const start = context.text.startsWith('\ufeff') ? 1 : 0;
  return cutLines(context, start, cuts, () => false) === undefined ? undefined : cuts;
}

/**
 * Cuts on from the start of a line, below the last of `cuts`. Answers where it stopped: before an entry of which `isKnown`
 * says so, or at the end; undefined for a text of another layout.
 */
function cutLines(
  { text, report }: Pick<YamlContext, 'text' | 'report'>,
  from: number,
  cuts: Cut[],
  isKnown: (start: number, cut: Cut) => boolean,
): number | undefined {
  let cut = cuts.at(-1);
  let marked = false;
  for (let start = from, end = start; start < text.length; start = end) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline + 1;
    let first = start;
    while (text.charCodeAt(first) === SPACE) first += 1;
    const indent = first - start;
    const code = text.charCodeAt(first);
    if (cut?.layout === 'list' && code > SPACE && code < 127) {
      // Nearly all lines: of an entry, or the first of one.
      if (indent > cut.indent + 1 && code !== HASH) {
        stretchTo(cut, end);
        continue;
      }
      if (indent === cut.indent && code === DASH && text.charCodeAt(first + 1) === SPACE) {
        if (isKnown(start, cut)) return start;
        cut.entries.push({ start, end });
        stretchTo(cut, end);
        continue;
      }
    }
    const char = text[first] ?? '\n';
    if (char === '\n' || char === '\r') continue;
    if (char === '#') {
      // In a block of text under "|" it is no comment, so an indented one goes with what stands above it.
      if (cut && indent > 0) stretchTo(cut, end);
      continue;
    }
    // The start of the line is enough to tell what it is.
    const head = text.slice(first, Math.min(end, first + 200)).trimEnd();
    if (head === '') continue;
    if (indent === 0 && (head === '---' || head === '...')) {
      cut = undefined;
      marked = true;
      continue;
    }
    if (indent === 0 && char === '%' && !marked && cuts.length === 0) continue;
    const dash = bareDash.test(head);
    const key = indent === 0 ? topKey.exec(head) : null;
    if (key) {
      const at = start + (key[1] ?? '').length;
      const name = key[2] ?? '';
      const rest = text.slice(start + key[0].length, end).trim();
      const layout = rest === '' || rest.startsWith('#') ? 'open' : 'value';
      const located = { value: name, span: { start: at, end: at + name.length } };
      cut = { key: located, whole: { start, end }, entries: [], layout, indent: 0 };
      cuts.push(cut);
    } else if (cut) {
      addLine(cut, { start, end }, indent, dash, head);
    } else if (dash) {
      cut = { whole: { start, end }, entries: [{ start, end }], layout: 'list', indent };
      cuts.push(cut);
    } else if (cuts.length > 0) {
      report(strayLine, lineAround(text, first));
    } else {
      return undefined;
    }
  }
  return text.length;
}

/** Puts a line below a top-level key where it belongs: to the list, to its last entry, or to the plain value. */
function addLine(cut: Cut, line: Span, indent: number, dash: boolean, head: string): void {
  if (cut.layout === 'open') {
    cut.layout = dash ? 'list' : 'value';
    cut.indent = indent;
  }
  const last = cut.entries.at(-1);
  const starts = cut.layout === 'list' && !head.startsWith('\t');
  if (starts && dash && indent === cut.indent) cut.entries.push({ ...line });
  else if (starts && dash && (indent < cut.indent || (indent === cut.indent + 1 && head.startsWith('- id:'))))
    cut.entries.push({ ...line, trouble: outOfLine });
  else if (starts && indent <= cut.indent && last?.trouble !== strayLine)
    cut.entries.push({ ...line, trouble: /^-\p{L}/u.test(head) ? glued : strayLine });
  stretchTo(cut, line.end);
}

function stretchTo(cut: Cut, end: number): void {
  if (cut.layout === 'open') return;
  cut.whole.end = end;
  const last = cut.entries.at(-1);
  if (last) last.end = end;
}

/**
 * The cuts of a text after an edit, from those of the text before, which are used up. Entries the edit did not touch are
 * the same objects, at their new places; one with the words of another that is gone has the reading of that one.
 * `report` is called as `cutText` would for the lines that were cut again.
 */
export function cutAgain(
  { text, report }: Pick<YamlContext, 'text' | 'report'>,
  before: string,
  cuts: readonly Cut[],
  edit: Edit,
): Cut[] | undefined {
  const moved = text.length - before.length;
  const { cut: first, entry: kept } = restart(before, cuts, edit.start);
  const result = cuts.slice(0, first);
  let start = text.startsWith('\ufeff') ? 1 : 0;
  const gone: { readonly cut: Cut; readonly entry: Entry }[] = [];
  const open = cuts[first];
  if (open && kept > 0) {
    start = open.entries[kept]!.start;
    const entries = open.entries.slice(0, kept);
    result.push({ ...open, entries, whole: { start: open.whole.start, end: entries.at(-1)!.end } });
  } else if (open && first > 0) start = open.whole.start;

  let known: { readonly cut: number; readonly entry: number } | undefined;
  const stopped = cutLines({ text, report }, start, result, (at, cut) => {
    known = at - moved < edit.end ? undefined : entryAt(cuts, at - moved);
    const old = known && cuts[known.cut];
    const isSame = old && isSameList(old, cut) && old.entries[known!.entry]!.trouble === undefined;
    if (!isSame) known = undefined;
    return known !== undefined;
  });
  if (stopped === undefined) return undefined;

  const last = known ?? { cut: cuts.length - 1, entry: Number.POSITIVE_INFINITY };
  for (let index = first; index <= last.cut; index++) {
    const from = index === first ? kept : 0;
    const to = index === last.cut ? last.entry : Number.POSITIVE_INFINITY;
    for (const entry of cuts[index]!.entries.slice(from, to)) gone.push({ cut: cuts[index]!, entry });
  }
  const fresh = result
    .slice(first)
    .flatMap((cut, index) => cut.entries.slice(index === 0 ? kept : 0).map((entry) => ({ cut, entry })));
  handOn(before, gone, text, fresh);
  if (!known) return result;

  const sameList = cuts[known.cut]!;
  const rest = sameList.entries.slice(known.entry);
  const joined = result.pop()!;
  result.push({
    ...joined,
    entries: joined.entries.concat(rest),
    whole: { ...joined.whole, end: sameList.whole.end + moved },
  });
  for (const entry of rest) move(entry, moved);
  for (const cut of cuts.slice(known.cut + 1)) {
    move(cut.whole, moved);
    for (const entry of cut.entries) move(entry, moved);
    result.push(cut.key ? { ...cut, key: { value: cut.key.value, span: shift(cut.key.span, moved) } } : cut);
  }
  return result;
}

/**
 * Where to begin to cut anew for an edit at a place: at an entry of a cut, two before, as the line that is edited may
 * become a part of what stands above it; 0 for the whole cut.
 */
function restart(before: string, cuts: readonly Cut[], at: number): { cut: number; entry: number } {
  const cut = lastIndexUpTo(cuts.length, (index) => cuts[index]!.whole.start, at);
  if (cut < 0) return { cut: 0, entry: 0 };
  const { key, entries, whole } = cuts[cut]!;
  const entry = lastIndexUpTo(entries.length, (index) => entries[index]!.start, at) - 1;
  if (entry > 0) return { cut, entry };
  const keyLine = before.indexOf('\n', whole.start);
  return { cut: key && keyLine >= 0 && keyLine < at ? cut : 0, entry: 0 };
}

function entryAt(cuts: readonly Cut[], start: number): { cut: number; entry: number } | undefined {
  const cut = lastIndexUpTo(cuts.length, (index) => cuts[index]!.whole.start, start);
  const entries = cuts[cut]?.entries ?? [];
  const entry = lastIndexUpTo(entries.length, (index) => entries[index]!.start, start);
  return entries[entry]?.start === start ? { cut, entry } : undefined;
}

/** The last of `count` ascending numbers that is not above the limit; -1 for none. */
function lastIndexUpTo(count: number, numberAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isSameList(a: Cut, b: Cut): boolean {
  return a.layout === b.layout && a.indent === b.indent && a.key?.value === b.key?.value;
}

function move(span: { start: number; end: number }, by: number): void {
  span.start += by;
  span.end += by;
}

type Placed = { readonly cut: Cut; readonly entry: Entry };

/** Gives entries the readings of entries that are gone, where the words are the same. */
function handOn(before: string, gone: readonly Placed[], text: string, fresh: readonly Placed[]): void {
  const known = new Map<string, EntryReading[]>();
  const wordsOf = (whole: string, { cut, entry }: Placed) => `${cut.key?.value} ${slice(whole, entry)}`;
  for (const one of gone) {
    const { reading, trouble } = one.entry;
    if (!reading || trouble !== undefined) continue;
    const words = wordsOf(before, one);
    const same = known.get(words);
    if (same) same.push(reading);
    else known.set(words, [reading]);
  }
  for (const one of fresh) {
    const reading = one.entry.trouble === undefined && known.get(wordsOf(text, one))?.shift();
    if (reading) one.entry.reading = reading;
  }
}
