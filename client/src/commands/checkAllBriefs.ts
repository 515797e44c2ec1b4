import type { ClientCommand } from './command';

export const checkAllBriefs: ClientCommand = {
  id: 'briefmark.checkAllBriefs',
  title: 'Check All Briefs',
  enablement: 'workbenchState != empty',
  run: async ({ checks }) => checks.checkAll(),
};
