/** The view of briefs: all briefs with their state and date. */

import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { BriefNode, BriefOrder } from '../../protocol/views.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import type { FeatureContext } from '../feature.ts';
import { sortYielding } from '../support/yielding.ts';
import { allSourcingStatuses, type SourcingStatus, stateOf } from './briefStatus.ts';
import { compareNames } from './rowText.ts';
import { createRows, type LazyRows } from './sources.ts';

const STATE_ORDER = ['missing', 'unknown', 'clean'];
const START_OF_FILE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All briefs in the given order. */
export async function briefRows(order: BriefOrder, context: FeatureContext): Promise<LazyRows<BriefNode>> {
  const rows = (await allSourcingStatuses(context)).map((status) => ({ status, name: fileName(status.uri) }));
  const byState = (a: SourcingStatus, b: SourcingStatus) =>
    STATE_ORDER.indexOf(stateOf(a)) - STATE_ORDER.indexOf(stateOf(b)) ||
    b.missing.length - a.missing.length ||
    b.unknown.length - a.unknown.length;
  const byDate = (a: SourcingStatus, b: SourcingStatus) => dateSortKey(b) - dateSortKey(a);
  const sorted = await sortYielding(
    rows,
    (a, b) =>
      (order === 'state' ? byState(a.status, b.status) : order === 'date' ? byDate(a.status, b.status) : 0) ||
      compareNames(a.name, b.name) ||
      compareNames(a.status.uri, b.status.uri),
    context.yieldIfDue,
  );
  return createRows(sorted, ({ status }) => briefNode(status));
}

function briefNode(status: SourcingStatus): BriefNode {
  const { uri, facts, missing, unknown } = status;
  return {
    kind: 'brief',
    id: uri,
    brief: uri,
    state: stateOf(status),
    missing: missing.length,
    unknown: unknown.length,
    citations: facts.citations.length,
    date: facts.date ? formatDateForDisplay(facts.date) : '',
    location: { uri, range: START_OF_FILE },
  };
}

/** Greater for later dates; 0 without a year. */
function dateSortKey({ facts: { date } }: SourcingStatus): number {
  return date?.year === undefined ? 0 : date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0);
}
