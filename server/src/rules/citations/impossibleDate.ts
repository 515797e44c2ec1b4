import * as l10n from '@vscode/l10n';
import type { CalendarDate } from '../../syntax/ast.ts';
import { formatDateForDisplay, isPossibleDate } from '../../syntax/date/calendar.ts';
import { daysInMonth } from '../../syntax/date/writtenDate.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { dateFixes } from './dateFixes.ts';

/** A citation with a date that does not exist. */
export const impossibleDate: Rule = {
  code: 'impossible-date',
  severity: { draft: 'error', release: 'error' },
  title: l10n.t('A citation has a date that does not exist.'),
  standard: {
    name: 'ISO 8601-1, 5.2',
    url: STANDARD_URLS.ISO_8601,
    requirement: l10n.t('A calendar date names a day that exists: month 1 to 12, day within its month.'),
  },
  why: l10n.t(
    'No report can have been published on September 31: a digit or the month is wrong, and readers cannot find the source. Check the date in the report.',
  ),
  bad: { brief: 'Talks were held (TASS, September 31).\n' },
  good: { brief: 'Talks were held (TASS, September 30).\n' },
  citation(citation, { resolve, textOf }) {
    for (const { cited, date, until } of resolve(citation).dates) {
      const wrong = [date, until].find((one) => one && !isPossibleDate(one));
      if (!wrong) continue;
      return {
        span: citation.span,
        message: l10n.t(
          '“{0}” does not exist: {1}. Look up the date of the report.',
          textOf(cited.span),
          describeImpossibleDate(wrong),
        ),
      };
    }
    return undefined;
  },
  fixes: (finding, context) =>
    dateFixes(
      finding,
      context,
      ({ date }) => !isPossibleDate(date),
      // An omitted year was inferred from the wrong day, so it is not compared.
      (report, { cited: { value } }) =>
        report.month === value.month && (value.year === undefined || report.year === value.year),
    ),
};

function describeImpossibleDate({ year, month, day }: CalendarDate): string {
  if (month === undefined || month < 1 || month > 12) return l10n.t('there is no month {0}', String(month));
  if (day === 0) return l10n.t('days start at 1');
  const when =
    month === 2 && day === 29
      ? formatDateForDisplay({ month, ...(year !== undefined && { year }) })
      : formatDateForDisplay({ month });
  return l10n.t('{0} has {1} days', when, daysInMonth(month, year));
}
