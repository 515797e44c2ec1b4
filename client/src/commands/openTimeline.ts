import { type ClientCommand, IN_BRIEF } from './command';

export const openTimeline: ClientCommand = {
  id: 'briefmark.openTimeline',
  title: 'Open Timeline',
  icon: '$(history)',
  palette: `workbenchState != empty || ${IN_BRIEF}`,
  menus: [{ menu: 'view/title', when: 'view == briefmark.briefs', group: 'navigation@2' }],
  run: async ({ timeline }) => timeline.open(),
};
