/** Entries for what a brief names and no registry has, with everything filled in that is known. */

import type { ResolvedDate } from '../../scope/resolveCitation.ts';
import { outletOf, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceName } from '../../syntax/ast.ts';
import { isValidId } from '../../syntax/brief/inlines.ts';

import { formatIsoDate, isRealDate } from '../../syntax/date/isoDate.ts';

import type { NewEntry } from './addEntries.ts';

/** `“Title,” TASS`: the title of a report before its outlet. */
const titleAndOutlet = /^[“"]([^“”"]+)[”"],?\s+(\S.*)$/u;

/** A report to be entered, as far as it is known. */
export interface Report {
  readonly outlet: string;
  readonly title?: string;
  readonly date: CalendarDate;
  /** The date is the one on which it was read. */
  readonly accessed?: boolean;
  readonly url?: string;
  readonly isWebPage?: boolean;
}

/** The name as an id: lower case, hyphens for everything that is neither letter nor digit; `instead` where nothing is left. */
export function slug(name: string, instead: string): string {
  const id = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id || instead;
}

/** `id`, or the first of `id-2`, `id-3` … that is not taken. */
export function uniqueId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}

/** The entry of a report; undefined where its date cannot be written (no year, no such day). `taken` are further ids in use. */
export function reportEntry(
  report: Report,
  scope: Scope,
  taken: ReadonlySet<string> = new Set(),
): NewEntry | undefined {
  const { outlet, title, date, accessed, url, isWebPage } = report;
  const iso = isRealDate(date) ? formatIsoDate(date) : undefined;
  if (iso === undefined) return undefined;
  const outletId = outletOf(scope, outlet)?.entry.id.value;
  const base = outletId !== undefined && isValidId(outletId) ? outletId : slug(outlet, 'source');
  return {
    id: uniqueId(`${base}-${iso}`, (id) => scope.sources.has(id) || taken.has(id)),
    type: isWebPage ? 'webpage' : 'article-newspaper',
    ...(title && { title }),
    'container-title': outlet,
    [accessed ? 'accessed' : 'issued']: iso,
    ...(url && { URL: url }),
  };
}

/** One entry for each of these dates of a citation in words; undefined where one of them cannot be written. */
export function citedReports(
  source: SourceName,
  dates: readonly ResolvedDate[],
  accessed: boolean,
  scope: Scope,
): NewEntry[] | undefined {
  const [, title, rest] = titleAndOutlet.exec(source.name) ?? [];
  // What a tag calls the outlet, its registry entry need not bear as a name.
  const tagged = source.entity === undefined ? undefined : scope.entities.get(source.entity)?.entry.name.value;
  if (source.entity !== undefined && tagged === undefined) return undefined;
  const outlet = tagged ?? rest ?? source.name;
  const taken = new Set<string>();
  const entries: NewEntry[] = [];
  for (const { date } of dates) {
    const named = { outlet, ...(title && { title: title.replace(/[,.]$/, '') }) };
    const entry = reportEntry({ ...named, date, accessed, isWebPage: source.domain !== undefined }, scope, taken);
    if (!entry) return undefined;
    taken.add(entry.id!);
    entries.push(entry);
  }
  return entries.length > 0 ? entries : undefined;
}

/** The entry of a source that a tag or key names by its id; what the words beside it say is filled in. */
export function taggedReport({ id, source, when }: Citation, dates: readonly ResolvedDate[]): NewEntry | undefined {
  if (!id || !isValidId(id.value)) return undefined;
  const [only] = dates;
  const iso = dates.length === 1 && only && isRealDate(only.date) ? formatIsoDate(only.date) : undefined;
  return {
    id: id.value,
    type: source?.domain === undefined ? 'article-newspaper' : 'webpage',
    ...(source && { 'container-title': source.name }),
    ...(iso !== undefined && { [when?.accessed ? 'accessed' : 'issued']: iso }),
  };
}

/** The entry of an entity. */
export function entityEntry(id: string, type: string, name: string): NewEntry {
  return { id, type, name };
}
