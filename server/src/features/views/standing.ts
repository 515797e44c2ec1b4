/** How a brief stands, in one word: the same in the side bar and the status bar, counted from the findings that Problems shows. */

import type { BriefState } from '../../protocol/views.ts';
import { unknownSource } from '../../rules/citations/unknownSource.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import { LOST_SOURCE_RULES } from '../../rules/run/lostSources.ts';

/** What they report is counted as missing or unknown, the last one as unknown. */
export const SOURCING_RULES = [...LOST_SOURCE_RULES, unknownSource];

function isAboutSourcing({ code }: Finding): boolean {
  return SOURCING_RULES.some((rule) => rule.code === code);
}

/** The number of findings of warning or worse that are not about missing or unknown sources, which are counted on their own. */
export function countOtherProblems(findings: readonly Finding[]): number {
  const isSevere = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
  return findings.filter((finding) => isSevere(finding) && !isAboutSourcing(finding)).length;
}

/** What the word is taken from. `problems` is undefined for a brief that has not been checked. */
export interface Counts {
  readonly missing: number;
  readonly unknown: number;
  readonly problems: number | undefined;
  readonly citations: number;
}

/** The worst that the counts say. A brief is clean only if it was checked and has something to check. */
export function standingOf({ missing, unknown, problems, citations }: Counts): BriefState {
  if (missing > 0) return 'missing';
  if (unknown > 0) return 'unknown';
  if (problems === undefined) return 'unchecked';
  if (problems > 0) return 'problems';
  return citations > 0 ? 'clean' : 'empty';
}
