/** The citations of a brief whose lost source the rules report, whatever the form. */

import type { Scope } from '../../scope/scope.ts';
import type { Citation } from '../../syntax/ast.ts';
import type { BriefFacts } from '../../workspace/briefFacts.ts';
import { assistantLeftover } from '../citations/assistantLeftover.ts';
import { missingSource } from '../citations/missingSource.ts';
import { placeholderSource } from '../citations/placeholderSource.ts';
import type { CheckSettings } from '../engine/settings.ts';
import { citationsReportedBy } from './runRules.ts';

/** What they report is counted as missing. */
export const LOST_SOURCE_RULES = [missingSource, placeholderSource, assistantLeftover];

/** The citations that are in Problems as missing, placeholder or leftover: not those that the brief or the settings silence. */
export function lostSources(facts: BriefFacts, scope: Scope, settings: CheckSettings): ReadonlySet<Citation> {
  return new Set(
    citationsReportedBy(LOST_SOURCE_RULES, facts, scope, settings).flatMap((all) => all.map(({ value }) => value)),
  );
}
