import * as l10n from '@vscode/l10n';
import { slice } from '../../base/text/span.ts';
import { meaningOfGroup } from '../../edits/citation/citationMeaning.ts';
import { type DateFormat, reformatDates } from '../../edits/citation/dateStyle.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { replacementFix } from '../engine/fixSupport.ts';
import type { Rule } from '../engine/rule.ts';
import type { DateStyle } from '../engine/settings.ts';

const DATE_FORMS: Readonly<Record<Exclude<DateStyle, 'any'>, DateFormat>> = {
  'September 5': { order: 'month first', abbreviated: false },
  'Sept. 5': { order: 'month first', abbreviated: true },
  '5 September': { order: 'day first', abbreviated: false },
  '5 Sept.': { order: 'day first', abbreviated: true },
  '2021-09-05': { order: 'ISO', abbreviated: false },
};

/** `05/06/2021`, which is May 6 or June 5, depending on the reader. */
const ambiguousDate = /\b(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|1[0-2])\/\d/;

/** A citation date that is not in house style. */
export const citationDateStyle: Rule = {
  code: 'citation-date-style',
  severity: { draft: 'information', release: 'information' },
  title: l10n.t('The date of a citation is not in house style.'),
  standard: {
    name: 'Chicago Manual of Style (17th ed.), 14.4',
    requirement: l10n.t('A house may choose how it writes citations, if it writes them consistently.'),
  },
  why: l10n.t(
    'Dates in one style can be compared at a glance and found by searching. The setting `briefmark.style.dates` says which style the house uses; with `any`, the default, the rule reports nothing. It checks only the dates of citations, never prose. The fix keeps the year as it is, written or not; only ISO dates get the year that readers infer from the date of the brief.',
  ),
  bad: { brief: 'Talks were held (TASS, May 9).\n', settings: { dates: '5 September' } },
  fixed: { brief: 'Talks were held (TASS, 9 May).\n' },
  good: {
    brief: 'Talks were held on May 9 (TASS, 9 May; Interfax, 10–12 May 2021).\n',
    settings: { dates: '5 September' },
  },
  citation({ when, group }, { settings, textOf, date, scope }) {
    if (settings.dates === 'any' || !when) return undefined;
    const groupText = textOf(group);
    const whenInGroup = { start: when.span.start - group.start, end: when.span.end - group.start };
    const dateText = textOf(when.span);
    const reformatted = reformatDates(textOf, when, DATE_FORMS[settings.dates], date);
    if (reformatted === undefined || collapseWhitespace(reformatted) === collapseWhitespace(dateText)) return undefined;
    const known = knownNamesOf(scope);
    const oldMeaning = meaningOfGroup(groupText, date, known);
    const newMeaning = meaningOfGroup(
      groupText.slice(0, whenInGroup.start) + reformatted + groupText.slice(whenInGroup.end),
      date,
      known,
    );
    if (!oldMeaning || String(oldMeaning) !== String(newMeaning)) return undefined;
    return {
      span: when.span,
      message: l10n.t(
        '“{0}” is not in house style. Write “{1}”.',
        collapseWhitespace(dateText),
        collapseWhitespace(reformatted),
      ),
      data: { replacement: reformatted, isAmbiguous: ambiguousDate.test(dateText) },
    };
  },
  isFormOnly: true,
  // Only the author knows which reading of an ambiguous date is meant, so that fix is not preferred.
  fixes(finding, context) {
    const { replacement, isAmbiguous } = finding.data ?? {};
    if (typeof replacement !== 'string') return [];
    const written = slice(context.text, finding.span);
    const title = l10n.t('Change “{0}” to “{1}”', collapseWhitespace(written), collapseWhitespace(replacement));
    return [
      replacementFix(title, context, finding.span, replacement, isAmbiguous === false ? { isPreferred: true } : {}),
    ];
  },
};

function collapseWhitespace(text: string): string {
  return text.replace(/\s+/g, ' ');
}
