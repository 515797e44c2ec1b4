/** A tree whose rows the server makes: asked for as far as they are shown, and again when something has changed. */
import { EventEmitter, type TreeDataProvider, TreeItem, type TreeView, window } from 'vscode';
import type { ChildrenParams, ViewName, ViewNode } from '../../../server/src/protocol/views';
import { toTreeItem } from './items';
import type { ViewServer } from './server';
import { texts } from './words';

/** So many children of one node are shown at first, and so many more each time. */
const PAGE_SIZE = 1_000;
const ROOT_ID = '';

interface NodeRow {
  readonly kind: 'node';
  readonly node: ViewNode;
}

export type Row =
  | NodeRow
  /** Stands for the children of `parent` that are not shown. */
  | { readonly kind: 'more'; readonly parent: string; readonly hiddenCount: number; readonly showMore: () => void };

export interface Tree {
  readonly view: TreeView<Row>;
  /** Asks again for everything that is shown. */
  readonly refresh: () => void;
}

/** `options` are asked for at every request: the filter and the order may change. */
export function createTree(
  view: ViewName,
  server: ViewServer,
  requestOptions: () => Pick<ChildrenParams, 'filter' | 'order'>,
): Tree {
  const changeEmitter = new EventEmitter<Row | undefined>();
  const pageCounts = new Map<string, number>();
  /** What was shown last stays while there is no server to ask. */
  const lastRows = new Map<string, Row[]>();

  const requestRows = async (row: NodeRow | undefined): Promise<Row[]> => {
    const parent = row?.node.id ?? ROOT_ID;
    const limit = (pageCounts.get(parent) ?? 1) * PAGE_SIZE;
    const params = { view, limit, ...requestOptions(), ...(row?.node.key && { parent: row.node.key }) };
    const { nodes, total } = await server.request('briefmark/views/children', params);
    const rows: Row[] = nodes.map((node) => ({ kind: 'node', node }));
    const hiddenCount = total - nodes.length;
    if (hiddenCount === 0) return rows;
    const showMore = () => {
      pageCounts.set(parent, (pageCounts.get(parent) ?? 1) + 1);
      changeEmitter.fire(row);
    };
    return [...rows, { kind: 'more', parent, hiddenCount, showMore }];
  };
  const provider: TreeDataProvider<Row> = {
    onDidChangeTreeData: changeEmitter.event,
    async getChildren(row) {
      if (row?.kind === 'more') return [];
      const parent = row?.node.id ?? ROOT_ID;
      try {
        const rows = await requestRows(row);
        lastRows.set(parent, rows);
        return rows;
      } catch {
        return lastRows.get(parent) ?? [];
      }
    },
    getTreeItem: (row) => (row.kind === 'node' ? toTreeItem(row.node) : createMoreItem(row)),
  };
  const tree = window.createTreeView(`briefmark.${view}`, { treeDataProvider: provider, showCollapseAll: true });
  return { view: tree, refresh: () => changeEmitter.fire(undefined) };
}

function createMoreItem(row: Extract<Row, { kind: 'more' }>): TreeItem {
  const label = texts.more(row.hiddenCount);
  return Object.assign(new TreeItem(label), {
    id: `more ${row.parent}`,
    tooltip: texts.showMore(PAGE_SIZE),
    accessibilityInformation: { label: `${label}. ${texts.showMore(PAGE_SIZE)}` },
    command: { title: label, command: 'briefmark.views.showMore', arguments: [row] },
  });
}
