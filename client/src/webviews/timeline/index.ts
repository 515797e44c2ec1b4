/** The timeline: dates in the prose, and publication dates of cited reports. */
import { type ExtensionContext, l10n } from 'vscode';
import type { Timeline } from '../../../../server/src/protocol/pictures';
import type { OpenBriefs } from '../../support/openBriefs';
import { displayNamesOf, itemAt, type Picture, pictureRangeOf, registerPicture } from '../shared/panel';
import { pickLocation } from '../shared/pickLocation';
import type { PictureServer } from '../shared/server';
import { PICTURE_STYLE } from '../shared/style';
import { TIMELINE_BODY, TIMELINE_STYLE } from './body';

const texts = {
  title: l10n.t('Timeline of Briefs'),
  locations: (count: number, shown: number) =>
    shown < count ? l10n.t('Where it is cited: the first {0} of {1}', shown, count) : l10n.t('Where it is cited'),
};

export function registerTimeline(context: ExtensionContext, server: PictureServer, briefs: OpenBriefs): Picture {
  let lastRequest = 0;
  let currentTimeline: Timeline | undefined;

  return registerPicture(context, briefs, {
    type: 'briefmark.openTimeline',
    title: texts.title,
    script: 'timeline',
    style: PICTURE_STYLE + TIMELINE_STYLE,
    body: TIMELINE_BODY,
    retainsContext: false,
    async answer(message, panel) {
      switch (message.kind) {
        case 'ready':
          return panel.post({ kind: 'opened', uri: panel.uri, where: displayNamesOf(panel.uri) });
        case 'ask': {
          const request = ++lastRequest;
          const timeline = await server.request('briefmark/timeline', pictureRangeOf(message, panel.uri));
          // Responses may arrive out of order; only the latest request counts.
          if (request !== lastRequest) return;
          currentTimeline = timeline;
          return panel.post({ kind: 'timeline', timeline });
        }
        case 'show': {
          const item = itemAt(message.index, currentTimeline?.items);
          if (!item) return;
          const choices = item.locations.map((location) => ({
            label: l10n.t('{0}, line {1}', displayNamesOf(location.uri)!.brief, location.range.start.line + 1),
            description: displayNamesOf(location.uri)!.folder,
            location,
          }));
          return pickLocation(texts.locations(item.count, choices.length), choices, panel);
        }
      }
    },
  });
}
