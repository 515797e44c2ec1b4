/** `briefmark list`: what the briefs of a project hold, as rows of plain data. */

import { type Span, shift, slice } from '../base/text/span.ts';
import { mentionsIn } from '../names/mentions.ts';
import { type Resolution, type ResolutionStatus, resolveCitation } from '../scope/resolveCitation.ts';
import type { CalendarDate, Citation } from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { briefDateOf, sectionsOf } from '../syntax/brief/brief.ts';
import { isPossibleDate } from '../syntax/date/calendar.ts';
import type { BriefFile, Project, ProjectFile } from './project.ts';

/** One item of a citation. */
export interface CitationRow {
  readonly file: string;
  /** The whole parenthesis or bracket. */
  readonly group: Span;
  readonly span: Span;
  readonly text: string;
  /** The name of the source as written, or the outlet of a citation key; `""` when it is missing. */
  readonly source: string;
  /** As written; `""` when no date is written. */
  readonly date: string;
  /** The first date, its year inferred where it is not written: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly iso: string | null;
  readonly id: string | null;
  readonly status: ResolutionStatus;
}

/** One tag of an entity, or one mention of a known name. */
export interface EntityRow {
  readonly file: string;
  readonly span: Span;
  readonly surface: string;
  /** As the tag or the registry says; null when several entities bear the name. */
  readonly type: string | null;
  readonly id: string | null;
  readonly tagged: boolean;
}

/** One heading. */
export interface OutlineRow {
  readonly file: string;
  readonly level: number;
  readonly title: string;
  /** The words of the heading. */
  readonly span: Span;
}

/** A row, and where it begins in its file: for people, who want lines and columns. */
export interface LocatedRow<Row> {
  readonly row: Row;
  readonly file: ProjectFile;
}

/** Collects the rows of every brief that was asked for, in order of place. */
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

/** Every citation item of a brief. */
export function citationRows({ name, brief, scope }: BriefFile): CitationRow[] {
  const date = briefDateOf(brief)?.value;
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    return block.citations.map((citation): CitationRow => {
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
      };
    });
  });
}

/** Every entity tag of a brief, and every name in its prose that a registry knows. */
export function entityRows({ name, brief, scope }: BriefFile): EntityRow[] {
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    const tags = entityTags(block).map(({ start, end, surface, type, id }): EntityRow => {
      const span = shift({ start, end }, at);
      return { file: name, span, surface: surface.value, type: type.value, id: id.value, tagged: true };
    });
    const mentions = mentionsIn(brief, block, at, scope.findNames).map(({ start, end, ids }): EntityRow => {
      const span = shift({ start, end }, at);
      // Looking up, never guessing: of several namesakes none is named.
      const [id = null] = ids.length === 1 ? ids : [];
      const type = id === null ? null : (scope.entities.get(id)?.entry.type.value ?? null);
      return { file: name, span, surface: slice(brief.text, span), type, id, tagged: false };
    });
    return [...tags, ...mentions].sort((a, b) => a.span.start - b.span.start);
  });
}

/** Every heading of a brief. */
export function outlineRows({ name, brief }: BriefFile): OutlineRow[] {
  return sectionsOf(brief).map(({ title: { value, span }, level }) => ({ file: name, level, title: value, span }));
}

/** The name of the source as written, or the outlet of a citation key; `""` when it is missing. */
export function sourceNameOf({ source, id }: Citation, { entries }: Resolution): string {
  return source?.name ?? (id ? (entries[0]?.entry.outlet?.value ?? '') : '');
}

/** `YYYY-MM-DD` or `YYYY-MM`, as far as the date is known and exists. */
export function formatPartialDate(date: CalendarDate | undefined): string | null {
  if (date?.year === undefined || date.month === undefined || !isPossibleDate(date)) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  const month = `${String(date.year).padStart(4, '0')}-${two(date.month)}`;
  return date.day === undefined ? month : `${month}-${two(date.day)}`;
}
