/** The sourcing of briefs in numbers: which citations the rules report as missing or unknown. */

import type { BriefStatus } from '../../protocol/views.ts';
import { unknownSource } from '../../rules/citations/unknownSource.ts';
import { LOST_SOURCE_RULES } from '../../rules/run/lostSources.ts';
import { profileOf } from '../../rules/run/plan.ts';
import { citationsReportedBy } from '../../rules/run/runRules.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { PlacedCitation } from '../../syntax/brief/records.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';
import { currentFindings } from '../diagnostics/diagnostics.ts';
import { type FeatureContext, toRange } from '../feature.ts';
import type { Revision } from '../revision.ts';
import { readingSummary } from './readingSummary.ts';
import { countOtherProblems, SOURCING_RULES, standingOf } from './standing.ts';

/** The citations of a brief, open or closed, that are in Problems when it is open. */
export interface SourcingStatus {
  readonly uri: string;
  readonly facts: BriefFacts;
  /** In order of position. */
  readonly missing: readonly PlacedCitation[];
  readonly unknown: readonly PlacedCitation[];
}

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
  const missing = reported.slice(0, LOST_SOURCE_RULES.length).flat();
  const unknown = reported[LOST_SOURCE_RULES.length]!;
  const placeOf = ({ at, value }: PlacedCitation) => at + value.span.start;
  const status = { uri, facts, missing: missing.sort((a, b) => placeOf(a) - placeOf(b)), unknown };
  statusMemo.set(facts, { revision, status });
  return status;
}

/** The status of an open brief, counted from the findings that Problems shows; undefined for any other file. */
export async function briefStatus(uri: string, context: FeatureContext): Promise<BriefStatus | undefined> {
  const current = await currentFindings(uri, context);
  const facts = context.workspace.factsOf(uri);
  if (current?.file.kind !== 'brief' || !facts) return undefined;
  const { file, findings } = current;
  const { scope, checks, isIndexed } = context.revisionOf(uri);
  const missing = findings.filter(({ code }) => LOST_SOURCE_RULES.some((rule) => rule.code === code));
  const unknown = findings.filter(({ code }) => code === unknownSource.code);
  const cited = facts.citations.filter(({ value }) => resolveMeaning(value, scope, facts.date).status !== 'missing');
  const [first] = missing;
  const counts = {
    missing: missing.length,
    unknown: unknown.length,
    problems: countOtherProblems(findings),
    citations: facts.citations.length,
  };
  return {
    ...counts,
    // As long as registries are read, what they do not define is not known.
    state: standingOf(isIndexed ? counts : { ...counts, problems: undefined }),
    cited: cited.length,
    ...(first && { firstMissing: toRange(file.document, first.span) }),
    profile: profileOf(file.value, checks),
    reading: readingSummary(file.value),
    isIndexed,
  };
}
