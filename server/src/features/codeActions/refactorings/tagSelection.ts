import * as l10n from '@vscode/l10n';
import { shift, slice } from '../../../base/text/span.ts';
import { taggableIn } from '../../../names/taggable.ts';

import type { Action, ActionPlace } from '../../support/action.ts';
import { blockAt, KIND } from './at.ts';

/** Tags the selected words as an entity that is chosen, or made, by a command of the client. */
export function tagSelection(place: ActionPlace): readonly Action[] {
  const { brief, selection } = place;
  const here = blockAt(place, selection.start);
  if (!here || selection.start === selection.end || slice(brief.text, selection).trim() === '') return [];
  if (!taggableIn(brief, here.block, here.at)(shift(selection, -here.at))) return [];
  const command = { command: 'briefmark.tagSelection', arguments: [] };
  return [{ title: l10n.t('Tag selection as an entity…'), kind: KIND, command }];
}
