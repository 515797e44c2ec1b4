/** `briefmark list`: the citations, entities and headings of the briefs of a project, as rows of plain data. */

import { type Span, shift, slice } from '../base/text/span.ts';
import { mentionsIn } from '../names/mentions.ts';
import { type Resolution, type ResolutionStatus, resolveCitation } from '../scope/resolveCitation.ts';
import type { CalendarDate, Citation, CitationFormId } from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { briefDateOf, sectionsOf } from '../syntax/brief/brief.ts';
import { markersOf } from '../syntax/brief/notes.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import { isPossibleDate } from '../syntax/date/calendar.ts';
import type { BriefFile, Project, ProjectFile } from './project.ts';

/** One citation: one item of a group. */
export interface CitationRow {
  readonly file: string;
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
}

/** One entity tag, or one mention of a known name. */
export interface EntityRow {
  readonly file: string;
  readonly span: Span;
  readonly surface: string;
  /** The type in the tag or in the registry; null if several entities have this name. */
  readonly type: string | null;
  readonly id: string | null;
  readonly tagged: boolean;
}

/** One heading. */
export interface OutlineRow {
  readonly file: string;
  readonly level: number;
  readonly title: string;
  /** The text of the heading. */
  readonly span: Span;
}

/** A row with its file, which gives its line and column. */
export interface LocatedRow<Row> {
  readonly row: Row;
  readonly file: ProjectFile;
}

/** The rows of all named briefs, in text order. */
export async function collectRows<Row>(
  project: Project,
  rowsOf: (file: BriefFile) => readonly Row[],
): Promise<LocatedRow<Row>[]> {
  const located: LocatedRow<Row>[] = [];
  for await (const file of project.files()) {
    if (file.kind === 'brief') for (const row of rowsOf(file)) located.push({ row, file: file.source });
  }
  return located;
}

/** The citations of a brief. */
export function citationRows({ name, brief, scope }: Pick<BriefFile, 'name' | 'brief' | 'scope'>): CitationRow[] {
  const date = briefDateOf(brief)?.value;
  return recordsOf(brief).map((placed): CitationRow => {
    const { at, value: citation } = placed;
    const resolution = resolveCitation(citation, scope, date);
    const span = shift(citation.span, at);
    const [entry] = resolution.status === 'resolved' ? resolution.entries : [];
    return {
      file: name,
      group: shift(citation.group, at),
      span,
      text: slice(brief.text, span),
      source: sourceNameOf(citation, resolution),
      date: citation.when ? slice(brief.text, shift(citation.when.span, at)) : '',
      iso: formatPartialDate(citation.when ? resolution.dates[0]?.date : entry?.entry.issued?.value),
      id: entry?.entry.id.value ?? null,
      status: resolution.status,
      form: citation.form,
      markers: markersOf(brief, placed),
      note: citation.note ? shift(citation.note, at) : null,
      title: citation.title?.value ?? null,
      author: citation.author?.value ?? null,
      locator: citation.locator?.value ?? null,
      url: citation.url?.value ?? null,
      archive: citation.archive?.value ?? null,
      accessed: citation.accessed ? slice(brief.text, shift(citation.accessed, at)) : null,
    };
  });
}

/** The entity tags of a brief, and the mentions of registered names in its prose. */
export function entityRows({ name, brief, scope }: BriefFile): EntityRow[] {
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    const tags = entityTags(block).map(({ start, end, surface, type, id }): EntityRow => {
      const span = shift({ start, end }, at);
      return { file: name, span, surface: surface.value, type: type.value, id: id.value, tagged: true };
    });
    const mentions = mentionsIn(brief, block, at, scope.findNames).map(({ start, end, ids }): EntityRow => {
      const span = shift({ start, end }, at);
      // A name that several entities share is not resolved.
      const [id = null] = ids.length === 1 ? ids : [];
      const type = id === null ? null : (scope.entities.get(id)?.entry.type.value ?? null);
      return { file: name, span, surface: slice(brief.text, span), type, id, tagged: false };
    });
    return [...tags, ...mentions].sort((a, b) => a.span.start - b.span.start);
  });
}

/** The headings of a brief. */
export function outlineRows({ name, brief }: BriefFile): OutlineRow[] {
  return sectionsOf(brief).map(({ title: { value, span }, level }) => ({ file: name, level, title: value, span }));
}

/** The name of the source as written, or the outlet of a citation key; `""` if it is missing. */
export function sourceNameOf({ source, id }: Citation, { entries }: Resolution): string {
  return source?.name ?? (id ? (entries[0]?.entry.outlet?.value ?? '') : '');
}

/** The date as `YYYY-MM-DD` or `YYYY-MM`; null if its year or month is unknown, or the calendar has no such day. */
export function formatPartialDate(date: CalendarDate | undefined): string | null {
  if (date?.year === undefined || date.month === undefined || !isPossibleDate(date)) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const month = `${String(date.year).padStart(4, '0')}-${two(date.month)}`;
  return date.day === undefined ? month : `${month}-${two(date.day)}`;
}
