import { commands, l10n, type TextEditor, ViewColumn, window, workspace } from 'vscode';
import { isBriefName } from '../../../server/src/protocol/fileNames';
import { FIRST_BRIEF } from '../support/casebook';
import { filesIn } from '../support/files';
import type { OpenBriefs } from '../support/openBriefs';
import type { ClientCommand } from './command';

/** The actions of the walkthrough's buttons. */
const STEP_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['hover', 'briefmark.nextProblem'],
  ['fix', 'briefmark.fixMissingSources'],
  ['tag', 'briefmark.tagAllNames'],
]);

/** Runs a command on a visible brief; without one, opens a brief beside the walkthrough. */
export const tryOut: ClientCommand = {
  id: 'briefmark.tryOut',
  title: 'Try a Step of the Walkthrough',
  palette: false,
  async run({ briefs }, step: string) {
    const command = STEP_COMMANDS.get(step);
    if (!command) return;
    if (!(await showBrief(briefs))) {
      const open = l10n.t('Open the Casebook…');
      const choice = await window.showInformationMessage(
        l10n.t('There is no brief to try this on in this window.'),
        open,
      );
      if (choice === open) await commands.executeCommand('briefmark.openSamples');
      return;
    }
    await commands.executeCommand(command);
    // Completes the step, because VS Code does not notice commands that an extension runs. Each step has a context key of its own:
    // the walkthrough reacts only to the first change of a key, even if that came before the walkthrough was opened.
    await commands.executeCommand('setContext', `briefmark.tried.${step}`, true);
  },
};

async function showBrief(open: OpenBriefs): Promise<TextEditor | undefined> {
  const visibleEditor = window.visibleTextEditors.find(({ document }) => open.has(document));
  if (visibleEditor) return window.showTextDocument(visibleEditor.document, visibleEditor.viewColumn);
  const found = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => filesIn(uri)));
  const briefs = found.flat().filter(({ path }) => isBriefName(path));
  const brief = briefs.find(({ path }) => path.endsWith(`/${FIRST_BRIEF}`)) ?? briefs[0];
  return brief && window.showTextDocument(brief, { viewColumn: ViewColumn.Beside, preview: false });
}
