/** Who a page is for: inside, everything is on it; outside, neither ratings nor entries above the marking of the brief. */

import { briefMarkingOf } from '../analysis/handling/briefMarking.ts';
import { findOutlet, type Scope } from '../scope/scope.ts';
import type { Brief, EntityEntry, SourceEntry } from '../syntax/ast.ts';
import { readMarking, strictness } from '../syntax/registry/tlp.ts';

export interface Release {
  /** Whether ratings, and what the registries do not know, are shown. */
  readonly isInternal: boolean;
  /** Whether an entry must not be on the page. What the brief itself says of it stays. */
  readonly isWithheld: (entry: EntityEntry | SourceEntry | undefined) => boolean;
}

/** For the house: everything. */
export const EVERYTHING: Release = { isInternal: true, isWithheld: () => false };

/** A brief without a clear marking is taken for this one, as in the rule `tlp-too-low`. */
const UNMARKED = 'GREEN';

/** What may be on the page of a brief. A report without a marking has that of its outlet. */
export function releaseOf(brief: Brief, scope: Scope, isInternal: boolean): Release {
  if (isInternal) return EVERYTHING;
  const marking = briefMarkingOf(brief);
  const limit = strictness(marking === undefined || marking === 'unclear' ? UNMARKED : marking.value);
  const isAbove = (tlp: SourceEntry['tlp']) => {
    const meant = tlp && readMarking(tlp.value).meant;
    // An unknown label counts as a restriction.
    return tlp !== undefined && (meant === undefined || strictness(meant) > limit);
  };
  return {
    isInternal,
    isWithheld(entry) {
      if (!entry) return false;
      if (entry.tlp || !('outlet' in entry) || !entry.outlet) return isAbove(entry.tlp);
      return isAbove(findOutlet(scope, entry.outlet.value)?.entry.tlp);
    },
  };
}
