/**
 * Offers to check a Markdown or text file that cites sources and is no brief: once, in the status bar. Only a file that somebody
 * looks at is read, and only one that may cite something reaches the server.
 */
import { type ExtensionContext, l10n, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import { isBriefName, TEXT_LANGUAGES } from '../../server/src/protocol/fileNames';
import { MAX_TEXT_OFFERED, mayCite } from '../../server/src/protocol/mayCite';
import type { Server } from './commands/command';
import type { OpenBriefs } from './support/openBriefs';
import { latestOnly } from './views/server';

/** The files that were offered in earlier windows. */
const STORED_KEY = 'briefmark.offered';
const MAX_STORED = 500;
const PRIORITY = 50;

const texts = {
  name: l10n.t('Check with Briefmark'),
  text: l10n.t('Check this file with Briefmark'),
  tip: l10n.t('This file cites sources. Select to list it under “include” in .briefmark.yaml, so that it is checked.'),
};

export function registerOffer(
  { subscriptions, workspaceState }: ExtensionContext,
  server: Pick<Server, 'start' | 'ask'>,
  briefs: OpenBriefs,
): void {
  const item = window.createStatusBarItem('briefmark.offer', StatusBarAlignment.Left, PRIORITY);
  item.name = texts.name;
  item.text = `$(checklist) ${texts.text}`;
  item.tooltip = texts.tip;
  item.command = 'briefmark.includeFile';
  const stored = workspaceState.get<readonly string[]>(STORED_KEY) ?? [];
  const offered = new Set<string>();

  const isOffered = async (document: TextDocument): Promise<boolean> => {
    const uri = document.uri.toString();
    if (!isOther(document, briefs) || stored.includes(uri)) return false;
    const text = document.getText().slice(0, MAX_TEXT_OFFERED);
    if (!offered.has(uri) && !mayCite(text)) return false;
    await server.start();
    const answer = await server.ask('briefmark.server.citationsInText', { uri, text });
    return (answer?.citations ?? 0) > 0;
  };
  const refresh = latestOnly(
    async () => {
      const document = window.activeTextEditor?.document;
      return document && (await isOffered(document).catch(() => false)) ? document.uri.toString() : undefined;
    },
    (uri) => {
      if (uri === undefined) return item.hide();
      item.show();
      if (offered.has(uri)) return;
      offered.add(uri);
      void workspaceState.update(STORED_KEY, [...stored, ...offered].slice(-MAX_STORED));
    },
  );
  subscriptions.push(item, window.onDidChangeActiveTextEditor(refresh), briefs.onDidChange(refresh));
  void refresh();
}

/** Whether a document is a text file of the workspace and no brief. */
function isOther(document: TextDocument, briefs: OpenBriefs): boolean {
  const { languageId, uri } = document;
  return (
    TEXT_LANGUAGES.includes(languageId) &&
    !isBriefName(uri.path) &&
    !briefs.has(document) &&
    workspace.getWorkspaceFolder(uri) !== undefined
  );
}
