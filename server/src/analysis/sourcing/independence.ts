/**
 * Whether two sources bear each other out, or are one voice heard twice. Looking up, never guessing: two sources are one
 * only where the registries or the words of the citations say so.
 */

import * as l10n from '@vscode/l10n';
import { createMemory } from '../../base/memo/memory.ts';
import type { Resolution } from '../../scope/resolveCitation.ts';
import { type Defined, foldName, isOfType, outletKey, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceEntry } from '../../syntax/ast.ts';

import { domainOf } from '../../syntax/citation/sourceName.ts';

import { accountIn, isPlatform } from './platforms.ts';

/** Somebody a statement rests on: an outlet, as cited or as the registries have it, with the report that is meant. */
export interface Witness {
  /** As the reader sees it. */
  readonly name: string;
  /** What all spellings of the outlet have in common; undefined where nobody can tell whose word it is. */
  readonly outlet: string | undefined;
  /** The report, when the registries have it. */
  readonly report?: Defined<SourceEntry>;
}

/** What makes one of two sources. */
export type Kinship =
  | { readonly kind: 'same report' | 'same outlet' | 'same title' }
  | { readonly kind: 'same house'; readonly house: string }
  | { readonly kind: 'wire'; readonly agency: string };

/** Interviews have no outlet: two of them are two sources. */
const interview = /\binterviews?\b/i;
/** Shorter titles, `Daily briefing`, are given to different reports. */
const SHORTEST_TITLE = 20;
const FURTHEST_DAYS = 2;
const DAY = 86_400_000;
/** `Talks fail (Reuters)`: a title that ends in the agency it came from. */
const creditInTitle = /\(([^()]{2,40})\)\s*$/;

const remembered = createMemory<Resolution, readonly Witness[]>();

/** Whom a citation calls as witnesses: one for each report it means. Remembered by what it resolved to. */
export function witnessesOf(citation: Citation, resolution: Resolution, scope: Scope): readonly Witness[] {
  const known = remembered.get(resolution);
  if (known) return known;
  const witnesses = callWitnesses(citation, resolution, scope);
  remembered.set(resolution, witnesses);
  return witnesses;
}

function callWitnesses(citation: Citation, resolution: Resolution, scope: Scope): Witness[] {
  const { source } = citation;
  if (resolution.status === 'resolved' && resolution.entries.length > 0) {
    return resolution.entries.map((report) => {
      const name = source?.name ?? report.entry.outlet?.value ?? report.entry.id.value;
      return { name, outlet: outletOfReport(report.entry, scope), report };
    });
  }
  if (!source) return [{ name: citation.id?.value ?? '', outlet: undefined }];
  const known = resolution.outlet?.entry;
  const isPost = known ? known.platform : isPlatform(scope, source.name);
  if (isPost || interview.test(source.name)) return [{ name: source.name, outlet: undefined }];
  const key = known ? `id ${known.id.value}` : outletKey(scope, source.domain ?? source.name);
  return [{ name: known?.name.value ?? source.name, outlet: key }];
}

/** What makes one source of two; undefined when they are, or may be, independent. */
export function kinshipOf(a: Witness, b: Witness, scope: Scope): Kinship | undefined {
  if (a.report && a.report === b.report) return { kind: 'same report' };
  if (a.outlet !== undefined && a.outlet === b.outlet) return { kind: 'same outlet' };
  const wire = wireOf(a, b, scope);
  if (wire) return wire;
  const house = houseOf(a, scope);
  return house !== undefined && house === houseOf(b, scope)
    ? { kind: 'same house', house: scope.entities.get(house)?.entry.name.value ?? house }
    : undefined;
}

/** What shows that two outlets carry one report: the same title within two days, or one of them credits the other. */
export function wireOf(a: Witness, b: Witness, scope: Scope): Kinship | undefined {
  if (!a.report || !b.report || a.report === b.report || (a.outlet !== undefined && a.outlet === b.outlet))
    return undefined;
  const [left, right] = [a.report.entry, b.report.entry];
  if (!areNear(left.issued?.value, right.issued?.value)) return undefined;
  const title = foldName(left.title ?? '');
  if (title.length >= SHORTEST_TITLE && title === foldName(right.title ?? '')) return { kind: 'same title' };
  if (credits(left, b, scope)) return { kind: 'wire', agency: b.name };
  return credits(right, a, scope) ? { kind: 'wire', agency: a.name } : undefined;
}

/** Whether a report names the outlet of the other as its author, or at the end of its title. */
function credits(report: SourceEntry, { outlet }: Witness, scope: Scope): boolean {
  if (outlet === undefined) return false;
  const inTitle = creditInTitle.exec(report.title ?? '')?.[1];
  return [...report.authors, ...(inTitle ? [inTitle] : [])].some((name) => outletKey(scope, name) === outlet);
}

/** The outlet of an entry; of a platform the account there, and nothing where that is not known. */
function outletOfReport(report: SourceEntry, scope: Scope): string | undefined {
  const { outlet, url, authors } = report;
  const domain = url && domainOf(url.value);
  if (outlet ? isPlatform(scope, outlet.value) : domain !== undefined && isPlatform(scope, domain)) {
    const account = (url && accountIn(scope, url.value)) ?? (authors.length === 1 ? authors[0] : undefined);
    return account === undefined ? undefined : `account ${foldName(outlet?.value ?? domain!)} ${foldName(account)}`;
  }
  const name = outlet?.value ?? domain;
  return name === undefined || interview.test(name) ? undefined : outletKey(scope, name);
}

/** The uppermost outlet that an outlet is part of. */
function houseOf({ outlet }: Witness, scope: Scope): string | undefined {
  let at = outlet?.startsWith('id ') ? outlet.slice('id '.length) : undefined;
  const seen = new Set<string>();
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const above: string | undefined = scope.entities.get(at)?.entry.partOf?.value;
    const entity = above === undefined ? undefined : scope.entities.get(above)?.entry;
    if (!entity || entity.platform || !isOfType(scope, entity.type.value, 'media')) break;
    at = above;
  }
  return at;
}

/** Whether two days, known to the day, lie so near that one report may have run on both. */
function areNear(a: CalendarDate | undefined, b: CalendarDate | undefined): boolean {
  const [left, right] = [a, b].map((date) =>
    date?.year === undefined || date.month === undefined || date.day === undefined
      ? Number.NaN
      : Date.UTC(date.year, date.month - 1, date.day),
  );
  return Math.abs(left! - right!) <= FURTHEST_DAYS * DAY;
}

/** Why two sources are one: `RFI’s report is by AFP`. */
export function sayKinship(a: Witness, b: Witness, kinship: Kinship): string {
  switch (kinship.kind) {
    case 'wire':
      return l10n.t('{0}’s report is by {1}', kinship.agency === a.name ? b.name : a.name, kinship.agency);
    case 'same title':
      return l10n.t('{0} and {1} carry a report of the same title within two days', a.name, b.name);
    case 'same house':
      return l10n.t('{0} and {1} both belong to {2}', a.name, b.name, kinship.house);
    case 'same outlet':
      return l10n.t('{0} is one outlet, however many of its reports are cited', a.name);
    default:
      return l10n.t('{0} and {1} are the same report', a.name, b.name);
  }
}
