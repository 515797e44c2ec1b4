/** Fixes for a date that cannot be right. The correct day is looked up in the registry, never guessed. */

import * as l10n from '@vscode/l10n';
import { shift, slice } from '../../base/text/span.ts';
import { changeDate } from '../../edits/citation/replaceSource.ts';
import { type ResolvedDate, reportsOfSource } from '../../scope/resolveCitation.ts';
import type { CalendarDate } from '../../syntax/ast.ts';
import { compareDates, formatDateForDisplay, isPossibleDate } from '../../syntax/date/calendar.ts';

import { type CitationInBlock, citationOfFinding, replacementFix } from '../engine/fixSupport.ts';
import type { Finding, Fix, FixContext } from '../engine/rule.ts';

/**
 * Corrects the first date of the cited item that `isWrong`, if the answer is unambiguous: the citation names its report
 * by id, or the registry has exactly one report of the outlet that `fits` the written date. Only the former is certain
 * enough to be the preferred fix. Returns an empty list otherwise.
 */
export function dateFixes(
  finding: Finding,
  context: FixContext,
  isWrong: (date: ResolvedDate, briefDate: CalendarDate | undefined) => boolean,
  fits: (report: CalendarDate, written: ResolvedDate) => boolean,
): Fix[] {
  const target = citationOfFinding(finding, context);
  const wrong = target?.resolution.dates.find((date) => isWrong(date, target.briefDate));
  if (!target || !wrong || wrong.until) return [];
  const isCertain = target.citation.id !== undefined;
  const days = reportDays(target, context).filter(
    (day) =>
      isPossibleDate(day) &&
      (!target.briefDate || compareDates(day, target.briefDate) <= 0) &&
      (isCertain || fits(day, wrong)),
  );
  const [reportDay] = days;
  if (!reportDay || new Set(days.map(formatDateForDisplay)).size !== 1) return [];
  const span = shift(wrong.cited.span, target.blockStart);
  const text = changeDate(slice(context.text, span), wrong.date, reportDay, target.briefDate);
  if (text === undefined) return [];
  return [
    replacementFix(
      l10n.t('Change “{0}” to “{1}”, the date of the report', slice(context.text, span), text),
      context,
      span,
      text,
      {
        isPreferred: isCertain,
      },
    ),
  ];
}

function reportDays({ citation, resolution }: CitationInBlock, { scope }: FixContext): CalendarDate[] {
  const reports = citation.id ? resolution.entries : citation.source ? reportsOfSource(scope, citation.source) : [];
  return reports.flatMap(({ entry }) => {
    const day = (citation.when?.accessed ? entry.accessed : entry.issued)?.value;
    return day?.day === undefined ? [] : [day];
  });
}
