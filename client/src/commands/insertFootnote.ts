import { Range } from 'vscode';
import { activeBrief, uriOf } from '../support/activeBrief';
import { selectAndReveal } from '../support/ask';
import { type ClientCommand, IN_BRIEF } from './command';

export const insertFootnote: ClientCommand = {
  id: 'briefmark.insertFootnote',
  title: 'Insert Footnote',
  enablement: IN_BRIEF,
  menus: [
    {
      menu: 'editor/context',
      when: `${IN_BRIEF} && !editorHasSelection && !editorReadonly`,
      group: '1_modification@92',
    },
  ],
  key: { key: 'ctrl+k n', mac: 'cmd+k n', when: `editorTextFocus && ${IN_BRIEF} && !editorReadonly` },
  async run({ server }) {
    const editor = activeBrief();
    if (!editor) return;
    const { line, character } = editor.selection.active;
    const footnote = await server.ask('briefmark.server.insertFootnote', {
      uri: uriOf(editor),
      position: { line, character },
    });
    if (!footnote || !(await server.apply(footnote.edit, editor.document, footnote.version))) return;
    const cursor = editor.document.positionAt(footnote.cursor);
    selectAndReveal(editor, new Range(cursor, cursor));
  },
};
