import { activeBrief } from '../support/activeBrief';
import { type ClientCommand, IN_BRIEF } from './command';

export const annotate: ClientCommand = {
  id: 'briefmark.annotate',
  title: 'Annotate…',
  enablement: `${IN_BRIEF} && !editorReadonly`,
  menus: [
    {
      menu: 'editor/context',
      when: `${IN_BRIEF} && !editorHasSelection && !editorReadonly`,
      group: '1_modification@93',
    },
  ],
  key: { key: 'ctrl+k a', mac: 'cmd+k a', when: `editorTextFocus && ${IN_BRIEF} && !editorReadonly` },
  async run({ annotation }) {
    const editor = activeBrief();
    if (editor) await annotation.start(editor);
  },
};
