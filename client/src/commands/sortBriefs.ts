import type { ClientCommand } from './command';

export const sortBriefs: ClientCommand = {
  id: 'briefmark.briefs.sort',
  title: 'Sort Briefs…',
  icon: '$(list-ordered)',
  palette: 'workbenchState != empty',
  menus: [{ menu: 'view/title', when: 'view == briefmark.briefs', group: 'navigation@1' }],
  run: ({ views }) => views.sortBriefs(),
};
