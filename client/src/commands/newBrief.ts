import { l10n, Position, Range, Uri, window, workspace } from 'vscode';
import { promptLine } from '../support/ask';
import type { ClientCommand } from './command';

const briefExtension = /\.brief(?:\.md|\.txt)?$/;

export const newBrief: ClientCommand = {
  id: 'briefmark.newBrief',
  title: 'New Brief…',
  async run() {
    const title = await promptLine(l10n.t('New brief (1/2)'), l10n.t('Its title'), {
      validate: (line) => (line ? undefined : l10n.t('A brief needs a title.')),
    });
    if (title === undefined) return;
    const text = `---\ntitle: ${JSON.stringify(title)}\ndate: ${isoToday()}\n---\n\n`;
    const folder =
      (workspace.workspaceFolders?.length ?? 0) > 1
        ? await window.showWorkspaceFolderPick({ placeHolder: l10n.t('In which folder?') })
        : workspace.workspaceFolders?.[0];
    if (!folder) {
      // Without a workspace folder, the brief stays untitled until the user saves it.
      if (!workspace.workspaceFolders)
        await showAtEnd(await workspace.openTextDocument({ language: 'brief', content: text }));
      return;
    }
    const name = await promptLine(l10n.t('New brief (2/2)'), l10n.t('Folder and name, inside {0}', folder.name), {
      value: `${folderOfActive(folder.uri)}${slug(title)}.brief`,
      validate: validatePath,
    });
    if (name === undefined) return;
    const uri = Uri.joinPath(folder.uri, briefExtension.test(name) ? name : `${name}.brief`);
    const exists = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (exists) {
      void window.showWarningMessage(l10n.t('{0} already exists; nothing was changed.', workspace.asRelativePath(uri)));
      return;
    }
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await showAtEnd(await workspace.openTextDocument(uri));
  },
};

async function showAtEnd(document: Awaited<ReturnType<typeof workspace.openTextDocument>>): Promise<void> {
  const end = new Position(document.lineCount - 1, 0);
  await window.showTextDocument(document, { selection: new Range(end, end) });
}

/** `analysis/`: the folder of the active file relative to `root`; empty if it is outside. */
function folderOfActive(root: Uri): string {
  const path = window.activeTextEditor?.document.uri.path ?? '';
  return path.startsWith(`${root.path}/`) ? path.slice(root.path.length + 1, path.lastIndexOf('/') + 1) : '';
}

function validatePath(name: string): string | undefined {
  if (name === '' || name.endsWith('/')) return l10n.t('The file needs a name.');
  const parts = name.split(/[\\/]/);
  return parts.some((part) => part === '' || part === '.' || part === '..') || /[<>:"|?*]/.test(name)
    ? l10n.t('Give a path inside the folder, such as analysis/harbour.brief.')
    : undefined;
}

function slug(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return words || 'brief';
}

/** Today in the user's time zone. */
function isoToday(): string {
  const now = new Date();
  const padded = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}
