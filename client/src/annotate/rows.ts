/** What the list of *Annotate…* says and offers for the mention that is asked. */
import { l10n, type QuickPickItem } from 'vscode';
import type { AnnotationCandidate } from '../../../server/src/protocol/commands';
import { acceptedIn, choicesOf, currentOf, likeCurrent, type Walk } from './walk';

/** In UTF-16 units. */
const MAX_BEFORE = 40;

/** What a row, or a letter, stands for. `choose` does nothing: a name of several entities is not accepted by a mere Enter. */
export type Action =
  | { readonly kind: 'accept' | 'all' | 'type'; readonly id: string }
  | { readonly kind: 'retype'; readonly id: string; readonly type: string }
  | { readonly kind: 'skip' | 'back' | 'end' | 'choose' };

export interface Row extends QuickPickItem {
  readonly action: Action;
}

/** The title and the rows of a step. Enter takes the first row. */
export interface Step {
  readonly title: string;
  readonly placeholder: string;
  readonly rows: readonly Row[];
}

/** The step at the current mention; undefined once all are answered. */
export function mentionStep(walk: Walk): Step | undefined {
  const candidate = currentOf(walk);
  if (!candidate) return undefined;
  const choices = choicesOf(walk, candidate);
  const [first, ...others] = choices;
  const isShared = others.length > 0;
  const accepted = acceptedIn(walk).length;
  const rows: Row[] = [
    ...(isShared
      ? [
          row(
            l10n.t('“{0}”: choose one of {1} entities with the arrow keys', candidate.text, choices.length),
            '',
            { kind: 'choose' },
            excerpt(candidate),
          ),
        ]
      : []),
    ...choices.map(({ id, name, type, isNew, reason }) =>
      row(
        l10n.t('Tag “{0}” as {1}: {2}', candidate.text, type, name),
        isShared ? id : isNew ? l10n.t('Enter · new: {0}', reason) : l10n.t('Enter'),
        { kind: 'accept', id },
        isShared ? undefined : excerpt(candidate),
      ),
    ),
    row(l10n.t('Skip'), l10n.t('Space'), { kind: 'skip' }),
  ];
  if (first && !isShared) {
    const all = likeCurrent(walk, first.id).length;
    if (all > 1)
      rows.push(row(l10n.t('Tag all {0} mentions of {1}', all, first.name), 'A', { kind: 'all', id: first.id }));
    if (first.isNew) rows.push(row(l10n.t('Change the type…'), 'T', { kind: 'type', id: first.id }));
  }
  if (walk.steps.length > 0)
    rows.push(row(l10n.t('Back to the mention before'), l10n.t('Backspace'), { kind: 'back' }));
  rows.push(row(endLabel(accepted), l10n.t('Esc'), { kind: 'end' }));
  const title = l10n.t('Annotate: {0} of {1}', walk.at + 1, walk.candidates.length);
  return { title, placeholder: l10n.t('Enter tags, Space skips, A tags all, T changes the type, Esc ends'), rows };
}

/** The types that a new entity can have; the one that it has comes first. */
export function typeStep(walk: Walk, id: string): Step {
  const current = walk.changedTypes.get(id) ?? walk.entities.get(id)?.type ?? '';
  const types = [current, ...walk.types.filter((type) => type !== current)];
  return {
    title: l10n.t('Annotate: {0} of {1}', walk.at + 1, walk.candidates.length),
    placeholder: l10n.t('The type of {0}', walk.entities.get(id)?.name ?? ''),
    rows: types.map((type): Row => ({ label: type, action: { kind: 'retype', id, type } })),
  };
}

/** What a typed character stands for at the current mention; undefined if for nothing. */
export function actionOfLetter(letter: string, walk: Walk): Action | undefined {
  const rows = mentionStep(walk)?.rows ?? [];
  const kind = ({ ' ': 'skip', a: 'all', t: 'type' } as const)[letter.toLowerCase()];
  return rows.find(({ action }) => action.kind === kind)?.action;
}

function endLabel(accepted: number): string {
  if (accepted === 0) return l10n.t('End without tagging');
  return accepted === 1 ? l10n.t('End and tag 1 mention') : l10n.t('End and tag {0} mentions', accepted);
}

/** The sentence from a little before the mention on: the list cuts the end of long lines. */
function excerpt({ sentence, text }: AnnotationCandidate): string {
  const at = sentence.indexOf(text);
  const from = at > MAX_BEFORE ? sentence.indexOf(' ', at - MAX_BEFORE) + 1 : 0;
  return from > 0 ? `…${sentence.slice(from)}` : sentence;
}

// Typing never hides a row.
function row(label: string, description: string, action: Action, detail?: string): Row {
  return { label, description, action, alwaysShow: true, ...(detail !== undefined && { detail }) };
}
