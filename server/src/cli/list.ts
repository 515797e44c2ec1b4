/** `briefmark list`: rows of plain data for the briefs of a project. */

import type { Span } from '../base/text/span.ts';
import { type ListedBrief, locate } from '../exporters/rows/row.ts';
import { sectionsOf } from '../syntax/brief/brief.ts';
import type { BriefFile, Project, ProjectFile } from './project.ts';

/** One heading. */
export interface OutlineRow {
  readonly file: string;
  /** Where it begins; both count from one. */
  readonly line: number;
  readonly column: number;
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

/** The headings of a brief. */
export function outlineRows({ name, brief }: ListedBrief): OutlineRow[] {
  const positionOf = locate(brief);
  return sectionsOf(brief).map(({ title: { value, span }, level }) => ({
    file: name,
    ...positionOf(span.start),
    level,
    title: value,
    span,
  }));
}
