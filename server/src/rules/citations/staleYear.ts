import * as l10n from '@vscode/l10n';
import { shift, slice } from '../../base/text/span.ts';
import { writeYear } from '../../edits/citation/replaceSource.ts';
import type { Resolution, ResolvedDate } from '../../scope/resolveCitation.ts';
import type { CalendarDate } from '../../syntax/ast.ts';
import { formatDateForDisplay, isPossibleDate } from '../../syntax/date/calendar.ts';
import { citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
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
    'A date without a year means the latest such day on or before the date of the brief. A day more than ten months back is rarely intended: the month is wrong, or the brief was dated before its last source. Correct the date, or write the year.',
  ),
  bad: { brief: '---\ndate: 2026-02-20\n---\n\nTalks were held (APS, March 12).\n' },
  fixed: { brief: '---\ndate: 2026-02-20\n---\n\nTalks were held (APS, March 12, 2025).\n' },
  good: { brief: '---\ndate: 2026-02-20\n---\n\nTalks were held (APS, March 12, 2025).\n' },
  citation(citation, { resolve, date: briefDate, textOf }) {
    const stale = citation.isRepeat ? undefined : staleDate(resolve(citation), briefDate);
    if (!stale) return undefined;
    const { cited, date } = stale;
    const message = l10n.t(
      '{0} means {1} here. Check the month, or write the year.',
      textOf(cited.span),
      formatDateForDisplay(date),
    );
    return { span: citation.span, message };
  },
  fixes(finding, context) {
    const target = citationOfFinding(finding, context);
    const stale = target && staleDate(target.resolution, target.briefDate);
    if (!stale || target.resolution.dates.length > 1) return [];
    const span = shift(stale.cited.span, target.blockStart);
    const text = writeYear(slice(context.text, span), stale.date, stale.date.year!);
    return text === undefined ? [] : [replacementFix(l10n.t('Write “{0}”', text), context, span, text)];
  },
};

/** The first date whose year is inferred and lies far back. */
function staleDate({ dates }: Resolution, briefDate: CalendarDate | undefined): ResolvedDate | undefined {
  return briefDate && dates.find(({ date, isYearInferred }) => isYearInferred && isStale(date, briefDate));
}

function isStale(date: CalendarDate, briefDate: CalendarDate): boolean {
  const { year, month, day } = date;
  if (year === undefined || month === undefined || briefDate.year === undefined || briefDate.month === undefined)
    return false;
  if (!isPossibleDate(date)) return false;
  const months = (briefDate.year - year) * 12 + briefDate.month - month;
  return months > MAX_MONTHS || (months === MAX_MONTHS && (day ?? 31) < (briefDate.day ?? 1));
}
