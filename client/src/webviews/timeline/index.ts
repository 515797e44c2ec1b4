/** The timeline: what a brief or a folder says happened, and when what they cite came out. */
import { type ExtensionContext, l10n } from 'vscode';
import type { Timeline } from '../../../../server/src/protocol/pictures';
import { chosenOf, registerPicture, whereOf, withinOf } from '../shared/panel';
import { choosePlace } from '../shared/places';
import type { PictureServer } from '../shared/server';
import { PICTURE_STYLE } from '../shared/style';
import { TIMELINE_BODY, TIMELINE_STYLE } from './body';

const say = {
  title: l10n.t('Timeline of Briefs'),
  places: (count: number, shown: number) =>
    shown < count ? l10n.t('Where it is cited: the first {0} of {1}', shown, count) : l10n.t('Where it is cited'),
};

/** Registers `briefmark.openTimeline`. */
export function registerTimeline(context: ExtensionContext, server: PictureServer): void {
  let asked = 0;
  let shown: Timeline | undefined;

  registerPicture(context, {
    command: 'briefmark.openTimeline',
    title: say.title,
    script: 'timeline',
    style: PICTURE_STYLE + TIMELINE_STYLE,
    body: TIMELINE_BODY,
    isKept: false,
    async answer(message, panel) {
      switch (message.kind) {
        case 'ready':
          return panel.post({ kind: 'opened', uri: panel.uri, where: whereOf(panel.uri) });
        case 'ask': {
          const mine = ++asked;
          const timeline = await server.request('briefmark/timeline', withinOf(message, panel.uri));
          // Of answers that come in another order than they were asked for only the last counts.
          if (mine !== asked) return;
          shown = timeline;
          return panel.post({ kind: 'timeline', timeline });
        }
        case 'show': {
          const item = chosenOf(message.index, shown?.items);
          if (!item) return;
          const places = item.places.map((place) => ({
            label: l10n.t('{0}, line {1}', whereOf(place.uri)!.brief, place.range.start.line + 1),
            description: whereOf(place.uri)!.folder,
            place,
          }));
          return choosePlace(say.places(item.count, places.length), places, panel);
        }
      }
    },
  });
}
