import type { ClientCommand } from './command';

export const copyWithoutTags: ClientCommand = {
  id: 'briefmark.copyWithoutTags',
  title: 'Copy without Tags',
  enablement: 'editorLangId == brief',
  menus: [{ menu: 'editor/context', when: 'editorLangId == brief', group: '9_cutcopypaste@90' }],
  run: ({ preview }) => preview.copyWithoutTags(),
};
