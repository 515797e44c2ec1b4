/** The details of the selected entity: what it appears with, what it is part of, and its parts. */
import * as l10n from '@vscode/l10n';
import type { Graph, GraphNode } from '../../../../../server/src/protocol/pictures';
import { createElement, formatNumber } from '../../shared/page/dom';
import { typeLabel } from './table';

/** A list shows at most this many entries. */
const MAX_LISTED = 12;

export interface DetailsEvents {
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** Shows the entity, or a hint if none is selected. */
export function showDetails(container: HTMLElement, graph: Graph, index: number, events: DetailsEvents): void {
  const node = graph.nodes[index];
  if (!node) {
    container.replaceChildren(
      createElement(
        'p',
        {},
        l10n.t('Select an entity in the graph or the table. Press Enter or click to list its mentions.'),
      ),
    );
    return;
  }
  const mentions = createElement('button', { type: 'button' }, l10n.t('Show mentions'));
  mentions.addEventListener('click', () => events.onOpen(index));
  const summary = `${typeLabel(node)} · ${formatMentions(node)}`;
  const ownEdges = graph.edges.filter(({ a, b }) => a === index || b === index);
  const parts = ownEdges.filter(({ kind }) => kind === 'part-of');
  const list = (title: string, entries: readonly { index: number; note: string }[]) => {
    if (entries.length === 0) return [];
    const items = entries.slice(0, MAX_LISTED).map(({ index, note }) => {
      const button = createElement('button', { type: 'button', class: 'plain' }, graph.nodes[index]!.name + note);
      button.addEventListener('click', () => events.onChoose(index));
      return createElement('li', {}, button);
    });
    const hiddenCount = entries.length - items.length;
    return [
      createElement('h3', {}, title),
      createElement(
        'ul',
        {},
        ...items,
        ...(hiddenCount > 0 ? [createElement('li', {}, l10n.t('and {0} more', hiddenCount))] : []),
      ),
    ];
  };
  const together = ownEdges
    .filter(({ kind }) => kind === 'together')
    .map(({ a, b, count }) => ({ index: a === index ? b : a, note: ` (${count})` }));
  container.replaceChildren(
    createElement('h2', {}, node.name),
    createElement('p', {}, summary),
    createElement('p', {}, mentions),
    ...list(
      l10n.t('Part of'),
      parts.filter(({ a }) => a === index).map(({ b }) => ({ index: b, note: '' })),
    ),
    ...list(
      l10n.t('Its parts'),
      parts.filter(({ b }) => b === index).map(({ a }) => ({ index: a, note: '' })),
    ),
    ...list(l10n.t('Appears with'), together),
  );
}

function formatMentions({ mentions, briefs }: GraphNode): string {
  const [mentionCount, briefCount] = [formatNumber(mentions), formatNumber(briefs)];
  if (briefs !== 1) return l10n.t('{0} mentions in {1} briefs', mentionCount, briefCount);
  return mentions === 1 ? l10n.t('1 mention in 1 brief') : l10n.t('{0} mentions in 1 brief', mentionCount);
}
