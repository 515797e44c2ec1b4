/** The check of one brief as plain data, which a thread can send to another. */

import type { Finding } from '../rules/engine/rule.ts';
import { checkBrief } from '../rules/run/runRules.ts';
import { resolveCached, usedEntries } from '../scope/resolveCitation.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief } from '../syntax/ast.ts';
import { briefDateOf } from '../syntax/brief/brief.ts';
import { recordsOf } from '../syntax/brief/records.ts';
import type { BriefFile } from './project.ts';

export interface BriefCheck {
  readonly findings: readonly Finding[];
  /** The ids of the sources that the brief cites, by id or by outlet and date. */
  readonly cited: readonly string[];
  readonly hasCitations: boolean;
}

/** Checks a brief whose turn it is in its project. */
export function checkBriefFile({ uri, brief, scope, settings }: Omit<BriefFile, 'name' | 'source'>): BriefCheck {
  return {
    findings: checkBrief(uri, brief, scope, settings),
    cited: [...new Set(citedSourceIds(brief, scope))],
    hasCitations: recordsOf(brief).length > 0,
  };
}

function* citedSourceIds(brief: Brief, scope: Scope): Generator<string> {
  const date = briefDateOf(brief)?.value;
  for (const { value: citation } of recordsOf(brief)) {
    if (citation.id) yield citation.id.value;
    yield* usedEntries(resolveCached(citation, scope, date)).map(({ entry }) => entry.id.value);
  }
}
