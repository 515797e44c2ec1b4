/** A tree whose rows the server makes: asked for as far as they are shown, and again when something has changed. */
import { EventEmitter, type TreeDataProvider, TreeItem, type TreeView, window } from 'vscode';
import type { ChildrenParams, ViewName, ViewNode } from '../../../server/src/protocol/views';
import { toItem } from './items';
import type { ViewServer } from './server';
import { say } from './words';

/** So many children of one node are shown at first, and so many more each time. */
const PAGE = 1_000;
const TOP = '';

interface NodeRow {
  readonly kind: 'node';
  readonly node: ViewNode;
}

export type Row =
  | NodeRow
  /** Stands for the children of `parent` that are not shown. */
  | { readonly kind: 'more'; readonly parent: string; readonly left: number; readonly show: () => void };

export interface Tree {
  readonly view: TreeView<Row>;
  /** Asks again for everything that is shown. */
  readonly refresh: () => void;
}

/** `options` are asked for at every request: the filter and the order may change. */
export function createTree(
  view: ViewName,
  server: ViewServer,
  options: () => Pick<ChildrenParams, 'filter' | 'order'>,
): Tree {
  const changed = new EventEmitter<Row | undefined>();
  const pages = new Map<string, number>();
  /** What was shown last stays while there is no server to ask. */
  const shown = new Map<string, Row[]>();

  const ask = async (row: NodeRow | undefined): Promise<Row[]> => {
    const parent = row?.node.id ?? TOP;
    const most = (pages.get(parent) ?? 1) * PAGE;
    const params = { view, most, ...options(), ...(row?.node.key && { parent: row.node.key }) };
    const { nodes, total } = await server.request('briefmark/views/children', params);
    const rows: Row[] = nodes.map((node) => ({ kind: 'node', node }));
    const left = total - nodes.length;
    if (left === 0) return rows;
    const show = () => {
      pages.set(parent, (pages.get(parent) ?? 1) + 1);
      changed.fire(row);
    };
    return [...rows, { kind: 'more', parent, left, show }];
  };
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changed.event,
    async getChildren(row) {
      if (row?.kind === 'more') return [];
      const parent = row?.node.id ?? TOP;
      try {
        const rows = await ask(row);
        shown.set(parent, rows);
        return rows;
      } catch {
        return shown.get(parent) ?? [];
      }
    },
    getTreeItem: (row) => (row.kind === 'node' ? toItem(row.node) : moreItem(row)),
  };
  const tree = window.createTreeView(`briefmark.${view}`, { treeDataProvider: provider, showCollapseAll: true });
  return { view: tree, refresh: () => changed.fire(undefined) };
}

function moreItem(row: Extract<Row, { kind: 'more' }>): TreeItem {
  const label = say.more(row.left);
  return Object.assign(new TreeItem(label), {
    id: `more ${row.parent}`,
    tooltip: say.showMore(PAGE),
    accessibilityInformation: { label: `${label}. ${say.showMore(PAGE)}` },
    command: { title: label, command: 'briefmark.views.showMore', arguments: [row] },
  });
}
