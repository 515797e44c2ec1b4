/** The sources of the registries, in the order in which a brief is likely to cite them. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type DefinedEntry, outletKey, type Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';

/** How a brief cites: its date, and the names it uses for outlets. */
export interface CitationHabits {
  readonly date: CalendarDate | undefined;
  /** By outlet key. */
  readonly outletNames: ReadonlyMap<string, string>;
}

const MS_PER_DAY = 86_400_000;
/** Reports are ranked by age: within a month of the brief, within a year, others. */
const [DAYS_IN_MONTH, DAYS_IN_YEAR] = [31, 366];

const outletKeyCache = new WeakMap<Scope, Map<string, string>>();

/** The habits of a brief, from its current text. */
export function citationHabitsOf(brief: Brief, scope: Scope): CitationHabits {
  const names = new Set<string>();
  for (const { value } of recordsOf(brief)) if (value.source) names.add(value.source.name);
  const outletNames = new Map<string, string>();
  const keys = outletKeyCache.get(scope) ?? new Map<string, string>();
  outletKeyCache.set(scope, keys);
  for (const name of names) {
    const key = getOrInsert(keys, name, () => outletKey(scope, name));
    if (!outletNames.has(key)) outletNames.set(key, name);
  }
  return { date: briefDateOf(brief)?.value, outletNames };
}

/** A source with its outlet key and everything it can be found by besides its id. */
export interface IndexedSource extends DefinedEntry<SourceEntry> {
  readonly outletKey: string | undefined;
  readonly names: readonly string[];
  /** Days from the epoch to the day of issue. */
  readonly day: number | undefined;
}

const indexedSourcesCache = new WeakMap<Scope, ReadonlyMap<string, IndexedSource>>();

/** All sources by id, indexed for completion. Cached by scope. */
export function sourcesOf(scope: Scope): ReadonlyMap<string, IndexedSource> {
  let indexed = indexedSourcesCache.get(scope);
  if (!indexed) {
    const keys = new Map<DefinedEntry<SourceEntry>, string>();
    for (const [key, reports] of scope.sourcesByOutlet) for (const report of reports) keys.set(report, key);
    indexed = new Map([...scope.sources].map(([id, source]) => [id, indexSource(source, keys.get(source), scope)]));
    indexedSourcesCache.set(scope, indexed);
  }
  return indexed;
}

function indexSource(source: DefinedEntry<SourceEntry>, key: string | undefined, scope: Scope): IndexedSource {
  const { outlet, title } = source.entry;
  const entity = key?.startsWith('id ') ? scope.entities.get(key.slice('id '.length))?.entry : undefined;
  const others = entity ? [...entity.aliases.map(({ value }) => value), entity.name.value] : [];
  const names = [outlet?.value, ...others, title].flatMap((name) => name ?? []);
  const { issued } = source.entry;
  return { ...source, outletKey: key, names, day: issued && dayNumber(issued.value) };
}

/** Sorts reports near the date of the brief first, and among those, reports of outlets that the brief already cites. */
export function sortByRelevance(
  sources: Iterable<IndexedSource>,
  { date, outletNames }: CitationHabits,
): IndexedSource[] {
  const today = date && dayNumber(date);
  return [...sources]
    .map((source) => {
      const days = daysApart(source.day, today);
      const isCited = source.outletKey !== undefined && outletNames.has(source.outletKey);
      return { source, days, age: days <= DAYS_IN_MONTH ? 0 : days <= DAYS_IN_YEAR ? 1 : 2, cited: isCited ? 0 : 1 };
    })
    .sort((a, b) => a.age - b.age || a.cited - b.cited || a.days - b.days)
    .map(({ source }) => source);
}

/** `RFE/RL, September 5, 2021: Pilots leave`. */
export function describeSource({ entry }: DefinedEntry<SourceEntry>): string {
  const when = [entry.outlet?.value, entry.issued && formatDateForDisplay(entry.issued.value)]
    .filter(Boolean)
    .join(', ');
  return [when, entry.title].filter(Boolean).join(': ');
}

/**
 * The distance of a report from the brief in days. Undated reports and reports after the brief count as furthest away.
 * If the brief has no date, later reports are nearer.
 */
function daysApart(day: number | undefined, today: number | undefined): number {
  if (day === undefined) return Number.MAX_SAFE_INTEGER;
  if (today === undefined) return 2 * DAYS_IN_YEAR + Math.max(0, 1_000_000 - day);
  return day > today ? 1_000_000 + day - today : today - day;
}

function dayNumber({ year, month, day }: CalendarDate): number | undefined {
  return year === undefined ? undefined : Math.round(Date.UTC(year, (month ?? 1) - 1, day ?? 1) / MS_PER_DAY);
}
