import type { ClientCommand } from './command';

/** Esc in the list of *Annotate…*: ends the walk and tags what was accepted. To leave it, go elsewhere. */
export const annotateEnd: ClientCommand = {
  id: 'briefmark.annotateEnd',
  title: 'Annotate: End',
  palette: false,
  key: { key: 'escape', when: 'briefmark.annotating && inQuickOpen && !editorTextFocus' },
  run: async ({ annotation }) => annotation.escape(),
};
