/** Rules about registries. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { accessedBeforeIssued } from './accessedBeforeIssued.ts';
import { badHash } from './badHash.ts';
import { badUrl } from './badUrl.ts';
import { confusableId } from './confusableId.ts';
import { duplicateAlias } from './duplicateAlias.ts';
import { duplicateId } from './duplicateId.ts';
import { incompleteSource } from './incompleteSource.ts';
import { invalidRating } from './invalidRating.ts';
import { invalidRegistry } from './invalidRegistry.ts';
import { partOfCycle } from './partOfCycle.ts';
import { unknownReference } from './unknownReference.ts';
import { unknownRule } from './unknownRule.ts';
import { unreadBibliography } from './unreadBibliography.ts';
import { unusedSource } from './unusedSource.ts';

export const registries: RuleGroup = {
  title: l10n.t('Registries'),
  description: l10n.t('Lists of entities and sources, in their own files and in front matter.'),
  rules: [
    duplicateId,
    duplicateAlias,
    confusableId,
    invalidRegistry,
    unknownReference,
    unknownRule,
    partOfCycle,
    unreadBibliography,
    unusedSource,
    incompleteSource,
    accessedBeforeIssued,
    badUrl,
    badHash,
    invalidRating,
  ],
};
