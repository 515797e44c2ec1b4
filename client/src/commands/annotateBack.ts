import type { ClientCommand } from './command';

/** Backspace in the list of *Annotate…*. */
export const annotateBack: ClientCommand = {
  id: 'briefmark.annotateBack',
  title: 'Annotate: Back',
  palette: false,
  key: { key: 'backspace', when: "briefmark.annotating == 'mention' && inQuickOpen && inputFocus && !editorTextFocus" },
  run: async ({ annotation }) => annotation.back(),
};
