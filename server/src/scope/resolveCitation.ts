/**
 * Which source a citation means. docs/format.md, section 2, "Source": by outlet and date. Looking up, never guessing.
 */

import { getOrInsert } from '../base/memo/maps.ts';
import type { CalendarDate, Citation, CitedDate, EntityEntry, SourceEntry, SourceName } from '../syntax/ast.ts';

import { isSourceMissing } from '../syntax/citation/missing.ts';
import { standaloneOf } from '../syntax/citation/wording.ts';
import { areCompatibleDates, compareDates, inferredYear, inferYear } from '../syntax/date/calendar.ts';

import { type DefinedEntry, dayKey, findOutlet, outletKey, type Scope } from './scope.ts';

/** `unchecked`: nobody keeps a list of sources, so nothing can be said. */
export type ResolutionStatus = 'resolved' | 'unknown' | 'ambiguous' | 'missing' | 'unchecked';

export interface Resolution {
  readonly status: ResolutionStatus;
  /** What it may mean: one entry for each date when resolved, several for one date when ambiguous. */
  readonly entries: readonly DefinedEntry<SourceEntry>[];
  readonly dates: readonly ResolvedDate[];
  /** The outlet, when the registries know the name. */
  readonly outlet?: DefinedEntry<EntityEntry>;
}

export interface ResolvedDate {
  readonly cited: CitedDate;
  /** With the year, as far as it is known. */
  readonly date: CalendarDate;
  readonly until?: CalendarDate;
  /** Whether the year was not written but follows from the date of the brief. */
  readonly isYearInferred: boolean;
}

/** Resolves one citation in a brief of the given date. */
export function resolveCitation(citation: Citation, scope: Scope, briefDate: CalendarDate | undefined): Resolution {
  const dates = (citation.when?.dates ?? []).map((cited) => resolveDate(cited, briefDate));
  if (isSourceMissing(citation)) return { status: 'missing', entries: [], dates };
  if (citation.id) {
    const entry = scope.sources.get(citation.id.value);
    if (!entry) return { status: scope.declaresSources ? 'unknown' : 'unchecked', entries: [], dates };
    return { status: 'resolved', entries: [entry], dates };
  }
  const source = citation.source!;
  const outlet = findOutletOfSource(scope, source);
  const outletAndDates = { dates, ...(outlet && { outlet }) };
  if (!scope.declaresSources) return { status: 'unchecked', entries: [], ...outletAndDates };

  const reports = reportsOfSource(scope, source);
  const reportsByDate = dates.map((date) => reportsMatchingDate(reports, date, citation.when?.accessed === true));
  const entries = [...new Set(reportsByDate.flat())];
  if (reportsByDate.some((list) => list.length === 0) || reportsByDate.length === 0)
    return { status: 'unknown', entries: [], ...outletAndDates };
  return {
    status: reportsByDate.some((list) => list.length > 1) ? 'ambiguous' : 'resolved',
    entries,
    ...outletAndDates,
  };
}

const resolutionCache = new WeakMap<Citation, { scope: Scope; byYears: Map<number | string, Resolution> }>();

/** `resolve`, remembered by the citation, so that an edit resolves only what it touched. */
export function resolveCached(citation: Citation, scope: Scope, date: CalendarDate | undefined): Resolution {
  let cached = resolutionCache.get(citation);
  if (cached?.scope !== scope) {
    cached = { scope, byYears: new Map() };
    resolutionCache.set(citation, cached);
  }
  return getOrInsert(cached.byYears, yearsKey(citation, date), () => resolveCitation(citation, scope, date));
}

/** The years that a citation means in a brief of the given date: nothing else of that date matters to it. */
export function yearsKey({ when }: Citation, briefDate: CalendarDate | undefined): number | string {
  const dates = when?.dates ?? [];
  const [first] = dates;
  if (first && dates.length === 1 && !first.until) return inferredYear(first.value, briefDate) ?? '';
  const all = dates.flatMap(({ value, until }) => [value, ...(until ? [until] : [])]);
  return all.map((date) => inferredYear(date, briefDate) ?? '').join();
}

/** What a citation means, without the places of its dates: found once for all that are written alike. */
export function resolveMeaning(
  citation: Citation,
  scope: Scope,
  date: CalendarDate | undefined,
): Pick<Resolution, 'status' | 'entries' | 'outlet'> {
  return resolveCached(standaloneOf(citation), scope, date);
}

/** The sources of the registries that are dated like a citation whose own source is missing, outlets in order of name. */
export function sourceCandidatesFor(dates: readonly ResolvedDate[], scope: Scope): DefinedEntry<SourceEntry>[] {
  const found = dates.flatMap((date) => reportsMatchingDate(sourcesNearDate(date, scope), date, false));
  const outletName = (source: DefinedEntry<SourceEntry>) => source.entry.outlet?.value ?? source.entry.id.value;
  return [...new Set(found)].sort((a, b) => (outletName(a) < outletName(b) ? -1 : 1));
}

/** All sources that may be of that date: for a day those of the day and those of its month, else all there are. */
function sourcesNearDate({ date, until }: ResolvedDate, scope: Scope): readonly DefinedEntry<SourceEntry>[] {
  if (date.month === undefined || date.day === undefined || until) return [...scope.sources.values()];
  const { day, ...month } = date;
  return [date, month].flatMap((part) => scope.sourcesByDay.get(dayKey(part)) ?? []);
}

/** All reports the registries have of the outlet a source names. */
export function reportsOfSource(scope: Scope, source: SourceName): readonly DefinedEntry<SourceEntry>[] {
  if (source.entity !== undefined) return scope.sourcesByOutlet.get(`id ${source.entity}`) ?? [];
  for (const name of candidateOutletNames(source)) {
    const reports = scope.sourcesByOutlet.get(outletKey(scope, name));
    if (reports) return filterByAccount(reports, source.name, name);
  }
  if (source.domain === undefined) return [];
  return filterByAccount(scope.sourcesByDomain.get(source.domain) ?? [], source.name, source.domain);
}

function findOutletOfSource(scope: Scope, source: SourceName): DefinedEntry<EntityEntry> | undefined {
  if (source.entity !== undefined) return scope.entities.get(source.entity);
  for (const name of candidateOutletNames(source)) {
    const outlet = findOutlet(scope, name);
    if (outlet) return outlet;
  }
  return undefined;
}

/** The whole name first; then the platform before an account; then what follows the last comma, as in `“Title,” TASS`. */
function candidateOutletNames({ name, domain }: SourceName): string[] {
  const names = [name];
  if (domain !== undefined && domain !== name.toLowerCase()) names.push(domain);
  const slash = name.indexOf('/');
  if (slash > 0) names.push(name.slice(0, slash));
  const comma = Math.max(name.lastIndexOf(','), name.lastIndexOf('”'));
  if (comma > 0 && comma < name.length - 1) names.push(name.slice(comma + 1).trim());
  return names;
}

const urlPrefix = /^(?:https?:\/\/)?(?:www\.)?/;
const handleChar = /[\p{L}\p{N}_]/u;

/** Of a platform's reports those of the account that is named with it, as in `Twitter/@handle`. */
function filterByAccount(
  reports: readonly DefinedEntry<SourceEntry>[],
  name: string,
  platform: string,
): readonly DefinedEntry<SourceEntry>[] {
  const [written, host] = [name, platform].map((text) => text.toLowerCase().replace(urlPrefix, ''));
  if (!written!.startsWith(`${host}/`)) return reports;
  const account = written!.slice(host!.length + 1).replace(/^@|\/$/g, '');
  if (account === '') return reports;
  return reports.filter(({ entry }) =>
    [entry.url?.value, entry.title, ...entry.authors].some(
      (text) => text && containsHandle(text.toLowerCase(), account),
    ),
  );
}

function containsHandle(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1], text[at + word.length]];
    if (!handleChar.test(before ?? '') && !handleChar.test(after ?? '')) return true;
  }
  return false;
}

function reportsMatchingDate(
  reports: readonly DefinedEntry<SourceEntry>[],
  cited: ResolvedDate,
  accessed: boolean,
): DefinedEntry<SourceEntry>[] {
  const exact: DefinedEntry<SourceEntry>[] = [];
  const approximate: DefinedEntry<SourceEntry>[] = [];
  for (const report of reports) {
    const date = (accessed ? report.entry.accessed : report.entry.issued)?.value;
    if (!date) continue;
    if (areCompatibleDates(date, cited.date))
      (date.day === undefined && cited.date.day !== undefined ? approximate : exact).push(report);
    else if (isInRange(date, cited)) approximate.push(report);
  }
  return exact.length > 0 ? exact : approximate;
}

function isInRange(date: CalendarDate, { date: from, until }: ResolvedDate): boolean {
  if (!until || date.day === undefined) return false;
  return (
    compareDates(date, from) >= 0 &&
    compareDates(date, until) <= 0 &&
    compareDates(from, until) < 0 &&
    date.year === from.year
  );
}

function resolveDate(cited: CitedDate, briefDate: CalendarDate | undefined): ResolvedDate {
  const date = inferYear(cited.value, briefDate);
  const until = cited.until && inferYear(cited.until, briefDate);
  return { cited, date, ...(until && { until }), isYearInferred: date.year !== cited.value.year };
}
