/** The view of briefs: all briefs with their state and date. */

import { fileName } from '../../edits/registry/targetRegistry.ts';
import { BRIEF_STATES, type BriefNode, type BriefOrder, type BriefState } from '../../protocol/views.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import { currentFindings } from '../diagnostics/diagnostics.ts';
import type { FeatureContext } from '../feature.ts';
import { sortYielding } from '../support/yielding.ts';
import { allSourcingStatuses, type SourcingStatus } from './briefStatus.ts';
import { compareNames } from './rowText.ts';
import { createRows, type LazyRows } from './sources.ts';
import { type Counts, countOtherProblems, standingOf } from './standing.ts';

const START_OF_FILE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A row before it is shown. */
interface BriefRow {
  readonly status: SourcingStatus;
  readonly name: string;
  readonly problems: number | undefined;
  readonly state: BriefState;
}

/** All briefs in the given order. Those that are shown are checked soon, if they have to be. */
export async function briefRows(order: BriefOrder, context: FeatureContext): Promise<LazyRows<BriefNode>> {
  const rows: BriefRow[] = [];
  for (const status of await allSourcingStatuses(context)) {
    const problems = await problemsIn(status.uri, context);
    rows.push({ status, name: fileName(status.uri), problems, state: standingOf(countsOf(status, problems)) });
  }
  const byState = (a: BriefRow, b: BriefRow) =>
    rankOf(a.state) - rankOf(b.state) ||
    b.status.missing.length - a.status.missing.length ||
    b.status.unknown.length - a.status.unknown.length ||
    (b.problems ?? 0) - (a.problems ?? 0);
  const byDate = (a: BriefRow, b: BriefRow) => dateSortKey(b.status) - dateSortKey(a.status);
  const sorted = await sortYielding(
    rows,
    (a, b) =>
      (order === 'state' ? byState(a, b) : order === 'date' ? byDate(a, b) : 0) ||
      compareNames(a.name, b.name) ||
      compareNames(a.status.uri, b.status.uri),
    context.yieldIfDue,
  );
  return createRows(sorted, (row) => {
    context.checkSoon(row.status.uri);
    return briefNode(row);
  });
}

/** As of an open brief, or as of a closed one when it was checked last. Undefined until all registries are read. */
async function problemsIn(uri: string, context: FeatureContext): Promise<number | undefined> {
  if (!context.revisionOf(uri).isIndexed) return undefined;
  if (!context.open(uri)) return context.problemsIn(uri);
  const current = await currentFindings(uri, context);
  return current && countOtherProblems(current.findings);
}

function countsOf({ missing, unknown, facts }: SourcingStatus, problems: number | undefined): Counts {
  return { missing: missing.length, unknown: unknown.length, problems, citations: facts.citations.length };
}

/** Those that have not been checked stand with the clean ones: most are, and stay where they are. */
function rankOf(state: BriefState): number {
  return BRIEF_STATES.indexOf(state === 'unchecked' ? 'clean' : state);
}

function briefNode({ status, problems, state }: BriefRow): BriefNode {
  const { uri, facts } = status;
  return {
    kind: 'brief',
    id: uri,
    brief: uri,
    state,
    missing: status.missing.length,
    unknown: status.unknown.length,
    ...(problems !== undefined && { problems }),
    citations: facts.citations.length,
    date: facts.date ? formatDateForDisplay(facts.date) : '',
    location: { uri, range: START_OF_FILE },
  };
}

/** Greater for later dates; 0 without a year. */
function dateSortKey({ facts: { date } }: SourcingStatus): number {
  return date?.year === undefined ? 0 : date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0);
}
