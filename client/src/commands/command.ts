/**
 * What a command of the extension is. A new one is one file beside this one that exports a `ClientCommand` named like the
 * file; `npm run generate` adds it to `index.ts` and to package.json.
 */

import type { TextDocument, WorkspaceEdit } from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { AssistantRequest } from '../../../server/src/protocol/assistants';
import type { ServerCommandId, ServerCommands } from '../../../server/src/protocol/commands';
import type { ComparisonRequest } from '../../../server/src/protocol/comparison';
import type { ImportRequest } from '../../../server/src/protocol/import';
import type { Annotation } from '../annotate/annotation';
import type { Checks } from '../checking/checks';
import type { Reviews } from '../review/index';
import type { ReviewRequest } from '../review/server';
import type { ListKey } from '../support/listKey';
import type { OpenBriefs } from '../support/openBriefs';
import type { Views } from '../views/index';
import type { Outline } from '../views/outline';
import type { ViewServer } from '../views/server';
import type { Preview } from '../webviews/preview/index';
import type { OpenBriefPanel } from '../webviews/shared/briefPanel';
import type { Picture } from '../webviews/shared/panel';
import type { PreviewServer } from '../webviews/shared/previewServer';

/** When clause: the editor shows a brief, or a text file that a folder includes as one. */
export const IN_BRIEF = '(editorLangId == brief || resourcePath in briefmark.included)';

/** When clause: a comment of a review, or a reply to one. */
export const ON_REMARK = 'commentController == briefmark.review && comment == remark';

export interface Server {
  /** Undefined if there is no result. Throws an error with a message for the user if the server refuses. */
  ask<Id extends ServerCommandId>(
    command: Id,
    params: ServerCommands[Id]['params'],
  ): Promise<ServerCommands[Id]['result'] | undefined>;
  /** Applies an edit in one step, unless the document has changed since `version`. Resolves to whether it was applied. */
  apply(edit: LspEdit, document: TextDocument, version: number): Promise<boolean>;
  readonly request: ViewServer['request'] &
    PreviewServer['request'] &
    ImportRequest &
    ComparisonRequest &
    AssistantRequest &
    ReviewRequest;
  /** An edit of the server as VS Code's. */
  toEdit(edit: LspEdit): Promise<WorkspaceEdit>;
  /** Starts the server unless it runs. It may wait for the first brief to be opened. */
  start(): Promise<void>;
  /** Stops the server and starts a new one. */
  restart(): Promise<void>;
}

/** The services that commands use. */
export interface Services {
  readonly server: Server;
  readonly views: Views;
  readonly preview: Preview;
  /** Opens the sign-off sheet. */
  readonly openSheet: OpenBriefPanel;
  readonly reviews: Reviews;
  readonly graph: Picture;
  readonly timeline: Picture;
  readonly checks: Checks;
  readonly briefs: OpenBriefs;
  readonly outline: Outline;
  readonly annotation: Annotation;
  readonly listKey: ListKey;
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
