/** What the syntax of a brief says to a renderer of Markdown that knows no registry. */

import { shift } from '../../base/text/span.ts';
import type { Mark, Reading } from '../../protocol/markdownIt/mark.ts';
import type { Brief } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { notesOf } from '../../syntax/brief/notes.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import type { OpenerForm } from '../../syntax/candidates.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { isSourceMissing } from '../../syntax/citation/missing.ts';
import { languageOf } from '../words/index.ts';

/** The numbers of other notes are Markdown's own: those of lists, tables and link definitions. */
const NUMBERED: readonly OpenerForm[] = ['caret', 'bracket', 'superscript', 'word'];

/** Reads a text as a brief without any registry. A source that is not found missing is left as it is written. */
export function readMarks(text: string): Reading {
  const brief = readBrief(text);
  const found = [...missingSources(brief), ...keys(brief), ...markers(brief), ...numbers(brief)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  for (const mark of found) if (mark.start >= (marks.at(-1)?.end ?? 0) && mark.end > mark.start) marks.push(mark);
  const types = new Set(
    brief.blocks.flatMap(({ atoms }) => atoms.flatMap((atom) => (atom.kind === 'tag' ? [atom.type.value] : []))),
  );
  return { marks, types: [...types] };
}

function missingSources(brief: Brief): Mark[] {
  const lead = languageOf(brief).words.sourceMissing;
  return recordsOf(brief).flatMap(({ at, value, ignored }): Mark[] => {
    if (!isSourceMissing(value) || ignored?.has(formOf(value).lostRule)) return [];
    return [{ ...shift(value.span, at), kind: 'missing', lead }];
  });
}

/** `[@tide-1; see @tide-2]` */
function keys(brief: Brief): Mark[] {
  return recordsOf(brief).flatMap(({ at, value }): Mark[] =>
    formOf(value).idRole === 'key' ? [{ ...shift(value.group, at), kind: 'key' }] : [],
  );
}

function markers({ notes }: Brief): Mark[] {
  return notes.markers.flatMap(({ span, notes: found, candidate }): Mark[] => {
    // An inline note `^[…]` is read where it stands.
    if (candidate.content || found.length === 0) return [];
    return [
      { start: span.start, end: span.end, kind: 'marker', words: found.map(({ label }) => label.text).join(', ') },
    ];
  });
}

function numbers(brief: Brief): Mark[] {
  return notesOf(brief).flatMap(({ number, label, form }): Mark[] =>
    NUMBERED.includes(form) ? [{ start: number.start, end: number.end, kind: 'number', words: label.text }] : [],
  );
}
