/** The last steps of adding an entry that no citation asks for: where the registry goes if there is none, and the id. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { EntryToAdd, ServerCommands } from '../../../server/src/protocol/commands';
import { uriOf } from './activeBrief';
import { promptLine } from './ask';
import { idProblem } from './ids';

type AddEntry = ServerCommands['briefmark.server.addEntry'];
type Proposal = AddEntry['result'];

/** The part of the server that this needs. */
interface EntryServer {
  ask(command: 'briefmark.server.addEntry', params: AddEntry['params']): Promise<Proposal | undefined>;
}

/** The file next to which a registry is looked for: the active one, else the first folder. Undefined, and said so, without both. */
export function uriForEntries(): string | undefined {
  const editor = window.activeTextEditor;
  const isOfDisk =
    editor && (workspace.getWorkspaceFolder(editor.document.uri) || editor.document.languageId === 'brief');
  const [folder] = workspace.workspaceFolders ?? [];
  if (isOfDisk) return uriOf(editor);
  if (folder) return `${folder.uri.toString().replace(/\/$/, '')}/`;
  void window.showInformationMessage(l10n.t('Open a folder first: a registry is stored next to the briefs.'));
  return undefined;
}

/** Asks for the folder of a new registry and for the id, adds the entry, and says where. */
export async function addProposed(
  server: EntryServer,
  title: string,
  uri: string,
  entry: EntryToAdd,
  { id: proposed, exists, folders }: Proposal,
): Promise<void> {
  const folder = exists || folders.length < 2 ? folders[0] : await pickFolder(title, folders);
  if (!exists && folder === undefined) return;
  const id = await promptLine(title, l10n.t('Its id: letters, digits, “.”, “_”, “-” and “/”'), {
    value: proposed,
    validate: idProblem,
  });
  if (id === undefined) return;
  const added = await server.ask('briefmark.server.addEntry', {
    uri,
    entry,
    id,
    ...(!exists && folder !== undefined && { folder }),
  });
  if (!added) return;
  const registry = Uri.parse(added.registry);
  const open = l10n.t('Open');
  const text = l10n.t('Added “{0}” to {1}.', added.id, workspace.asRelativePath(registry));
  if ((await window.showInformationMessage(text, open)) === open) await window.showTextDocument(registry);
}

async function pickFolder(title: string, folders: readonly string[]): Promise<string | undefined> {
  const items = folders.map((folder) => ({ label: workspace.asRelativePath(Uri.parse(folder)), folder }));
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('There is no registry for it yet. In which folder?'),
    ignoreFocusOut: true,
  });
  return chosen?.folder;
}
