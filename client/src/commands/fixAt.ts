import { commands, Position, Selection, Uri, window } from 'vscode';
import type { ClientCommand } from './command';

/** The link of a hover: opens the quick fixes at a place of a brief that is shown. */
export const fixAt: ClientCommand = {
  id: 'briefmark.fixAt',
  isServerCallable: true,
  async run(_, uri: string, line: number, character: number) {
    const shown = window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === Uri.parse(uri).toString(),
    );
    if (!shown) return;
    const editor = await window.showTextDocument(shown.document, shown.viewColumn);
    const position = editor.document.validatePosition(new Position(line, character));
    editor.selection = new Selection(position, position);
    await commands.executeCommand('editor.action.quickFix');
  },
};
