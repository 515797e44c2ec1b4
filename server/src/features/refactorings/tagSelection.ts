import * as l10n from '@vscode/l10n';
import { taggableIn } from '../../model/tagging.ts';
import { shift, slice } from '../../syntax/span.ts';
import type { Action, ActionPlace } from '../action.ts';
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
