/** Rules about estimative language. A new one is one file beside this one and one line here. */
import type { RuleGroup } from '../rule.ts';
import { confidenceWithLikelihood } from './confidenceWithLikelihood.ts';
import { mixedLikelihoodTerms } from './mixedLikelihoodTerms.ts';
import { offScaleLikelihood } from './offScaleLikelihood.ts';

export const language: RuleGroup = {
  title: 'Estimative language',
  about: 'How likely and how sure: ICD 203, or the yardstick of the UK PHIA.',
  rules: [confidenceWithLikelihood, mixedLikelihoodTerms, offScaleLikelihood],
};
