import type { ClientCommand } from './command';

export const checkOpenBriefs: ClientCommand = {
  id: 'briefmark.checkOpenBriefs',
  title: 'Check Open Briefs Only',
  enablement: 'briefmark.checksAll',
  run: async ({ checks }) => checks.checkOpenOnly(),
};
