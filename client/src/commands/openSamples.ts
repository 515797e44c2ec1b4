import { commands, env, extensions, UIKind, Uri, window, workspace } from 'vscode';
import { CASEBOOK_FILES, CASEBOOK_FOLDER, FIRST_BRIEF, freeName } from '../casebook';
import type { ClientCommand } from './command';

const HERE = 'Open';
const ELSEWHERE = 'Open in New Window';

export const openSamples: ClientCommand = {
  id: 'briefmark.openSamples',
  async run() {
    const chosen = await window.showOpenDialog({
      title: 'Where should the casebook go? It gets a folder of its own there',
      openLabel: 'Copy Casebook Here',
      canSelectFiles: false,
      canSelectFolders: true,
    });
    const folder = chosen?.[0] && (await copyInto(chosen[0]));
    if (folder) await offerToOpen(folder);
  },
};

/** Copies the casebook into a new folder inside `parent` and answers where it is. What exists is never written over. */
async function copyInto(parent: Uri): Promise<Uri> {
  const name = await freeName((name) => exists(Uri.joinPath(parent, name)));
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
      `The casebook could not be written to ${shown(parent)}. Choose a folder that you may write to. (${reason})`,
    );
  }
  return folder;
}

async function offerToOpen(folder: Uri): Promise<void> {
  const message = `The casebook is in ${shown(folder)}. Open it?`;
  const detail = 'Its first brief has seven missing sources. The README there says what to try.';
  const ask = async () => await window.showInformationMessage(message, { modal: true, detail }, HERE, ELSEWHERE);
  const choice = workspace.workspaceFolders ? await ask() : HERE;
  if (!choice) return;
  // A browser would open the file in a window of its own.
  const files = env.uiKind === UIKind.Desktop ? { filesToOpen: [Uri.joinPath(folder, FIRST_BRIEF)] } : {};
  const where = choice === HERE ? { forceReuseWindow: true } : { forceNewWindow: true };
  await commands.executeCommand('vscode.openFolder', folder, { ...files, ...where });
}

function extensionUri(): Uri {
  const extension = extensions.getExtension('briefmark.briefmark');
  if (!extension) throw new Error('The casebook is missing from this installation. Install the extension again.');
  return extension.extensionUri;
}

function exists(uri: Uri): PromiseLike<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** A path as people know it; where there is no disk, an address. */
function shown(uri: Uri): string {
  return uri.scheme === 'file' || uri.scheme === 'vscode-remote' ? uri.fsPath : uri.toString(true);
}
