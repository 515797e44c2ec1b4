import * as l10n from '@vscode/l10n';
import type { Span } from '../../base/text/span.ts';
import { inOrderOfUse, numberedNotes, numberIn } from '../../edits/notes/arrange.ts';
import { removeNotes, renumberNotes } from '../../edits/notes/renumber.ts';
import type { Brief, Note, NoteList } from '../../syntax/ast.ts';
import { markerAt, noteAt } from '../../syntax/brief/notes.ts';
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
    'A note without a marker has lost its statement, or the statement its marker. Doubled or misordered numbers often mean that text was moved and its sources were not. Renumber the notes, or delete those that are not needed.',
  ),
  bad: {
    brief:
      'The bridge was closed.[^1]\n\n[^1]: Harbour Radio, April 9, 2026.\n\n[^2]: Coastal Courier, April 10, 2026.\n',
  },
  fixed: { brief: 'The bridge was closed.[^1]\n\n[^1]: Harbour Radio, April 9, 2026.\n' },
  good: {
    brief:
      'The bridge was closed.[^1] It was opened again.[^2]\n\n[^1]: Harbour Radio, April 9, 2026.\n\n[^2]: Coastal Courier, April 10, 2026.\n',
  },
  *brief({ brief }) {
    for (const list of brief.notes.lists) {
      if (list.isLinkDefinitions || list.isReferenceList) continue;
      yield* unusedIn(list);
      yield* doubledIn(list);
      yield* misorderedIn(list);
    }
  },
  fixes({ span, data }, context) {
    const { brief, uri } = context;
    const list = brief && listAt(brief, span);
    if (!list) return [];
    const unused = unusedNotes(list);
    const isUnused = data?.kind === 'unused';
    const replacements = isUnused ? removeNotes(brief, list, unused) : renumberNotes(brief, list);
    if (!replacements) return [];
    const title = isUnused ? removalTitle(unused) : l10n.t('Renumber the notes in the order of use');
    return [{ title, changes: replacements.map((replacement) => ({ uri, ...replacement })) }];
  },
};

function unusedNotes({ notes }: NoteList): Note[] {
  return notes.filter(({ markers, isDuplicate }) => markers.length === 0 && !isDuplicate);
}

function* unusedIn(list: NoteList): Iterable<Problem> {
  const unused = unusedNotes(list);
  const [first] = unused;
  if (!first) return;
  const labels = labelsOf(unused);
  const message =
    unused.length === 1
      ? l10n.t('No marker points to note {0}. Remove it, or add its marker.', labels)
      : l10n.t('No marker points to the notes {0}. Remove them, or add their markers.', labels);
  yield { span: first.number, message, data: { kind: 'unused' } };
}

function* doubledIn({ notes }: NoteList): Iterable<Problem> {
  const doubled = notes.filter(({ isDuplicate }) => isDuplicate);
  const [first] = doubled;
  if (!first) return;
  const message = l10n.t('More than one note has the number {0}. Renumber the notes.', labelsOf(doubled));
  yield { span: first.number, message, data: { kind: 'doubled' } };
}

/** The first note that is used after one with a higher number. */
function* misorderedIn(list: NoteList): Iterable<Problem> {
  const used = inOrderOfUse(numberedNotes(list)).filter(({ markers }) => markers.length > 0);
  for (const [index, note] of used.entries()) {
    const before = used[index - 1];
    if (!before || numberIn(list, note)! >= numberIn(list, before)!) continue;
    const message = l10n.t(
      'Note {0} is first used after note {1}. Renumber the notes.',
      note.label.text,
      before.label.text,
    );
    yield { span: note.markers[0]!.span, message, data: { kind: 'misordered' } };
    return;
  }
}

/** The list of the note, or of the marker, at a span. */
function listAt(brief: Brief, { start }: Span): NoteList | undefined {
  const note = noteAt(brief, start) ?? markerAt(brief, start)?.notes[0];
  return brief.notes.lists.find(({ notes }) => note !== undefined && notes.includes(note));
}

const MAX_LABELS = 5;

function labelsOf(notes: readonly Note[]): string {
  const shown = notes.slice(0, MAX_LABELS).map(({ label }) => label.text);
  return notes.length > MAX_LABELS ? `${shown.join(', ')} …` : shown.join(', ');
}

function removalTitle(notes: readonly Note[]): string {
  return notes.length === 1
    ? l10n.t('Remove note {0}', labelsOf(notes))
    : l10n.t('Remove the notes {0}', labelsOf(notes));
}
