import { env, Uri } from 'vscode';
import type { ViewNode } from '../../../server/src/protocol/views';
import type { Row } from '../views/tree';
import type { ClientCommand } from './command';

/** Opens the web address of a report in the user's browser. The scheme is checked here as well as on the server. */
export const openReportAddress: ClientCommand = {
  id: 'briefmark.views.openAddress',
  title: 'Open Report Address',
  icon: '$(link-external)',
  palette: false,
  menus: [
    { menu: 'view/item/context', when: 'view == briefmark.sources && viewItem =~ /\\bweb\\b/', group: 'inline@1' },
    { menu: 'view/item/context', when: 'view == briefmark.sources && viewItem =~ /\\bweb\\b/', group: '1_actions@1' },
  ],
  run: async (_, row?: Row) => row?.kind === 'node' && openAddress(row.node),
};

async function openAddress(node: ViewNode): Promise<void> {
  if (node.kind !== 'source' || !node.url) return;
  const uri = Uri.parse(node.url, true);
  if (/^https?$/i.test(uri.scheme)) await env.openExternal(uri);
}
