import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { Feature } from '../feature.ts';
import { COMMANDS } from './index.ts';

export const executeCommandFeature: Feature<ExecuteCommandParams> = {
  method: 'workspace/executeCommand',
  capability: () => ({ executeCommandProvider: { commands: COMMANDS.map(({ command }) => command) } }),
  answer: ({ command, arguments: args }, context) =>
    COMMANDS.find((candidate) => candidate.command === command)?.run(args?.[0], context),
};
