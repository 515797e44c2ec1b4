/** The sheet that a reviewer signs, as a page: each statement with its sources, what is open, what was silenced. */

import * as l10n from '@vscode/l10n';
import { type Exporter, onlyBrief, textFile } from './engine/exporter.ts';
import { formatPage } from './signoff/page.ts';
import { sheetReview } from './signoff/review.ts';
import { createSheet } from './signoff/sheet.ts';

export const signoffExporter: Exporter = {
  id: 'signoff',
  extension: 'html',
  mediaType: 'text/html',
  title: l10n.t('Sign-off sheet'),
  description: l10n.t('The page that a reviewer signs: each statement with its sources, and what is open'),
  isBundle: false,
  async write(input) {
    const { title, internal = false } = input.options;
    const brief = onlyBrief(input);
    const review = await sheetReview(brief);
    const sheet = await input.run(createSheet(brief, { internal, title, review }));
    return { files: [textFile('.signoff.html', formatPage(sheet))], leftOut: [] };
  },
};
