/** The side bar: three trees, what their title bars and rows can do, and what is said where they are empty. */

import { commands, type Disposable, type ExtensionContext, env, l10n, Uri, window, workspace } from 'vscode';
import type { Place } from '../../../server/src/protocol/place';
import { BRIEF_ORDERS, type BriefOrder, type Overview, type ViewNode } from '../../../server/src/protocol/views';
import { toRange } from '../support/ask';
import { newRegistry } from './newRegistry';
import { latest, type ViewServer } from './server';
import { createTree, type Row } from './tree';

const ORDER_KEY = 'briefmark.briefs.order';

const say = {
  badge: (missing: number) => (missing === 1 ? l10n.t('1 source missing') : l10n.t('{0} sources missing', missing)),
  filterTitle: l10n.t('Filter entities'),
  filterPrompt: l10n.t('Words of a name, an alias or an id. Enter alone shows all.'),
  filtered: (words: string) => l10n.t('“{0}”', words.slice(0, 60)),
  orderTitle: l10n.t('Sort briefs'),
  orders: {
    state: l10n.t('By state'),
    date: l10n.t('By date'),
    name: l10n.t('By name'),
  } satisfies Record<BriefOrder, string>,
  orderTips: {
    state: l10n.t('Missing sources first, then unknown ones'),
    date: l10n.t('The newest first'),
    name: l10n.t('By the name of the file'),
  } satisfies Record<BriefOrder, string>,
  current: l10n.t('now'),
};

/** Shows the three views, and asks the server again whenever it says that something has changed. */
export function registerViews({ workspaceState, subscriptions }: ExtensionContext, server: ViewServer): void {
  let filter = '';
  let order = BRIEF_ORDERS.find((one) => one === workspaceState.get(ORDER_KEY)) ?? 'state';
  const sources = createTree('sources', server, () => ({}));
  const entities = createTree('entities', server, () => ({ filter }));
  const briefs = createTree('briefs', server, () => ({ order }));

  const countAgain = latest(
    () => server.request('briefmark/views/overview', {}).catch(() => undefined),
    (overview) => overview && showOverview(overview),
  );
  const showOverview = ({ briefs, registries, missing, isIndexed }: Overview) => {
    sources.view.badge = missing > 0 ? { value: missing, tooltip: say.badge(missing) } : undefined;
    setContext('briefmark.isIndexed', isIndexed);
    setContext('briefmark.hasBriefs', briefs > 0);
    setContext('briefmark.hasRegistries', registries > 0);
  };
  const refresh = () => {
    for (const { refresh } of [sources, entities, briefs]) refresh();
    void countAgain();
  };
  const setFilter = (words: string) => {
    filter = words;
    entities.view.description = filter ? say.filtered(filter) : '';
    setContext('briefmark.entitiesFiltered', filter !== '');
    entities.refresh();
  };

  const run: Readonly<Record<string, (row?: Row) => unknown>> = {
    'briefmark.views.refresh': refresh,
    'briefmark.views.showMore': (row) => row?.kind === 'more' && row.show(),
    'briefmark.views.fix': (row) => row?.kind === 'node' && fix(row.node),
    'briefmark.views.openAddress': (row) => row?.kind === 'node' && openAddress(row.node),
    'briefmark.newRegistry': newRegistry,
    async 'briefmark.entities.filter'() {
      await commands.executeCommand('briefmark.entities.focus');
      const words = await window.showInputBox({ title: say.filterTitle, prompt: say.filterPrompt, value: filter });
      if (words !== undefined) setFilter(words.trim());
    },
    'briefmark.entities.clearFilter': () => setFilter(''),
    async 'briefmark.briefs.sort'() {
      await commands.executeCommand('briefmark.briefs.focus');
      const chosen = await pickOrder(order);
      if (!chosen) return;
      order = chosen;
      await workspaceState.update(ORDER_KEY, order);
      briefs.refresh();
    },
  };
  subscriptions.push(
    ...[sources, entities, briefs].map(({ view }) => view),
    ...Object.entries(run).map(([id, action]): Disposable => commands.registerCommand(id, action)),
    server.onDidChange(refresh),
  );
}

async function pickOrder(order: BriefOrder): Promise<BriefOrder | undefined> {
  const items = BRIEF_ORDERS.map((value) => ({
    label: say.orders[value],
    detail: say.orderTips[value],
    ...(value === order && { description: say.current }),
    value,
  }));
  return (await window.showQuickPick(items, { title: say.orderTitle }))?.value;
}

/** Of a citation the light bulb where it stands; of a brief its missing sources one by one. */
async function fix({ kind, place }: ViewNode): Promise<void> {
  if (!place) return;
  await show(place);
  await commands.executeCommand(kind === 'brief' ? 'briefmark.fixMissingSources' : 'editor.action.quickFix');
}

async function show({ uri, range }: Place): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  await window.showTextDocument(document, { selection: toRange(range) });
}

/** The address of a report, in the user's browser. The server has looked at it; it is looked at again where it counts. */
async function openAddress(node: ViewNode): Promise<void> {
  if (node.kind !== 'source' || !node.url) return;
  const uri = Uri.parse(node.url, true);
  if (/^https?$/i.test(uri.scheme)) await env.openExternal(uri);
}

function setContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', key, value);
}
