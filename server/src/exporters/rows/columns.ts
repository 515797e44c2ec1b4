/** The columns of the rows in tables for spreadsheets. */

import type { Span } from '../../base/text/span.ts';
import type { CitationRow } from './citations.ts';
import { type CsvColumn, columnsOf } from './csvTable.ts';
import type { EntityRow } from './entities.ts';
import type { SourceRow } from './sources.ts';

export const CITATION_COLUMNS: readonly CsvColumn<CitationRow>[] = [
  ...columnsOf<CitationRow>('file', 'line', 'column'),
  ...spanColumns<CitationRow>('group', ({ group }) => group),
  ...spanColumns<CitationRow>('span', ({ span }) => span),
  ...columnsOf<CitationRow>('statement', 'text', 'source', 'date', 'iso', 'id', 'status'),
  ...columnsOf<CitationRow>('rating', 'form', 'title', 'author', 'locator', 'url', 'archive', 'accessed'),
];

export const SOURCE_COLUMNS: readonly CsvColumn<SourceRow>[] = [
  ...columnsOf<SourceRow>('file', 'outlet', 'title', 'date', 'id', 'status', 'rating', 'cited', 'archived'),
  ...columnsOf<SourceRow>('singleSourced', 'author', 'type', 'language', 'url', 'archive', 'sha256', 'tlp'),
];

export const ENTITY_COLUMNS: readonly CsvColumn<EntityRow>[] = [
  ...columnsOf<EntityRow>('file', 'line', 'column'),
  ...spanColumns<EntityRow>('span', ({ span }) => span),
  ...columnsOf<EntityRow>('surface', 'type', 'id', 'tagged'),
];

/** The start and the end of a span, in UTF-16 code units. */
export function spanColumns<T>(name: string, spanOf: (row: T) => Span): readonly CsvColumn<T>[] {
  return [
    { title: `${name}_start`, value: (row) => spanOf(row).start },
    { title: `${name}_end`, value: (row) => spanOf(row).end },
  ];
}
