import type { ClientCommand } from './command';

export const openTimeline: ClientCommand = {
  id: 'briefmark.openTimeline',
  title: 'Open Timeline',
  icon: '$(history)',
  palette: 'workbenchState != empty || editorLangId == brief',
  menus: [{ menu: 'view/title', when: 'view == briefmark.briefs', group: 'navigation@2' }],
  run: async ({ timeline }) => timeline.open(),
};
