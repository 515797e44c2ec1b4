/** The preview and the copy without tags. */
import { type ExtensionContext, env, l10n, window } from 'vscode';
import { activeBrief } from '../../support/activeBrief';
import type { OpenBriefs } from '../../support/openBriefs';
import { type OpenBriefPanel, registerBriefPanel } from '../shared/briefPanel';
import type { PreviewServer } from '../shared/previewServer';
import { showPreview, titleOf } from './panel';

const MESSAGE_DURATION_MS = 5_000;

/** The actions of the preview commands. They throw errors whose messages are shown to the user. */
export interface Preview {
  /** Opens the preview of a brief. It follows the active brief from then on. */
  readonly open: OpenBriefPanel;
  copyWithoutTags(): Promise<void>;
}

/** Opens the preview, which follows the active brief, and restores that of the last session. */
export function registerPreview(context: ExtensionContext, server: PreviewServer, briefs: OpenBriefs): Preview {
  const open = registerBriefPanel(context, briefs, {
    viewType: 'briefmark.preview',
    titleOf,
    fill: (panel, uri) => showPreview(panel, uri, context.extensionUri, server),
  });

  const copyWithoutTags = async () => {
    const editor = activeBrief();
    if (!editor) return;
    const ranges = editor.selections.filter(({ isEmpty }) => !isEmpty).map(({ start, end }) => ({ start, end }));
    const uri = editor.document.uri.toString();
    const prose = await server.request('briefmark/withoutTags', { uri, ranges });
    if (!prose) throw new Error(l10n.t('The brief could not be read. Try again in a moment.'));
    await env.clipboard.writeText(prose.text);
    const confirmation =
      ranges.length > 0
        ? l10n.t('The selection was copied without tags.')
        : l10n.t('The brief was copied without tags.');
    window.setStatusBarMessage(confirmation, MESSAGE_DURATION_MS);
  };

  return { open, copyWithoutTags };
}
