import type { Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { occurrencesOf } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type CursorTarget, type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import { type Feature, toRange } from '../feature.ts';

/** The spans of a registry entry and of its id. */
export interface DefinitionLocation {
  readonly uri: string;
  readonly span: Span;
  readonly idSpan: Span;
}

/**
 * The entries that define the symbol at the cursor, and the span the cursor is on; undefined if there is no symbol or
 * no definition. For an ambiguous citation: all candidates; for a citation without an entry: its outlet. A marker leads to
 * its notes, a note to its first marker.
 */
export function findDefinition(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
): { span: Span; entries: DefinitionLocation[] } | undefined {
  const target = targetAt(uri, file, offset, workspace);
  const entries =
    target?.notes && target.symbols.length === 0 ? noteLocations(uri, target) : entriesOf(uri, target, workspace);
  return target && entries.length > 0 ? { span: target.span, entries } : undefined;
}

function entriesOf(uri: string, target: CursorTarget | undefined, workspace: Workspace): DefinitionLocation[] {
  return (target?.symbols ?? []).flatMap((symbol) =>
    occurrencesOf(symbol, uri, workspace).flatMap(({ role, uri, span, idSpan }) =>
      role === 'definition' && idSpan ? { uri, span, idSpan } : [],
    ),
  );
}

function noteLocations(uri: string, { notes = [], writtenAs }: CursorTarget): DefinitionLocation[] {
  if (writtenAs === 'marker') return notes.map(({ span, number }) => ({ uri, span, idSpan: number }));
  return notes.flatMap(({ markers }) => markers.slice(0, 1)).map(({ span }) => ({ uri, span, idSpan: span }));
}

export const definitionFeature: Feature<DefinitionParams, Definition | DefinitionLink[]> = {
  method: 'textDocument/definition',
  capability: () => ({ definitionProvider: true }),
  answer({ textDocument: { uri }, position }, { workspace, open, client, rangeIn }) {
    const file = open(uri);
    const definition = file && findDefinition(uri, file, file.document.offsetAt(position), workspace);
    if (!definition) return undefined;
    if (!client.textDocument?.definition?.linkSupport)
      return definition.entries.map(({ uri, idSpan }) => ({ uri, range: rangeIn(uri, idSpan) }));
    return definition.entries.map((entry) => ({
      originSelectionRange: toRange(file.document, definition.span),
      targetUri: entry.uri,
      targetRange: rangeIn(entry.uri, entry.span),
      targetSelectionRange: rangeIn(entry.uri, entry.idSpan),
    }));
  },
};
