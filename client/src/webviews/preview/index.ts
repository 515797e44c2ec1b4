/** The preview and the copy without tags. */
import { type ExtensionContext, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { activeBrief } from '../../support/activeBrief';
import { webviewOptions } from '../shared/webview';
import { briefNameOf, showPreview } from './panel';
import type { PreviewServer } from './server';

const VIEW_TYPE = 'briefmark.preview';
const MESSAGE_DURATION_MS = 5_000;

/** The actions of the preview commands. They throw errors whose messages are shown to the user. */
export interface Preview {
  /** Opens the preview of the file with that URI, by default of the active brief. */
  open(resource?: unknown): Promise<void>;
  copyWithoutTags(): Promise<void>;
}

/** Opens previews, and restores those of the last session. */
export function registerPreview(context: ExtensionContext, server: PreviewServer): Preview {
  const { extensionUri } = context;
  const panels = new Map<string, WebviewPanel>();

  const addPanel = (panel: WebviewPanel, uri: Uri) => {
    const key = uri.toString();
    panels.set(key, panel);
    panel.onDidDispose(() => {
      if (panels.get(key) === panel) panels.delete(key);
    });
    showPreview(panel, uri, extensionUri, server);
  };

  const openPreview = async (resource?: unknown) => {
    const uri = resource instanceof Uri ? resource : activeBrief()?.document.uri;
    if (!uri) return;
    const openPanel = panels.get(uri.toString());
    if (openPanel) return openPanel.reveal(undefined, true);
    const showOptions = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const options = { ...webviewOptions(extensionUri), enableFindWidget: true };
    addPanel(window.createWebviewPanel(VIEW_TYPE, l10n.t('Preview {0}', briefNameOf(uri)), showOptions, options), uri);
  };

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

  context.subscriptions.push(
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        const uri = uriOfState(state);
        if (!uri || panels.has(uri.toString())) return panel.dispose();
        panel.webview.options = webviewOptions(extensionUri);
        addPanel(panel, uri);
      },
    }),
  );
  return { open: openPreview, copyWithoutTags };
}

function uriOfState(state: unknown): Uri | undefined {
  const isValid = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';
  return isValid ? Uri.parse(state.uri as string) : undefined;
}
