/** The texts of the rows in the views. */
import { l10n } from 'vscode';
import type { BriefNode } from '../../../server/src/protocol/views';
import { LANGUAGE } from '../support/language';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  person: l10n.t('People'),
  org: l10n.t('Organizations'),
  group: l10n.t('Groups'),
  place: l10n.t('Places'),
  event: l10n.t('Events'),
  weapon: l10n.t('Weapons'),
  media: l10n.t('Media'),
  doc: l10n.t('Documents'),
};

const formatNumber = (number: number) => number.toLocaleString(LANGUAGE);

function formatCited(times: number): string {
  if (times === 0) return l10n.t('never cited');
  return times === 1 ? l10n.t('cited once') : l10n.t('cited {0} times', formatNumber(times));
}

const formatMentions = (number: number) => (number === 1 ? l10n.t('1 mention') : l10n.t('{0} mentions', number));
const formatMissing = (number: number) => (number === 1 ? l10n.t('1 missing') : l10n.t('{0} missing', number));
const formatUnknown = (number: number) => (number === 1 ? l10n.t('1 unknown') : l10n.t('{0} unknown', number));

/** Errors and warnings; `areOther`: beside sources that are missing or unknown. */
export function formatProblems(number: number, areOther: boolean): string {
  if (areOther) return number === 1 ? l10n.t('1 other problem') : l10n.t('{0} other problems', number);
  return number === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', number);
}

export const texts = {
  more: (left: number) => l10n.t('… and {0} more', formatNumber(left)),
  showMore: (page: number) => l10n.t('Show the next {0}', formatNumber(page)),
  group: { missing: l10n.t('Missing sources'), unknown: l10n.t('Unknown sources') },
  groupTip: {
    missing: l10n.t('Citations that have a date but no source, so the statements before them cannot be checked.'),
    unknown: l10n.t('Citations of sources that no registry defines.'),
  },
  one: { missing: l10n.t('Missing source'), unknown: l10n.t('Unknown source') },
  undated: l10n.t('No date'),
  line: (line: number) => l10n.t('line {0}', line),
  noOutlet: l10n.t('Without an outlet'),
  rating: (letter: string) => l10n.t('rated {0}', letter),
  reports: (reports: number) => (reports === 1 ? l10n.t('1 report') : l10n.t('{0} reports', reports)),
  cited: formatCited,
  type: (builtIn: string, customName: string) => customName || (TYPE_NAMES[builtIn] ?? builtIn),
  entities: (number: number) => (number === 1 ? l10n.t('1 entity') : l10n.t('{0} entities', formatNumber(number))),
  mentions(number: number, briefs: number): string {
    if (number === 0) return l10n.t('never mentioned');
    return briefs > 1 ? l10n.t('{0} mentions in {1} briefs', number, briefs) : formatMentions(number);
  },
  also: (aliases: readonly string[]) => l10n.t('Also: {0}', aliases.join(', ')),
  uses: (number: number, symbolKind: 'source' | 'entity') =>
    symbolKind === 'source' ? formatCited(number) : formatMentions(number),
  state({ state, missing, unknown, problems = 0 }: BriefNode): string {
    const parts = [
      ...(missing > 0 ? [formatMissing(missing)] : []),
      ...(unknown > 0 ? [formatUnknown(unknown)] : []),
      ...(problems > 0 ? [formatProblems(problems, missing + unknown > 0)] : []),
    ];
    if (parts.length > 0) return parts.join(', ');
    return state === 'clean'
      ? l10n.t('clean')
      : state === 'empty'
        ? l10n.t('nothing to check')
        : l10n.t('not checked yet');
  },
  stateTip({ citations, missing, unknown, problems }: BriefNode): string {
    return [
      citations === 1 ? l10n.t('1 citation') : l10n.t('{0} citations', citations),
      missing === 1 ? l10n.t('1 source missing') : l10n.t('{0} sources missing', missing),
      formatUnknown(unknown),
      problems === undefined ? l10n.t('not checked yet') : formatProblems(problems, true),
    ].join(', ');
  },
  date: (date: string) => date || l10n.t('no date'),
  open: l10n.t('Open'),
};
