import type { ClientCommand } from './command';

export const restartServer: ClientCommand = {
  id: 'briefmark.restartServer',
  title: 'Restart Server',
  run: ({ server }) => server.restart(),
};
