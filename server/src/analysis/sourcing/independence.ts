/**
 * Whether two sources bear each other out, or are one voice heard twice. Looking up, never guessing: two sources are one
 * only where the registries or the words of the citations say so.
 */

import * as l10n from '@vscode/l10n';
import { createMemo } from '../../base/memo/memory.ts';
import type { Resolution } from '../../scope/resolveCitation.ts';
import { type DefinedEntry, foldName, isSubtypeOf, outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';

import { parseDomain } from '../../syntax/citation/sourceName.ts';

import { isInterview } from './interviews.ts';
import { accountInUrl, isPlatform } from './platforms.ts';

/** Somebody a statement rests on: an outlet, as cited or as the registries have it, with the report that is meant. */
export interface SourceIdentity {
  /** As the reader sees it. */
  readonly name: string;
  /** What all spellings of the outlet have in common; undefined where nobody can tell whose word it is. */
  readonly outlet: string | undefined;
  /** The report, when the registries have it. */
  readonly report?: DefinedEntry<SourceEntry>;
}

/** What makes one of two sources. */
export type Dependence =
  | { readonly kind: 'same report' | 'same outlet' | 'same title' }
  | { readonly kind: 'same house'; readonly house: string }
  | { readonly kind: 'wire'; readonly agency: string };

/** Shorter titles, `Daily briefing`, are given to different reports. */
const MIN_TITLE_LENGTH = 20;
const MAX_DAYS_APART = 2;
const MS_PER_DAY = 86_400_000;
/** `Talks fail (Reuters)`: a title that ends in the agency it came from. */
const agencyInTitle = /\(([^()]{2,40})\)\s*$/;

const identitiesByResolution = createMemo<Resolution, readonly SourceIdentity[]>();

/** Whom a citation calls as witnesses: one for each report it means. Remembered by what it resolved to. */
export function sourceIdentitiesOf(
  citation: Citation,
  resolution: Resolution,
  scope: Scope,
): readonly SourceIdentity[] {
  const cached = identitiesByResolution.get(resolution);
  if (cached) return cached;
  const identities = identifySources(citation, resolution, scope);
  identitiesByResolution.set(resolution, identities);
  return identities;
}

function identifySources(citation: Citation, resolution: Resolution, scope: Scope): SourceIdentity[] {
  const { source } = citation;
  if (resolution.status === 'resolved' && resolution.entries.length > 0) {
    return resolution.entries.map((report) => {
      const name = source?.name ?? report.entry.outlet?.value ?? report.entry.id.value;
      return { name, outlet: outletKeyOfReport(report.entry, scope), report };
    });
  }
  if (!source) return [{ name: citation.id?.value ?? '', outlet: undefined }];
  const outletEntity = resolution.outlet?.entry;
  const isPost = outletEntity ? outletEntity.platform : isPlatform(scope, source.name);
  if (isPost || isInterview(source.name)) return [{ name: source.name, outlet: undefined }];
  const key = outletEntity ? `id ${outletEntity.id.value}` : outletKey(scope, source.domain ?? source.name);
  return [{ name: outletEntity?.name.value ?? source.name, outlet: key }];
}

/** What makes one source of two; undefined when they are, or may be, independent. */
export function findDependence(a: SourceIdentity, b: SourceIdentity, scope: Scope): Dependence | undefined {
  if (a.report && a.report === b.report) return { kind: 'same report' };
  if (a.outlet !== undefined && a.outlet === b.outlet) return { kind: 'same outlet' };
  const syndication = findSyndication(a, b, scope);
  if (syndication) return syndication;
  const parent = topOutletOf(a, scope);
  return parent !== undefined && parent === topOutletOf(b, scope)
    ? { kind: 'same house', house: scope.entities.get(parent)?.entry.name.value ?? parent }
    : undefined;
}

/** What shows that two outlets carry one report: the same title within two days, or one of them credits the other. */
export function findSyndication(a: SourceIdentity, b: SourceIdentity, scope: Scope): Dependence | undefined {
  if (!a.report || !b.report || a.report === b.report || (a.outlet !== undefined && a.outlet === b.outlet))
    return undefined;
  const [left, right] = [a.report.entry, b.report.entry];
  if (!arePublishedClose(left.issued?.value, right.issued?.value)) return undefined;
  const title = foldName(left.title ?? '');
  if (title.length >= MIN_TITLE_LENGTH && title === foldName(right.title ?? '')) return { kind: 'same title' };
  if (isCreditedTo(left, b, scope)) return { kind: 'wire', agency: b.name };
  return isCreditedTo(right, a, scope) ? { kind: 'wire', agency: a.name } : undefined;
}

/** Whether a report names the outlet of the other as its author, or at the end of its title. */
function isCreditedTo(report: SourceEntry, { outlet }: SourceIdentity, scope: Scope): boolean {
  if (outlet === undefined) return false;
  const agency = agencyInTitle.exec(report.title ?? '')?.[1];
  return [...report.authors, ...(agency ? [agency] : [])].some((name) => outletKey(scope, name) === outlet);
}

/** The outlet of an entry; of a platform the account there, and nothing where that is not known. */
function outletKeyOfReport(report: SourceEntry, scope: Scope): string | undefined {
  const { outlet, url, authors } = report;
  const domain = url && parseDomain(url.value);
  if (outlet ? isPlatform(scope, outlet.value) : domain !== undefined && isPlatform(scope, domain)) {
    const account = (url && accountInUrl(scope, url.value)) ?? (authors.length === 1 ? authors[0] : undefined);
    return account === undefined ? undefined : `account ${foldName(outlet?.value ?? domain!)} ${foldName(account)}`;
  }
  const name = outlet?.value ?? domain;
  return name === undefined || isInterview(name) ? undefined : outletKey(scope, name);
}

/** The uppermost outlet that an outlet is part of. */
function topOutletOf({ outlet }: SourceIdentity, scope: Scope): string | undefined {
  let current = outlet?.startsWith('id ') ? outlet.slice('id '.length) : undefined;
  const seen = new Set<string>();
  while (current !== undefined && !seen.has(current)) {
    seen.add(current);
    const parentId: string | undefined = scope.entities.get(current)?.entry.partOf?.value;
    const entity = parentId === undefined ? undefined : scope.entities.get(parentId)?.entry;
    if (!entity || entity.platform || !isSubtypeOf(scope, entity.type.value, 'media')) break;
    current = parentId;
  }
  return current;
}

/** Whether two days, known to the day, lie so near that one report may have run on both. */
function arePublishedClose(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  const [left, right] = [a, b].map((date) =>
    date?.year === undefined || date.month === undefined || date.day === undefined
      ? Number.NaN
      : Date.UTC(date.year, date.month - 1, date.day),
  );
  return Math.abs(left! - right!) <= MAX_DAYS_APART * MS_PER_DAY;
}

/** Why two sources are one: `RFI’s report is by AFP`. */
export function describeDependence(a: SourceIdentity, b: SourceIdentity, dependence: Dependence): string {
  switch (dependence.kind) {
    case 'wire':
      return l10n.t('{0}’s report is by {1}', dependence.agency === a.name ? b.name : a.name, dependence.agency);
    case 'same title':
      return l10n.t('{0} and {1} carry a report of the same title within two days', a.name, b.name);
    case 'same house':
      return l10n.t('{0} and {1} both belong to {2}', a.name, b.name, dependence.house);
    case 'same outlet':
      return l10n.t('{0} is one outlet, however many of its reports are cited', a.name);
    default:
      return l10n.t('{0} and {1} are the same report', a.name, b.name);
  }
}
