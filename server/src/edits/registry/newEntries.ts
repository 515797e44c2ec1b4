/** Entries for what a brief names and no registry has, with everything filled in that is known. */

import type { ResolvedDate } from '../../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceName } from '../../syntax/ast.ts';
import { isValidId } from '../../syntax/brief/inlines.ts';

import { formatIsoDate, isValidDate } from '../../syntax/date/isoDate.ts';

import type { NewEntry } from './addEntries.ts';

/** `“Title,” TASS`: the title of a report before its outlet. */
const titleAndOutletPattern = /^[“"]([^“”"]+)[”"],?\s+(\S.*)$/u;

/** A report to be entered, as far as it is known. */
export interface NewReport {
  readonly outlet: string;
  readonly title?: string;
  readonly date: CalendarDate;
  /** The date is the one on which it was read. */
  readonly accessed?: boolean;
  readonly url?: string;
  readonly isWebPage?: boolean;
}

/** The name as an id: lower case, hyphens for everything that is neither letter nor digit; `instead` where nothing is left. */
export function slugify(name: string, fallback: string): string {
  const id = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id || fallback;
}

/** `id`, or the first of `id-2`, `id-3` … that is not taken. */
export function uniqueId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let suffix = 2;
  while (isTaken(`${id}-${suffix}`)) suffix++;
  return `${id}-${suffix}`;
}

/** The entry of a report; undefined where its date cannot be written (no year, no such day). `taken` are further ids in use. */
export function createReportEntry(
  report: NewReport,
  scope: Scope,
  takenIds: ReadonlySet<string> = new Set(),
): NewEntry | undefined {
  const { outlet, title, date, accessed, url, isWebPage } = report;
  const iso = isValidDate(date) ? formatIsoDate(date) : undefined;
  if (iso === undefined) return undefined;
  const outletId = findOutlet(scope, outlet)?.entry.id.value;
  const baseId = outletId !== undefined && isValidId(outletId) ? outletId : slugify(outlet, 'source');
  return {
    id: uniqueId(`${baseId}-${iso}`, (id) => scope.sources.has(id) || takenIds.has(id)),
    type: isWebPage ? 'webpage' : 'article-newspaper',
    ...(title && { title }),
    'container-title': outlet,
    [accessed ? 'accessed' : 'issued']: iso,
    ...(url && { URL: url }),
  };
}

/** One entry for each of these dates of a citation in words; undefined where one of them cannot be written. */
export function createCitedReportEntries(
  source: SourceName,
  dates: readonly ResolvedDate[],
  accessed: boolean,
  scope: Scope,
): NewEntry[] | undefined {
  const [, title, rest] = titleAndOutletPattern.exec(source.name) ?? [];
  // What a tag calls the outlet, its registry entry need not bear as a name.
  const taggedName = source.entity === undefined ? undefined : scope.entities.get(source.entity)?.entry.name.value;
  if (source.entity !== undefined && taggedName === undefined) return undefined;
  const outlet = taggedName ?? rest ?? source.name;
  const takenIds = new Set<string>();
  const entries: NewEntry[] = [];
  for (const { date } of dates) {
    const named = { outlet, ...(title && { title: title.replace(/[,.]$/, '') }) };
    const entry = createReportEntry(
      { ...named, date, accessed, isWebPage: source.domain !== undefined },
      scope,
      takenIds,
    );
    if (!entry) return undefined;
    takenIds.add(entry.id!);
    entries.push(entry);
  }
  return entries.length > 0 ? entries : undefined;
}

/** The entry of a source that a tag or key names by its id; what the words beside it say is filled in. */
export function createTaggedReportEntry(
  { id, source, when }: Citation,
  dates: readonly ResolvedDate[],
): NewEntry | undefined {
  if (!id || !isValidId(id.value)) return undefined;
  const [only] = dates;
  const iso = dates.length === 1 && only && isValidDate(only.date) ? formatIsoDate(only.date) : undefined;
  return {
    id: id.value,
    type: source?.domain === undefined ? 'article-newspaper' : 'webpage',
    ...(source && { 'container-title': source.name }),
    ...(iso !== undefined && { [when?.accessed ? 'accessed' : 'issued']: iso }),
  };
}

/** The entry of an entity. */
export function createEntityEntry(id: string, type: string, name: string): NewEntry {
  return { id, type, name };
}
