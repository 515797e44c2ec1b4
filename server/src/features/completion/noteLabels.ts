/** After `[^`: the labels of the notes, with their text. */
import { oneLine } from '../../base/text/oneLine.ts';
import { slice } from '../../base/text/span.ts';
import type { Brief } from '../../syntax/ast.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { matchLength, proseAt } from './prose.ts';

const unfinishedLabel = /\[\^([\p{L}\p{N}_.:/&+-]{0,40})$/u;
const restOfLabel = /^[\p{L}\p{N}_.:/&+-]{1,40}(?=\])|^[\p{L}\p{N}_-]{1,40}/u;
/** Longer notes are truncated. */
const MAX_DETAIL_LENGTH = 120;

export const completeNoteLabels: CompletionProvider = (context) => {
  const prose = proseAt(context);
  const typed = prose && unfinishedLabel.exec(prose.before)?.[1];
  if (!prose || typed === undefined) return undefined;
  const offers = labelOffers(prose.brief);
  if (offers.length === 0) return undefined;
  const restLength = matchLength(restOfLabel, prose.after);
  const closingBracket = prose.after[restLength] === ']' ? '' : ']';
  const start = context.offset - typed.length;
  return {
    typed: { start, end: context.offset },
    whole: { start, end: context.offset + restLength },
    offers,
    write: (text) => text + closingBracket,
  };
};

function labelOffers({ text, notes: { lists } }: Brief): Offer[] {
  const notes = lists.flatMap((list) => list.notes.filter(({ form, isDuplicate }) => form === 'caret' && !isDuplicate));
  return notes.map(({ label, content }) => {
    const detail = oneLine(slice(text, content), MAX_DETAIL_LENGTH);
    return { kind: 'value', label: label.text, detail, text: label.text, names: [label.text, detail] };
  });
}
