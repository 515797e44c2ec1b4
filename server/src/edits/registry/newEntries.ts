/** Entries for sources and entities that a brief refers to and no registry defines, with all known fields filled in. */

import { isValidId } from '../../base/text/validId.ts';
import type { ResolvedDate } from '../../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../../scope/scope.ts';
import type { CalendarDate, Citation, SourceName } from '../../syntax/ast.ts';

import { formatIsoDate, isValidDate } from '../../syntax/date/isoDate.ts';

import type { NewEntry } from './addEntries.ts';

/** The title of a report before its outlet: `“Title,” TASS`. */
const titleAndOutletPattern = /^[“"]([^“”"]+)[”"],?\s+(\S.*)$/u;

/** The known fields of a report. */
export interface NewReport {
  readonly outlet: string;
  readonly title?: string;
  readonly date: CalendarDate;
  /** Whether the date is the date of access. */
  readonly accessed?: boolean;
  readonly url?: string;
  readonly isWebPage?: boolean;
}

/** Turns a name into an id: lower case, with hyphens for everything but letters and digits; `fallback` if nothing is left. */
export function slugify(name: string, fallback: string): string {
  const id = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id || fallback;
}

/** The id, or the first of `id-2`, `id-3` … that is not taken. */
export function uniqueId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  let suffix = 2;
  while (isTaken(`${id}-${suffix}`)) suffix++;
  return `${id}-${suffix}`;
}

/** The entry for a report; undefined if its date has no year or does not exist. `takenIds` are ids in use outside the scope. */
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

/** One entry per date of a citation in words; undefined if one of them cannot be created. */
export function createCitedReportEntries(
  source: SourceName,
  dates: readonly ResolvedDate[],
  accessed: boolean,
  scope: Scope,
): NewEntry[] | undefined {
  const [, title, rest] = titleAndOutletPattern.exec(source.name) ?? [];
  // The surface of a tag need not be a name of the outlet, so the name comes from the registry.
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

/** The entry for a source that a tag or key refers to by its id, with outlet and date as the citation has them. */
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

/** The entry for an entity. */
export function createEntityEntry(id: string, type: string, name: string, aliases: readonly string[] = []): NewEntry {
  return { id, type, name, ...(aliases.length > 0 && { aliases }) };
}
