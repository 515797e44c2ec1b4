/**
 * What a command of the extension is. A new one is one file beside this one that exports a `ClientCommand` named like the
 * file; `npm run generate` adds it to `index.ts` and to package.json.
 */
import type { TextDocument } from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { ServerCommandId, ServerCommands } from '../../../server/src/protocol/commands';
import type { Views } from '../views/index';
import type { ViewServer } from '../views/server';
import type { Preview } from '../webviews/preview/index';
import type { PreviewServer } from '../webviews/preview/server';
import type { Picture } from '../webviews/shared/panel';

export interface Server {
  /** Undefined if there is no result. Throws an error with a message for the user if the server refuses. */
  ask<Id extends ServerCommandId>(
    command: Id,
    params: ServerCommands[Id]['params'],
  ): Promise<ServerCommands[Id]['result'] | undefined>;
  /** Applies an edit in one step, unless the document has changed since `version`. Resolves to whether it was applied. */
  apply(edit: LspEdit, document: TextDocument, version: number): Promise<boolean>;
  readonly request: ViewServer['request'] & PreviewServer['request'];
  /** Stops the server and starts a new one. */
  restart(): Promise<void>;
}

/** The services that commands use. */
export interface Services {
  readonly server: Server;
  readonly views: Views;
  readonly preview: Preview;
  readonly graph: Picture;
  readonly timeline: Picture;
  /** Absent in a browser, where no process can run. */
  readonly tasks: { checkWorkspace(): Promise<void> } | undefined;
}

/** The part of a command that package.json declares. */
interface CommandDeclaration {
  /** In English, in title case; `…` if it asks for something. Translations are in `package.nls.*.json`. */
  readonly title: string;
  /** `$(name)` of a product icon. */
  readonly icon?: string;
  /** When clause; absent: always enabled. */
  readonly enablement?: string;
  /** When the command palette lists it; false: never; absent: whenever it is enabled. */
  readonly palette?: string | false;
  readonly menus?: readonly { readonly menu: string; readonly when: string; readonly group: string }[];
  readonly key?: { readonly key: string; readonly mac?: string; readonly when: string };
}

export type ClientCommand = {
  readonly id: string;
  /** Whether the server may name it in code actions and lenses. */
  readonly isServerCallable?: boolean;
  /** The arguments come from key bindings, menus and the server. */
  readonly run: (services: Services, ...args: never[]) => Promise<unknown>;
  // An internal command, which only the server calls, declares nothing.
} & (CommandDeclaration | { readonly title?: undefined });
