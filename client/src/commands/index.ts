/** All commands of the extension but those about the server itself. */
import { commands, type Disposable, window } from 'vscode';
import { addSource } from './addSource';
import type { ClientCommand, Server } from './command';
import { fixMissingSources } from './fixMissingSources';
import { nextProblem, previousProblem } from './goToProblem';
import { insertCitation, insertCitationTag } from './insertCitation';
import { newBrief } from './newBrief';
import { openSamples } from './openSamples';
import { SHOW_REFERENCES, showReferences } from './showReferences';
import { tagAllNames } from './tagAllNames';
import { tagSelection } from './tagSelection';
import { tryOut } from './tryOut';

const COMMANDS: readonly ClientCommand[] = [
  insertCitation,
  insertCitationTag,
  tagSelection,
  addSource,
  fixMissingSources,
  tagAllNames,
  nextProblem,
  previousProblem,
  newBrief,
  openSamples,
  tryOut,
  {
    id: SHOW_REFERENCES,
    isServerCallable: true,
    run: (_, ...places: Parameters<typeof showReferences>) => showReferences(...places),
  },
];

/** What the server may name in what it answers. */
export const SERVER_COMMANDS: readonly string[] = COMMANDS.flatMap(({ id, isServerCallable }) =>
  isServerCallable ? [id] : [],
);

/** Registers all commands. What the server refuses, or what goes wrong, is said to the user. */
export function registerCommands(server: Server): Disposable[] {
  return COMMANDS.map(({ id, run }) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await run(server, ...(args as never[]));
      } catch (error) {
        void window.showWarningMessage(error instanceof Error ? error.message : String(error));
        return undefined;
      }
    }),
  );
}
