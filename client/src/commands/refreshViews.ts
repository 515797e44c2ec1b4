import type { ClientCommand } from './command';

export const refreshViews: ClientCommand = {
  id: 'briefmark.views.refresh',
  title: 'Refresh Views',
  icon: '$(refresh)',
  palette: 'workbenchState != empty',
  menus: [{ menu: 'view/title', when: 'view =~ /^briefmark\\.(sources|entities|briefs)$/', group: 'navigation@8' }],
  run: async ({ views }) => views.refresh(),
};
