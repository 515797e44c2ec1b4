/** What is known of the chosen entity: with whom it appears, what it is part of, what its parts are. */
import * as l10n from '@vscode/l10n';
import type { Graph, GraphNode } from '../../../../../server/src/protocol/pictures';
import { element, figure } from '../../shared/page/dom';
import { typeWords } from './table';

/** More are not listed. */
const MOST = 12;

export interface DetailsEvents {
  readonly onChoose: (index: number) => void;
  readonly onOpen: (index: number) => void;
}

/** Shows the entity, or what can be done while none is chosen. */
export function showDetails(where: HTMLElement, graph: Graph, index: number, events: DetailsEvents): void {
  const node = graph.nodes[index];
  if (!node) {
    where.replaceChildren(
      element('p', {}, l10n.t('Choose an entity in the picture or in the table. Enter or a click lists its mentions.')),
    );
    return;
  }
  const mentions = element('button', { type: 'button' }, l10n.t('Show mentions'));
  mentions.addEventListener('click', () => events.onOpen(index));
  const words = `${typeWords(node)} · ${mentionsOf(node)}`;
  const around = graph.edges.filter(({ a, b }) => a === index || b === index);
  const parts = around.filter(({ kind }) => kind === 'part-of');
  const list = (title: string, entries: readonly { index: number; note: string }[]) => {
    if (entries.length === 0) return [];
    const items = entries.slice(0, MOST).map(({ index, note }) => {
      const button = element('button', { type: 'button', class: 'plain' }, graph.nodes[index]!.name + note);
      button.addEventListener('click', () => events.onChoose(index));
      return element('li', {}, button);
    });
    const left = entries.length - items.length;
    return [
      element('h3', {}, title),
      element('ul', {}, ...items, ...(left > 0 ? [element('li', {}, l10n.t('and {0} more', left))] : [])),
    ];
  };
  const together = around
    .filter(({ kind }) => kind === 'together')
    .map(({ a, b, count }) => ({ index: a === index ? b : a, note: ` (${count})` }));
  where.replaceChildren(
    element('h2', {}, node.name),
    element('p', {}, words),
    element('p', {}, mentions),
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

function mentionsOf({ mentions, briefs }: GraphNode): string {
  const [named, where] = [figure(mentions), figure(briefs)];
  if (briefs !== 1) return l10n.t('{0} mentions in {1} briefs', named, where);
  return mentions === 1 ? l10n.t('1 mention in 1 brief') : l10n.t('{0} mentions in 1 brief', named);
}
