import type { ClientCommand } from './command';

export const toggleOutlineCitations: ClientCommand = {
  id: 'briefmark.outline.toggleCitations',
  title: 'Show or Hide Citations in the Outline',
  icon: '$(symbol-constant)',
  menus: [{ menu: 'view/title', when: 'view == outline && briefmark.outlinesBrief', group: 'navigation@2' }],
  run: async ({ outline }) => outline.toggle('citations'),
};
