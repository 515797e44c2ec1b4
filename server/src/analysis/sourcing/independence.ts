/**
 * Whether two sources are independent. Two sources depend on each other only if the registries or the citations say so;
 * nothing is guessed.
 */

import * as l10n from '@vscode/l10n';
import { createMemo } from '../../base/memo/memory.ts';
import type { Resolution } from '../../scope/resolveCitation.ts';
import { type DefinedEntry, foldName, isSubtypeOf, outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';
import { parseDomain } from '../../syntax/citation/sourceName.ts';
import { isInterview } from './interviews.ts';
import { accountInUrl, isPlatform } from './platforms.ts';

/** What a citation refers to: an outlet, as cited or as defined, and the report if the registries have it. */
export interface SourceIdentity {
  /** The name for messages. */
  readonly name: string;
  /** A key shared by all spellings of the outlet; undefined if the publisher is unknown, as for a post or an interview. */
  readonly outlet: string | undefined;
  /** The report, if the registries define it. */
  readonly report?: DefinedEntry<SourceEntry>;
}

/** Why two sources are not independent. */
export type Dependence =
  | { readonly kind: 'same report' | 'same outlet' | 'same title' }
  | { readonly kind: 'same house'; readonly house: string }
  | { readonly kind: 'wire'; readonly agency: string };

/** Shorter titles, such as `Daily briefing`, are shared by different reports. */
const MIN_TITLE_LENGTH = 20;
/** Reprints appear on the same day or shortly after; the same title much later is another report. */
const MAX_DAYS_APART = 2;
const MS_PER_DAY = 86_400_000;
/** A title that ends with the agency it came from: `Talks fail (Reuters)`. */
const agencyInTitle = /\(([^()]{2,40})\)\s*$/;

const identitiesByResolution = createMemo<Resolution, readonly SourceIdentity[]>();

/** The sources that a citation refers to: one per report. Cached by the resolution. */
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

/** Why two sources depend on each other; undefined if they are independent, or may be. */
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

/** Evidence that two outlets carry the same report: the same title within two days, or a credit to the other outlet. */
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

/** Whether a report credits the outlet of the other, as an author or at the end of the title. */
function isCreditedTo(report: SourceEntry, { outlet }: SourceIdentity, scope: Scope): boolean {
  if (outlet === undefined) return false;
  const agency = agencyInTitle.exec(report.title ?? '')?.[1];
  return [...report.authors, ...(agency ? [agency] : [])].some((name) => outletKey(scope, name) === outlet);
}

/** The key of the outlet of an entry. For a post it is the account; undefined if the account is unknown. */
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

/** The id of the topmost media outlet that an outlet belongs to. */
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

/** Whether two full dates are close enough for the same report; false if either has no day. */
function arePublishedClose(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  const [left, right] = [a, b].map((date) =>
    date?.year === undefined || date.month === undefined || date.day === undefined
      ? Number.NaN
      : Date.UTC(date.year, date.month - 1, date.day),
  );
  return Math.abs(left! - right!) <= MAX_DAYS_APART * MS_PER_DAY;
}

/** Describes why two sources depend on each other: `RFI’s report is by AFP`. */
export function describeDependence(a: SourceIdentity, b: SourceIdentity, dependence: Dependence): string {
  switch (dependence.kind) {
    case 'wire':
      return l10n.t('{0} carries a report by {1}', dependence.agency === a.name ? b.name : a.name, dependence.agency);
    case 'same title':
      return l10n.t('{0} and {1} carry the same report', a.name, b.name);
    case 'same house':
      return l10n.t('{0} and {1} belong to {2}', a.name, b.name, dependence.house);
    case 'same outlet':
      return l10n.t('all are reports by {0}', a.name);
    default:
      return l10n.t('{0} and {1} are the same report', a.name, b.name);
  }
}
