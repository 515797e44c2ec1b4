/** Rules about registries. A new one is one file beside this one and one line here. */
import type { RuleGroup } from '../rule.ts';
import { duplicateId } from './duplicateId.ts';
import { invalidRegistry } from './invalidRegistry.ts';
import { unknownReference } from './unknownReference.ts';

export const registries: RuleGroup = {
  title: 'Registries',
  about: 'The lists of entities and sources, in files of their own and in front matter.',
  rules: [duplicateId, invalidRegistry, unknownReference],
};
