import type { ClientCommand } from './command';

/** Runs the task. There are no tasks in a browser, where the command is disabled. */
export const checkWorkspace: ClientCommand = {
  id: 'briefmark.checkWorkspace',
  title: 'Check All Briefs',
  enablement: 'processExecutionSupported && workbenchState != empty',
  run: async ({ tasks }) => tasks?.checkWorkspace(),
};
