/** Refactorings. A new one is one file in this folder and one line here. */
import type { Refactoring } from '../../support/action.ts';
import { addAlias } from './addAlias.ts';
import { addUnknownSources } from './addUnknownSources.ts';
import { bindCitation } from './bindCitation.ts';
import { cleanLink } from './cleanLink.ts';
import { convertCitation } from './convertCitation.ts';
import { convertNote } from './convertNote.ts';
import { removeInvisible } from './removeInvisible.ts';
import { tagAll } from './tagAll.ts';
import { tagMention } from './tagMention.ts';
import { tagSelection } from './tagSelection.ts';
import { untag } from './untag.ts';

/** In the order in which they are offered. */
export const REFACTORINGS: readonly Refactoring[] = [
  tagMention,
  tagAll,
  tagSelection,
  bindCitation,
  addUnknownSources,
  convertCitation,
  convertNote,
  cleanLink,
  removeInvisible,
  untag,
  addAlias,
];
