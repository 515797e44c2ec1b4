/**
 * Resolves citations to sources of the registries, by outlet and date. Nothing is guessed: a citation that could mean
 * several sources stays ambiguous. See docs/format.md, section 2, "Source".
 */

import { getOrInsert } from '../base/memo/maps.ts';
import type { CalendarDate, Citation, CitedDate, EntityEntry, SourceEntry, SourceName } from '../syntax/ast.ts';
import { normalizeAddress } from '../syntax/citation/linkAddress.ts';
import { isSourceMissing } from '../syntax/citation/missing.ts';
import { standaloneOf } from '../syntax/citation/wording.ts';
import { areCompatibleDates, compareDates, inferredYear, inferYear } from '../syntax/date/calendar.ts';
import { foldName } from './entitiesByName.ts';
import { outletOfDomain } from './outletDomains.ts';
import { oncePerScope } from './perScope.ts';
import { type DefinedEntry, dayKey, findOutlet, groupSources, outletKey, type Scope } from './scope.ts';

/** `linked`: no entry, but the citation carries its own address. `unchecked`: no registry lists sources. */
export type ResolutionStatus = 'resolved' | 'unknown' | 'ambiguous' | 'missing' | 'linked' | 'unchecked';

export interface Resolution {
  readonly status: ResolutionStatus;
  /** The matching entries: one per date if resolved, several for some date if ambiguous. */
  readonly entries: readonly DefinedEntry<SourceEntry>[];
  readonly dates: readonly ResolvedDate[];
  /** Of an unknown citation with several dates: the entries of those that match, and the others. */
  readonly partial?: {
    readonly entries: readonly DefinedEntry<SourceEntry>[];
    readonly unknownDates: readonly ResolvedDate[];
  };
  /** The outlet, if the registries know its name. */
  readonly outlet?: DefinedEntry<EntityEntry>;
}

export interface ResolvedDate {
  readonly cited: CitedDate;
  /** The date with its year, as far as that is known. */
  readonly date: CalendarDate;
  readonly until?: CalendarDate;
  /** Whether the year is inferred from the date of the brief. */
  readonly isYearInferred: boolean;
}

const sourcesByAddress = oncePerScope(({ sources }) =>
  groupSources(sources, ({ url }) => url && normalizeAddress(url.value)),
);
const sourcesByYear = oncePerScope(({ sources }) => groupSources(sources, ({ issued }) => issued?.value.year));

/** Resolves a citation in a brief of the given date. */
export function resolveCitation(citation: Citation, scope: Scope, briefDate: CalendarDate | undefined): Resolution {
  const dates = (citation.when?.dates ?? []).map((cited) => resolveDate(cited, briefDate));
  if (isSourceMissing(citation)) return { status: 'missing', entries: [], dates };
  if (citation.id) {
    const entry = scope.sources.get(citation.id.value);
    if (!entry) return { status: scope.declaresSources ? 'unknown' : 'unchecked', entries: [], dates };
    return { status: 'resolved', entries: [entry], dates };
  }
  const { source } = citation;
  const outlet = source && findOutletOfSource(scope, source);
  const outletAndDates = { dates, ...(outlet && { outlet }) };
  const linked = citation.url ?? citation.archive;
  const sameAddress = linked && sourcesByAddress(scope).get(normalizeAddress(linked.value));
  if (sameAddress) {
    return { status: sameAddress.length > 1 ? 'ambiguous' : 'resolved', entries: sameAddress, ...outletAndDates };
  }
  if (linked) {
    const found =
      source && scope.declaresSources ? resolveByOutlet(citation, source, scope, outletAndDates) : undefined;
    return found?.status === 'resolved' ? found : { status: 'linked', entries: [], ...outletAndDates };
  }
  if (!scope.declaresSources || !source) return { status: 'unchecked', entries: [], ...outletAndDates };
  if (isYearOnly(dates)) return resolveByAuthor(citation, source, scope, outletAndDates);
  return resolveByOutlet(citation, source, scope, outletAndDates);
}

function resolveByOutlet(
  citation: Citation,
  source: SourceName,
  scope: Scope,
  outletAndDates: Pick<Resolution, 'dates' | 'outlet'>,
): Resolution {
  const { dates } = outletAndDates;

  const reports = reportsOfSource(scope, source);
  const reportsByDate = dates.map((date) => reportsMatchingDate(reports, date, citation.when?.accessed === true));
  const entries = [...new Set(reportsByDate.flat())];
  if (reportsByDate.some((list) => list.length === 0) || reportsByDate.length === 0) {
    const unknownDates = dates.filter((_, index) => reportsByDate[index]!.length === 0);
    return {
      status: 'unknown',
      entries: [],
      ...(entries.length > 0 && { partial: { entries, unknownDates } }),
      ...outletAndDates,
    };
  }
  return {
    status: reportsByDate.some((list) => list.length > 1) ? 'ambiguous' : 'resolved',
    entries,
    ...outletAndDates,
  };
}

/** `(Filiu 2009)`: the sources of that author and year, or else the only report of that outlet in it. Nothing is unknown, since no registry lists every book. */
function resolveByAuthor(
  { when }: Citation,
  source: SourceName,
  scope: Scope,
  outletAndDates: Pick<Resolution, 'dates' | 'outlet'>,
): Resolution {
  const year = when?.dates[0]?.value.year;
  const [surname] = foldName(source.name).split(/ (?:and|&|et al) | et al\.?$/);
  const entries = (year === undefined ? [] : (sourcesByYear(scope).get(year) ?? [])).filter(({ entry }) =>
    entry.authors.some((author) => ` ${foldName(author)}`.endsWith(` ${surname}`)),
  );
  if (entries.length === 0) {
    const reports = year === undefined ? [] : reportsOfSource(scope, source);
    const [report, another] = reports.filter(({ entry }) => entry.issued?.value.year === year);
    const isOnly = report !== undefined && another === undefined;
    return { status: isOnly ? 'resolved' : 'unchecked', entries: isOnly ? [report] : [], ...outletAndDates };
  }
  return { status: entries.length > 1 ? 'ambiguous' : 'resolved', entries, ...outletAndDates };
}

function isYearOnly(dates: readonly ResolvedDate[]): boolean {
  return dates.every(({ date }) => date.month === undefined);
}

const resolutionCache = new WeakMap<Citation, { scope: Scope; byYears: Map<number | string, Resolution> }>();

/** `resolveCitation`, cached by the citation, so that an edit resolves only the citations it touches. */
export function resolveCached(citation: Citation, scope: Scope, date: CalendarDate | undefined): Resolution {
  let cached = resolutionCache.get(citation);
  if (cached?.scope !== scope) {
    cached = { scope, byYears: new Map() };
    resolutionCache.set(citation, cached);
  }
  return getOrInsert(cached.byYears, yearsKey(citation, date), () => resolveCitation(citation, scope, date));
}

/** A key for the years of a citation in a brief of the given date, the only way in which this date affects it. */
export function yearsKey({ when }: Citation, briefDate: CalendarDate | undefined): number | string {
  const dates = when?.dates ?? [];
  const [first] = dates;
  if (first && dates.length === 1 && !first.until) return inferredYear(first.value, briefDate) ?? '';
  const all = dates.flatMap(({ value, until }) => [value, ...(until ? [until] : [])]);
  return all.map((date) => inferredYear(date, briefDate) ?? '').join();
}

/** What a citation resolves to, without the spans of its dates; computed once for all citations with the same wording. */
export function resolveMeaning(
  citation: Citation,
  scope: Scope,
  date: CalendarDate | undefined,
): Pick<Resolution, 'status' | 'entries' | 'partial' | 'outlet'> {
  return resolveCached(standaloneOf(citation), scope, date);
}

/**
 * The entries that a citation uses: those it resolves to, and of an unknown citation with several dates those of the dates
 * that match. None of an ambiguous citation, because it does not say which one it uses.
 */
export function usedEntries({
  status,
  entries,
  partial,
}: Pick<Resolution, 'status' | 'entries' | 'partial'>): readonly DefinedEntry<SourceEntry>[] {
  return status === 'resolved' ? entries : (partial?.entries ?? []);
}

/** The sources with one of the dates of a citation whose source is missing, ordered by the names of their outlets. */
export function sourceCandidatesFor(dates: readonly ResolvedDate[], scope: Scope): DefinedEntry<SourceEntry>[] {
  const found = dates.flatMap((date) => reportsMatchingDate(sourcesNearDate(date, scope), date, false));
  const outletName = (source: DefinedEntry<SourceEntry>) => source.entry.outlet?.value ?? source.entry.id.value;
  return [...new Set(found)].sort((a, b) => (outletName(a) < outletName(b) ? -1 : 1));
}

/** The sources that may match a date: for a day those of the day or of its month, else all of them. */
function sourcesNearDate({ date, until }: ResolvedDate, scope: Scope): readonly DefinedEntry<SourceEntry>[] {
  if (date.month === undefined || date.day === undefined || until) return [...scope.sources.values()];
  const { day, ...month } = date;
  return [date, month].flatMap((part) => scope.sourcesByDay.get(dayKey(part)) ?? []);
}

/** All reports in the registries by the outlet that a source names. */
export function reportsOfSource(scope: Scope, source: SourceName): readonly DefinedEntry<SourceEntry>[] {
  if (source.entity !== undefined) return scope.sourcesByOutlet.get(`id ${source.entity}`) ?? [];
  const outlet = outletOfDomain(scope, source);
  const published = outlet && scope.sourcesByOutlet.get(`id ${outlet.entry.id.value}`);
  if (published) return published;
  for (const name of candidateOutletNames(source)) {
    const reports = scope.sourcesByOutlet.get(outletKey(scope, name));
    if (reports) return filterByAccount(reports, source.name, name);
  }
  if (source.domain === undefined) return [];
  return filterByAccount(scope.sourcesByDomain.get(source.domain) ?? [], source.name, source.domain);
}

function findOutletOfSource(scope: Scope, source: SourceName): DefinedEntry<EntityEntry> | undefined {
  if (source.entity !== undefined) return scope.entities.get(source.entity);
  const owner = outletOfDomain(scope, source);
  if (owner) return owner;
  for (const name of candidateOutletNames(source)) {
    const outlet = findOutlet(scope, name);
    if (outlet) return outlet;
  }
  return undefined;
}

/** Possible names of the outlet: the whole name, the platform before an account, the part after the last comma (`“Title,” TASS`), the name without its article. */
function candidateOutletNames({ name, domain }: SourceName): string[] {
  const names = [name];
  if (domain !== undefined && domain !== name.toLowerCase()) names.push(domain);
  const slash = name.indexOf('/');
  if (slash > 0) names.push(name.slice(0, slash));
  const comma = Math.max(name.lastIndexOf(','), name.lastIndexOf('”'));
  if (comma > 0 && comma < name.length - 1) names.push(name.slice(comma + 1).trim());
  const article = leadingArticle.exec(name);
  if (article) names.push(name.slice(article[0].length));
  return names;
}

/** `selon l’AFP`, `according to the BBC`: in lower case it belongs to the sentence, not to the name. */
const leadingArticle = /^(?:the|die|der|das|el|la|los|las|le|les|il|lo|gli|de|het|o|os) |^(?:l|all|dell)[’']/;

const urlPrefix = /^(?:https?:\/\/)?(?:www\.)?/;
const handleChar = /[\p{L}\p{N}_]/u;

/** The reports of a platform by the account that the name includes, as in `Twitter/@handle`; all if it includes none. */
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
