import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { addSourceEntry } from './addSourceEntry.ts';
import type { ServerCommand } from './command.ts';
import { BRIEF_COMMANDS } from './index.ts';

/** All commands of the server. A new one is one line here. */
const COMMANDS: readonly ServerCommand[] = [addSourceEntry, ...BRIEF_COMMANDS];

export const executeCommandFeature: Feature<ExecuteCommandParams> = {
  method: 'workspace/executeCommand',
  capability: () => ({ executeCommandProvider: { commands: COMMANDS.map(({ command }) => command) } }),
  answer: ({ command, arguments: args }, context) =>
    COMMANDS.find((candidate) => candidate.command === command)?.run(args?.[0], context),
};
