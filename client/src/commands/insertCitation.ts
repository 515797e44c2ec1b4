import { l10n, Position, type QuickPickItem, Selection, window } from 'vscode';
import type { CitationChoice } from '../../../server/src/protocol/commands';
import { activeBrief, type ClientCommand, type Server, uriOf } from './command';

interface Choice extends QuickPickItem {
  readonly report: CitationChoice;
}

export const insertCitation: ClientCommand = {
  id: 'briefmark.insertCitation',
  run: (server) => insert(server, l10n.t('Insert citation'), ({ words, tag }) => words ?? tag),
};

export const insertCitationTag: ClientCommand = {
  id: 'briefmark.insertCitationTag',
  run: (server) => insert(server, l10n.t('Insert citation with a source tag'), ({ tag }) => tag),
};

async function insert(server: Server, title: string, textOf: (report: CitationChoice) => string): Promise<void> {
  const editor = activeBrief();
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const found = await server.ask('briefmark.server.citations', { uri: uriOf(editor), position: { line, character } });
  if (!found || found.choices.length === 0) {
    void window.showInformationMessage(
      l10n.t('No registry in this workspace has a source yet. A source is an entry of a sources.yaml.'),
    );
    return;
  }
  const items = found.choices.map(
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
  if (editor.document.version !== found.version) {
    void window.showWarningMessage(l10n.t('The text has changed in the meantime. Try again.'));
    return;
  }
  const at = new Position(found.at.line, found.at.character);
  const text = textOf(chosen.report);
  await editor.edit((edit) => edit.insert(at, text));
  const end = editor.document.positionAt(editor.document.offsetAt(at) + text.length);
  editor.selection = new Selection(end, end);
}
