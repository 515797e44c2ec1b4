/** Saves an export of the graph to a file that the user chooses. */

import { l10n, Uri, window, workspace } from 'vscode';
import { fileNameOf } from '../../support/fileName';
import type { PageMessage } from '../shared/panel';

const FORMATS = { png: l10n.t('PNG picture'), svg: l10n.t('SVG picture') } as const;
const MAX_DATA_LENGTH = 100_000_000;
const MESSAGE_DURATION_MS = 5_000;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** `data` comes from the page and is validated: a PNG in Base64, or the text of an SVG. */
export async function savePicture({ format, data }: PageMessage, besideUri: string | undefined): Promise<void> {
  if ((format !== 'png' && format !== 'svg') || typeof data !== 'string' || data.length > MAX_DATA_LENGTH) return;
  if (format === 'png' ? !base64.test(data) : !data.startsWith('<svg ')) return;
  const isSaved = besideUri !== undefined && !besideUri.startsWith('untitled:');
  const folder = isSaved ? Uri.joinPath(Uri.parse(besideUri), '..') : workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t('Save the graph'),
    filters: { [FORMATS[format]]: [format] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `entity-graph.${format}`) }),
  });
  if (!target) return;
  const bytes =
    format === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  await workspace.fs.writeFile(target, bytes);
  window.setStatusBarMessage(l10n.t('The graph was saved as {0}.', fileNameOf(target)), MESSAGE_DURATION_MS);
}
