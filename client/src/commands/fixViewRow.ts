import { commands, Uri, window, workspace } from 'vscode';
import type { Location } from '../../../server/src/protocol/location';
import type { ViewNode } from '../../../server/src/protocol/views';
import { toRange } from '../support/ask';
import type { Row } from '../views/tree';
import type { ClientCommand } from './command';

/** Opens the quick fixes of a citation, or walks through the missing sources of a brief. */
export const fixViewRow: ClientCommand = {
  id: 'briefmark.views.fix',
  title: 'Fix…',
  icon: '$(lightbulb)',
  palette: false,
  menus: [
    {
      menu: 'view/item/context',
      when: 'view =~ /^briefmark\\.(sources|briefs)$/ && viewItem =~ /\\bfixable\\b/',
      group: 'inline@1',
    },
    {
      menu: 'view/item/context',
      when: 'view =~ /^briefmark\\.(sources|briefs)$/ && viewItem =~ /\\bfixable\\b/',
      group: '1_actions@1',
    },
  ],
  run: async (_, row?: Row) => row?.kind === 'node' && fixProblem(row.node),
};

async function fixProblem({ kind, location }: ViewNode): Promise<void> {
  if (!location) return;
  await showPlace(location);
  await commands.executeCommand(kind === 'brief' ? 'briefmark.fixMissingSources' : 'editor.action.quickFix');
}

async function showPlace({ uri, range }: Location): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: toRange(range) });
}
