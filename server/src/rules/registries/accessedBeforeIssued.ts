import * as l10n from '@vscode/l10n';
import { perObject } from '../../base/memo/perObject.ts';
import type { CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { daysInMonth } from '../../syntax/date/writtenDate.ts';
import type { Rule } from '../engine/rule.ts';
import { STANDARD_URLS } from '../engine/standards.ts';

/** The same moment has different dates in different time zones. */
const TIME_ZONE_GRACE_DAYS = 1;
/** Magazines, journals and books often appear up to a quarter before the date on their cover. */
const COVER_DATE_GRACE_DAYS = 100;
const COVER_DATED_TYPES = ['article', 'article-magazine', 'article-journal', 'book', 'chapter', 'periodical'];
const MS_PER_DAY = 86_400_000;

/** A source that was accessed before it was published. */
export const accessedBeforeIssued: Rule = {
  code: 'accessed-before-issued',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('A source was read before it was published.'),
  standard: {
    name: 'CSL 1.0.2, appendix “Variables”, Date Variables',
    url: STANDARD_URLS.CSL,
    requirement: l10n.t('`issued` is the day a source was published, `accessed` the day it was read.'),
  },
  why: l10n.t(
    "An article cannot be read before it is published: one of the two dates is wrong, and citations find a source by its date. Usually the year is last year's, or day and month are swapped. A difference of one day is accepted, because time zones differ.",
  ),
  bad: {
    brief: 'The garrison left [@tass-1].\n',
    registry: 'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, accessed: 2020-09-07 }\n',
  },
  good: {
    brief: 'The garrison left [@tass-1].\n',
    registry: 'references:\n  - { id: tass-1, container-title: TASS, issued: 2021-09-06, accessed: 2021-09-07 }\n',
  },
  *registry({ uri, registry }) {
    for (const source of registry.sources) {
      const { issued, accessed } = source;
      if (!issued || !accessed || !isTooEarly(source)) continue;
      const [accessedDate, issuedDate] = [formatDateForDisplay(accessed.value), formatDateForDisplay(issued.value)];
      yield {
        span: accessed.span,
        message: l10n.t('Read on {0}, but published on {1}. Correct one of the two dates.', accessedDate, issuedDate),
        related: [{ uri, span: issued.span, message: l10n.t('Published: {0}', issuedDate) }],
      };
    }
  },
};

const isTooEarly = perObject((source: SourceEntry) => {
  const { issued, accessed } = source;
  return issued && accessed ? isBefore(accessed.value, issued.value, graceDaysOf(source)) : false;
});

function graceDaysOf({ type, issued }: SourceEntry): number {
  return issued?.value.day === undefined || COVER_DATED_TYPES.includes(type ?? '')
    ? COVER_DATE_GRACE_DAYS
    : TIME_ZONE_GRACE_DAYS;
}

/**
 * Whether the latest possible day of `accessed` is more than `graceDays` before the earliest possible day of `issued`.
 */
function isBefore(accessed: CalendarDate, issued: CalendarDate, graceDays: number): boolean {
  if (accessed.year === undefined || issued.year === undefined) return false;
  const month = accessed.month ?? 12;
  const last = Date.UTC(accessed.year, month - 1, accessed.day ?? daysInMonth(month, accessed.year));
  const first = Date.UTC(issued.year, (issued.month ?? 1) - 1, issued.day ?? 1);
  return last + graceDays * MS_PER_DAY < first;
}
