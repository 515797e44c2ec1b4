/** What an imported document loses, or what was decided for its reader, counted, and how that is said. */

import * as l10n from '@vscode/l10n';
import { plural } from '../../base/text/plural.ts';

export interface Tally {
  insertions: number;
  deletions: number;
  comments: number;
  pictures: number;
  otherLinks: number;
  citationsWithoutData: number;
  embeddedFiles: number;
  hiddenTexts: number;
  headers: number;
}

export function createTally(): Tally {
  return {
    insertions: 0,
    deletions: 0,
    comments: 0,
    pictures: 0,
    otherLinks: 0,
    citationsWithoutData: 0,
    embeddedFiles: 0,
    hiddenTexts: 0,
    headers: 0,
  };
}

/** One sentence for each kind that occurred. */
export function describeTally(tally: Tally): string[] {
  const messages: string[] = [];
  const say = (count: number, forms: { readonly one: string; readonly other: string }) => {
    if (count > 0) messages.push(plural(count, forms));
  };
  const { insertions, deletions } = tally;
  if (insertions + deletions > 0) {
    messages.push(
      l10n.t('The tracked changes were accepted (insertions: {0}, deletions: {1}).', insertions, deletions),
    );
  }
  say(tally.comments, {
    one: l10n.t('1 comment was left out.'),
    other: l10n.t('{0} comments were left out.', tally.comments),
  });
  say(tally.pictures, {
    one: l10n.t('1 picture was left out.'),
    other: l10n.t('{0} pictures were left out.', tally.pictures),
  });
  say(tally.hiddenTexts, {
    one: l10n.t('1 hidden text was left out.'),
    other: l10n.t('{0} hidden texts were left out.', tally.hiddenTexts),
  });
  say(tally.embeddedFiles, {
    one: l10n.t('1 embedded file was left out.'),
    other: l10n.t('{0} embedded files were left out.', tally.embeddedFiles),
  });
  say(tally.otherLinks, {
    one: l10n.t('1 link leads to no web or mail address; its words were kept.'),
    other: l10n.t('{0} links lead to no web or mail address; their words were kept.', tally.otherLinks),
  });
  say(tally.citationsWithoutData, {
    one: l10n.t('1 citation of a reference manager has no data in the file; its words were kept.'),
    other: l10n.t(
      '{0} citations of a reference manager have no data in the file; their words were kept.',
      tally.citationsWithoutData,
    ),
  });
  if (tally.headers > 0) messages.push(l10n.t('Page headers and footers were left out.'));
  return messages;
}
