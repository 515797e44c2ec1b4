import type { ClientCommand } from './command';

export const openPreview: ClientCommand = {
  id: 'briefmark.openPreview',
  title: 'Open Preview to the Side',
  icon: '$(open-preview)',
  enablement: 'editorLangId == brief',
  menus: [{ menu: 'editor/title', when: 'editorLangId == brief && !isInDiffEditor', group: 'navigation' }],
  key: { key: 'ctrl+k v', mac: 'cmd+k v', when: 'editorLangId == brief' },
  run: ({ preview }, given?: unknown) => preview.open(given),
};
