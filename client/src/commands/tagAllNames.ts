import { l10n, window } from 'vscode';
import { activeBrief, type ClientCommand, uriOf } from './command';

export const tagAllNames: ClientCommand = {
  id: 'briefmark.tagAllNames',
  async run(server) {
    const editor = activeBrief();
    const found = editor && (await server.ask('briefmark.server.tagAllNames', { uri: uriOf(editor) }));
    if (!found) return;
    if (found.mentions === 0) {
      void window.showInformationMessage(
        l10n.t('No known name is left to tag. Names that several entities bear are left alone.'),
      );
      return;
    }
    if (!(await server.apply(found.edit, editor.document, found.version))) return;
    void window.showInformationMessage(sayTagged(found.mentions, found.entities));
  },
};

function sayTagged(mentions: number, entities: number): string {
  if (mentions === 1) return l10n.t('Tagged 1 mention of 1 entity. One undo takes all of it back.');
  return entities === 1
    ? l10n.t('Tagged {0} mentions of 1 entity. One undo takes all of it back.', mentions)
    : l10n.t('Tagged {0} mentions of {1} entities. One undo takes all of it back.', mentions, entities);
}
