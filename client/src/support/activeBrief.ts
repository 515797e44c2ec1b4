import { l10n, type TextEditor, window } from 'vscode';

/** The editor with the brief in front; undefined, after telling the user, if there is none. */
export function activeBrief(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'brief') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first.'));
  return undefined;
}

/** The URI of the editor's document, as LSP has it. */
export function uriOf({ document }: TextEditor): string {
  return document.uri.toString();
}
