import type { Scope } from '../scope/scope.ts';
import type { Brief, Registry } from '../syntax/ast.ts';
import type { BriefFacts } from './briefFacts.ts';
import type { Occurrence } from './occurrences.ts';

/** How often an entry is used, and in how many briefs. */
export interface UseCount {
  readonly uses: number;
  readonly briefs: number;
}

/** How often briefs use the entry with this id that the file `uri` defines. */
export type UseCounter = (kind: 'source' | 'entity', id: string, uri: string) => UseCount;

/**
 * All briefs and registries as one value that can be queried. This is what rules, features and the command line see;
 * files enter it through `WorkspaceStore` (`index/workspaceStore.ts`).
 *
 * Whatever depends on the registries is computed on demand and memoized by scope, so that typing prose never touches
 * another file.
 */
export interface Workspace {
  has(uri: string): boolean;
  readonly registries: ReadonlyMap<string, Registry>;
  /** The brief while it is open; undefined for a closed one, of which only the facts are kept. */
  brief(uri: string): Brief | undefined;
  /** The facts of a brief, open or closed: the same object as long as neither its text nor the names have changed. */
  factsOf(uri: string): BriefFacts | undefined;
  /**
   * What the registries, and its own front matter, define for a file: the same object as long as no definition has
   * changed. For an unknown URI, such as the empty one, what the registries define for everybody.
   */
  scopeOf(uri: string): Scope;
  /** All briefs, open and closed, in the order of their URIs, and what the front matter of each defines. */
  briefs(): Iterable<{ readonly uri: string; readonly facts: BriefFacts; readonly registry: Registry | undefined }>;
  /** Every occurrence of an entity, a source or a type; those in open briefs come last. */
  occurrences(kind: Occurrence['kind'], id: string): Occurrence[];
  /** Whether any brief cites the source. */
  isCited(id: string): boolean;
  /**
   * Counts the uses of everything in all briefs, and resolves to a lookup in the counts. `yieldIfDue` is awaited after each
   * brief. Only briefs that have changed since the last call are read again.
   */
  countAllUses(yieldIfDue: () => Promise<void> | undefined): Promise<UseCounter>;
  /** By URI, how often each brief uses an entity or a source; the same counts as `occurrences`, without creating them. */
  usageCounts(kind: 'entity' | 'source', id: string): Map<string, number>;
}
