import { type ClientCommand, IN_BRIEF } from './command';

export const signOff: ClientCommand = {
  id: 'briefmark.signOff',
  title: 'Sign Off…',
  enablement: IN_BRIEF,
  menus: [{ menu: 'editor/title', when: `${IN_BRIEF} && !isInDiffEditor`, group: '1_briefmark@2' }],
  run: ({ reviews }) => reviews.sign(),
};
