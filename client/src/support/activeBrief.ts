import { l10n, type TextEditor, type Uri, window, workspace } from 'vscode';
import { TEXT_LANGUAGES } from '../../../server/src/protocol/fileNames';

/**
 * The active editor if it shows a brief, or a text file that may be one: the server knows, and answers nothing for others.
 * Otherwise undefined, after a message to the user.
 */
export function activeBrief(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && ['brief', ...TEXT_LANGUAGES].includes(editor.document.languageId)) return editor;
  void window.showInformationMessage(l10n.t('Open a brief first.'));
  return undefined;
}

/** The URI of the editor's document, as LSP writes it. */
export function uriOf({ document }: TextEditor): string {
  return document.uri.toString();
}

/** Whether a document is a file, or a new one; not an older version in a comparison. */
export function isBriefFile(uri: Uri): boolean {
  return uri.scheme === 'file' || uri.scheme === 'untitled' || workspace.getWorkspaceFolder(uri) !== undefined;
}
