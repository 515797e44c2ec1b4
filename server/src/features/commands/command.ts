/**
 * Commands of the server. A new one is one file in this folder that exports a command named like the file, which `npm
 * run generate` adds to `index.ts`, and its types in `protocol/commands.ts`.
 */

import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../base/text/span.ts';
import type { RangeParams, ServerCommandId, ServerCommands } from '../../protocol/commands.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { FeatureContext } from '../feature.ts';

/** The open brief that a command works on. */
export interface OpenBrief {
  readonly uri: string;
  readonly document: TextDocument;
  readonly brief: Brief;
  readonly scope: Scope;
  readonly context: FeatureContext;
}

/**
 * Creates a command that works on an open brief. It returns undefined if the file is not an open brief or there is no
 * result, and refuses with a reason (`refuse`).
 */
export function createBriefCommand<Id extends ServerCommandId>(
  command: Id,
  run: (
    params: ServerCommands[Id]['params'],
    openBrief: OpenBrief,
  ) => ServerCommands[Id]['result'] | undefined | Promise<ServerCommands[Id]['result'] | undefined>,
): ServerCommand {
  return {
    command,
    async run(params, context) {
      const uri = isFileParams(params) ? params.uri : undefined;
      const file = uri === undefined ? undefined : context.open(uri);
      if (uri === undefined || file?.kind !== 'brief') return undefined;
      const { document, value: brief } = file;
      const openBrief = { uri, document, brief, scope: context.workspace.scopeOf(uri), context };
      return run(params as ServerCommands[Id]['params'], openBrief);
    },
  };
}

export function spanOf({ range }: RangeParams, document: TextDocument): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

function isFileParams(params: unknown): params is { uri: string } {
  return typeof params === 'object' && params !== null && 'uri' in params && typeof params.uri === 'string';
}

/** A command that the client runs by name. */
export interface ServerCommand {
  readonly command: string;
  /** `argument` comes from the client and must be validated. */
  readonly run: (argument: unknown, context: FeatureContext) => Promise<unknown>;
}
