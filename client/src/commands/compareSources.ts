/** What happened to the sources of the active brief since the last commit, as a list that leads to the places. */
import { l10n, type TextEditor, window } from 'vscode';
import { activeBrief, uriOf } from '../support/activeBrief';
import { selectAndReveal, toRange } from '../support/ask';
import { lastCommitOf } from '../support/lastCommit';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

export const compareSources: ClientCommand = {
  id: 'briefmark.compareSources',
  title: 'Compare Sources with Last Commit…',
  enablement: IN_BRIEF,
  async run({ server }) {
    const editor = activeBrief();
    if (editor) await compare(server, editor);
  },
};

async function compare(server: Server, editor: TextEditor): Promise<void> {
  const commit = await lastCommitOf(editor.document.uri);
  if ('problem' in commit) {
    const words =
      commit.problem === 'no-repository'
        ? l10n.t('This brief is in no Git repository that VS Code has opened.')
        : l10n.t('The last commit does not have this brief.');
    return void window.showInformationMessage(words);
  }
  const changes = await server.request('briefmark/sourceChanges', { uri: uriOf(editor), before: commit.text });
  if (!changes) throw new Error(l10n.t('The brief could not be read. Try again in a moment.'));
  if (changes.length === 0) {
    const words = l10n.t('Since the last commit no statement of this brief has lost or changed its source.');
    return void window.showInformationMessage(words);
  }
  const items = changes.map(({ message, statement, range }) => ({
    label: message,
    description: l10n.t('line {0}', range.start.line + 1),
    detail: statement,
    range,
  }));
  const title = l10n.t('Sources changed since the last commit');
  const choice = await window.showQuickPick(items, { title, placeHolder: l10n.t('Choose the statement to go to') });
  if (choice) selectAndReveal(editor, toRange(choice.range));
}
