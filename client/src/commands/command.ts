/** What a command of the extension is, and what it may ask of the server. A new one is one file and one line in `index.ts`. */
import { l10n, type TextDocument, type TextEditor, window } from 'vscode';
import type { WorkspaceEdit as LspEdit } from 'vscode-languageclient';
import type { ServerCommandId, ServerCommands } from '../../../server/src/protocol/commands';

export interface Server {
  /** Undefined when the server has nothing to say; throws with words for the user when it refuses. */
  ask<Id extends ServerCommandId>(
    command: Id,
    params: ServerCommands[Id]['params'],
  ): Promise<ServerCommands[Id]['result'] | undefined>;
  /** Applies an edit in one step, unless the document has changed since `version`. Answers whether it did. */
  apply(edit: LspEdit, document: TextDocument, version: number): Promise<boolean>;
}

export interface ClientCommand {
  readonly id: string;
  /** Whether the server may name it in code actions and lenses. */
  readonly isServerCallable?: boolean;
  /** The arguments come from key bindings, menus and the server. */
  readonly run: (server: Server, ...args: never[]) => Promise<unknown>;
}

/** The brief with the cursor; undefined, after saying so, when there is none. */
export function activeBrief(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'brief') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first.'));
  return undefined;
}

export function uriOf({ document }: TextEditor): string {
  return document.uri.toString();
}
