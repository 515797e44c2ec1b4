/** The page of the graph: what the extension sends is shown as a picture and as a table, and both choose the same. */
import '../../shared/page/texts';
import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import { byId, figure, fillReaches, host, notice, onThemeChange } from '../../shared/page/dom';
import { showDetails } from './details';
import { createDrawing } from './drawing';
import { fillLegend } from './legend';
import { createTable } from './table';

interface State {
  readonly uri?: string | undefined;
  readonly reach?: string;
  readonly nearness?: string;
}

const reach = byId<HTMLSelectElement>('reach');
const nearness = byId<HTMLSelectElement>('nearness');
const search = byId<HTMLInputElement>('search');
const status = byId('status');
const saved = (host.getState() ?? {}) as State;

let graph: Graph = { nodes: [], edges: [], entities: 0, pairs: 0, briefs: 0, isIndexed: true };
let uri = saved.uri;
let chosen = -1;
let isFirst = true;

const open = (index: number) => host.postMessage({ kind: 'mentions', index });
const drawing = createDrawing(byId('graph'), (index) => {
  choose(index, false);
  if (index >= 0) open(index);
});
const table = createTable(byId<HTMLTableElement>('table'), { onChoose: (index) => choose(index, true), onOpen: open });

function choose(index: number, move: boolean): void {
  if (index === chosen) return;
  chosen = index;
  drawing.choose(index, move);
  table.choose(index);
  showDetails(byId('details'), graph, index, { onChoose: table.focus, onOpen: open });
}

function ask(): void {
  host.setState({ uri, reach: reach.value, nearness: nearness.value } satisfies State);
  status.textContent = l10n.t('Reading the briefs…');
  host.postMessage({ kind: 'ask', reach: reach.value, nearness: nearness.value });
}

function show(next: Graph): void {
  graph = next;
  chosen = -1;
  const { nodes, edges, entities, pairs, briefs, isIndexed } = graph;
  byId('main').hidden = nodes.length === 0;
  drawing.draw(graph);
  fillLegend(byId('legend'), graph);
  // The picture first: two thousand rows take as long as it does.
  requestAnimationFrame(() => requestAnimationFrame(() => graph === next && fillTable()));
  showDetails(byId('details'), graph, -1, { onChoose: table.focus, onOpen: open });
  const together = edges.filter(({ kind }) => kind === 'together').length;
  status.textContent = sayHowMany(nodes.length, briefs);
  notice(byId('notice'), [
    ...(entities > nodes.length
      ? [l10n.t('Only the {0} most mentioned entities of {1} are shown.', figure(nodes.length), figure(entities))]
      : []),
    ...(pairs > together
      ? [l10n.t('Only the {0} most frequent pairs of {1} are drawn.', figure(together), figure(pairs))]
      : []),
    ...(isIndexed ? [] : [l10n.t('The briefs are still being read. Refresh in a moment.')]),
  ]);
}

function fillTable(): void {
  const others = graph.nodes.map(() => 0);
  for (const { a, b, kind } of graph.edges) {
    if (kind !== 'together') continue;
    others[a]!++;
    others[b]!++;
  }
  table.fill(graph.nodes.map((node, index) => ({ ...node, index, others: others[index]! })));
  if (chosen >= 0) table.choose(chosen);
  if (search.value.trim() !== '') find();
}

function sayHowMany(entities: number, briefs: number): string {
  if (entities === 0)
    return briefs === 1
      ? l10n.t('No entity is named in 1 brief.')
      : l10n.t('No entity is named in {0} briefs.', figure(briefs));
  if (entities === 1)
    return briefs === 1 ? l10n.t('1 entity in 1 brief.') : l10n.t('1 entity in {0} briefs.', figure(briefs));
  return briefs === 1
    ? l10n.t('{0} entities in 1 brief.', figure(entities))
    : l10n.t('{0} entities in {1} briefs.', figure(entities), figure(briefs));
}

/** Shows only the entities that hold the words that are searched for. */
function find(): void {
  const words = search.value.trim().toLowerCase();
  const hits = graph.nodes.flatMap(({ name, id }, index) =>
    name.toLowerCase().includes(words) || id.toLowerCase().includes(words) ? [index] : [],
  );
  const found = words === '' ? undefined : new Set(hits);
  drawing.only(found);
  table.only(found);
  status.textContent = hits.length === 1 ? l10n.t('1 entity.') : l10n.t('{0} entities.', figure(hits.length));
}
search.addEventListener('input', find);
search.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter' || key === 'ArrowDown') table.focusFirst();
});
reach.addEventListener('change', ask);
nearness.addEventListener('change', ask);
byId('refresh').addEventListener('click', ask);
byId('in').addEventListener('click', () => drawing.zoom(1.3));
byId('out').addEventListener('click', () => drawing.zoom(1 / 1.3));
byId('fit').addEventListener('click', drawing.fit);
byId('png').addEventListener('click', async () => {
  host.postMessage({ kind: 'save', format: 'png', data: await drawing.png() });
});
byId('svg').addEventListener('click', () => host.postMessage({ kind: 'save', format: 'svg', data: drawing.svg() }));
onThemeChange(drawing.restyle);

addEventListener('message', ({ data }) => {
  switch (data?.kind) {
    case 'opened':
      uri = data.uri;
      fillReaches(reach, data.where);
      if (isFirst && saved.reach && [...reach.options].some(({ value }) => value === saved.reach))
        reach.value = saved.reach;
      if (isFirst && saved.nearness) nearness.value = saved.nearness === 'brief' ? 'brief' : 'paragraph';
      isFirst = false;
      return ask();
    case 'graph':
      return show(data.graph);
    case 'problem':
      status.textContent = String(data.words);
  }
});
host.postMessage({ kind: 'ready' });
