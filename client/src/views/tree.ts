/** A tree view whose rows come from the server: loaded as they are shown, and again when something changes. */
import { EventEmitter, type TreeDataProvider, TreeItem, type TreeView, window } from 'vscode';
import type { ChildrenParams, ViewName, ViewNode } from '../../../server/src/protocol/views';
import { toTreeItem } from './items';
import type { ViewServer } from './server';
import { texts } from './texts';

/** Number of children of a node that are loaded at first, and with each "show more". */
const PAGE_SIZE = 1_000;
const ROOT_ID = '';

interface NodeRow {
  readonly kind: 'node';
  readonly node: ViewNode;
}

export type Row =
  | NodeRow
  /** Represents the children of `parent` that are not loaded. */
  | { readonly kind: 'more'; readonly parent: string; readonly hiddenCount: number; readonly showMore: () => void };

export interface Tree {
  readonly view: TreeView<Row>;
  /** Reloads everything that is shown. */
  readonly refresh: () => void;
}

/** `requestOptions` is called for every request, because the filter and the order may change. */
export function createTree(
  view: ViewName,
  server: ViewServer,
  requestOptions: () => Pick<ChildrenParams, 'filter' | 'order'>,
): Tree {
  const changeEmitter = new EventEmitter<Row | undefined>();
  const pageCounts = new Map<string, number>();
  /** The last rows stay visible while no server is running. */
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
