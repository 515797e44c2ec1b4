import { commands, env, extensions, l10n, UIKind, Uri, window, workspace } from 'vscode';
import { CASEBOOK_FILES, CASEBOOK_FOLDER, FIRST_BRIEF, findFreeName } from '../support/casebook';
import type { ClientCommand } from './command';

const OPEN_HERE = l10n.t('Open');
const OPEN_IN_NEW_WINDOW = l10n.t('Open in New Window');

export const openSamples: ClientCommand = {
  id: 'briefmark.openSamples',
  title: 'Open the Casebook…',
  async run() {
    const chosen = await window.showOpenDialog({
      title: l10n.t('Where should the casebook go? A new folder is created there'),
      openLabel: l10n.t('Copy Casebook Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    });
    const folder = chosen?.[0] && (await copyInto(chosen[0]));
    if (folder) await offerToOpen(folder);
  },
};

/** Copies the casebook into a new folder inside `parent` and returns the folder. Never overwrites existing files. */
async function copyInto(parent: Uri): Promise<Uri> {
  const name = await findFreeName((name) => exists(Uri.joinPath(parent, name)));
  const folder = Uri.joinPath(parent, name);
  const source = Uri.joinPath(extensionUri(), CASEBOOK_FOLDER);
  const contents = await Promise.all(CASEBOOK_FILES.map((file) => workspace.fs.readFile(Uri.joinPath(source, file))));
  try {
    await workspace.fs.createDirectory(folder);
    for (const [index, file] of CASEBOOK_FILES.entries())
      await workspace.fs.writeFile(Uri.joinPath(folder, file), contents[index]!);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      l10n.t(
        'The casebook could not be written to {0}. Choose a folder with write access. ({1})',
        displayPath(parent),
        reason,
      ),
    );
  }
  return folder;
}

async function offerToOpen(folder: Uri): Promise<void> {
  const message = l10n.t('The casebook is in {0}. Open it?', displayPath(folder));
  const detail = l10n.t('Its first brief has seven missing sources. Its README suggests what to try.');
  const promptUser = async () =>
    await window.showInformationMessage(message, { modal: true, detail }, OPEN_HERE, OPEN_IN_NEW_WINDOW);
  const choice = workspace.workspaceFolders ? await promptUser() : OPEN_HERE;
  if (!choice) return;
  // A browser would open the file in a new window.
  const files = env.uiKind === UIKind.Desktop ? { filesToOpen: [Uri.joinPath(folder, FIRST_BRIEF)] } : {};
  const windowOptions = choice === OPEN_HERE ? { forceReuseWindow: true } : { forceNewWindow: true };
  await commands.executeCommand('vscode.openFolder', folder, { ...files, ...windowOptions });
}

function extensionUri(): Uri {
  const extension = extensions.getExtension('briefmark.briefmark');
  if (!extension)
    throw new Error(l10n.t('The casebook is missing from this installation. Install the extension again.'));
  return extension.extensionUri;
}

function exists(uri: Uri): PromiseLike<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** The path of a file on disk; for other files, the URI. */
function displayPath(uri: Uri): string {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? uri.fsPath : uri.toString(true);
}
