/** Word files and web pages as briefs beside them. The server reads them; no file is replaced. */

import { l10n, Uri, window, workspace } from 'vscode';
import { encodeBase64 } from '../../../server/src/protocol/base64';
import { IMPORT_EXTENSIONS } from '../../../server/src/protocol/import';
import { fileNameOf } from '../support/fileName';
import type { ClientCommand, Server } from './command';

/** A larger file would block the connection to the server; real reports are a tenth of it. */
const MAX_MB = 32;

export const importBrief: ClientCommand = {
  id: 'briefmark.importBrief',
  title: 'Import as Brief…',
  menus: [
    {
      menu: 'explorer/context',
      when: `resourceExtname =~ /^\\.(${IMPORT_EXTENSIONS.join('|')})$/i && !explorerResourceIsFolder`,
      group: '3_briefmark@1',
    },
  ],
  /** The explorer passes the file under the pointer and all selected ones; the command palette passes none. */
  async run({ server }, clicked?: Uri, selected?: readonly Uri[]) {
    const files = selected?.length ? selected : clicked ? [clicked] : await pickFiles();
    if (files.length === 0) return;
    await server.start();
    for (const file of files) await importFile(file, server);
  },
};

async function pickFiles(): Promise<readonly Uri[]> {
  const picked = await window.showOpenDialog({
    canSelectMany: true,
    title: l10n.t('Import as briefs'),
    filters: { [l10n.t('Word files and web pages')]: [...IMPORT_EXTENSIONS] },
  });
  return picked ?? [];
}

async function importFile(file: Uri, server: Server): Promise<void> {
  const fileName = fileNameOf(file);
  const warn = (message: string) => void window.showWarningMessage(`${fileName}: ${message}`);
  const { size } = await workspace.fs.stat(file);
  if (size > MAX_MB * 2 ** 20)
    return warn(l10n.t('The file is larger than {0} MB. “briefmark import” on the command line reads it.', MAX_MB));
  const content = encodeBase64(await workspace.fs.readFile(file));
  const imported = await server.request('briefmark/import', { name: fileName, content });
  if (!imported) throw new Error(l10n.t('The file could not be read. Try again in a moment.'));
  const { text, registry, problems } = imported;
  if (text === undefined) return warn(problems.join(' '));
  const name = fileName.replace(/\.[^.]+$/, '');
  const brief = Uri.joinPath(file, '..', `${name}.brief`);
  const sources = Uri.joinPath(file, '..', `${name}.sources.yaml`);
  for (const target of registry === undefined ? [brief] : [brief, sources])
    if (await exists(target))
      return warn(l10n.t('{0} already exists; nothing was changed.', workspace.asRelativePath(target)));
  // The registry first, so that the brief opens with its sources known.
  if (registry !== undefined) await workspace.fs.writeFile(sources, new TextEncoder().encode(registry));
  await workspace.fs.writeFile(brief, new TextEncoder().encode(text));
  await window.showTextDocument(await workspace.openTextDocument(brief), { preview: false });
  const notes =
    registry === undefined ? problems : [l10n.t('Its sources are in {0}.', `${name}.sources.yaml`), ...problems];
  if (notes.length > 0)
    void window.showInformationMessage(`${l10n.t('Imported as {0}.', `${name}.brief`)} ${notes.join(' ')}`);
}

async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
