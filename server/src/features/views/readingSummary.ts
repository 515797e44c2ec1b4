/** What was inferred about a brief, in one line: its date, the order of day and month, what is taken for house style. */

import * as l10n from '@vscode/l10n';
import { HABIT_TEXTS } from '../../rules/citations/malformedCitation.ts';
import type { Brief, BriefDate } from '../../syntax/ast.ts';
import { briefDateOf, frontMatterOf } from '../../syntax/brief/brief.ts';
import { inferLanguage } from '../../syntax/brief/language.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';

/** `Date: March 4, 2022 (front matter) · 03/04/2022 is read day first · 12 notes`. */
export function readingSummary(brief: Brief): string {
  const style = brief.houseStyle;
  const orders = new Set(
    recordsOf(brief).flatMap(({ value }) => value.when?.dates.flatMap(({ order }) => order ?? []) ?? []),
  );
  const isDayFirst = style?.dayOrder === 'day-first' || orders.has('day-first');
  const notes = brief.notes.lists.flatMap((list) => (list.isLinkDefinitions || list.isReferenceList ? [] : list.notes));
  return [
    describeDate(briefDateOf(brief)),
    ...describeLanguage(brief, orders.size > 0),
    ...(orders.size > 0
      ? [isDayFirst ? l10n.t('dates in figures are read day first') : l10n.t('dates in figures are read month first')]
      : []),
    ...(style?.accepted ?? []).map((kind) => l10n.t('house style: {0}', HABIT_TEXTS[kind])),
    ...(notes.length > 0 ? [notes.length === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes.length)] : []),
  ].join(' · ');
}

/** The language decides which of the first two figures of `03/04/2022` is the day, where nothing else does. */
function describeLanguage(brief: Brief, hasFigures: boolean): string[] {
  const lang = frontMatterOf(brief)?.lang?.value;
  if (lang) return [l10n.t('language: {0} (front matter)', lang)];
  const inferred = inferLanguage(brief.text);
  if (inferred !== undefined) return [l10n.t('language: {0} (from its words)', inferred)];
  return hasFigures ? [l10n.t('language: not set (“lang” in the front matter)')] : [];
}

function describeDate(date: BriefDate | undefined): string {
  if (!date) return l10n.t('The brief has no date');
  const day = formatDateForDisplay(date.value);
  switch (date.origin) {
    case 'front matter':
      return l10n.t('Date of the brief: {0} (front matter)', day);
    case 'masthead':
      return l10n.t('Date of the brief: {0} (above the text)', day);
    case 'dateline':
      return l10n.t('Date of the brief: {0} (dateline)', day);
    case 'footer':
      return l10n.t('Date of the brief: {0} (last line)', day);
    case 'file name':
      return l10n.t('Date of the brief: {0} (name of the file)', day);
  }
}
