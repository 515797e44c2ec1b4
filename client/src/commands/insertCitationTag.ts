import { l10n } from 'vscode';
import { type ClientCommand, IN_BRIEF } from './command';
import { insertChosen } from './insertCitation';

export const insertCitationTag: ClientCommand = {
  id: 'briefmark.insertCitationTag',
  title: 'Insert Citation with Source Tag…',
  enablement: IN_BRIEF,
  run: ({ server }) =>
    insertChosen(server, l10n.t('Insert citation with a source tag'), ({ taggedText }) => taggedText),
};
