/** The grades of a source on the Admiralty code. */

import { findOutlet, type Scope } from '../../scope/scope.ts';
import type { SourceEntry } from '../../syntax/ast.ts';

export interface Grades {
  /** A–F, of the report or else of its outlet. */
  readonly reliability: string | undefined;
  /** 1–6, of the report. */
  readonly credibility: string | undefined;
}

/** The grades of a report: its own, and the reliability of its outlet if it has none. */
export function gradesOf({ reliability, credibility, outlet }: SourceEntry, scope: Scope): Grades {
  const inherited = outlet && findOutlet(scope, outlet.value)?.entry.reliability;
  return { reliability: (reliability ?? inherited)?.value, credibility: credibility?.value };
}

/** The grades as `B2`; empty if there are none. */
export function formatGrades(entry: SourceEntry, scope: Scope): string {
  const { reliability = '', credibility = '' } = gradesOf(entry, scope);
  return reliability + credibility;
}
