import type { ClientCommand } from './command';

/** F2 in the list of *Set Up Registries…*. */
export const changeSuggestedType: ClientCommand = {
  id: 'briefmark.changeSuggestedType',
  title: 'Set Up Registries: Change the Type',
  palette: false,
  key: { key: 'f2', when: 'briefmark.settingUp && inQuickOpen && !editorTextFocus' },
  run: async ({ listKey }) => listKey.handler?.(),
};
