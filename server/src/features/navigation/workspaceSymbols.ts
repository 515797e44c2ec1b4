import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { Registry } from '../../syntax/ast.ts';
import { sayDate } from '../../syntax/date/calendar.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { matchRating } from '../support/fuzzyMatch.ts';

/** Something of the workspace that can be gone to by name. */
export interface Found {
  readonly kind: 'entity' | 'source' | 'section';
  /** With the alias or id in brackets that the query fits, when it is not the name. */
  readonly name: string;
  /** What it is of: the type, the outlet and date, the brief. */
  readonly of: string;
  readonly uri: string;
  readonly span: Span;
}

/** Nobody reads on after so many. */
export const MOST_SYMBOLS = 250;
const LONGEST_NAME = 200;

/**
 * The entities (by name, alias, id), sources (by title, outlet, id) and sections of all briefs whose name holds the
 * letters of the query in order; the best first, at most `MOST_SYMBOLS`. An empty query finds everything.
 */
export async function symbols(
  query: string,
  { workspace, giveWay }: Pick<FeatureContext, 'workspace' | 'giveWay'>,
): Promise<Found[]> {
  let rated: { found: Found; rating: number }[] = [];
  const keepBest = () => {
    rated = rated.sort((a, b) => b.rating - a.rating || order(a.found, b.found)).slice(0, MOST_SYMBOLS);
  };
  const offer = (found: Found, otherNames: readonly string[]) => {
    let best = { name: found.name, rating: matchRating(query, found.name) ?? -1 };
    for (const other of otherNames) {
      const rating = matchRating(query, other) ?? -1;
      // Of names that fit about as well the first is the one people know.
      if (Math.floor(rating) > Math.floor(best.rating)) best = { name: `${found.name} (${other})`, rating };
    }
    if (best.rating >= 0) rated.push({ found: { ...found, name: best.name }, rating: best.rating });
  };
  const offerRegistry = (uri: string, { entities, sources }: Registry) => {
    for (const { id, type, name, aliases } of entities) {
      const found: Found = { kind: 'entity', name: name.value, of: type.value, uri, span: id.span };
      offer(found, [...aliases.map((alias) => alias.value), id.value]);
    }
    for (const { id, title, outlet, issued } of sources) {
      const of = [outlet?.value, issued && sayDate(issued.value)].filter(Boolean).join(', ');
      const found: Found = { kind: 'source', name: title ?? id.value, of, uri, span: id.span };
      offer(found, [...(outlet ? [outlet.value] : []), id.value]);
    }
  };
  for (const [uri, registry] of workspace.registries) offerRegistry(uri, registry);
  for (const { uri, facts, registry } of workspace.briefs()) {
    await giveWay();
    if (rated.length > 8 * MOST_SYMBOLS) keepBest();
    if (registry) offerRegistry(uri, registry);
    const of = fileName(uri);
    for (const { value, span } of facts.sections) offer({ kind: 'section', name: value, of, uri, span }, []);
  }
  keepBest();
  return rated.map(({ found }) => ({ ...found, name: found.name.slice(0, LONGEST_NAME) }));
}

function order(a: Found, b: Found): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start;
}

const SYMBOLS: Readonly<Record<Found['kind'], SymbolKind>> = {
  entity: SymbolKind.Object,
  source: SymbolKind.Key,
  section: SymbolKind.String,
};

export const symbolsFeature: Feature<WorkspaceSymbolParams, WorkspaceSymbol[]> = {
  method: 'workspace/symbol',
  capability: () => ({ workspaceSymbolProvider: true }),
  async answer({ query }, context) {
    const found = await symbols(query, context);
    return found.map(({ kind, name, of, uri, span }) => ({
      name,
      kind: SYMBOLS[kind],
      containerName: of,
      location: { uri, range: context.rangeIn(uri, span) },
    }));
  },
};
