import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { Registry } from '../../syntax/ast.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { fuzzyScore } from '../support/fuzzyMatch.ts';

/** A symbol or section that matches a query. */
export interface SymbolMatch {
  readonly kind: 'entity' | 'source' | 'section';
  /** The name; if an alias or the id matches better, with that in parentheses. */
  readonly name: string;
  /** Where it belongs: the type, the outlet and date, the brief. */
  readonly container: string;
  readonly uri: string;
  readonly span: Span;
}

/** A longer list does not help. Editors ask again as the query grows. */
export const MAX_SYMBOLS = 250;
const MAX_NAME_LENGTH = 200;

/**
 * The entities (by name, alias, id), sources (by title, outlet, id) and sections of all briefs whose name contains the
 * letters of the query in order; best first, at most `MAX_SYMBOLS`. An empty query matches everything.
 */
export async function findSymbols(
  query: string,
  { workspace, yieldIfDue }: Pick<FeatureContext, 'workspace' | 'yieldIfDue'>,
): Promise<SymbolMatch[]> {
  let ratedMatches: { symbol: SymbolMatch; rating: number }[] = [];
  const keepBestMatches = () => {
    ratedMatches = ratedMatches
      .sort((a, b) => b.rating - a.rating || compareMatches(a.symbol, b.symbol))
      .slice(0, MAX_SYMBOLS);
  };
  const addCandidate = (symbol: SymbolMatch, otherNames: readonly string[]) => {
    let best = { name: symbol.name, rating: fuzzyScore(query, symbol.name) ?? -1 };
    for (const other of otherNames) {
      const rating = fuzzyScore(query, other) ?? -1;
      // Among names that match about equally well, the first is the best known.
      if (Math.floor(rating) > Math.floor(best.rating)) best = { name: `${symbol.name} (${other})`, rating };
    }
    if (best.rating >= 0) ratedMatches.push({ symbol: { ...symbol, name: best.name }, rating: best.rating });
  };
  const addRegistry = (uri: string, { entities, sources }: Registry) => {
    for (const { id, type, name, aliases } of entities) {
      const symbol: SymbolMatch = { kind: 'entity', name: name.value, container: type.value, uri, span: id.span };
      addCandidate(symbol, [...aliases.map((alias) => alias.value), id.value]);
    }
    for (const { id, title, outlet, issued } of sources) {
      const container = [outlet?.value, issued && formatDateForDisplay(issued.value)].filter(Boolean).join(', ');
      const symbol: SymbolMatch = { kind: 'source', name: title ?? id.value, container, uri, span: id.span };
      addCandidate(symbol, [...(outlet ? [outlet.value] : []), id.value]);
    }
  };
  for (const [uri, registry] of workspace.registries) addRegistry(uri, registry);
  for (const { uri, facts, registry } of workspace.briefs()) {
    await yieldIfDue();
    if (ratedMatches.length > 8 * MAX_SYMBOLS) keepBestMatches();
    if (registry) addRegistry(uri, registry);
    const container = fileName(uri);
    for (const { value, span } of facts.sections)
      addCandidate({ kind: 'section', name: value, container, uri, span }, []);
  }
  keepBestMatches();
  return ratedMatches.map(({ symbol }) => ({ ...symbol, name: symbol.name.slice(0, MAX_NAME_LENGTH) }));
}

function compareMatches(a: SymbolMatch, b: SymbolMatch): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start;
}

const SYMBOL_KINDS: Readonly<Record<SymbolMatch['kind'], SymbolKind>> = {
  entity: SymbolKind.Object,
  source: SymbolKind.Key,
  section: SymbolKind.String,
};

export const symbolsFeature: Feature<WorkspaceSymbolParams, WorkspaceSymbol[]> = {
  method: 'workspace/symbol',
  capability: () => ({ workspaceSymbolProvider: true }),
  async answer({ query }, context) {
    const symbols = await findSymbols(query, context);
    return symbols.map(({ kind, name, container, uri, span }) => ({
      name,
      kind: SYMBOL_KINDS[kind],
      containerName: container,
      location: { uri, range: context.rangeIn(uri, span) },
    }));
  },
};
