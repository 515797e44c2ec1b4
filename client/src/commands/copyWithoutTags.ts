import { type ClientCommand, IN_BRIEF } from './command';

export const copyWithoutTags: ClientCommand = {
  id: 'briefmark.copyWithoutTags',
  title: 'Copy without Tags',
  enablement: IN_BRIEF,
  menus: [{ menu: 'editor/context', when: IN_BRIEF, group: '9_cutcopypaste@90' }],
  run: ({ preview }) => preview.copyWithoutTags(),
};
