import type { CheckSettings } from '../rules/engine/settings.ts';
import type { Scope } from '../scope/scope.ts';

/** What is shown beside the text of a file: settings of the editor. */
export interface DisplaySettings {
  readonly codeLens: { readonly enabled: boolean };
  /** Which inlay hints are shown. */
  readonly inlayHints: HintSettings;
}

export type HintSettings = Readonly<Record<'years' | 'ids', boolean>>;

/**
 * What an answer about a file was made with, apart from the text of that file: the registries and the names in them, the
 * settings, and whether the index is complete.
 *
 * A revision is a value. `FeatureContext.revisionOf` returns the same object as long as none of its parts has changed, and
 * this is the only notion of "stale": an answer holds as long as the text and the revision are the objects that it was made
 * from. The parts are values too, so a cache that depends on one part is keyed by that part alone: findings of a block by
 * `scope`, mentions by `scope.findNames` (the names; a closed brief whose mentions were found by another finder is *outdated*,
 * see `WorkspaceStore.outdatedBriefs`). What depends on the texts of other briefs, such as counts of uses, is not covered.
 */
export interface Revision {
  /** What the registries and its own front matter define for the file. */
  readonly scope: Scope;
  /** How the file is checked. */
  readonly checks: CheckSettings;
  readonly display: DisplaySettings;
  /** Whether all files of the workspace have been read. */
  readonly isIndexed: boolean;
}

/** Makes revisions comparable by identity: for equal parts, the returned function always returns the same object. */
export function createRevisions(partsOf: (uri: string) => Revision): (uri: string) => Revision {
  const byScope = new WeakMap<Scope, Revision[]>();
  return (uri) => {
    const parts = partsOf(uri);
    const known = byScope.get(parts.scope) ?? [];
    const same = known.find((revision) => areSameParts(revision, parts));
    if (same) return same;
    byScope.set(parts.scope, [...known, parts]);
    return parts;
  };
}

function areSameParts(a: Revision, b: Revision): boolean {
  return a.scope === b.scope && a.checks === b.checks && a.display === b.display && a.isIndexed === b.isIndexed;
}
