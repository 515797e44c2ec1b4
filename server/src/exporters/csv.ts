/** Sources, names and citations of briefs as three tables for spreadsheets. */

import * as l10n from '@vscode/l10n';
import { releaseOf } from '../render/release.ts';
import { type ExportedBrief, type Exporter, textFile } from './engine/exporter.ts';
import { citationRows } from './rows/citations.ts';
import { CITATION_COLUMNS, ENTITY_COLUMNS, SOURCE_COLUMNS } from './rows/columns.ts';
import { formatCsv } from './rows/csvTable.ts';
import { entityRows } from './rows/entities.ts';
import { sourceRows } from './rows/sources.ts';

export const csvExporter: Exporter = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv',
  title: 'CSV',
  description: l10n.t('Three tables for spreadsheets: sources, names and citations'),
  isBundle: true,
  async write({ briefs, options: { internal = false } }) {
    const listed = briefs.map(({ file, brief, scope }: ExportedBrief) => ({
      listed: { name: file, brief, scope },
      release: releaseOf(brief, scope, internal),
    }));
    const rowsOf = <Row>(list: (...args: [(typeof listed)[0]['listed'], (typeof listed)[0]['release']]) => Row[]) =>
      listed.flatMap(({ listed: one, release }) => list(one, release));
    return {
      files: [
        textFile('.citations.csv', formatCsv(CITATION_COLUMNS, rowsOf(citationRows))),
        textFile('.sources.csv', formatCsv(SOURCE_COLUMNS, rowsOf(sourceRows))),
        textFile('.entities.csv', formatCsv(ENTITY_COLUMNS, rowsOf(entityRows))),
      ],
      leftOut: [],
    };
  },
};
