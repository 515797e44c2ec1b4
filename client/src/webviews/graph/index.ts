/** The entity graph: who appears with whom, who is part of whom. */
import { type ExtensionContext, l10n } from 'vscode';
import { type Graph, NEARNESSES } from '../../../../server/src/protocol/pictures';
import { chosenOf, type OpenPicture, registerPicture, whereOf, withinOf } from '../shared/panel';
import { choosePlace } from '../shared/places';
import type { PictureServer } from '../shared/server';
import { PICTURE_STYLE } from '../shared/style';
import { GRAPH_BODY, GRAPH_STYLE } from './body';
import { savePicture } from './save';

const say = {
  title: l10n.t('Entity Graph'),
  mentions: (name: string, shown: number, total: number) =>
    shown < total
      ? l10n.t('Mentions of {0}: the first {1} of {2}', name, shown, total)
      : l10n.t('Mentions of {0}', name),
  gone: l10n.t('It is not named there any more. Refresh the graph.'),
};

/** Registers `briefmark.openGraph`. */
export function registerGraph(context: ExtensionContext, server: PictureServer): void {
  let asked = 0;
  let shown: { readonly graph: Graph; readonly within: ReturnType<typeof withinOf> } | undefined;

  async function showMentions(index: unknown, panel: OpenPicture): Promise<void> {
    const node = chosenOf(index, shown?.graph.nodes);
    if (!node || !shown) return;
    const { id, uri, name } = node;
    const { rows, total } = await server.request('briefmark/mentions', { ...shown.within, entity: { id, uri } });
    if (rows.length === 0) throw new Error(say.gone);
    const places = rows.map(({ words, brief, place }) => ({
      label: words,
      description: `${brief}:${place.range.start.line + 1}`,
      place,
    }));
    await choosePlace(say.mentions(name, rows.length, total), places, panel);
  }

  registerPicture(context, {
    command: 'briefmark.openGraph',
    title: say.title,
    script: 'graph',
    style: PICTURE_STYLE + GRAPH_STYLE,
    body: GRAPH_BODY,
    isKept: true,
    async answer(message, panel) {
      switch (message.kind) {
        case 'ready':
          return panel.post({ kind: 'opened', uri: panel.uri, where: whereOf(panel.uri) });
        case 'ask': {
          const mine = ++asked;
          const within = withinOf(message, panel.uri);
          const nearness = NEARNESSES.find((one) => one === message.nearness) ?? 'paragraph';
          const graph = await server.request('briefmark/graph', { ...within, nearness });
          // Of answers that come in another order than they were asked for only the last counts.
          if (mine !== asked) return;
          shown = { graph, within };
          return panel.post({ kind: 'graph', graph });
        }
        case 'mentions':
          return showMentions(message.index, panel);
        case 'save':
          return savePicture(message, panel.uri);
      }
    },
  });
}
