/** The meaning of a citation group, for edits that change its form but must not change its meaning. */

import type { CalendarDate, Citation } from '../../syntax/ast.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { inferYear } from '../../syntax/date/calendar.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';

/**
 * The meaning of each item of a group, independent of the format of its dates, in a brief of the given date. `group`
 * includes both parentheses; `known`: what the registries say. Undefined if it does not parse as a single group of citations.
 */
export function meaningOfGroup(
  group: string,
  briefDate: CalendarDate | undefined,
  known: KnownNames,
): string[] | undefined {
  const citations = readCitations(group, known);
  const isWhole = citations.length > 0 && citations.every(({ group: { end } }) => end === group.length);
  return isWhole ? citations.map((citation) => meaningOfCitation(citation, briefDate)) : undefined;
}

function meaningOfCitation(
  { form, id, source, when, formErrors }: Citation,
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
    formErrors.map(({ kind }) => kind),
  ]);
}
