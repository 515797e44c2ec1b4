import { acronymDefinedAt } from '../../../names/briefNames.ts';
import { aliasFix } from '../../../rules/names/aliasFix.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { REFACTORING_KIND } from './at.ts';

/** At `Full Name (ABC)`: adds the short form to the entity's aliases in the registry, for all briefs. */
export function addAlias(context: RefactoringContext): readonly Action[] {
  const acronym = acronymDefinedAt(context.brief, context.selection, context.scope.findNames);
  const fix = acronym && aliasFix(acronym, context);
  return fix ? [{ ...fix, kind: REFACTORING_KIND }] : [];
}
