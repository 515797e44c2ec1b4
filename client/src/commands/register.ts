import { commands, type Disposable, window } from 'vscode';
import type { Services } from './command';
import { COMMANDS } from './index';

/** The commands that the server may use in code actions and code lenses. */
export const SERVER_COMMANDS: readonly string[] = COMMANDS.flatMap(({ id, isServerCallable }) =>
  isServerCallable ? [id] : [],
);

/** Registers all commands. Refusals of the server and errors are shown to the user. */
export function registerCommands(services: Services): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await run(services, ...(args as never[]));
      } catch (error) {
        void window.showWarningMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    }),
  );
}
