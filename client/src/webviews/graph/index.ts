/** The entity graph: which entities appear together, and which are part of others. */
import { type ExtensionContext, l10n } from 'vscode';
import { type Graph, PROXIMITIES } from '../../../../server/src/protocol/pictures';
import type { OpenBriefs } from '../../support/openBriefs';
import {
  displayNamesOf,
  itemAt,
  type Picture,
  type PicturePanel,
  pictureRangeOf,
  registerPicture,
} from '../shared/panel';
import { pickLocation } from '../shared/pickLocation';
import type { PictureServer } from '../shared/server';
import { PICTURE_STYLE } from '../shared/style';
import { GRAPH_BODY, GRAPH_STYLE } from './body';
import { savePicture } from './save';

const texts = {
  title: l10n.t('Entity Graph'),
  mentions: (name: string, shown: number, total: number) =>
    shown < total
      ? l10n.t('Mentions of {0}: the first {1} of {2}', name, shown, total)
      : l10n.t('Mentions of {0}', name),
  gone: l10n.t('It is no longer mentioned there. Refresh the graph.'),
};

export function registerGraph(context: ExtensionContext, server: PictureServer, briefs: OpenBriefs): Picture {
  let lastRequest = 0;
  let shown: { readonly graph: Graph; readonly within: ReturnType<typeof pictureRangeOf> } | undefined;

  async function showMentions(index: unknown, panel: PicturePanel): Promise<void> {
    const node = itemAt(index, shown?.graph.nodes);
    if (!node || !shown) return;
    const { id, uri, name } = node;
    const { rows, total } = await server.request('briefmark/mentions', { ...shown.within, entity: { id, uri } });
    if (rows.length === 0) throw new Error(texts.gone);
    const choices = rows.map(({ excerpt, brief, location }) => ({
      label: excerpt,
      description: `${brief}:${location.range.start.line + 1}`,
      location,
    }));
    await pickLocation(texts.mentions(name, rows.length, total), choices, panel);
  }

  return registerPicture(context, briefs, {
    type: 'briefmark.openGraph',
    title: texts.title,
    script: 'graph',
    style: PICTURE_STYLE + GRAPH_STYLE,
    body: GRAPH_BODY,
    retainsContext: true,
    async answer(message, panel) {
      switch (message.kind) {
        case 'ready':
          return panel.post({ kind: 'opened', uri: panel.uri, where: displayNamesOf(panel.uri) });
        case 'ask': {
          const request = ++lastRequest;
          const range = pictureRangeOf(message, panel.uri);
          const proximity = PROXIMITIES.find((one) => one === message.proximity) ?? 'paragraph';
          const graph = await server.request('briefmark/graph', { ...range, proximity });
          // Responses may arrive out of order; only the latest request counts.
          if (request !== lastRequest) return;
          shown = { graph, within: range };
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
