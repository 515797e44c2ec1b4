import type { ClientCommand } from './command';

export const filterEntities: ClientCommand = {
  id: 'briefmark.entities.filter',
  title: 'Filter Entities…',
  icon: '$(filter)',
  palette: 'workbenchState != empty',
  menus: [{ menu: 'view/title', when: 'view == briefmark.entities', group: 'navigation@1' }],
  run: ({ views }) => views.filterEntities(),
};
