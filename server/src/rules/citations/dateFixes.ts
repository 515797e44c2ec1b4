/** The day a citation must mean whose date cannot be right. Looked up, never guessed. */

import * as l10n from '@vscode/l10n';
import { shift, slice } from '../../base/text/span.ts';
import { redate } from '../../edits/citation/replaceSource.ts';
import { type ResolvedDate, reportsOf } from '../../scope/resolveCitation.ts';
import type { CalendarDate } from '../../syntax/ast.ts';
import { compare, exists, sayDate } from '../../syntax/date/calendar.ts';

import { type CitedPlace, citationOf, replacing } from '../engine/fixSupport.ts';
import type { Finding, Fix, FixContext } from '../engine/rule.ts';

/**
 * Puts a wrong date right where the answer is clear: the citation names its report by id, or the registry has exactly
 * one report of the outlet that `fits` what was written. Only the former is certain enough to be preferred.
 */
export function dateFixes(
  finding: Finding,
  context: FixContext,
  isWrong: (date: ResolvedDate, briefDate: CalendarDate | undefined) => boolean,
  fits: (report: CalendarDate, written: ResolvedDate) => boolean,
): Fix[] {
  const place = citationOf(finding, context);
  const wrong = place?.resolution.dates.find((date) => isWrong(date, place.briefDate));
  if (!place || !wrong || wrong.until) return [];
  const certain = place.citation.id !== undefined;
  const days = reportDays(place, context).filter(
    (day) => exists(day) && (!place.briefDate || compare(day, place.briefDate) <= 0) && (certain || fits(day, wrong)),
  );
  const [only] = days;
  if (!only || new Set(days.map(sayDate)).size !== 1) return [];
  const span = shift(wrong.cited.span, place.at);
  const text = redate(slice(context.text, span), wrong.date, only, place.briefDate);
  if (text === undefined) return [];
  return [
    replacing(l10n.t('Change the date to that of the report, {0}', sayDate(only)), context, span, text, {
      preferred: certain,
    }),
  ];
}

function reportDays({ citation, resolution }: CitedPlace, { scope }: FixContext): CalendarDate[] {
  const reports = citation.id ? resolution.entries : citation.source ? reportsOf(scope, citation.source) : [];
  return reports.flatMap(({ entry }) => {
    const day = (citation.when?.accessed ? entry.accessed : entry.issued)?.value;
    return day?.day === undefined ? [] : [day];
  });
}
