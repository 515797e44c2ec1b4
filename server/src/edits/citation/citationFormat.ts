/** How a report is cited in prose: `RFE/RL, September 5`. */

import type { CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { inferYear, writeDate } from '../../syntax/date/calendar.ts';

const unfitForSurface = /[[\]\\\r\n]/;

/** The date as a brief of the date `brief` writes it: without the year where a reader infers it, as the checks do. */
export function citedDate(date: CalendarDate, brief: CalendarDate | undefined): string {
  const { year, ...day } = date;
  return year !== undefined && date.day !== undefined && inferYear(day, brief).year === year
    ? writeDate(day)
    : writeDate(date);
}

/** `Outlet, Month Day`; undefined when the entry names no outlet or no date of publication with a month. */
export function citedInWords(entry: SourceEntry, brief: CalendarDate | undefined): string | undefined {
  const { outlet, issued } = entry;
  if (!outlet || issued?.value.month === undefined || unfitForSurface.test(outlet.value)) return undefined;
  return `${outlet.value}, ${citedDate(issued.value, brief)}`;
}

/** `[Outlet](src:id), Month Day`, as far as the entry tells. The id is taken as it is, valid or not. */
export function citedWithTag(entry: SourceEntry, brief: CalendarDate | undefined): string {
  const names = [entry.outlet?.value, entry.title, ...entry.authors, entry.id.value];
  const surface = names.find((name) => name !== undefined && name.trim() !== '' && !unfitForSurface.test(name));
  const date = entry.issued && citedDate(entry.issued.value, brief);
  return `[${surface ?? entry.id.value}](src:${entry.id.value})${date ? `, ${date}` : ''}`;
}
