/**
 * Ranks the sources that a statement without a source may rest on, the most likely first. Shared words only suggest a source: the
 * author of the brief decides.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { type ResolvedDate, resolveCached, sourceCandidatesFor } from '../../scope/resolveCitation.ts';
import { type DefinedEntry, outletKey, type Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { areCompatibleDates, compareDates } from '../../syntax/date/calendar.ts';
import { maskSpans } from '../language/authorText.ts';
import { statementsIn } from '../language/statements.ts';
import {
  type ComparableText,
  comparableText,
  compareTexts,
  type NamedEntity,
  type Overlap,
  type Term,
  termsOf,
} from './sharedTerms.ts';

/** A source that may have been lost: a report of the registry, or an outlet that the brief cites elsewhere for that day. */
export interface LikelySource extends Overlap {
  readonly report?: DefinedEntry<SourceEntry>;
  /** As the registry writes it; of an outlet that is not in the registry, as the brief does. */
  readonly outlet: string | undefined;
}

export interface LikelySources {
  /** The most likely first. Of a citation without a date, the whole registry. */
  readonly ranked: readonly LikelySource[];
  /** Whether the first one shares much with the statement, and more than twice as much as any other. */
  readonly isLeadClear: boolean;
}

/** A citation that has lost its source, and where its block begins. */
export interface Gap {
  readonly citation: Citation;
  readonly blockStart: number;
  readonly dates: readonly ResolvedDate[];
}

/** A clear lead shares three words that no other report shares, or a name and a word, and more than twice what the next one does. */
const MIN_CLEAR_SCORE = 3;
const MIN_CLEAR_TERMS = 2;
const CLEAR_RATIO = 2;

/**
 * The sources that a citation may have lost, ranked by what their titles share with the statement; of equal ones, a report
 * of the very day before one of its month, then the later one.
 */
export function likelySources(gap: Gap, brief: Brief, scope: Scope): LikelySources {
  const { text, terms } = statementAt(brief, gap.blockStart + gap.citation.group.start, scope);
  const date = briefDateOf(brief)?.value;
  const reports = gap.citation.when ? sourceCandidatesFor(gap.dates, scope) : citableBefore(date, scope);
  const known = new Set(reports.map(({ entry }) => entry.outlet && outletKey(scope, entry.outlet.value)));
  const others = outletsCitedOn(gap.dates, brief, scope).filter(({ key }) => !known.has(key));
  const overlaps = compareTexts(text, terms, [
    ...reports.map(({ entry }) => textOfReport(entry)),
    ...others.map((other) => other.text),
  ]);
  const candidates: LikelySource[] = [
    ...reports.map((report, index) => ({ report, outlet: report.entry.outlet?.value, ...overlaps[index]! })),
    ...others.map(({ name }, index) => ({ outlet: name, ...overlaps[reports.length + index]! })),
  ];
  const ranked = candidates
    .map((likely) => ({ likely, score: likely.score, order: orderOf(likely) }))
    .sort((a, b) => b.score - a.score || b.order - a.order)
    .map(({ likely }) => likely);
  const [first, second] = ranked;
  const isLeadClear =
    first?.report !== undefined &&
    first.score >= MIN_CLEAR_SCORE &&
    first.shared().length >= MIN_CLEAR_TERMS &&
    first.score > CLEAR_RATIO * (second?.score ?? 0);
  return { ranked, isLeadClear };
}

/** The sentence that a citation belongs to, as a span of the file; without one, the whole block. */
export function statementSpan(brief: Brief, offset: number): Span {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index]!;
  const blockStart = brief.starts[index]!;
  const text = brief.text.slice(blockStart, blockStart + block.length);
  const at = offset - blockStart;
  return shift(
    statementsIn(block, text).find(({ start, end }) => start <= at && at <= end) ?? block.content,
    blockStart,
  );
}

/** The statement before an offset without its markup and citations, and its terms; of one without any, those of the text before it. */
function statementAt(brief: Brief, offset: number, scope: Scope): { text: string; terms: Term[] } {
  const index = blockIndexAt(brief, offset);
  const block = brief.blocks[index]!;
  const blockStart = brief.starts[index]!;
  const prose = proseOf(block, brief.text.slice(blockStart, blockStart + block.length));
  const sentence = shift(statementSpan(brief, offset), -blockStart);
  const before = { start: block.content.start, end: Math.max(block.content.start, offset - blockStart) };
  for (const span of [sentence, before]) {
    const text = slice(prose, span);
    const terms = termsOf(text, entitiesIn(text, taggedIn(block, span), scope));
    if (terms.length > 0) return { text, terms };
  }
  return { text: '', terms: [] };
}

/** The text of a block, in which everything but prose is masked. */
function proseOf(block: Block, text: string): string {
  const hidden: Span[] = [
    ...block.groups.filter(({ kind }) => kind === 'citation' || kind === 'credit'),
    ...block.markers,
  ];
  for (const { group } of block.citations) hidden.push(group);
  for (const atom of block.atoms) {
    if (atom.kind === 'tag' && !block.citations.some(({ id }) => id?.span.start === atom.id.span.start))
      hidden.push({ start: atom.start, end: atom.surface.span.start }, { start: atom.surface.span.end, end: atom.end });
    else if (atom.kind === 'link')
      hidden.push({ start: atom.start, end: atom.text.start }, { start: atom.text.end, end: atom.end });
    else if (atom.kind !== 'tag') hidden.push(atom);
  }
  return maskSpans(text, hidden);
}

/** The entities that tags name in a part of a block, placed at their surfaces. */
function taggedIn({ atoms }: Block, { start, end }: Span): (Span & { id: string })[] {
  return atoms.flatMap((atom) =>
    atom.kind === 'tag' && atom.start >= start && atom.end <= end
      ? [{ ...shift(atom.surface.span, -start), id: atom.id.value }]
      : [],
  );
}

/** The entities that a text names, and those that its tags name, with all their names. */
function entitiesIn(
  text: string,
  tagged: readonly (Span & { id: string })[],
  { findNames, entities }: Scope,
): NamedEntity[] {
  const mentioned = findNames(text, []).flatMap(({ start, end, ids }) => ids.map((id) => ({ start, end, id })));
  return [...mentioned, ...tagged].flatMap((place) => {
    const entry = entities.get(place.id)?.entry;
    return entry ? [{ ...place, names: [entry.name, ...entry.aliases].map(({ value }) => value) }] : [];
  });
}

/** What a report can be recognized by: its title, what it is about, and who says so. */
const textOfReport = perObject(({ title, abstract, outlet, authors }: SourceEntry) =>
  comparableText([title, abstract, outlet?.value, ...authors].filter(Boolean).join('\n')),
);

/** The order of equally likely sources, the highest first: reports of a day, then of a month, then other outlets; the later first. */
function orderOf({ report }: LikelySource): number {
  const { year = 0, month = 0, day = 0 } = report?.entry.issued?.value ?? {};
  const kind = report ? (day > 0 ? 2 : 1) : 0;
  return ((kind * 10_000 + year) * 100 + month) * 100 + day;
}

/** The dated reports that a brief of a day can cite. */
function citableBefore(date: CalendarDate | undefined, scope: Scope): DefinedEntry<SourceEntry>[] {
  return [...scope.sources.values()].filter(({ entry: { issued } }) => {
    const value = issued?.value;
    return value?.month !== undefined && (!date || compareDates(value, date) <= 0);
  });
}

/** An outlet that the brief cites for some days, with the first statement that cites it. */
interface CitedOutlet {
  readonly name: string;
  readonly key: string;
  readonly text: ComparableText;
}

interface CitedOnDay {
  readonly date: CalendarDate;
  readonly name: string;
  readonly at: number;
}

const citedOutsideRegistry = createMemo<Brief, { scope: Scope; byMonth: Map<number, CitedOnDay[]> }>();

/** What the brief cites and no registry has, by month. */
function citedOutside(brief: Brief, scope: Scope): Map<number, CitedOnDay[]> {
  const cached = citedOutsideRegistry.get(brief);
  if (cached?.scope === scope) return cached.byMonth;
  const byMonth = new Map<number, CitedOnDay[]>();
  const briefDate = briefDateOf(brief)?.value;
  for (const { at, value } of recordsOf(brief)) {
    if (!value.source || !value.when || value.isRepeat) continue;
    const { status, dates } = resolveCached(value, scope, briefDate);
    if (status !== 'unknown' && status !== 'unchecked') continue;
    for (const { date } of dates)
      if (date.month !== undefined)
        getOrInsert(byMonth, date.month, () => []).push({ date, name: value.source.name, at: at + value.group.start });
  }
  citedOutsideRegistry.set(brief, { scope, byMonth });
  return byMonth;
}

/** The outlets that the brief cites for one of these days and no registry has, in the order of their first citation. */
function outletsCitedOn(dates: readonly ResolvedDate[], brief: Brief, scope: Scope): CitedOutlet[] {
  const byMonth = citedOutside(brief, scope);
  const found = new Map<string, CitedOutlet>();
  for (const { date, until } of dates) {
    if (date.day === undefined || until) continue;
    for (const cited of byMonth.get(date.month ?? 0) ?? []) {
      if (cited.date.day === undefined || !areCompatibleDates(cited.date, date)) continue;
      const key = outletKey(scope, cited.name);
      if (found.has(key)) continue;
      const { text } = statementAt(brief, cited.at, scope);
      found.set(key, { name: cited.name, key, text: comparableText(`${text}\n${cited.name}`) });
    }
  }
  return [...found.values()];
}
