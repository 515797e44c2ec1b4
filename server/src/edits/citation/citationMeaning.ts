/** What a citation group says, for edits that may change how it is written but not what it says. */

import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { readInlines } from '../../syntax/brief/inlines.ts';

import { inferYear } from '../../syntax/date/calendar.ts';

/**
 * What each item of a group says, whatever the form of its dates, in a brief of the date `brief`. Undefined when the
 * words, both parentheses included, are not read as one group of citations.
 */
export function meaningOfGroup(group: string, briefDate: CalendarDate | undefined): string[] | undefined {
  const { citations } = readInlines(group);
  const isWhole = citations.length > 0 && citations.every(({ group: { end } }) => end === group.length);
  return isWhole ? citations.map((citation) => meaningOfCitation(citation, briefDate)) : undefined;
}

function meaningOfCitation(
  { form, id, source, when, formErrors: slips }: Citation,
  briefDate: CalendarDate | undefined,
): string {
  const datePartsOf = (date: CalendarDate | undefined) => {
    const { year, month, day } = date ? inferYear(date, briefDate) : {};
    return [year, month, day];
  };
  return JSON.stringify([
    form,
    id?.value,
    source?.name,
    source?.entity,
    when?.accessed,
    when?.dates.map(({ value, until }) => [datePartsOf(value), datePartsOf(until)]),
    slips.map(({ kind }) => kind),
  ]);
}
