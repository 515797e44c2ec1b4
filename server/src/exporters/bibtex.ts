/** The sources of briefs as BibTeX. */

import * as l10n from '@vscode/l10n';
import { formatBibtex } from './bibliography/bibtexText.ts';
import { toCslItem } from './bibliography/cslItem.ts';
import { usedSources } from './bibliography/usedSources.ts';
import { type Exporter, textFile } from './engine/exporter.ts';

export const bibtexExporter: Exporter = {
  id: 'bibtex',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  title: 'BibTeX',
  description: l10n.t('The cited sources, for LaTeX, JabRef and other programs that read .bib files'),
  isBundle: true,
  async write(input) {
    const { sources, leftOut } = usedSources(input);
    return { files: [textFile('.bib', formatBibtex(sources.map(toCslItem)))], leftOut };
  },
};
