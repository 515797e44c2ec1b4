import type { ClientCommand } from './command';

export const exportHtml: ClientCommand = {
  id: 'briefmark.exportHtml',
  title: 'Export as HTML…',
  enablement: 'editorLangId == brief',
  run: ({ preview }) => preview.exportHtml(),
};
