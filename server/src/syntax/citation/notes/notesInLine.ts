/** Notes that run on in one line: what is left of a list whose line breaks were lost. docs/format.md, "Notes". */

import { lowerRaised } from '../../../base/text/numerals.ts';
import type { Span } from '../../../base/text/span.ts';
import type { NoteLabel, OpenerForm } from '../../candidates.ts';
import { createLabel } from './noteLabels.ts';

/** How a note begins: its number, and where its words are. */
export interface OpenerStart {
  readonly form: OpenerForm;
  readonly label: NoteLabel;
  readonly span: Span;
  readonly from: number;
}

/** The forms that run on, and the number behind the first one: how it is written, and what has to follow. */
const RUN_ON: Readonly<Partial<Record<OpenerForm, RegExp>>> = {
  bracket: /\\?\[([0-9]{1,4})\\?\](?![(:])[ \t]*/g,
  superscript: /(?:<sup>\s?([0-9]{1,4})\s?<\/sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))[ \t]*/gu,
  stop: /(?<=\s)([0-9]{1,4})\.[ \t]+/g,
};
/** What the note before ends with: a stop, a number, a bracket, or an address. */
const endBefore = /(?:[^\p{Ll}\s,(–—-]|\/\S{0,60})\s{1,3}$/u;
/** A note begins with a name, a title or an address, with nothing but a date where its outlet was lost, or is empty. */
const noteBehind = /^(?:\p{Lu}|["“‘«@<]|,\s|\s*$|\\?\[[0-9]|h(?:tt|xx)ps?:|www\.|[\p{L}\p{N}-]{1,63}(?: dot |\[\.\]))/u;
/** An address may stand behind any word. */
const addressBehind = /^(?:\s*$|\\?\[[0-9]|h(?:tt|xx)ps?:|www\.|[\p{L}\p{N}-]{1,63}(?: dot |\[\.\]))/u;

/** The notes that follow `start` before `limit`, as in `[1] Reuters, May 3. [2] https://…`: each counts on. `next`: the note there. */
export function notesInLine(text: string, start: OpenerStart, limit: number, next?: NoteLabel): OpenerStart[] {
  const { form, from, label } = start;
  const pattern = RUN_ON[form];
  let expected = Number(label.text) + 1;
  if (!pattern || Number.isNaN(expected)) return NONE;
  const found: OpenerStart[] = [];
  const words = text.slice(from, limit);
  for (const match of words.matchAll(pattern)) {
    const written = match[1] ?? match[2]!;
    if (Number(lowerRaised(written)) !== expected) continue;
    const [at, end] = [match.index, match.index + match[0].length];
    const behind = words.slice(end, end + 80);
    const isNote =
      form === 'bracket' && addressBehind.test(behind) ? /\s/.test(words[at - 1] ?? '') : isNoteAt(at, behind);
    if (!isNote) continue;
    const span = { start: from + at, end: from + at + match[0].trimEnd().length };
    found.push({ form, label: createLabel(lowerRaised(written)), span, from: from + end });
    expected++;
  }
  // Where the list goes on in the next line, a number that it has there was text here.
  const isTaken = next !== undefined && Number(next.text) < expected;
  // `1. Spiegel. 2. Mai 2022` is one note.
  return isTaken || (form === 'stop' && found.length < 2) ? NONE : found;

  function isNoteAt(at: number, behind: string): boolean {
    return endBefore.test(words.slice(Math.max(0, at - 64), at)) && noteBehind.test(behind);
  }
}

const NONE: OpenerStart[] = [];
