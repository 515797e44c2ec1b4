import { commands, l10n, Selection, TextEditorRevealType, window } from 'vscode';
import { activeBrief, uriOf } from '../support/activeBrief';
import { toRange } from '../support/ask';
import type { Server } from './command';

const MESSAGE_DURATION_MS = 5_000;

/** Goes to the nearest finding about a citation and shows its message. */
export async function goToProblem(server: Server, direction: 1 | -1): Promise<void> {
  const editor = activeBrief();
  if (!editor) return;
  const { line, character } = editor.selection.start;
  const params = { uri: uriOf(editor), position: { line, character }, direction };
  const problem = await server.ask('briefmark.server.nextProblem', params);
  if (!problem) {
    void window.showInformationMessage(l10n.t('Every citation of this brief is in order.'));
    return;
  }
  const { start } = toRange(problem.range);
  editor.selection = new Selection(start, start);
  editor.revealRange(toRange(problem.range), TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(l10n.t('Sourcing problem {0} of {1}', problem.index, problem.count), MESSAGE_DURATION_MS);
  // The page that the command was started from may have taken the focus meanwhile; a hover is shown where the focus is.
  await window.showTextDocument(editor.document, editor.viewColumn);
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
