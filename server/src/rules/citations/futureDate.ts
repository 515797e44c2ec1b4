import * as l10n from '@vscode/l10n';
import { compareDates, formatDateForDisplay, isPossibleDate } from '../../syntax/date/calendar.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';
import { dateFixes } from './dateFixes.ts';

/** A citation dated later than the brief. */
export const futureDate: Rule = {
  code: 'future-date',
  severity: { draft: 'warning', release: 'error' },
  title: l10n.t('A citation is dated later than the brief.'),
  standard: {
    name: 'ICD 206, source reference citations',
    url: STANDARD_URLS.ICD_206,
    requirement: l10n.t(
      'A source reference gives the date of the information. A product cannot use information that was published after it.',
    ),
  },
  why: l10n.t(
    'A brief cannot cite a report that was published after it. Either the year or month of the citation is wrong, or the date of the brief is. Only dates with a year can be later: a date without one means the latest such day before the brief.',
  ),
  bad: { brief: '---\ndate: 2021-09-24\n---\n\nTalks were held (TASS, September 30, 2021).\n' },
  good: { brief: '---\ndate: 2021-09-24\n---\n\nTalks were held (TASS, September 20, 2021).\n' },
  citation(citation, { resolve, date: briefDate, textOf }) {
    if (!briefDate) return undefined;
    // Of a date that does not exist, `impossible-date` tells.
    const later = resolve(citation).dates.find(({ date }) => isPossibleDate(date) && compareDates(date, briefDate) > 0);
    if (!later) return undefined;
    return {
      span: citation.span,
      message: l10n.t(
        '“{0}” is dated after the brief ({1}). Check the year here, or the date of the brief.',
        textOf(later.cited.span),
        formatDateForDisplay(briefDate),
      ),
    };
  },
  fixes: (finding, context) =>
    dateFixes(
      finding,
      context,
      ({ date }, briefDate) => briefDate !== undefined && compareDates(date, briefDate) > 0,
      (report, { date }) => report.month === date.month && report.day === date.day,
    ),
};
