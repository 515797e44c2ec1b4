/** What a rendered page says in words of its own. A language is one file beside this one and one line in `index.ts`. */

import type { CalendarDate } from '../../syntax/ast.ts';

/** The words of one language. They are text, not HTML. */
export interface PageWords {
  /** BCP 47. */
  readonly language: string;
  /** The most common words of the language that the others here do not have, in lower case: a text is recognized by them. */
  readonly common: readonly string[];
  /** A date; empty without a month and a year. */
  readonly date: (date: CalendarDate) => string;
  readonly sources: string;
  readonly named: string;
  /** The heading of the list of notes. */
  readonly notes: string;
  readonly sourceMissing: string;
  readonly tally: (cited: number, total: number) => string;
  /** Before the list of citations whose source is missing. */
  readonly missing: string;
  readonly source: (number: number) => string;
  readonly sourceUnknown: (number: number) => string;
  readonly sourceAmbiguous: (number: number) => string;
  /** The link from a source to one of its statements; `place` counts them where there are several. */
  readonly backFromSource: (number: number, place: number | undefined) => string;
  readonly note: (label: string) => string;
  readonly backFromNote: (label: string, place: number | undefined) => string;
  readonly image: (words: string) => string;
  readonly unknownSource: string;
  readonly ambiguousSource: string;
  readonly unknownEntity: string;
  /** For a source that the reader may not know, where nothing else names it. */
  readonly withheld: string;
  readonly rated: (rating: string) => string;
  /** What stands before the address of the archived copy. */
  readonly archivedAt: string;
  /** The names of the built-in types of entities. */
  readonly types: Readonly<Record<string, string>>;
}

/** Formats dates; `full` gets the day, the month and the year, `monthAndYear` the other two. */
export function dateFormat(
  monthNames: string,
  full: (day: number, month: string, year: number) => string,
  monthAndYear: (month: string, year: number) => string,
): PageWords['date'] {
  const names = monthNames.split(' ');
  return ({ year, month, day }) => {
    const name = month === undefined ? undefined : names[month - 1];
    if (year === undefined) return '';
    if (name === undefined) return String(year);
    return day === undefined ? monthAndYear(name, year) : full(day, name, year);
  };
}
