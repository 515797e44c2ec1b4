/** The review on the sign-off sheet, as HTML: open comments, and sign-offs. */

import * as l10n from '@vscode/l10n';
import { oneLine } from '../../base/text/oneLine.ts';
import { plural } from '../../base/text/plural.ts';
import { element, escapeHtml, renderName } from '../../protocol/html.ts';
import type { PreviewPart } from '../../protocol/previewPart.ts';
import type { SheetComment, SheetReview, SheetSignoff } from './review.ts';
import { type CreatePart, columnHeads, type Places, placeRow } from './tables.ts';

/** Longer comments are cut, in UTF-16 units. */
const MAX_COMMENT_LENGTH = 2_000;

/** The parts of a review. */
export function reviewParts(review: SheetReview, part: CreatePart): PreviewPart[] {
  return [
    part(review.comments, (places) => formatComments(review, places)),
    part([], () => formatSignoffs(review.signoffs)),
  ];
}

function formatComments({ comments, resolved, problem }: SheetReview, places: Places): string {
  const heading = element('h2', {}, escapeHtml(l10n.t('Open comments')));
  if (problem !== undefined) return heading + element('p', { class: 'open' }, escapeHtml(problem));
  const facts = [
    comments.length === 0 ? l10n.t('None.') : '',
    resolved === 0
      ? ''
      : plural(resolved, {
          one: l10n.t('1 comment is resolved.'),
          other: l10n.t('{0} comments are resolved.', resolved),
        }),
  ];
  const note = facts.some(Boolean) ? element('p', {}, escapeHtml(facts.filter(Boolean).join(' '))) : '';
  if (comments.length === 0) return heading + note;
  const rows = comments.map((comment) => formatComment(comment, places));
  return heading + element('table', {}, columnHeads(l10n.t('Statement'), l10n.t('Comment')) + rows.join('')) + note;
}

function formatComment({ quote, note, remarks, ...place }: SheetComment, places: Places): string {
  const words = [escapeHtml(quote), note && element('span', { class: 'open' }, escapeHtml(note))];
  const list = remarks.map(({ author, date, text }) =>
    element(
      'li',
      {},
      escapeHtml(oneLine(text, MAX_COMMENT_LENGTH)) +
        element('span', { class: 'quiet' }, ` — ${formatWho(author, date)}`),
    ),
  );
  return placeRow(places, place, [words.filter(Boolean).join('<br>'), element('ul', {}, list.join(''))]);
}

function formatSignoffs(signoffs: readonly SheetSignoff[]): string {
  const heading = element('h2', {}, escapeHtml(l10n.t('Sign-offs')));
  if (signoffs.length === 0) return heading + element('p', {}, escapeHtml(l10n.t('None.')));
  const items = signoffs.map(({ name, date, sha256, isCurrent }) => {
    const state = isCurrent
      ? escapeHtml(l10n.t('for this text'))
      : element('span', { class: 'open' }, escapeHtml(l10n.t('The text has changed since.')));
    return element('li', {}, [formatWho(name, date), state, `SHA-256 ${escapeHtml(sha256)}`].join(' · '));
  });
  return heading + element('ul', { class: 'signoffs' }, items.join(''));
}

/** Name and date: `2026-11-30T10:04:59Z` is shown as `2026-11-30 10:04 UTC`. */
function formatWho(name: string, date: string): string {
  const when = date.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/, '$1 $2 UTC');
  return [name, when].filter(Boolean).map(renderName).join(', ');
}
