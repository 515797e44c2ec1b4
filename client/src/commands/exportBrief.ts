/** The formats and the content come from the server; the dialogs follow the chosen format. */

import { env, l10n, Uri, window, workspace } from 'vscode';
import { decodeBase64 } from '../../../server/src/protocol/base64';
import type { ExportFormat } from '../../../server/src/protocol/exportFormat';
import type { ExportedFiles } from '../../../server/src/protocol/preview';
import { activeBrief } from '../support/activeBrief';
import { fileNameOf } from '../support/fileName';
import { briefNameOf } from '../webviews/shared/briefPanel';
import { type ClientCommand, IN_BRIEF, type Server } from './command';

export const exportBrief: ClientCommand = {
  id: 'briefmark.export',
  title: 'Export Brief…',
  enablement: IN_BRIEF,
  async run({ server }) {
    const uri = activeBrief()?.document.uri;
    const format = uri && (await chooseFormat(server));
    const internal = format && (await chooseReaders());
    if (!format || internal === undefined) return;
    const name = briefNameOf(uri);
    const params = { uri: uri.toString(), name, format: format.id, internal };
    const exported = await server.request('briefmark/export', params);
    if (!exported) throw new Error(l10n.t('The brief could not be read. Try again in a moment.'));
    const folder = uri.scheme === 'untitled' ? undefined : Uri.joinPath(uri, '..');
    const target = await (exported.files.length === 1
      ? saveFile(exported.files[0]!, format, name, folder)
      : saveFiles(exported.files, format, name, folder));
    if (!target) return;
    const open = l10n.t('Open');
    const fileName = fileNameOf(target);
    const message = [l10n.t('Exported to {0}.', fileName), ...exported.leftOut].join(' ');
    const answer = await window.showInformationMessage(message, open);
    if (answer === open) await env.openExternal(target);
  },
};

async function chooseFormat(server: Server): Promise<ExportFormat | undefined> {
  const formats = (await server.request('briefmark/exportFormats', {})) ?? [];
  const items = formats.map((format) => ({
    label: format.title,
    description: `.${format.extension}`,
    detail: format.description,
    format,
  }));
  const chosen = await window.showQuickPick(items, {
    placeHolder: l10n.t('Choose a format'),
    matchOnDetail: true,
  });
  return chosen?.format;
}

/** Whether ratings and entries above the marking of the brief are to be in the export; undefined if nothing is chosen. */
async function chooseReaders(): Promise<boolean | undefined> {
  const items = [
    {
      label: l10n.t('For readers of the brief'),
      detail: l10n.t('Without ratings, and without entries marked more strictly than the brief'),
      internal: false,
    },
    {
      label: l10n.t('Internal'),
      detail: l10n.t('With ratings, and with entries marked more strictly than the brief'),
      internal: true,
    },
  ];
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose who may read the export') }))?.internal;
}

/** Resolves to the file that was written; undefined if none is chosen. */
async function saveFile(
  { suffix, content }: ExportedFiles['files'][number],
  { title, extension }: ExportFormat,
  name: string,
  folder: Uri | undefined,
): Promise<Uri | undefined> {
  const target = await window.showSaveDialog({
    filters: { [title]: [extension] },
    title: l10n.t('Export as {0}', title),
    ...(folder && { defaultUri: Uri.joinPath(folder, name + suffix) }),
  });
  if (target) await workspace.fs.writeFile(target, decodeBase64(content));
  return target;
}

/** Resolves to the first of the files that were written to a folder; undefined if none is chosen. */
async function saveFiles(
  files: ExportedFiles['files'],
  { title }: ExportFormat,
  name: string,
  folder: Uri | undefined,
): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: l10n.t('Choose a folder for the {0} files of the export as {1}', files.length, title),
      openLabel: l10n.t('Export'),
      ...(folder && { defaultUri: folder }),
    })) ?? [];
  if (!chosen) return undefined;
  const targets = files.map(({ suffix }) => Uri.joinPath(chosen, name + suffix));
  const existing = (await Promise.all(targets.map(exists))).filter(Boolean).length;
  if (existing > 0) {
    const replace = l10n.t('Replace');
    const question = l10n.t('The folder has files with these names already. Replace them?');
    if ((await window.showWarningMessage(question, { modal: true }, replace)) !== replace) return undefined;
  }
  for (const [index, { content }] of files.entries())
    await workspace.fs.writeFile(targets[index]!, decodeBase64(content));
  return targets[0];
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
