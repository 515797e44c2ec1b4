/** What `Ibid.` at the start of a note refers to, and its words where notes move. */

import { type Span, shift, slice } from '../../base/text/span.ts';
import type { Brief, Citation, Note, Placed } from '../../syntax/ast.ts';
import { citationsIn, notesOf } from '../../syntax/brief/notes.ts';

const ibid = /^(.{0,40}?)\b(?:ibid(?:em)?|id)\b\.?/is;
const crossReference = /\b((?:supra|infra),? (?:note|n\.|fn\.)|note(?=\s\d{1,4}\s(?:above|below)\b))\s(\d{1,4})\b/giu;
/** Behind a citation that ends like this, a stop is needed. */
const endOrSentence = /^\s*$|^\s+\p{Lu}/u;

/** By note that begins with `Ibid.`: the citation it refers to if the notes stand in this order; `undefined` is a new one. */
export function repeatedBy(
  brief: Brief,
  notes: readonly (Note | undefined)[] = notesOf(brief),
): Map<Note, Placed<Citation> | undefined> {
  const repeated = new Map<Note, Placed<Citation> | undefined>();
  let previous: Placed<Citation> | undefined;
  for (const note of notes) {
    if (!note) {
      previous = undefined;
      continue;
    }
    const at = brief.starts[note.blockIndex]!;
    for (const [index, value] of citationsIn(brief, note).entries()) {
      const isIbid = value.isRepeat && ibid.test(slice(brief.text, shift(value.span, at)));
      if (isIbid && index === 0) repeated.set(note, previous);
      if (!isIbid) previous = { at, value };
    }
  }
  return repeated;
}

/**
 * The text of a note where other notes stand around it. `root`: the citation that its `Ibid.` means, to be written out; undefined if it
 * can stay. `labels`: the new labels of notes, by the old ones, for `supra note 4`.
 */
export function rewriteContent(
  brief: Brief,
  { content }: Note,
  root: Placed<Citation> | undefined,
  labels: ReadonlyMap<string, string>,
): string {
  const words = slice(brief.text, content).replace(crossReference, (all, lead: string, number: string) => {
    const label = labels.get(number);
    return label === undefined ? all : `${lead} ${label}`;
  });
  const [repeat, lead = ''] = (root && ibid.exec(words)) ?? [];
  if (!root || repeat === undefined) return words;
  const rest = words.slice(repeat.length);
  const stop = repeat.endsWith('.') && endOrSentence.test(rest) ? '.' : '';
  return lead + wordsOf(brief, root) + stop + rest;
}

/** The words of a citation without its locator and without a stop. */
function wordsOf({ text }: Brief, { at, value: { span, locator } }: Placed<Citation>): string {
  const words: Span = { start: span.start, end: locator ? locator.span.start : span.end };
  return slice(text, shift(words, at)).replace(/[\s,.;]+$/u, '');
}
