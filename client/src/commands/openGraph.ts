import type { ClientCommand } from './command';

export const openGraph: ClientCommand = {
  id: 'briefmark.openGraph',
  title: 'Open Entity Graph',
  icon: '$(type-hierarchy)',
  palette: 'workbenchState != empty || editorLangId == brief',
  menus: [{ menu: 'view/title', when: 'view == briefmark.entities', group: 'navigation@3' }],
  run: async ({ graph }) => graph.open(),
};
