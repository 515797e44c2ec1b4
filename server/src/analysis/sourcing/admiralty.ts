/**
 * The grades of the Admiralty code (NATO AJP-2.1) in words. F and 6 mean that a grade cannot be judged; they are not the
 * worst grades.
 */
import * as l10n from '@vscode/l10n';

export const RELIABILITY_LABELS: Readonly<Record<string, string>> = {
  A: l10n.t('completely reliable'),
  B: l10n.t('usually reliable'),
  C: l10n.t('fairly reliable'),
  D: l10n.t('not usually reliable'),
  E: l10n.t('unreliable'),
  F: l10n.t('reliability cannot be judged'),
};

export const CREDIBILITY_LABELS: Readonly<Record<string, string>> = {
  1: l10n.t('confirmed by other sources'),
  2: l10n.t('probably true'),
  3: l10n.t('possibly true'),
  4: l10n.t('doubtful'),
  5: l10n.t('improbable'),
  6: l10n.t('truth cannot be judged'),
};

/** Formats a rating: `B2: usually reliable, probably true`. Undefined if neither grade is given. */
export function formatRating(reliability: string | undefined, credibility: string | undefined): string | undefined {
  const labels = [
    reliability && RELIABILITY_LABELS[reliability],
    credibility && CREDIBILITY_LABELS[credibility],
  ].filter(Boolean);
  return labels.length === 0 ? undefined : `${reliability ?? ''}${credibility ?? ''}: ${labels.join(', ')}`;
}
