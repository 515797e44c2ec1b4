/** The sign-off sheet of an open brief, for the view beside the editor. The exporter is loaded on first use. */

import { LANGUAGE } from '../../base/language.ts';
import { runYielding } from '../support/yielding.ts';
import { exportedBrief, openBrief } from './exportedBrief.ts';
import type { PreviewFeature } from './preview.ts';

export const signoffSheetFeature: PreviewFeature<'briefmark/signoffSheet'> = {
  method: 'briefmark/signoffSheet',
  capability: () => ({}),
  async answer({ uri, name }, context) {
    const [{ createSheet }, { sheetParts, titleOfSheet }, { sheetReview }] = await Promise.all([
      import('../../exporters/signoff/sheet.ts'),
      import('../../exporters/signoff/parts.ts'),
      import('../../exporters/signoff/review.ts'),
    ]);
    const file = openBrief(uri, context);
    if (!file) return undefined;
    // The document may be edited during the pauses, and then has another version.
    const { version } = file.document;
    const brief = exportedBrief(file, name, context);
    const review = await sheetReview(brief);
    const sheet = await runYielding(createSheet(brief, { internal: true, review }), context.yieldIfDue);
    const parts = sheetParts(sheet, { includePositions: true });
    return { version, title: titleOfSheet(sheet), language: LANGUAGE, parts };
  },
};
