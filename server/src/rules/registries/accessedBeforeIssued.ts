import * as l10n from '@vscode/l10n';
import { perEntry } from '../../base/memo/perObject.ts';
import type { CalendarDate, SourceEntry } from '../../syntax/ast.ts';
import { sayDate } from '../../syntax/date/calendar.ts';
import { daysInMonth } from '../../syntax/date/writtenDate.ts';
import type { Rule } from '../engine/rule.ts';

/** Where it is still one day, it is the next elsewhere. */
const TIME_ZONES = 1;
/** The date on a magazine, a journal or a book is that of the issue, which is out long before. */
const AHEAD_OF_ISSUE = 100;
const DATED_AHEAD = ['article', 'article-magazine', 'article-journal', 'book', 'chapter', 'periodical'];
const DAY = 86_400_000;

/** A source that was read before it was there. */
export const accessedBeforeIssued: Rule = {
  code: 'accessed-before-issued',
  severity: { draft: 'warning', release: 'warning' },
  title: l10n.t('A source was read before it was published.'),
  standard: {
    name: 'CSL 1.0.2, appendix “Variables”, Date Variables',
    says: l10n.t('`issued` is the day a source was published, `accessed` the day it was read.'),
  },
  why: l10n.t(
    "Nobody reads an article before it is out: one of the two dates is wrong, and citations find a source by its date. Mostly the year is last year's, or day and month have changed places. A day of difference is left to the time zones.",
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
      const [read, published] = [sayDate(accessed.value), sayDate(issued.value)];
      yield {
        span: accessed.span,
        message: l10n.t(
          'This was read on {0}, before it was published on {1}. One of the two dates is wrong, and citations find the source by them: look them up.',
          read,
          published,
        ),
        related: [{ uri, span: issued.span, message: l10n.t('Published: {0}', published) }],
      };
    }
  },
};

const isTooEarly = perEntry((source: SourceEntry) => {
  const { issued, accessed } = source;
  return issued && accessed ? isBefore(accessed.value, issued.value, graceOf(source)) : false;
});

function graceOf({ type, issued }: SourceEntry): number {
  return issued?.value.day === undefined || DATED_AHEAD.includes(type ?? '') ? AHEAD_OF_ISSUE : TIME_ZONES;
}

/** Whether the last day that `read` may be is more than `grace` days before the first one that `published` may be. */
function isBefore(read: CalendarDate, published: CalendarDate, grace: number): boolean {
  if (read.year === undefined || published.year === undefined) return false;
  const month = read.month ?? 12;
  const last = Date.UTC(read.year, month - 1, read.day ?? daysInMonth(month, read.year));
  const first = Date.UTC(published.year, (published.month ?? 1) - 1, published.day ?? 1);
  return last + grace * DAY < first;
}
