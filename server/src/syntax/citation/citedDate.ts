import type { CalendarDate } from '../ast.ts';
import { formatDateForBrief, inferYear } from '../date/calendar.ts';

/** The date as a citation in a brief of that date writes it: without the year where readers infer it. */
export function formatCitedDate(date: CalendarDate, briefDate: CalendarDate | undefined): string {
  const { year, ...day } = date;
  return year !== undefined && date.day !== undefined && inferYear(day, briefDate).year === year
    ? formatDateForBrief(day)
    : formatDateForBrief(date);
}
