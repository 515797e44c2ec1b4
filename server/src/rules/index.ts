/** All rules, in the order in which their page lists them. A new rule is one line here. */
import { ambiguousSource } from './ambiguousSource.ts';
import { duplicateId } from './duplicateId.ts';
import { entityTypeMismatch } from './entityTypeMismatch.ts';
import { futureDate } from './futureDate.ts';
import { impossibleDate } from './impossibleDate.ts';
import { invalidRegistry } from './invalidRegistry.ts';
import { malformedCitation } from './malformedCitation.ts';
import { missingSource } from './missingSource.ts';
import type { Rule } from './rule.ts';
import { unknownEntity } from './unknownEntity.ts';
import { unknownReference } from './unknownReference.ts';
import { unknownSource } from './unknownSource.ts';
import { unknownTagType } from './unknownTagType.ts';

export const RULES: readonly Rule[] = [
  missingSource,
  unknownSource,
  ambiguousSource,
  impossibleDate,
  futureDate,
  malformedCitation,
  unknownEntity,
  entityTypeMismatch,
  unknownTagType,
  duplicateId,
  invalidRegistry,
  unknownReference,
];
