/** Rules about names. A new one is one file in this folder and one line here. */
import * as l10n from '@vscode/l10n';
import type { RuleGroup } from '../engine/rule.ts';
import { ambiguousName } from './ambiguousName.ts';
import { entityTypeMismatch } from './entityTypeMismatch.ts';
import { nameVariant } from './nameVariant.ts';
import { undefinedAcronym } from './undefinedAcronym.ts';
import { unknownEntity } from './unknownEntity.ts';
import { unknownTagType } from './unknownTagType.ts';
import { untaggedMention } from './untaggedMention.ts';
import { unusedAcronym } from './unusedAcronym.ts';

export const names: RuleGroup = {
  title: l10n.t('Names'),
  description: l10n.t('Which entity is meant, and how it is spelled.'),
  rules: [
    unknownEntity,
    entityTypeMismatch,
    unknownTagType,
    nameVariant,
    ambiguousName,
    untaggedMention,
    undefinedAcronym,
    unusedAcronym,
  ],
};
