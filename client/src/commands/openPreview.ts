import { type ClientCommand, IN_BRIEF } from './command';

export const openPreview: ClientCommand = {
  id: 'briefmark.openPreview',
  title: 'Open Preview to the Side',
  icon: '$(open-preview)',
  enablement: IN_BRIEF,
  menus: [{ menu: 'editor/title', when: `${IN_BRIEF} && !isInDiffEditor`, group: 'navigation' }],
  // In Markdown the key opens the preview of VS Code.
  key: { key: 'ctrl+k v', mac: 'cmd+k v', when: 'editorLangId == brief' },
  run: ({ preview }, given?: unknown) => preview.open(given),
};
