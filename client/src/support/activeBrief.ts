import { l10n, type TextEditor, window } from 'vscode';

/** The active editor if it shows a brief; otherwise undefined, after a message to the user. */
export function activeBrief(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'brief') return editor;
  void window.showInformationMessage(l10n.t('Open a brief first.'));
  return undefined;
}

/** The URI of the editor's document, as LSP writes it. */
export function uriOf({ document }: TextEditor): string {
  return document.uri.toString();
}
