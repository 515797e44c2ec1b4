import * as l10n from '@vscode/l10n';
import type { Brief, Marker, Note, NoteList } from '../../syntax/ast.ts';
import { numberOf } from '../../syntax/citation/notes/noteCandidates.ts';
import type { Problem, Rule } from '../engine/rule.ts';

/** A note that no marker points to, a number that stands twice, markers out of order. One finding per list and kind. */
export const unusedNote: Rule = {
  code: 'unused-note',
  severity: { draft: 'hint', release: 'information' },
  title: l10n.t('The notes and their markers do not match.'),
  standard: {
    name: 'Chicago Manual of Style, notes',
    url: 'https://www.chicagomanualofstyle.org/tools_citationguide.html',
    requirement: l10n.t('Notes are numbered in the order of their markers, and each has one.'),
  },
  why: l10n.t(
    'A note that no marker points to has lost its statement, or the statement its marker. A number that stands twice, or out of order, often means that text was moved and its sources were not. Renumber the notes, or delete those that are not needed.',
  ),
  bad: {
    brief:
      'The bridge was closed.[^1]\n\n[^1]: Harbour Radio, April 9, 2026.\n\n[^2]: Coastal Courier, April 10, 2026.\n',
  },
  good: {
    brief:
      'The bridge was closed.[^1] It was opened again.[^2]\n\n[^1]: Harbour Radio, April 9, 2026.\n\n[^2]: Coastal Courier, April 10, 2026.\n',
  },
  *brief({ brief }) {
    for (const list of brief.notes.lists) {
      if (list.isLinkDefinitions || list.isReferenceList) continue;
      yield* unusedIn(list);
      yield* doubledIn(list);
    }
    yield* misordered(brief);
  },
};

function* unusedIn({ notes }: NoteList): Iterable<Problem> {
  const unused = notes.filter(({ markers, isDuplicate }) => markers.length === 0 && !isDuplicate);
  const [first] = unused;
  if (!first) return;
  const labels = labelsOf(unused);
  const message =
    unused.length === 1
      ? l10n.t('No marker points to note {0}.', labels)
      : l10n.t('No marker points to the notes {0}.', labels);
  yield { span: first.number, message };
}

function* doubledIn({ notes }: NoteList): Iterable<Problem> {
  const doubled = notes.filter(({ isDuplicate }) => isDuplicate);
  const [first] = doubled;
  if (first)
    yield {
      span: first.number,
      message: l10n.t('The number {0} stands before more than one note.', labelsOf(doubled)),
    };
}

/** The first marker with a number that is lower than one before it and has not been used yet. */
function* misordered({ notes: { markers } }: Brief): Iterable<Problem> {
  const highest = new Map<NoteList['system'], number>();
  const seen = new Set<Note>();
  for (const marker of markers) {
    const [note] = marker.notes;
    const number = note && numberOfMarker(marker);
    if (!note || number === undefined) continue;
    const before = highest.get('arabic') ?? 0;
    if (number < before && !seen.has(note)) {
      yield { span: marker.span, message: l10n.t('Note {0} is first used after note {1}.', number, before) };
      return;
    }
    seen.add(note);
    highest.set('arabic', Math.max(before, number));
  }
}

function numberOfMarker({ candidate: { labels } }: Marker): number | undefined {
  return labels[0] && numberOf(labels[0], 'arabic');
}

const MAX_LABELS = 5;

function labelsOf(notes: readonly Note[]): string {
  const shown = notes.slice(0, MAX_LABELS).map(({ label }) => label.text);
  return notes.length > MAX_LABELS ? `${shown.join(', ')} …` : shown.join(', ');
}
