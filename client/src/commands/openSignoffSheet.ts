import { type ClientCommand, IN_BRIEF } from './command';

export const openSignoffSheet: ClientCommand = {
  id: 'briefmark.openSignoffSheet',
  title: 'Open Sign-off Sheet',
  icon: '$(checklist)',
  enablement: IN_BRIEF,
  menus: [
    { menu: 'editor/title', when: `${IN_BRIEF} && !isInDiffEditor`, group: '1_briefmark@1' },
    { menu: 'editor/context', when: IN_BRIEF, group: '9_cutcopypaste@91' },
  ],
  run: ({ openSheet }, given?: unknown) => openSheet(given),
};
