/** The statements of the sign-off sheet as a table: a row for each source of a statement, and one for a statement without any. */

import * as l10n from '@vscode/l10n';
import { type Exporter, textFile } from './engine/exporter.ts';
import { type CsvColumn, columnsOf, formatCsv } from './rows/csvTable.ts';
import { isUnsourced } from './signoff/parts.ts';
import { createSheet, type SheetSource, type SheetStatement } from './signoff/sheet.ts';

interface SignoffRow extends SheetStatement, Partial<Omit<SheetSource, 'at'>> {
  readonly file: string;
}

const SOURCE_FIELDS = ['cited', 'status', 'outlet', 'title', 'date', 'rating', 'archive', 'sha256', 'tlp'] as const;

const COLUMNS: readonly CsvColumn<SignoffRow>[] = [
  ...columnsOf<SignoffRow>('file', 'section', 'line', 'text'),
  { title: 'judgment', value: ({ isJudgment }) => isJudgment },
  { title: 'likelihood', value: ({ likelihood }) => likelihood.join(', ') },
  { title: 'confidence', value: ({ confidence }) => confidence.join(', ') },
  { title: 'sourced', value: (row) => !isUnsourced(row) },
  ...columnsOf<SignoffRow>('independence'),
  ...SOURCE_FIELDS.map((title): CsvColumn<SignoffRow> => ({ title, value: (row) => row[title] ?? '' })),
];

export const signoffCsvExporter: Exporter = {
  id: 'signoff-csv',
  extension: 'csv',
  mediaType: 'text/csv',
  title: l10n.t('Sign-off sheet as CSV'),
  description: l10n.t('Each statement with its sources, as a table for spreadsheets'),
  isBundle: true,
  async write({ briefs, run, options: { title, internal = false } }) {
    const rows: SignoffRow[] = [];
    for (const brief of briefs) {
      const { statements } = await run(createSheet(brief, { internal, title }));
      for (const statement of statements) {
        const sources: readonly Partial<SheetSource>[] = statement.sources.length > 0 ? statement.sources : [{}];
        for (const source of sources) rows.push({ file: brief.file, ...source, ...statement });
      }
    }
    return { files: [textFile('.signoff.csv', formatCsv(COLUMNS, rows))], leftOut: [] };
  },
};
