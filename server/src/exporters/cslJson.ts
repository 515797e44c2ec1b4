/** The sources of briefs as CSL-JSON, for Zotero, Pandoc and other programs that cite. */

import * as l10n from '@vscode/l10n';
import { toCslItem } from './bibliography/cslItem.ts';
import { usedSources } from './bibliography/usedSources.ts';
import { type Exporter, textFile } from './engine/exporter.ts';

export const cslJsonExporter: Exporter = {
  id: 'csl-json',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  title: 'CSL-JSON',
  description: l10n.t('The cited sources, for Zotero, Pandoc and other programs that cite'),
  isBundle: true,
  async write(input) {
    const { sources, leftOut } = usedSources(input);
    const json = JSON.stringify(sources.map(toCslItem), undefined, 2);
    return { files: [textFile('.csl.json', `${json}\n`)], leftOut };
  },
};
