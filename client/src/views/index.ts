/** The side bar: three trees, and the commands of their title bars. */

import { commands, type ExtensionContext, l10n, window } from 'vscode';
import { BRIEF_ORDERS, type BriefOrder, type Overview } from '../../../server/src/protocol/views';
import { latestOnly, type ViewServer } from './server';
import { createTree } from './tree';

const ORDER_KEY = 'briefmark.briefs.order';

const texts = {
  badge: (missing: number) => (missing === 1 ? l10n.t('1 source missing') : l10n.t('{0} sources missing', missing)),
  filterTitle: l10n.t('Filter entities'),
  filterPrompt: l10n.t('Part of a name, an alias or an id. Leave empty to show all.'),
  filtered: (query: string) => l10n.t('“{0}”', query.slice(0, 60)),
  orderTitle: l10n.t('Sort briefs'),
  orders: {
    state: l10n.t('By state'),
    date: l10n.t('By date'),
    name: l10n.t('By name'),
  } satisfies Record<BriefOrder, string>,
  orderTips: {
    state: l10n.t('Missing sources first, then unknown ones, then other problems'),
    date: l10n.t('The newest first'),
    name: l10n.t('By file name'),
  } satisfies Record<BriefOrder, string>,
  current: l10n.t('current'),
};

/** The commands of the title bars. */
export interface Views {
  /** Reloads everything that is shown. */
  refresh(): void;
  /** Asks the user for a filter and shows the entities that match it. */
  filterEntities(): Promise<void>;
  clearEntityFilter(): void;
  /** Asks the user for an order and saves it for this workspace. */
  sortBriefs(): Promise<void>;
}

/** Creates the three views and reloads them when the server reports a change. */
export function registerViews({ workspaceState, subscriptions }: ExtensionContext, server: ViewServer): Views {
  let filter = '';
  let order = BRIEF_ORDERS.find((one) => one === workspaceState.get(ORDER_KEY)) ?? 'state';
  const sources = createTree('sources', server, () => ({}));
  const entities = createTree('entities', server, () => ({ filter }));
  const briefs = createTree('briefs', server, () => ({ order }));

  const refreshOverview = latestOnly(
    () => server.request('briefmark/views/overview', {}).catch(() => undefined),
    (overview) => overview && showOverview(overview),
  );
  const showOverview = ({ briefs, registries, missing, isIndexed }: Overview) => {
    sources.view.badge = missing > 0 ? { value: missing, tooltip: texts.badge(missing) } : undefined;
    setContext('briefmark.isIndexed', isIndexed);
    setContext('briefmark.hasBriefs', briefs > 0);
    setContext('briefmark.hasRegistries', registries > 0);
  };
  const refresh = () => {
    for (const { refresh } of [sources, entities, briefs]) refresh();
    void refreshOverview();
  };
  const setFilter = (query: string) => {
    filter = query;
    entities.view.description = filter ? texts.filtered(filter) : '';
    setContext('briefmark.entitiesFiltered', filter !== '');
    entities.refresh();
  };

  subscriptions.push(...[sources, entities, briefs].map(({ view }) => view), server.onDidChange(refresh));
  return {
    refresh,
    async filterEntities() {
      await commands.executeCommand('briefmark.entities.focus');
      const query = await window.showInputBox({ title: texts.filterTitle, prompt: texts.filterPrompt, value: filter });
      if (query !== undefined) setFilter(query.trim());
    },
    clearEntityFilter: () => setFilter(''),
    async sortBriefs() {
      await commands.executeCommand('briefmark.briefs.focus');
      const chosen = await pickOrder(order);
      if (!chosen) return;
      order = chosen;
      await workspaceState.update(ORDER_KEY, order);
      briefs.refresh();
    },
  };
}

async function pickOrder(order: BriefOrder): Promise<BriefOrder | undefined> {
  const items = BRIEF_ORDERS.map((value) => ({
    label: texts.orders[value],
    detail: texts.orderTips[value],
    ...(value === order && { description: texts.current }),
    value,
  }));
  return (await window.showQuickPick(items, { title: texts.orderTitle }))?.value;
}

function setContext(key: string, value: boolean): void {
  void commands.executeCommand('setContext', key, value);
}
