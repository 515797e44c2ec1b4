import { commands, Selection, TextEditorRevealType, window } from 'vscode';
import { activeBrief, uriOf } from '../support/activeBrief';
import { toRange } from '../support/ask';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

/**
 * The command of the status bar: goes to the first missing source of the active brief; if none is missing, to the next finding
 * about a citation, or to the next problem of any kind where only such are counted.
 */
export const goToFirstMissing: ClientCommand = {
  id: 'briefmark.goToFirstMissing',
  title: 'Go to First Missing Source',
  enablement: IN_BRIEF,
  run: ({ server }) => selectFirstMissing(server),
};

async function selectFirstMissing(server: Server): Promise<void> {
  const editor = activeBrief();
  if (!editor) return;
  const status = await server.request('briefmark/status', { uri: uriOf(editor) }).catch(() => undefined);
  const { document, viewColumn } = editor;
  if (!status?.firstMissing) {
    if (status?.state !== 'problems') return void (await commands.executeCommand('briefmark.nextProblem'));
    await window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preview: false });
    return void (await commands.executeCommand('editor.action.marker.next'));
  }
  const range = toRange(status.firstMissing);
  // The status bar has the focus after a click.
  const shown = await window.showTextDocument(document, { ...(viewColumn && { viewColumn }), preview: false });
  shown.selection = new Selection(range.start, range.end);
  shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
