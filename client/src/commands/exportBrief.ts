/** The formats and the content come from the server; the save dialog follows the chosen format. */
import { env, l10n, Uri, window, workspace } from 'vscode';
import { decodeBase64 } from '../../../server/src/protocol/base64';
import type { ExportFormat } from '../../../server/src/protocol/exportFormat';
import { activeBrief } from '../support/activeBrief';
import { briefNameOf } from '../webviews/preview/panel';
import type { ClientCommand, Server } from './command';

export const exportBrief: ClientCommand = {
  id: 'briefmark.export',
  title: 'Export Brief…',
  enablement: 'editorLangId == brief',
  async run({ server }) {
    const uri = activeBrief()?.document.uri;
    const format = uri && (await chooseFormat(server));
    if (!format) return;
    const name = briefNameOf(uri);
    const exported = await server.request('briefmark/export', { uri: uri.toString(), name, format: format.id });
    if (!exported) throw new Error(l10n.t('The brief could not be read. Try again in a moment.'));
    const defaultUri = uri.scheme === 'untitled' ? undefined : Uri.joinPath(uri, '..', `${name}.${format.extension}`);
    const target = await window.showSaveDialog({
      filters: { [format.title]: [format.extension] },
      title: l10n.t('Export as {0}', format.title),
      ...(defaultUri && { defaultUri }),
    });
    if (!target) return;
    await workspace.fs.writeFile(target, decodeBase64(exported.content));
    const open = l10n.t('Open');
    const fileName = target.path.split('/').at(-1) ?? '';
    const choice = await window.showInformationMessage(l10n.t('Exported to {0}.', fileName), open);
    if (choice === open) await env.openExternal(target);
  },
};

/** The only format, or the one the user picks. */
async function chooseFormat(server: Server): Promise<ExportFormat | undefined> {
  const formats = (await server.request('briefmark/exportFormats', {})) ?? [];
  if (formats.length <= 1) return formats[0];
  const items = formats.map((format) => ({ label: format.title, description: `.${format.extension}`, format }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a format') }))?.format;
}
