/** The citations of a brief as rows of plain data. */

import { formatGrades } from '../../analysis/sourcing/grades.ts';
import { type Span, shift, slice } from '../../base/text/span.ts';
import { EVERYTHING, type Release } from '../../render/release.ts';
import { type Resolution, type ResolutionStatus, resolveCitation } from '../../scope/resolveCitation.ts';
import type { CalendarDate, Citation, CitationFormId } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { markersOf } from '../../syntax/brief/notes.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isPossibleDate } from '../../syntax/date/calendar.ts';
import { type ListedBrief, locate } from './row.ts';
import { sentencesOf } from './sentences.ts';

/** One citation: one item of a group. */
export interface CitationRow {
  readonly file: string;
  /** Where it begins; both count from one. */
  readonly line: number;
  readonly column: number;
  /** The whole parenthesis or bracket. */
  readonly group: Span;
  readonly span: Span;
  readonly text: string;
  /** The name of the source as written, or the outlet of a citation key; `""` if it is missing. */
  readonly source: string;
  /** As written; `""` if no date is written. */
  readonly date: string;
  /** The first date, with the inferred year if none is written: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly iso: string | null;
  readonly id: string | null;
  readonly status: ResolutionStatus;
  readonly form: CitationFormId;
  /** What points to the citation in the running text: the markers of its note. */
  readonly markers: readonly Span[];
  /** The whole note. */
  readonly note: Span | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly locator: string | null;
  readonly url: string | null;
  readonly archive: string | null;
  /** As written: `accessed May 3, 2022`. */
  readonly accessed: string | null;
  /** The sentence that it supports, without tags; null outside of prose. */
  readonly statement: string | null;
  /** Admiralty grades such as `B2`; `""` if there are none. */
  readonly rating: string;
}

/** The citations of a brief. What its readers may not know of the registries is left out. */
export function citationRows(listed: ListedBrief, release: Release = EVERYTHING): CitationRow[] {
  const { name, brief, scope } = listed;
  const date = briefDateOf(brief)?.value;
  const sentences = sentencesOf(brief);
  const positionOf = locate(brief);
  return recordsOf(brief).map((placed): CitationRow => {
    const { at, value: citation } = placed;
    const resolution = resolveCitation(citation, scope, date);
    const span = shift(citation.span, at);
    const found = resolution.status === 'resolved' ? resolution.entries[0]?.entry : undefined;
    const entry = release.isWithheld(found) ? undefined : found;
    return {
      file: name,
      ...positionOf(span.start),
      group: shift(citation.group, at),
      span,
      text: slice(brief.text, span),
      source: found && !entry ? (citation.source?.name ?? '') : sourceNameOf(citation, resolution),
      date: citation.when ? slice(brief.text, shift(citation.when.span, at)) : '',
      iso: formatPartialDate(citation.when ? resolution.dates[0]?.date : entry?.issued?.value),
      id: entry?.id.value ?? null,
      status: resolution.status,
      form: formOf(citation).listedAs ?? citation.form,
      markers: markersOf(brief, placed),
      note: citation.note ? shift(citation.note, at) : null,
      title: citation.title?.value ?? null,
      author: citation.author?.value ?? null,
      locator: citation.locator?.value ?? null,
      url: citation.url?.value ?? null,
      archive: citation.archive?.value ?? null,
      accessed: citation.accessed ? slice(brief.text, shift(citation.accessed, at)) : null,
      statement: sentences.get(citation) ?? null,
      rating: entry && release.isInternal ? formatGrades(entry, scope) : '',
    };
  });
}

/** The name of the source as written, or the outlet of a citation key; `""` if it is missing. */
export function sourceNameOf({ source, id, url }: Citation, { entries, outlet }: Resolution): string {
  // Of a link, no name is written.
  if (url && outlet && source?.domain !== undefined && source.start === url.span.start) return outlet.entry.name.value;
  return source?.name ?? (id ? (entries[0]?.entry.outlet?.value ?? '') : '');
}

/** The date as `YYYY-MM-DD` or `YYYY-MM`; null if its year or month is unknown, or the calendar has no such day. */
export function formatPartialDate(date: CalendarDate | undefined): string | null {
  if (date?.year === undefined || date.month === undefined || !isPossibleDate(date)) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const month = `${String(date.year).padStart(4, '0')}-${two(date.month)}`;
  return date.day === undefined ? month : `${month}-${two(date.day)}`;
}
