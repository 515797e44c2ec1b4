import type { ClientCommand } from './command';

export const clearEntityFilter: ClientCommand = {
  id: 'briefmark.entities.clearFilter',
  title: 'Clear Entity Filter',
  icon: '$(clear-all)',
  palette: 'briefmark.entitiesFiltered',
  menus: [
    { menu: 'view/title', when: 'view == briefmark.entities && briefmark.entitiesFiltered', group: 'navigation@2' },
  ],
  run: async ({ views }) => views.clearEntityFilter(),
};
