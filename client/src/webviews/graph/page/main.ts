/** The script of the graph page. Shows the data as a picture and a table that share one selection. */
import '../../shared/page/texts';
import * as l10n from '@vscode/l10n';
import type { Graph } from '../../../../../server/src/protocol/pictures';
import {
  byId,
  chooseOption,
  fillRangeOptions,
  formatNumber,
  host,
  onThemeChange,
  setNotice,
} from '../../shared/page/dom';
import { showDetails } from './details';
import { createGraphDrawing } from './drawing';
import { fillLegend } from './legend';
import { createTable } from './table';

interface State {
  readonly uri?: string | undefined;
  readonly rangeKind?: string;
  readonly proximity?: string;
}

const rangeSelect = byId<HTMLSelectElement>('range');
const proximitySelect = byId<HTMLSelectElement>('proximity');
const searchInput = byId<HTMLInputElement>('search');
const statusLine = byId('status');
const savedState = (host.getState() ?? {}) as State;

let graph: Graph = { nodes: [], edges: [], entities: 0, pairs: 0, briefs: 0, isIndexed: true };
let uri = savedState.uri;
let chosenIndex = -1;
/** The range of the saved state, until the names of the ranges are known. */
let savedRange = savedState.rangeKind;
chooseOption(proximitySelect, savedState.proximity);

const openMentions = (index: number) => host.postMessage({ kind: 'mentions', index });
const drawing = createGraphDrawing(byId('graph'), (index) => {
  chooseEntity(index, false);
  if (index >= 0) openMentions(index);
});
const table = createTable(byId<HTMLTableElement>('table'), {
  onChoose: (index) => chooseEntity(index, true),
  onOpen: openMentions,
});

function chooseEntity(index: number, shouldCenter: boolean): void {
  if (index === chosenIndex) return;
  chosenIndex = index;
  drawing.choose(index, shouldCenter);
  table.choose(index);
  showDetails(byId('details'), graph, index, { onChoose: table.focus, onOpen: openMentions });
}

function requestGraph(): void {
  host.setState({ uri, rangeKind: rangeSelect.value, proximity: proximitySelect.value } satisfies State);
  statusLine.textContent = l10n.t('Reading the briefs…');
  host.postMessage({ kind: 'ask', rangeKind: rangeSelect.value, proximity: proximitySelect.value });
}

function showGraph(next: Graph): void {
  graph = next;
  chosenIndex = -1;
  const { nodes, edges, entities, pairs, briefs, isIndexed } = graph;
  byId('main').hidden = nodes.length === 0;
  drawing.draw(graph);
  fillLegend(byId('legend'), graph);
  // Draw the graph first: two thousand table rows take as long.
  requestAnimationFrame(() => requestAnimationFrame(() => graph === next && fillTable()));
  showDetails(byId('details'), graph, -1, { onChoose: table.focus, onOpen: openMentions });
  const together = edges.filter(({ kind }) => kind === 'together').length;
  statusLine.textContent = formatSummary(nodes.length, briefs);
  setNotice(byId('notice'), [
    ...(entities > nodes.length
      ? [
          l10n.t(
            'Only the {0} most mentioned entities of {1} are shown.',
            formatNumber(nodes.length),
            formatNumber(entities),
          ),
        ]
      : []),
    ...(pairs > together
      ? [l10n.t('Only the {0} most frequent pairs of {1} are drawn.', formatNumber(together), formatNumber(pairs))]
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
  table.fill(graph.nodes.map((node, index) => ({ ...node, index, otherCount: others[index]! })));
  if (chosenIndex >= 0) table.choose(chosenIndex);
  if (searchInput.value.trim() !== '') applySearch();
}

function formatSummary(entities: number, briefs: number): string {
  if (entities === 0)
    return briefs === 1
      ? l10n.t('No entity is named in 1 brief.')
      : l10n.t('No entity is named in {0} briefs.', formatNumber(briefs));
  if (entities === 1)
    return briefs === 1 ? l10n.t('1 entity in 1 brief.') : l10n.t('1 entity in {0} briefs.', formatNumber(briefs));
  return briefs === 1
    ? l10n.t('{0} entities in 1 brief.', formatNumber(entities))
    : l10n.t('{0} entities in {1} briefs.', formatNumber(entities), formatNumber(briefs));
}

/** Shows only the entities that contain the search text. */
function applySearch(): void {
  const query = searchInput.value.trim().toLowerCase();
  const matches = graph.nodes.flatMap(({ name, id }, index) =>
    name.toLowerCase().includes(query) || id.toLowerCase().includes(query) ? [index] : [],
  );
  const matchSet = query === '' ? undefined : new Set(matches);
  drawing.showOnly(matchSet);
  table.only(matchSet);
  statusLine.textContent =
    matches.length === 1 ? l10n.t('1 entity.') : l10n.t('{0} entities.', formatNumber(matches.length));
}
searchInput.addEventListener('input', applySearch);
searchInput.addEventListener('keydown', ({ key }) => {
  if (key === 'Enter' || key === 'ArrowDown') table.focusFirst();
});
rangeSelect.addEventListener('change', requestGraph);
proximitySelect.addEventListener('change', requestGraph);
byId('refresh').addEventListener('click', requestGraph);
byId('in').addEventListener('click', () => drawing.zoom(1.3));
byId('out').addEventListener('click', () => drawing.zoom(1 / 1.3));
byId('fit').addEventListener('click', drawing.fit);
byId('png').addEventListener('click', async () => {
  host.postMessage({ kind: 'save', format: 'png', data: await drawing.exportPng() });
});
byId('svg').addEventListener('click', () =>
  host.postMessage({ kind: 'save', format: 'svg', data: drawing.exportSvg() }),
);
onThemeChange(drawing.restyle);

addEventListener('message', ({ data }) => {
  switch (data?.kind) {
    case 'opened':
      uri = data.uri;
      fillRangeOptions(rangeSelect, data.where);
      chooseOption(rangeSelect, savedRange);
      savedRange = undefined;
      return requestGraph();
    case 'graph':
      return showGraph(data.graph);
    case 'problem':
      statusLine.textContent = String(data.text);
  }
});
host.postMessage({ kind: 'ready' });
