/** Rules about sourcing. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { circularReporting } from './circularReporting.ts';
import { duplicateCitation } from './duplicateCitation.ts';
import { inconsistentOutlet } from './inconsistentOutlet.ts';
import { perishableSource } from './perishableSource.ts';
import { platformWithoutAccount } from './platformWithoutAccount.ts';
import { singleSourceJudgment } from './singleSourceJudgment.ts';
import { uncitedParagraph } from './uncitedParagraph.ts';
import { unratedSource } from './unratedSource.ts';
import { unsupportedConfirmation } from './unsupportedConfirmation.ts';

export const sourcing: RuleGroup = {
  title: l10n.t('Sourcing'),
  description: l10n.t('Whether the sources support the statements: ICD 206, the Admiralty code, open-source practice.'),
  rules: [
    circularReporting,
    unsupportedConfirmation,
    singleSourceJudgment,
    uncitedParagraph,
    perishableSource,
    platformWithoutAccount,
    unratedSource,
    duplicateCitation,
    inconsistentOutlet,
  ],
};
