/** How a report is cited in prose: `RFE/RL, September 5`. */

import type { CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { formatDateForBrief, inferYear } from '../../syntax/date/calendar.ts';

const invalidInSurface = /[[\]\\\r\n]/;

/** The date as a brief of the date `brief` writes it: without the year where a reader infers it, as the checks do. */
export function formatCitedDate(date: CalendarDate, briefDate: CalendarDate | undefined): string {
  const { year, ...day } = date;
  return year !== undefined && date.day !== undefined && inferYear(day, briefDate).year === year
    ? formatDateForBrief(day)
    : formatDateForBrief(date);
}

/** `Outlet, Month Day`; undefined when the entry names no outlet or no date of publication with a month. */
export function formatPlainCitation(entry: SourceEntry, briefDate: CalendarDate | undefined): string | undefined {
  const { outlet, issued } = entry;
  if (!outlet || issued?.value.month === undefined || invalidInSurface.test(outlet.value)) return undefined;
  return `${outlet.value}, ${formatCitedDate(issued.value, briefDate)}`;
}

/** `[Outlet](src:id), Month Day`, as far as the entry tells. The id is taken as it is, valid or not. */
export function formatTaggedCitation(entry: SourceEntry, briefDate: CalendarDate | undefined): string {
  const surfaces = [entry.outlet?.value, entry.title, ...entry.authors, entry.id.value];
  const surface = surfaces.find((name) => name !== undefined && name.trim() !== '' && !invalidInSurface.test(name));
  const date = entry.issued && formatCitedDate(entry.issued.value, briefDate);
  return `[${surface ?? entry.id.value}](src:${entry.id.value})${date ? `, ${date}` : ''}`;
}
