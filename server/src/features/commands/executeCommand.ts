import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Feature, FeatureContext } from '../feature.ts';
import { addSourceEntry } from './addSourceEntry.ts';
import { BRIEF_COMMANDS } from './index.ts';

/** Something the server does when the client says so by name. */
export interface ServerCommand {
  readonly command: string;
  /** `argument` is whatever the client sent: to be looked at before it is trusted. */
  readonly run: (argument: unknown, context: FeatureContext) => Promise<unknown>;
}

/** All commands of the server. A new one is one line here. */
const COMMANDS: readonly ServerCommand[] = [addSourceEntry, ...BRIEF_COMMANDS];

export const executeCommandFeature: Feature<ExecuteCommandParams> = {
  method: 'workspace/executeCommand',
  capability: () => ({ executeCommandProvider: { commands: COMMANDS.map(({ command }) => command) } }),
  answer: ({ command, arguments: given }, context) =>
    COMMANDS.find((one) => one.command === command)?.run(given?.[0], context),
};
