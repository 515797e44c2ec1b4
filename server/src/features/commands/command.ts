/**
 * Commands of the server. A new one is one file in this folder that exports a command named like the file, which `npm
 * run generate` adds to `index.ts`, its types in `protocol/commands.ts`, and a line in `docs/protocol.md`.
 */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../base/text/span.ts';
import type { RangeParams, ServerCommandId, ServerCommands } from '../../protocol/commands.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { FeatureContext } from '../feature.ts';
import { checkedArgument, type Fields, record } from './argument.ts';

/** The open brief that a command works on. */
export interface OpenBrief {
  readonly uri: string;
  readonly document: TextDocument;
  readonly brief: Brief;
  readonly scope: Scope;
  readonly context: FeatureContext;
}

type Params<Id extends ServerCommandId> = ServerCommands[Id]['params'];
type Result<Id extends ServerCommandId> = ServerCommands[Id]['result'] | undefined;

/**
 * Creates a command whose argument is checked first: `fields` has a check for each field. It returns undefined if there is no
 * result, and refuses with a reason (`refuse`).
 */
export function createCommand<Id extends ServerCommandId>(
  command: Id,
  fields: Fields<Params<Id>>,
  run: (params: Params<Id>, context: FeatureContext) => Result<Id> | Promise<Result<Id>>,
): ServerCommand {
  const isValid = record(fields);
  return { command, run: async (argument, context) => run(checkedArgument(command, argument, isValid), context) };
}

/** Creates a command that works on an open brief; its result is undefined for any other file. */
export function createBriefCommand<Id extends ServerCommandId>(
  command: Id,
  fields: Fields<Params<Id>>,
  run: (params: Params<Id>, openBrief: OpenBrief) => Result<Id> | Promise<Result<Id>>,
): ServerCommand {
  return createCommand(command, fields, (params, context) => {
    const { uri } = params;
    const file = context.open(uri);
    if (file?.kind !== 'brief') return undefined;
    const { document, value: brief } = file;
    return run(params, { uri, document, brief, scope: context.workspace.scopeOf(uri), context });
  });
}

export function spanOf({ range }: RangeParams, document: TextDocument): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A command that the client runs by name. */
export interface ServerCommand {
  readonly command: string;
  /** `argument` comes from the client and may be anything. */
  readonly run: (argument: unknown, context: FeatureContext) => Promise<unknown>;
}
