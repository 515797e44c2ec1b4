/** Rules about estimative language. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { confidenceWithLikelihood } from './confidenceWithLikelihood.ts';
import { mixedLikelihoodTerms } from './mixedLikelihoodTerms.ts';
import { offScaleLikelihood } from './offScaleLikelihood.ts';

export const language: RuleGroup = {
  title: l10n.t('Estimative language'),
  description: l10n.t('Likelihood and confidence: ICD 203, or the UK PHIA yardstick.'),
  rules: [confidenceWithLikelihood, mixedLikelihoodTerms, offScaleLikelihood],
};
