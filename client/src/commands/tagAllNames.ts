import { window } from 'vscode';
import { activeBrief, type ClientCommand, count, uriOf } from './command';

export const tagAllNames: ClientCommand = {
  id: 'briefmark.tagAllNames',
  async run(server) {
    const editor = activeBrief();
    const found = editor && (await server.ask('briefmark.server.tagAllNames', { uri: uriOf(editor) }));
    if (!found) return;
    if (found.mentions === 0) {
      void window.showInformationMessage(
        'No known name is left to tag. Names that several entities bear are left alone.',
      );
      return;
    }
    if (!(await server.apply(found.edit, editor.document, found.version))) return;
    const what = `${count(found.mentions, 'mention')} of ${count(found.entities, 'entity')}`;
    void window.showInformationMessage(`Tagged ${what}. One undo takes all of it back.`);
  },
};
