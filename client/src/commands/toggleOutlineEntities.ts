import type { ClientCommand } from './command';

export const toggleOutlineEntities: ClientCommand = {
  id: 'briefmark.outline.toggleEntities',
  title: 'Show or Hide Entities in the Outline',
  icon: '$(symbol-interface)',
  menus: [{ menu: 'view/title', when: 'view == outline && briefmark.outlinesBrief', group: 'navigation@1' }],
  run: async ({ outline }) => outline.toggle('entities'),
};
