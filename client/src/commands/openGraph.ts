import { type ClientCommand, IN_BRIEF } from './command';

export const openGraph: ClientCommand = {
  id: 'briefmark.openGraph',
  title: 'Open Entity Graph',
  icon: '$(type-hierarchy)',
  palette: `workbenchState != empty || ${IN_BRIEF}`,
  menus: [{ menu: 'view/title', when: 'view == briefmark.entities', group: 'navigation@3' }],
  run: async ({ graph }) => graph.open(),
};
