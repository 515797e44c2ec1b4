/** The view of briefs: every one with its state and its date. */

import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { BriefNode, BriefOrder } from '../../protocol/views.ts';
import { sayDate } from '../../syntax/date/calendar.ts';
import type { FeatureContext } from '../feature.ts';
import { sortInTurns } from '../support/yielding.ts';
import { allStandings, type Standing, stateOf } from './briefStatus.ts';
import { byName } from './rowText.ts';
import { type Rows, rowsOf } from './sources.ts';

const WORST_FIRST = ['missing', 'unknown', 'clean'];
const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** All briefs in the order that is asked for. */
export async function briefRows(order: BriefOrder, context: FeatureContext): Promise<Rows<BriefNode>> {
  const rows = (await allStandings(context)).map((standing) => ({ standing, name: fileName(standing.uri) }));
  const byState = (a: Standing, b: Standing) =>
    WORST_FIRST.indexOf(stateOf(a)) - WORST_FIRST.indexOf(stateOf(b)) ||
    b.missing.length - a.missing.length ||
    b.unknown.length - a.unknown.length;
  const byDate = (a: Standing, b: Standing) => dateNumber(b) - dateNumber(a);
  const sorted = await sortInTurns(
    rows,
    (a, b) =>
      (order === 'state' ? byState(a.standing, b.standing) : order === 'date' ? byDate(a.standing, b.standing) : 0) ||
      byName(a.name, b.name) ||
      byName(a.standing.uri, b.standing.uri),
    context.giveWay,
  );
  return rowsOf(sorted, ({ standing }) => briefNode(standing));
}

function briefNode(standing: Standing): BriefNode {
  const { uri, facts, missing, unknown } = standing;
  return {
    kind: 'brief',
    id: uri,
    brief: uri,
    state: stateOf(standing),
    missing: missing.length,
    unknown: unknown.length,
    citations: facts.citations.length,
    date: facts.date ? sayDate(facts.date) : '',
    place: { uri, range: TOP },
  };
}

/** Greater for later dates; 0 without a year. */
function dateNumber({ facts: { date } }: Standing): number {
  return date?.year === undefined ? 0 : date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0);
}
