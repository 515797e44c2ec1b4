/** The sourcing of briefs in numbers: which citations the rules report as missing or unknown. */

import type { BriefState, BriefStatus } from '../../protocol/views.ts';
import { assistantLeftover } from '../../rules/citations/assistantLeftover.ts';
import { missingSource } from '../../rules/citations/missingSource.ts';
import { placeholderSource } from '../../rules/citations/placeholderSource.ts';
import { unknownSource } from '../../rules/citations/unknownSource.ts';
import { profileOf } from '../../rules/run/plan.ts';
import { citationsReportedBy } from '../../rules/run/runRules.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { PlacedCitation } from '../../syntax/brief/records.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';
import { currentFindings } from '../diagnostics/diagnostics.ts';
import { type FeatureContext, toRange } from '../feature.ts';
import type { Revision } from '../revision.ts';
import { readingSummary } from './readingSummary.ts';

/** The citations of a brief, open or closed, that are in Problems when it is open. */
export interface SourcingStatus {
  readonly uri: string;
  readonly facts: BriefFacts;
  /** In order of position. */
  readonly missing: readonly PlacedCitation[];
  readonly unknown: readonly PlacedCitation[];
}

/** What they report is counted as missing. */
const MISSING_RULES = [missingSource, placeholderSource, assistantLeftover];
const SOURCING_RULES = [...MISSING_RULES, unknownSource];

const statusMemo = new WeakMap<BriefFacts, { readonly revision: Revision; readonly status: SourcingStatus }>();

/** The status of all briefs. Each is memoized, because views ask for all of them again after any change. */
export async function allSourcingStatuses(
  context: Pick<FeatureContext, 'workspace' | 'revisionOf' | 'yieldIfDue'>,
): Promise<SourcingStatus[]> {
  const { workspace, revisionOf, yieldIfDue } = context;
  const statuses: SourcingStatus[] = [];
  for (const { uri, facts } of workspace.briefs()) {
    await yieldIfDue();
    statuses.push(sourcingStatusOf(uri, facts, revisionOf(uri)));
  }
  return statuses;
}

/** The status of one brief, from its facts alone. */
export function sourcingStatusOf(uri: string, facts: BriefFacts, revision: Revision): SourcingStatus {
  const memoized = statusMemo.get(facts);
  if (memoized?.revision === revision) return memoized.status;
  const { scope, checks } = revision;
  const reported = citationsReportedBy(SOURCING_RULES, facts, scope, checks);
  const missing = reported.slice(0, MISSING_RULES.length).flat();
  const unknown = reported[MISSING_RULES.length]!;
  const placeOf = ({ at, value }: PlacedCitation) => at + value.span.start;
  const status = { uri, facts, missing: missing.sort((a, b) => placeOf(a) - placeOf(b)), unknown };
  statusMemo.set(facts, { revision, status });
  return status;
}

/** The worst that a status says. */
export function stateOf({ missing, unknown }: SourcingStatus): BriefState {
  return missing.length > 0 ? 'missing' : unknown.length > 0 ? 'unknown' : 'clean';
}

/** The status of an open brief, counted from the findings that Problems shows; undefined for any other file. */
export async function briefStatus(uri: string, context: FeatureContext): Promise<BriefStatus | undefined> {
  const current = await currentFindings(uri, context);
  const facts = context.workspace.factsOf(uri);
  if (current?.file.kind !== 'brief' || !facts) return undefined;
  const { file, findings } = current;
  const { scope, checks, isIndexed } = context.revisionOf(uri);
  const missing = findings.filter(({ code }) => MISSING_RULES.some((rule) => rule.code === code));
  const unknown = findings.filter(({ code }) => code === unknownSource.code);
  const cited = facts.citations.filter(({ value }) => resolveMeaning(value, scope, facts.date).status !== 'missing');
  const [first] = missing;
  return {
    missing: missing.length,
    unknown: unknown.length,
    citations: facts.citations.length,
    cited: cited.length,
    ...(first && { firstMissing: toRange(file.document, first.span) }),
    profile: profileOf(file.value, checks),
    reading: readingSummary(file.value),
    isIndexed,
  };
}
