import { l10n, Position, type QuickPickItem, Selection, window } from 'vscode';
import type { CitationChoice } from '../../../server/src/protocol/commands';
import { activeBrief, uriOf } from '../support/activeBrief';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

interface Choice extends QuickPickItem {
  readonly report: CitationChoice;
}

export const insertCitation: ClientCommand = {
  id: 'briefmark.insertCitation',
  title: 'Insert Citation…',
  enablement: IN_BRIEF,
  menus: [
    {
      menu: 'editor/context',
      when: `${IN_BRIEF} && !editorHasSelection && !editorReadonly`,
      group: '1_modification@90',
    },
  ],
  run: ({ server }) =>
    insertChosen(server, l10n.t('Insert citation'), ({ plainText, taggedText }) => plainText ?? taggedText),
};

/** Asks for a report and inserts its citation, as `textOf` formats it. */
export async function insertChosen(
  server: Server,
  title: string,
  textOf: (report: CitationChoice) => string,
): Promise<void> {
  const editor = activeBrief();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const answer = await server.ask('briefmark.server.citations', { uri: uriOf(editor), position: { line, character } });
  if (!answer || answer.choices.length === 0) {
    void window.showInformationMessage(
      l10n.t('No registry in this workspace has a source yet. A source is an entry of a sources.yaml.'),
    );
    return;
  }
  const items = answer.choices.map(
    (report): Choice => ({
      label: report.outlet,
      description: report.date,
      ...(report.title && { detail: report.title }),
      report,
    }),
  );
  const placeHolder = l10n.t('Outlet, title or date');
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!chosen) return;
  if (editor.document.version !== answer.version) {
    void window.showWarningMessage(l10n.t('The text has changed in the meantime. Try again.'));
    return;
  }
  const position = new Position(answer.at.line, answer.at.character);
  const text = textOf(chosen.report);
  await editor.edit((edit) => edit.insert(position, text));
  const end = editor.document.positionAt(editor.document.offsetAt(position) + text.length);
  editor.selection = new Selection(end, end);
}
