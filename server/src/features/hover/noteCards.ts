/** Cards of note markers and notes, for hovers. */

import * as l10n from '@vscode/l10n';
import { shift, slice } from '../../base/text/span.ts';
import type { CardLine } from '../../protocol/card.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import type { Brief, Citation, Marker, Note } from '../../syntax/ast.ts';
import { briefDateOf, stripTags } from '../../syntax/brief/brief.ts';
import { citationsIn } from '../../syntax/brief/notes.ts';
import { type CardContext, citationCard, reportLine } from './registryCards.ts';

/** A card shows at most this many notes of one marker. */
const MAX_NOTES = 6;

/** The notes that a marker points to, with their sources; or that there is none. */
export function markerCard(marker: Marker, brief: Brief, context: CardContext): CardLine[] {
  const { notes, lost } = marker;
  const lines = notes
    .slice(0, MAX_NOTES)
    .flatMap((note): CardLine[] => [
      { kind: 'title', text: noteName(note.label.text) },
      ...(note.content.end > note.content.start
        ? [{ kind: 'text' as const, text: stripTags(brief, note.content) }]
        : []),
      ...sourceLines(note, notes.length > 1, brief, context),
    ]);
  if (notes.length > MAX_NOTES) lines.push({ kind: 'text', text: l10n.t('… and {0} more', notes.length - MAX_NOTES) });
  for (const { text } of lost) lines.push({ kind: 'title', text: l10n.t('Note {0} does not exist', text) });
  if (brief.notes.lists.length === 0) lines.push({ kind: 'text', text: l10n.t('This brief has no notes.') });
  if (lines.length === 0)
    lines.push({ kind: 'title', text: l10n.t('The note marker is incomplete'), note: slice(brief.text, marker.span) });
  if (marker.isGuess)
    lines.push({ kind: 'text', text: l10n.t('A guess: nothing separates the number from the word before it.') });
  return lines;
}

/** The sources that a note names, and how many markers point to it. */
export function noteCard(note: Note, brief: Brief, context: CardContext): CardLine[] {
  return [
    { kind: 'title', text: noteName(note.label.text) },
    ...sourceLines(note, false, brief, context),
    markerCount(note, brief),
  ];
}

/** How many markers point to a note. */
export function markerCount(note: Note, { notes: { lists } }: Brief): CardLine {
  const count = note.markers.length;
  if (count > 0) {
    const text = count === 1 ? l10n.t('1 marker points to this note') : l10n.t('{0} markers point to this note', count);
    return { kind: 'text', text };
  }
  const isReference = lists.some(({ isReferenceList, notes }) => isReferenceList && notes.includes(note));
  return {
    kind: 'text',
    text: isReference ? l10n.t('An entry of a list of references') : l10n.t('No marker points to this note'),
  };
}

/** The card of the only source, or one line for each. */
function sourceLines(note: Note, isShort: boolean, brief: Brief, context: CardContext): CardLine[] {
  const citations = citationsIn(brief, note);
  const wordsOf = ({ span }: Citation) => slice(brief.text, shift(span, brief.starts[note.blockIndex]!));
  const [only] = citations;
  if (only && citations.length === 1 && !isShort) return citationCard(only, wordsOf(only), brief, context);
  return citations.flatMap((citation) => shortLines(citation, wordsOf(citation), brief, context));
}

function shortLines(citation: Citation, words: string, brief: Brief, { scope }: CardContext): CardLine[] {
  const { status, entries } = resolveCitation(citation, scope, briefDateOf(brief)?.value);
  const name = words.replace(/\.$/, '');
  const line = (text: string): CardLine[] => [{ kind: 'text', text: `• ${text}` }];
  switch (status) {
    case 'resolved':
      return entries.map(({ entry }) => reportLine(entry));
    case 'missing':
      return line(l10n.t('{0} (the source is missing)', name));
    case 'unknown':
      return line(l10n.t('{0} (unknown source)', name));
    case 'ambiguous':
      return line(l10n.t('{0} ({1} sources match)', name, entries.length));
    case 'linked':
    case 'unchecked':
      return line(name);
  }
}

function noteName(label: string): string {
  return l10n.t('Note {0}', label);
}
