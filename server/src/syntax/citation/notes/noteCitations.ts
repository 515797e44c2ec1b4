/** The citations in a note. docs/format.md, "Notes". */

import type { Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { Citation } from '../../ast.ts';
import type { NoteOpener } from '../../candidates.ts';
import { type KnownNames, NOTHING_KNOWN } from '../../knownNames.ts';
import { createCitation } from '../createCitation.ts';
import { dateOfAddress, outletOfAddress } from '../linkAddress.ts';
import { isPlaceholderAlone } from '../placeholders.ts';
import { portionMarkLength } from './noteDescriptor.ts';
import type { NoteItem } from './noteItem.ts';
import { readNoteItems } from './noteItems.ts';
import { addressLost, backlinks, leadInAlone } from './noteWords.ts';

/** A citation of a note. `repeats`: which citation before it has its source and its date. */
export interface NoteCitation {
  readonly citation: Citation;
  readonly repeats: NoteItem['repeats'];
}

/** The number of a note, which may be empty, and what the note says. */
export type NoteSpans = Pick<NoteOpener, 'span' | 'content'>;

const backlinksAlone = new RegExp(`^${backlinks}$`);

/** The citations of a note; an empty note has one, which has lost its source. `known`: what the registries say. */
export function readNoteCitations(
  text: string,
  { span: number, content }: NoteSpans,
  known: KnownNames = NOTHING_KNOWN,
): NoteCitation[] {
  const note = { start: number.start, end: Math.max(number.end, content.end) };
  // Of `^ a b`, `(U)`, `See` or `url` alone the words were deleted.
  const words = slice(text, content);
  const emptied = /[\p{L}\p{N}]/u.test(words) ? note : number;
  const said = words.slice(portionMarkLength(words));
  if (
    backlinksAlone.test(`${said} `) ||
    !/[\p{L}\p{N}]/u.test(said) ||
    leadInAlone.test(said) ||
    addressLost.test(said) ||
    isPlaceholderAlone(said)
  )
    return [
      {
        citation: createCitation({ form: 'note', span: emptied, group: emptied, note, loss: 'empty-note' }),
        repeats: undefined,
      },
    ];
  return readNoteItems(text, content, known).map((item) => ({
    citation: createNoteCitation(text, item, note),
    repeats: item.repeats,
  }));
}

function createNoteCitation(text: string, item: NoteItem, note: Span): Citation {
  const { span, source, title, author, when, locator, url, archive, accessed, repeats, loss } = item;
  return createCitation({
    form: 'note',
    span,
    group: span,
    note,
    source: source ?? (url && outletOfAddress(url)),
    title,
    author,
    when: when ?? (url && dateOfAddress(url)),
    locator: locator && { value: slice(text, locator), span: locator },
    url,
    archive,
    accessed,
    isRepeat: repeats !== undefined,
    loss,
  });
}

/**
 * The citation as a repetition of another one; of none, it has lost its source. The spans of what it takes over are its own. It has no
 * template, because its words alone do not say what it means.
 */
export function repeatCitation(citation: Citation, earlier: Citation | undefined): Citation {
  const { span } = citation;
  if (!earlier) return { ...citation, isRepeat: false, template: undefined };
  const { source, title, author, when, url, archive, id } = earlier;
  return {
    ...citation,
    source: source && { ...source, ...span },
    title: title && { ...title, span },
    author: author && { ...author, span },
    when: when && { span, accessed: when.accessed, dates: when.dates.map((date) => ({ ...date, span })) },
    url: url && { ...url, span },
    archive: archive && { ...archive, span },
    id: id && { ...id, span },
    template: undefined,
  };
}
