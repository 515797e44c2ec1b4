import { l10n, window } from 'vscode';
import { activeBrief, uriOf } from '../support/activeBrief';
import { type ClientCommand, IN_BRIEF } from './command';

export const tagAllNames: ClientCommand = {
  id: 'briefmark.tagAllNames',
  title: 'Tag All Known Names',
  enablement: IN_BRIEF,
  async run({ server }) {
    const editor = activeBrief();
    const proposal = editor && (await server.ask('briefmark.server.tagAllNames', { uri: uriOf(editor) }));
    if (!proposal) return;
    if (proposal.mentions === 0) {
      void window.showInformationMessage(
        l10n.t('No known name is left to tag. Names that several entities share are skipped.'),
      );
      return;
    }
    if (!(await server.apply(proposal.edit, editor.document, proposal.version))) return;
    void window.showInformationMessage(formatTagged(proposal.mentions, proposal.entities));
  },
};

function formatTagged(mentions: number, entities: number): string {
  if (mentions === 1) return l10n.t('Tagged 1 mention of 1 entity. One undo takes all of it back.');
  return entities === 1
    ? l10n.t('Tagged {0} mentions of 1 entity. One undo takes all of it back.', mentions)
    : l10n.t('Tagged {0} mentions of {1} entities. One undo takes all of it back.', mentions, entities);
}
