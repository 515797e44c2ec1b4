/** The sign-off sheet beside the brief. */
import type { Event, ExtensionContext } from 'vscode';
import type { OpenBriefs } from '../../support/openBriefs';
import { type OpenBriefPanel, registerBriefPanel } from '../shared/briefPanel';
import type { PreviewServer } from '../shared/previewServer';
import { showSheet, titleOf } from './panel';

/** Opens the sign-off sheet, which follows the active brief, and restores that of the last session. */
export function registerSignoffSheet(
  context: ExtensionContext,
  server: PreviewServer,
  briefs: OpenBriefs,
  onReviewChange: Event<void>,
): OpenBriefPanel {
  return registerBriefPanel(context, briefs, {
    viewType: 'briefmark.signoffSheet',
    titleOf,
    fill: (panel, uri) => showSheet(panel, uri, context.extensionUri, server, onReviewChange),
  });
}
