import * as l10n from '@vscode/l10n';
import type { CalendarDate } from '../../syntax/ast.ts';
import { formatDateForDisplay, isPossibleDate } from '../../syntax/date/calendar.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** A date without a year that lies further back than this from the brief is more likely a slip. */
const MAX_MONTHS = 10;

/** `(APS, December 12)` in a brief of December 10: without a year it means the year before. */
export const staleYear: Rule = {
  code: 'stale-year',
  severity: { draft: 'information', release: 'information' },
  title: l10n.t('A date without a year means one long before the brief.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t('A source reference gives the date of the information.'),
  },
  why: l10n.t(
    'A date without a year is the latest such day on or before the date of the brief. More than ten months back, that is rarely meant: the month is wrong, or the brief was dated before its last source. Correct the date, or write the year.',
  ),
  bad: { brief: '---\ndate: 2026-02-20\n---\n\nTalks were held (APS, March 12).\n' },
  good: { brief: '---\ndate: 2026-02-20\n---\n\nTalks were held (APS, March 12, 2025).\n' },
  citation(citation, { resolve, date: briefDate, textOf }) {
    if (briefDate?.year === undefined || briefDate.month === undefined) return undefined;
    const stale = resolve(citation).dates.find(
      ({ date, isYearInferred }) => isYearInferred && isStale(date, briefDate),
    );
    if (!stale) return undefined;
    const { cited, date } = stale;
    const message = l10n.t(
      '{0} means {1} here. Check the month, or write the year.',
      textOf(cited.span),
      formatDateForDisplay(date),
    );
    return { span: citation.span, message };
  },
};

function isStale(date: CalendarDate, briefDate: CalendarDate): boolean {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || !isPossibleDate(date)) return false;
  const months = (briefDate.year! - year) * 12 + briefDate.month! - month;
  return months > MAX_MONTHS || (months === MAX_MONTHS && (day ?? 31) < (briefDate.day ?? 1));
}
