/**
 * All briefs and registries, as one thing that can be asked. It knows nothing of disks and editors: whoever reads a
 * file puts it here.
 *
 * What depends on the registries is computed when asked for and remembered by the scope, so that typing prose never
 * touches another file.
 */
import type { Brief } from '../syntax/brief.ts';
import type { Registry } from '../syntax/registryTypes.ts';
import {
  type BriefFacts,
  inlineRegistry,
  occurrencesInBrief,
  occurrencesInRegistry,
  factsOf as readFacts,
} from './facts.ts';
import { createOccurrenceTable, type Occurrence } from './occurrences.ts';
import { withOwnStrings } from './ownCopy.ts';
import { packed } from './packedFacts.ts';
import { createScope, type Scope } from './scope.ts';

export interface Workspace {
  /** Takes in a brief. `open` briefs are kept whole, of closed ones only the facts. Answers whether definitions changed. */
  putBrief(uri: string, brief: Brief, open: boolean): boolean;
  putRegistry(uri: string, registry: Registry): void;
  /** Forgets a file. Answers whether definitions went with it. */
  remove(uri: string): boolean;
  has(uri: string): boolean;
  readonly registries: ReadonlyMap<string, Registry>;
  /** The brief, while it is open. */
  brief(uri: string): Brief | undefined;
  /** What is remembered of a brief: the same object as long as neither its text nor the names have changed. */
  factsOf(uri: string): BriefFacts | undefined;
  /** What the registries define for a file: the same object as long as nothing they define has changed. */
  scopeOf(uri: string): Scope;
  /** All briefs, open and closed: what is remembered of them and what their front matter defines. */
  briefs(): Iterable<{ readonly uri: string; readonly facts: BriefFacts; readonly registry: Registry | undefined }>;
  /** Every place of an entity, a source or a type. */
  occurrences(kind: Occurrence['kind'], id: string): Occurrence[];
  /** Closed briefs whose mentions were found with names that have changed since: to be read again. */
  outdated(): string[];
}

interface BriefFile {
  /** Only while it is open. */
  readonly brief: Brief | undefined;
  facts: BriefFacts | undefined;
  readonly registry: Registry | undefined;
  scope: { from: Scope; own: Scope } | undefined;
}

export function createWorkspace(): Workspace {
  const briefs = new Map<string, BriefFile>();
  const registries = new Map<string, Registry>();
  const table = createOccurrenceTable();
  /** Files whose rows in the table are not made yet, and the scope the other rows were made with. */
  const stale = new Set<string>();
  let tableScope: Scope | undefined;
  let shared: Scope | undefined;
  let sharedIsCurrent = false;

  const allRegistries = () => [...registries].sort(byUri).map(([uri, registry]) => ({ uri, registry }));
  const scope = (): Scope => {
    if (!shared || !sharedIsCurrent) shared = createScope(allRegistries(), shared);
    sharedIsCurrent = true;
    return shared;
  };
  const scopeOf = (uri: string): Scope => {
    const from = scope();
    const file = briefs.get(uri);
    if (!file?.registry) return from;
    if (file.scope?.from !== from) {
      file.scope = { from, own: createScope([...allRegistries(), { uri, registry: file.registry }], from) };
    }
    return file.scope.own;
  };
  const fillTable = () => {
    if (tableScope !== scope()) for (const uri of [...registries.keys(), ...briefs.keys()]) stale.add(uri);
    tableScope = scope();
    for (const uri of stale) {
      const registry = registries.get(uri);
      const file = briefs.get(uri);
      if (registry) table.set(uri, occurrencesInRegistry(uri, registry, scopeOf(uri)));
      else if (file) {
        table.set(uri, occurrencesInBrief(uri, factsFor(uri, file), file.registry, scopeOf(uri)));
      } else table.delete(uri);
    }
    stale.clear();
  };
  const factsFor = (uri: string, file: BriefFile): BriefFacts => {
    const { findNames } = scopeOf(uri);
    if (file.brief && file.facts?.finder !== findNames) file.facts = readFacts(file.brief, findNames);
    return file.facts!;
  };

  return {
    registries,
    putBrief(uri, brief, open) {
      const before = briefs.get(uri);
      const inline = inlineRegistry(brief);
      const registry = open ? inline : withOwnStrings(inline);
      const file: BriefFile = { brief: open ? brief : undefined, facts: undefined, registry, scope: undefined };
      if (before && before.registry === registry) file.scope = before.scope;
      briefs.set(uri, file);
      if (!open) file.facts = packed(readFacts(brief, scopeOf(uri).findNames));
      stale.add(uri);
      return before?.registry !== registry;
    },
    putRegistry(uri, registry) {
      registries.set(uri, registry);
      sharedIsCurrent = false;
      stale.add(uri);
    },
    remove(uri) {
      const defined = registries.delete(uri);
      if (defined) sharedIsCurrent = false;
      const gone = briefs.get(uri);
      briefs.delete(uri);
      stale.add(uri);
      return defined || gone?.registry !== undefined;
    },
    has: (uri) => briefs.has(uri) || registries.has(uri),
    brief: (uri) => briefs.get(uri)?.brief,
    factsOf(uri) {
      const file = briefs.get(uri);
      return file && factsFor(uri, file);
    },
    scopeOf,
    briefs: () => [...briefs].map(([uri, file]) => ({ uri, facts: factsFor(uri, file), registry: file.registry })),
    occurrences(kind, id) {
      fillTable();
      return table.of(kind, id);
    },
    outdated: () =>
      [...briefs].flatMap(([uri, file]) => (file.brief || file.facts?.finder === scopeOf(uri).findNames ? [] : [uri])),
  };
}

function byUri([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
