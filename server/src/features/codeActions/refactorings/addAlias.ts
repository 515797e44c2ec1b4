import { ownAcronymAt } from '../../../names/mentions.ts';
import { aliasFix } from '../../../rules/names/aliasFix.ts';
import type { Action, ActionPlace } from '../../support/action.ts';
import { KIND } from './at.ts';

/** At `Full Name (ABC)`: makes the short form that the brief gives an entity an alias in the registry, for all briefs. */
export function addAlias(place: ActionPlace): readonly Action[] {
  const own = ownAcronymAt(place.brief, place.selection, place.scope.findNames);
  const fix = own && aliasFix(own, place);
  return fix ? [{ ...fix, kind: KIND }] : [];
}
