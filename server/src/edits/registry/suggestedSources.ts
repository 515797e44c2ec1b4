/** Entries for everything that briefs cite and no registry has: the reports, and the outlets that published them. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { isValidId } from '../../base/text/validId.ts';
import type { KnownOutlet, OutletKnowledge } from '../../scope/outletKnowledge.ts';
import { type ResolvedDate, resolveCached } from '../../scope/resolveCitation.ts';
import { findOutlet, foldName, type Scope } from '../../scope/scope.ts';
import type { Brief, CalendarDate, Citation, SourceName } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { normalizeAddress, readLinkAddress, withoutTracking } from '../../syntax/citation/linkAddress.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { formatIsoDate, isValidDate } from '../../syntax/date/isoDate.ts';
import { readWhen } from '../../syntax/date/writtenDate.ts';
import { tokenize } from '../../syntax/tokens.ts';
import type { NewEntry } from './addEntries.ts';
import { slugify, uniqueId } from './newEntries.ts';

/** A brief, and the scope of its registries. */
export interface CitingBrief {
  readonly file: string;
  readonly brief: Brief;
  readonly scope: Scope;
}

export interface CitedAt extends Span {
  readonly file: string;
}

/** A report, or the outlet of reports. */
export interface SuggestedEntry {
  readonly kind: 'source' | 'entity';
  /** The outlet; of a source without one, its author or title. */
  readonly name: string;
  readonly entry: NewEntry;
  /** The citations of it. */
  readonly citedAt: readonly CitedAt[];
}

export interface SourceSuggestions {
  /** By outlet, the most cited first; those of an outlet by date. */
  readonly sources: readonly SuggestedEntry[];
  readonly outlets: readonly SuggestedEntry[];
  /** Citations whose year is unknown, because the brief has no date: nothing could be looked up by them. */
  readonly withoutYear: readonly CitedAt[];
}

/** The facts about one report. */
interface Report {
  readonly outlet: string;
  /** The name by which citations without an address find the outlet. */
  readonly written: string;
  readonly facts: KnownOutlet | undefined;
  readonly account: string;
  id: string;
  iso: string;
  isAccessDate: boolean;
  title: string;
  author: readonly string[];
  url: string;
  archive: string;
  accessed: string;
  readonly isPlatform: boolean;
  readonly isWebPage: boolean;
  readonly citedAt: CitedAt[];
}

/** Longer titles and addresses are cut in ids. */
const MAX_ID_WORDS = 40;

/** The suggestions for briefs that share their registries. What a registry has is not suggested. */
export function suggestSources(briefs: readonly CitingBrief[], knowledge: OutletKnowledge): SourceSuggestions {
  const found: Report[] = [];
  const withoutYear: CitedAt[] = [];
  for (const citing of briefs) {
    const date = briefDateOf(citing.brief)?.value;
    for (const { at, value: citation } of recordsOf(citing.brief)) {
      const { status, dates, partial } = resolveCached(citation, citing.scope, date);
      if (status !== 'unknown' && status !== 'unchecked' && status !== 'linked') continue;
      if (citation.isRepeat || (citation.source && knowledge.isInterview(citation.source.name))) continue;
      const citedAt = { file: citing.file, ...shift(citation.span, at) };
      const reports = reportsIn(citation, at, partial?.unknownDates ?? dates, citing, knowledge, citedAt);
      if (reports) found.push(...reports);
      else withoutYear.push(citedAt);
    }
  }
  const reports = merged(found);
  const [scope] = briefs.map((citing) => citing.scope);
  return scope ? { ...toEntries(reports, scope), withoutYear } : { sources: [], outlets: [], withoutYear };
}

/** The reports that a citation names, one a date; undefined if a year is unknown. */
function reportsIn(
  citation: Citation,
  at: number,
  dates: readonly ResolvedDate[],
  { brief, scope }: CitingBrief,
  knowledge: OutletKnowledge,
  citedAt: CitedAt,
): Report[] | undefined {
  const { source, id, title, author, url, archive, when, accessed, note } = citation;
  const address = url?.value ?? '';
  const named = outletOf(source, address, scope, knowledge);
  const isoOf = ({ date }: ResolvedDate) => (isValidDate(date) ? formatIsoDate(date) : undefined);
  if (dates.some((one) => isoOf(one) === undefined) && address === '' && !id) return undefined;
  const accessedDate = accessed && dayOfAccess(slice(brief.text, shift(accessed, at)));
  const isAuthorDate = author !== undefined && author.value === source?.name;
  const isLinkText = title !== undefined && brief.text[at + title.span.start - 1] === '[' && note === undefined;
  const common = {
    ...named,
    // An author–date citation names no outlet.
    outlet: isAuthorDate ? '' : named.outlet,
    written: isAuthorDate ? '' : named.written,
    id: id && isValidId(id.value) ? id.value : '',
    isAccessDate: when?.accessed === true,
    // The words of a link in running text are no title.
    title: isLinkText ? '' : (title?.value ?? ''),
    author: author ? namesIn(author.value) : [],
    url: withoutTracking(address) || postAddress(source?.name ?? '', named.account),
    archive: archive?.value ?? '',
    accessed: (accessedDate && formatIsoDate(accessedDate)) ?? '',
    citedAt: [citedAt],
  };
  if (common.outlet === '' && common.title === '' && common.author.length === 0 && address === '' && common.id === '')
    return [];
  const isoDates = [...new Set(dates.map((one) => isoOf(one) ?? ''))];
  return (isoDates.length > 0 ? isoDates : ['']).map((iso): Report => ({ ...common, iso, citedAt: [citedAt] }));
}

/** The address of a post that is written without its scheme: `t.me/name/12`. */
function postAddress(name: string, account: string): string {
  return account !== '' && parseDomain(name) && /\/[^/]+\/[^/\s]+$/.test(name)
    ? `https://${name.replace(/^https?:\/\//, '')}`
    : '';
}

/** A CSL name: the family name apart, where the text has it so (`Filiu, Jean-Pierre`). */
function toCslName(name: string): Readonly<Record<string, string>> {
  const [, family, given] = /^([^,]+), ([^,]+)$/.exec(name) ?? [];
  return family !== undefined && given !== undefined ? { family, given } : { literal: name };
}

/** The day in `accessed June 1, 2022`; undefined if it is not complete. */
function dayOfAccess(words: string): CalendarDate | undefined {
  const day = readWhen(tokenize(words, { start: 0, end: words.length }, []), 0)?.dates[0]?.value;
  return day && isValidDate(day) ? day : undefined;
}

/** The outlet as the entry should name it: an account of a platform is its author. */
function outletOf(
  source: SourceName | undefined,
  address: string,
  scope: Scope,
  { outletByName, outletByDomain }: OutletKnowledge,
): Pick<Report, 'outlet' | 'written' | 'facts' | 'account' | 'isPlatform' | 'isWebPage'> {
  const tagged = source?.entity === undefined ? undefined : scope.entities.get(source.entity)?.entry.name.value;
  const written = tagged ?? source?.name ?? '';
  const slash = written.indexOf('/');
  const [beforeSlash, afterSlash] = slash > 0 ? [written.slice(0, slash), written.slice(slash + 1)] : [written, ''];
  const factsOf = (name: string) =>
    outletByName(name) ?? (parseDomain(name) ? ofDomain(parseDomain(name)!, outletByDomain) : undefined);
  const platform = factsOf(beforeSlash);
  const facts = platform?.isPlatform ? platform : factsOf(written);
  const isAccount = platform?.isPlatform === true && afterSlash !== '';
  const name = isAccount ? beforeSlash : written;
  const isDomain = parseDomain(name) !== undefined;
  // Citations find their entry by its address, or by the outlet that is suggested with it and has the domain as an alias.
  const isFound =
    address !== '' || (facts?.isPlatform !== true && ![name, facts?.name ?? ''].some((one) => findOutlet(scope, one)));
  const hasUsualName = isDomain && facts !== undefined && isFound;
  return {
    outlet: hasUsualName ? facts.name : name,
    written: hasUsualName && address !== '' ? facts.name : name,
    facts,
    account: isAccount ? afterSlash.replace(/^@/, '').replace(/\/.*$/, '') : '',
    isPlatform: facts?.isPlatform === true,
    isWebPage: isDomain && !hasUsualName,
  };
}

/** The outlet of a domain or of the domain that it belongs to: `uk.reuters.com`. */
function ofDomain(domain: string, outletByDomain: OutletKnowledge['outletByDomain']): KnownOutlet | undefined {
  for (let host = domain; host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
    const found = outletByDomain(host);
    if (found) return found;
  }
  return undefined;
}

/** `Marchal and Sheikh`, `A. Smith, B. Jones`. */
function namesIn(authors: string): string[] {
  return authors
    .replace(/,? et al\.?$/, '')
    .split(/,? (?:and|&) |; /)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Citations of one report make one entry; a citation by outlet and date alone belongs to the report that also has a title or an address. */
function merged(found: readonly Report[]): Report[] {
  const reports = new Map<string, Report>();
  for (const report of found) {
    const before = reports.get(keyOf(report));
    if (before) absorb(before, report);
    else reports.set(keyOf(report), { ...report, citedAt: [...report.citedAt] });
  }
  const byDay = new Map<string, Report[]>();
  for (const report of reports.values())
    if (report.iso !== '') getOrInsert(byDay, dayKeyOf(report), () => []).push(report);
  return [...reports.values()].filter((report) => {
    if (report.id !== '' || report.title !== '' || report.url !== '' || report.iso === '') return true;
    const others = (byDay.get(dayKeyOf(report)) ?? []).filter(
      (other) => other !== report && !other.isAccessDate === !report.isAccessDate,
    );
    const [only] = others;
    if (others.length === 1 && only) absorb(only, report);
    return others.length === 0;
  });
}

function keyOf(report: Report): string {
  const { id, url, title, author } = report;
  if (id !== '') return `id ${id}`;
  if (url !== '') return `url ${normalizeAddress(url)}`;
  return `${dayKeyOf(report)}\n${foldName(title)}\n${report.outlet === '' ? foldName(author.join(' ')) : ''}`;
}

function dayKeyOf({ facts, outlet, account, iso, isAccessDate, author }: Report): string {
  const name = facts?.name ?? foldName(outlet);
  return `${name || author.join(' ')}\n${account.toLowerCase()}\n${iso}\n${isAccessDate}`;
}

/** Adds what the other citation of the same report says and the first did not. */
function absorb(report: Report, other: Report): void {
  report.citedAt.push(...other.citedAt);
  report.iso ||= other.iso;
  report.title ||= other.title;
  if (report.author.length === 0) report.author = other.author;
  report.url ||= other.url;
  report.archive ||= other.archive;
  report.accessed ||= other.accessed;
}

function toEntries(reports: readonly Report[], scope: Scope): Pick<SourceSuggestions, 'sources' | 'outlets'> {
  const byOutlet = new Map<string, Report[]>();
  for (const report of reports)
    getOrInsert(byOutlet, report.facts?.name ?? foldName(report.outlet), () => []).push(report);
  const citations = (group: readonly Report[]) => group.reduce((sum, { citedAt }) => sum + citedAt.length, 0);
  const groups = [...byOutlet].sort(([a, one], [b, other]) => citations(other) - citations(one) || (a < b ? -1 : 1));
  const takenSources = new Set<string>();
  const takenEntities = new Set<string>();
  const sources: SuggestedEntry[] = [];
  const outlets: SuggestedEntry[] = [];
  for (const [, group] of groups) {
    const known = outletEntityOf(group, scope);
    const outlet = known === undefined ? newOutlet(group, scope, takenEntities) : undefined;
    if (outlet) outlets.push(outlet);
    const outletId = known ?? outlet?.entry.id;
    for (const report of [...group].sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0))) {
      const entry = newSource(report, outletId, scope, takenSources);
      sources.push({
        kind: 'source',
        name: report.outlet || report.author.join(', ') || report.title || report.id,
        entry,
        citedAt: report.citedAt,
      });
    }
  }
  return { sources, outlets };
}

/** The id of the entity that is the outlet; undefined if the registries have none. */
function outletEntityOf(group: readonly Report[], scope: Scope): string | undefined {
  for (const { outlet, facts } of group)
    for (const name of [outlet, facts?.name ?? '', ...(facts?.aliases ?? [])]) {
      const found = name === '' ? undefined : findOutlet(scope, name);
      if (found) return found.entry.id.value;
    }
  return undefined;
}

function newOutlet(group: readonly Report[], scope: Scope, taken: Set<string>): SuggestedEntry | undefined {
  const facts = group.find((report) => report.facts)?.facts;
  const written = [...new Set(group.map((report) => report.written).filter(Boolean))];
  const name = facts?.name ?? written[0];
  if (name === undefined) return undefined;
  const folded = new Set([foldName(name)]);
  const aliases = [...written, ...(facts?.aliases ?? [])].filter((alias) => {
    const key = foldName(alias);
    const isFree = !folded.has(key) && findOutlet(scope, alias) === undefined;
    folded.add(key);
    return isFree;
  });
  const domains = facts?.domains ?? [
    ...new Set(group.flatMap(({ outlet, url }) => parseDomain(outlet) ?? hostOf(url) ?? [])),
  ];
  const id = uniqueId(slugify(name, 'outlet'), (one) => scope.entities.has(one) || taken.has(one));
  taken.add(id);
  const entry: NewEntry = {
    id,
    type: 'media',
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(domains.length > 0 && { domains }),
    ...(facts?.isPlatform && { platform: true }),
  };
  return { kind: 'entity', name, entry, citedAt: group.flatMap(({ citedAt }) => citedAt) };
}

function hostOf(url: string): string | undefined {
  const address = readLinkAddress(url);
  return address && !address.isArchive ? address.host : undefined;
}

/** The last part of the path of an address, without its extension. */
function lastSegment(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/, 1)[0]!;
  return (path.split('/').filter(Boolean).at(-1) ?? '').replace(/\.\w{2,5}$/, '').slice(0, MAX_ID_WORDS);
}

function newSource(report: Report, outletId: string | undefined, scope: Scope, taken: Set<string>): NewEntry {
  const { outlet, account, title, url, archive, accessed, iso, isAccessDate, isPlatform, isWebPage } = report;
  const author = report.author.length > 0 ? report.author : account ? [account] : [];
  const base = outletId !== undefined && isValidId(outletId) ? outletId : slugify(outlet || author.join(' '), 'source');
  const words = iso || slugify(title.slice(0, MAX_ID_WORDS), '') || slugify(lastSegment(url), 'undated');
  const id = report.id || uniqueId(`${base}-${words}`, (one) => scope.sources.has(one) || taken.has(one));
  taken.add(id);
  return {
    id,
    type: isPlatform ? 'post' : isWebPage ? 'webpage' : outlet ? 'article-newspaper' : 'document',
    ...(author.length > 0 && { author: author.map(toCslName) }),
    ...(title && { title }),
    ...(outlet && { 'container-title': outlet }),
    ...(iso && { [isAccessDate ? 'accessed' : 'issued']: iso }),
    ...(url && { URL: url }),
    ...(accessed && !isAccessDate && { accessed }),
    ...(archive && { custom: { archive } }),
  };
}
