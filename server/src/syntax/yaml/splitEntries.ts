/**
 * Splits a registry or front matter at its top-level keys and list entries, so that each can be parsed as YAML on its
 * own: an unclosed quotation mark or a tab spoils one entry and not everything after it, and no error makes parsing
 * superlinear.
 *
 * Splitting is sound because YAML requires everything inside an entry to be indented deeper than its dash. Text with
 * another layout, such as JSON, is parsed as a whole.
 */

import * as l10n from '@vscode/l10n';
import { partitionPoint } from '../../base/memo/search.ts';
import type { Edit } from '../../base/text/span.ts';
import { type Located, type Span, shift, slice } from '../../base/text/span.ts';
import type { ParsedEntry } from '../ast.ts';

import { lineAround } from './syntaxMessages.ts';
import type { YamlContext } from './yamlTree.ts';

/** A top-level key with its entries, or with its whole value. */
export interface RawSection {
  readonly key?: Located<string>;
  /** From the line of the key to the line before the next key. */
  readonly span: { start: number; end: number };
  readonly entries: RawEntry[];
  /**
   * `open` until the first line below the key shows whether a list follows, which is split, or another value, which is
   * not.
   */
  layout: 'open' | 'list' | 'value';
  /** The column of the first dash of a list. */
  indent: number;
}

export interface RawEntry {
  start: number;
  end: number;
  readonly error?: string;
  /** The parsed entry; absent until it has been parsed. */
  parsed?: ParsedEntry;
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;

const topLevelKey = /^(["']?)([\p{L}_][\p{L}\p{N}_-]*)\1[ \t]*:(?=[ \t\r]|$)/u;
const bareDash = /^-(?:[ \t\r]|$)/;
export const MISALIGNED_DASH = l10n.t('This dash is not in the column of the dashes above. Line them up.');
const STRAY_LINE = l10n.t(
  'This line belongs to no entry. Start an entry with “- id:” (a dash and a space), and indent its fields.',
);
const MISSING_SPACE = l10n.t('A space is missing after the dash. Write “- id:”.');

/**
 * The sections of a text with the usual layout of registries, in text order; undefined for any other layout, such as
 * JSON. Nothing is parsed as YAML yet. Offsets are relative to the start of the text.
 */
export function splitEntries(context: Pick<YamlContext, 'text' | 'report'>): RawSection[] | undefined {
  const sections: RawSection[] = [];
  const start = context.text.startsWith('\ufeff') ? 1 : 0;
  return splitFrom(context, start, sections, () => false) === undefined ? undefined : sections;
}

/**
 * Continues to split at the start of a line, after the last of `sections`. Returns where it stopped: before an entry at
 * which `canResumeAt` is true, or at the end; undefined for a text with another layout.
 */
function splitFrom(
  { text, report }: Pick<YamlContext, 'text' | 'report'>,
  from: number,
  sections: RawSection[],
  canResumeAt: (start: number, section: RawSection) => boolean,
): number | undefined {
  let section = sections.at(-1);
  let hasSeenMarker = false;
  for (let start = from, end = start; start < text.length; start = end) {
    const newline = text.indexOf('\n', start);
    end = newline < 0 ? text.length : newline + 1;
    let contentStart = start;
    while (text.charCodeAt(contentStart) === SPACE) contentStart += 1;
    const indent = contentStart - start;
    const code = text.charCodeAt(contentStart);
    if (section?.layout === 'list' && code > SPACE && code < 127) {
      // Nearly all lines belong to an entry or start one.
      if (indent > section.indent + 1 && code !== HASH) {
        extendTo(section, end);
        continue;
      }
      if (indent === section.indent && code === DASH && text.charCodeAt(contentStart + 1) === SPACE) {
        if (canResumeAt(start, section)) return start;
        section.entries.push({ start, end });
        extendTo(section, end);
        continue;
      }
    }
    const char = text[contentStart] ?? '\n';
    if (char === '\n' || char === '\r') continue;
    if (char === '#') {
      // In a block scalar it is not a comment, so an indented one belongs to what is above it.
      if (section && indent > 0) extendTo(section, end);
      continue;
    }
    // The start of the line is enough to classify it.
    const head = text.slice(contentStart, Math.min(end, contentStart + 200)).trimEnd();
    if (head === '') continue;
    if (indent === 0 && (head === '---' || head === '...')) {
      section = undefined;
      hasSeenMarker = true;
      continue;
    }
    if (indent === 0 && char === '%' && !hasSeenMarker && sections.length === 0) continue;
    const dash = bareDash.test(head);
    const key = indent === 0 ? topLevelKey.exec(head) : null;
    if (key) {
      const at = start + (key[1] ?? '').length;
      const name = key[2] ?? '';
      const rest = text.slice(start + key[0].length, end).trim();
      const layout = rest === '' || rest.startsWith('#') ? 'open' : 'value';
      const located = { value: name, span: { start: at, end: at + name.length } };
      section = { key: located, span: { start, end }, entries: [], layout, indent: 0 };
      sections.push(section);
    } else if (section) {
      addLine(section, { start, end }, indent, dash, head);
    } else if (dash) {
      section = { span: { start, end }, entries: [{ start, end }], layout: 'list', indent };
      sections.push(section);
    } else if (sections.length > 0) {
      report(STRAY_LINE, lineAround(text, contentStart));
    } else {
      return undefined;
    }
  }
  return text.length;
}

/** Adds a line below a top-level key: to the list, to its last entry, or to the value. */
function addLine(section: RawSection, line: Span, indent: number, dash: boolean, head: string): void {
  if (section.layout === 'open') {
    section.layout = dash ? 'list' : 'value';
    section.indent = indent;
  }
  const last = section.entries.at(-1);
  const mayStartEntry = section.layout === 'list' && !head.startsWith('\t');
  if (mayStartEntry && dash && indent === section.indent) section.entries.push({ ...line });
  else if (
    mayStartEntry &&
    dash &&
    (indent < section.indent || (indent === section.indent + 1 && head.startsWith('- id:')))
  )
    section.entries.push({ ...line, error: MISALIGNED_DASH });
  else if (mayStartEntry && indent <= section.indent && last?.error !== STRAY_LINE)
    section.entries.push({ ...line, error: /^-\p{L}/u.test(head) ? MISSING_SPACE : STRAY_LINE });
  extendTo(section, line.end);
}

function extendTo(section: RawSection, end: number): void {
  if (section.layout === 'open') return;
  section.span.end = end;
  const last = section.entries.at(-1);
  if (last) last.end = end;
}

/**
 * The sections of a text after an edit. `sections` are those before, which must not be used afterwards. Entries that
 * the edit did not touch remain the same objects, with new offsets; a new entry with the text of a removed one takes
 * over its parsed entry. `report` receives the problems of the lines that were split again.
 */
export function resplitEntries(
  { text, report }: Pick<YamlContext, 'text' | 'report'>,
  before: string,
  sections: readonly RawSection[],
  edit: Edit,
): RawSection[] | undefined {
  const delta = text.length - before.length;
  const { cut: first, entry: keptCount } = resplitStart(before, sections, edit.start);
  const result = sections.slice(0, first);
  let start = text.startsWith('\ufeff') ? 1 : 0;
  const removed: { readonly cut: RawSection; readonly entry: RawEntry }[] = [];
  const open = sections[first];
  if (open && keptCount > 0) {
    start = open.entries[keptCount]!.start;
    const entries = open.entries.slice(0, keptCount);
    result.push({ ...open, entries, span: { start: open.span.start, end: entries.at(-1)!.end } });
  } else if (open && first > 0) start = open.span.start;

  let resumePoint: { readonly cut: number; readonly entry: number } | undefined;
  const stoppedAt = splitFrom({ text, report }, start, result, (at, cut) => {
    resumePoint = at - delta < edit.end ? undefined : entryAt(sections, at - delta);
    const old = resumePoint && sections[resumePoint.cut];
    const isSame = old && isSameList(old, cut) && old.entries[resumePoint!.entry]!.error === undefined;
    if (!isSame) resumePoint = undefined;
    return resumePoint !== undefined;
  });
  if (stoppedAt === undefined) return undefined;

  const last = resumePoint ?? { cut: sections.length - 1, entry: Number.POSITIVE_INFINITY };
  for (let index = first; index <= last.cut; index++) {
    const from = index === first ? keptCount : 0;
    const to = index === last.cut ? last.entry : Number.POSITIVE_INFINITY;
    for (const entry of sections[index]!.entries.slice(from, to)) removed.push({ cut: sections[index]!, entry });
  }
  const added = result
    .slice(first)
    .flatMap((cut, index) => cut.entries.slice(index === 0 ? keptCount : 0).map((entry) => ({ cut, entry })));
  reuseParsedEntries(before, removed, text, added);
  if (!resumePoint) return result;

  const resumedSection = sections[resumePoint.cut]!;
  const rest = resumedSection.entries.slice(resumePoint.entry);
  const joined = result.pop()!;
  result.push({
    ...joined,
    entries: joined.entries.concat(rest),
    span: { ...joined.span, end: resumedSection.span.end + delta },
  });
  for (const entry of rest) shiftInPlace(entry, delta);
  for (const cut of sections.slice(resumePoint.cut + 1)) {
    shiftInPlace(cut.span, delta);
    for (const entry of cut.entries) shiftInPlace(entry, delta);
    result.push(cut.key ? { ...cut, key: { value: cut.key.value, span: shift(cut.key.span, delta) } } : cut);
  }
  return result;
}

/**
 * Where to start splitting again after an edit at an offset: at an entry, two before the edited one, because the edited
 * line may become part of what is above it; entry 0 stands for the whole section.
 */
function resplitStart(before: string, sections: readonly RawSection[], at: number): { cut: number; entry: number } {
  const cut = lastIndexAtMost(sections.length, (index) => sections[index]!.span.start, at);
  if (cut < 0) return { cut: 0, entry: 0 };
  const { key, entries, span: whole } = sections[cut]!;
  const entry = lastIndexAtMost(entries.length, (index) => entries[index]!.start, at) - 1;
  if (entry > 0) return { cut, entry };
  const keyLine = before.indexOf('\n', whole.start);
  return { cut: key && keyLine >= 0 && keyLine < at ? cut : 0, entry: 0 };
}

function entryAt(sections: readonly RawSection[], start: number): { cut: number; entry: number } | undefined {
  const cut = lastIndexAtMost(sections.length, (index) => sections[index]!.span.start, start);
  const entries = sections[cut]?.entries ?? [];
  const entry = lastIndexAtMost(entries.length, (index) => entries[index]!.start, start);
  return entries[entry]?.start === start ? { cut, entry } : undefined;
}

/** The last index of `count` ascending numbers whose number is at most `limit`; -1 if there is none. */
function lastIndexAtMost(count: number, numberAt: (index: number) => number, limit: number): number {
  return partitionPoint(count, (index) => numberAt(index) <= limit) - 1;
}

function isSameList(a: RawSection, b: RawSection): boolean {
  return a.layout === b.layout && a.indent === b.indent && a.key?.value === b.key?.value;
}

function shiftInPlace(span: { start: number; end: number }, by: number): void {
  span.start += by;
  span.end += by;
}

type EntryInSection = { readonly cut: RawSection; readonly entry: RawEntry };

/** Gives new entries the parsed entries of removed ones with the same text. */
function reuseParsedEntries(
  before: string,
  removed: readonly EntryInSection[],
  text: string,
  added: readonly EntryInSection[],
): void {
  const parsedByContent = new Map<string, ParsedEntry[]>();
  const contentKey = (whole: string, { cut, entry }: EntryInSection) => `${cut.key?.value} ${slice(whole, entry)}`;
  for (const one of removed) {
    const { parsed: reading, error: trouble } = one.entry;
    if (!reading || trouble !== undefined) continue;
    const words = contentKey(before, one);
    const same = parsedByContent.get(words);
    if (same) same.push(reading);
    else parsedByContent.set(words, [reading]);
  }
  for (const one of added) {
    const reading = one.entry.error === undefined && parsedByContent.get(contentKey(text, one))?.shift();
    if (reading) one.entry.parsed = reading;
  }
}
