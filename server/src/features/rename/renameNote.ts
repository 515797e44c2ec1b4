/** Renames the label of a note `[^label]` at the note and at all its markers. */
import * as l10n from '@vscode/l10n';
import { type Span, slice, touches } from '../../base/text/span.ts';
import type { Change } from '../../edits/change.ts';
import type { Brief } from '../../syntax/ast.ts';
import { markerAt, noteAt } from '../../syntax/brief/notes.ts';
import type { Refusal } from './refusals.ts';

const validLabel = /^[\p{L}\p{N}_-]{1,40}$/u;

/** The label of a note or marker at an offset, and its place; undefined if there is none in the form `[^label]`. */
export function noteLabelAt(brief: Brief, offset: number): { readonly label: string; readonly span: Span } | undefined {
  const marker = markerAt(brief, offset);
  const note = noteAt(brief, offset);
  const place =
    marker?.candidate.form === 'caret'
      ? marker.span
      : note?.form === 'caret' && touches(note.number, offset)
        ? note.number
        : undefined;
  const span = place && labelSpan(brief, place);
  return span && { label: slice(brief.text, span), span };
}

/** The changes that give all notes and markers with a label another one; markers that have lost their note included. */
export function noteLabelChanges(uri: string, brief: Brief, label: string, newLabel: string): Change[] | Refusal {
  if (newLabel === label) return [];
  if (!validLabel.test(newLabel))
    return {
      reason: l10n.t(
        '“{0}” cannot be the label of a note. Use up to 40 letters, digits, hyphens or underscores.',
        newLabel,
      ),
    };
  const places = caretPlaces(brief);
  if (places.some((span) => slice(brief.text, span) === newLabel))
    return { reason: l10n.t('The label {0} already belongs to another note. Choose another label.', newLabel) };
  return places.filter((span) => slice(brief.text, span) === label).map((span) => ({ uri, span, text: newLabel }));
}

/** Where labels stand, at notes and markers. */
function caretPlaces(brief: Brief): Span[] {
  const { lists, markers, orphans } = brief.notes;
  const numbers = lists
    .flatMap(({ notes }) => notes.filter(({ form }) => form === 'caret'))
    .map(({ number }) => number);
  const inText = [...markers, ...orphans].filter(({ candidate }) => candidate.form === 'caret').map(({ span }) => span);
  return [...numbers, ...inText].map((span) => labelSpan(brief, span));
}

/** The label in `[^label]` or `[^label]:`. */
function labelSpan({ text }: Brief, { start }: Span): Span {
  return { start: start + 2, end: text.indexOf(']', start) };
}
