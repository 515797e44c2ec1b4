import * as l10n from '@vscode/l10n';
import { insertFootnote as placeFootnote } from '../../edits/notes/addNote.ts';
import { refuse } from '../support/refuse.ts';
import { toWorkspaceEdit } from '../support/workspaceEdit.ts';
import { isPosition, isString } from './argument.ts';
import { createBriefCommand } from './command.ts';

/** Inserts a footnote at a position, with an empty note; later ones are renumbered. Refuses where none can stand. */
export const insertFootnote = createBriefCommand(
  'briefmark.server.insertFootnote',
  { uri: isString, position: isPosition },
  ({ position }, { uri, brief, document, context }) => {
    const footnote = placeFootnote(brief, document.offsetAt(position));
    if (!footnote)
      refuse(
        l10n.t('A footnote cannot be inserted here. Put the cursor in a sentence, outside citations, tags and notes.'),
      );
    const changes = footnote.replacements.map((replacement) => ({ uri, ...replacement }));
    return { version: document.version, edit: toWorkspaceEdit(changes, context), cursor: footnote.cursor };
  },
);
