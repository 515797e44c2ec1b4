import * as l10n from '@vscode/l10n';
import { oneLine } from '../../../base/text/oneLine.ts';
import { shift, slice } from '../../../base/text/span.ts';
import { createTaggableCheck } from '../../../names/taggable.ts';

import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, REFACTORING_KIND } from './at.ts';

/** The title shows at most this much of the selection, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 60;

/** Tags the selection as an entity, which the user chooses or creates in a client command. */
export function tagSelection(context: RefactoringContext): readonly Action[] {
  const { brief, selection } = context;
  const located = blockAt(context, selection.start);
  if (!located || selection.start === selection.end || slice(brief.text, selection).trim() === '') return [];
  if (!createTaggableCheck(brief, located.block, located.blockStart)(shift(selection, -located.blockStart))) return [];
  const command = { command: 'briefmark.tagSelection', arguments: [] };
  return [
    {
      title: l10n.t('Tag “{0}” as an entity…', oneLine(slice(brief.text, selection), MAX_SHOWN_LENGTH)),
      kind: REFACTORING_KIND,
      command,
    },
  ];
}
