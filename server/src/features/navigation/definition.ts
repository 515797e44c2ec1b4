import type { Definition, DefinitionLink, DefinitionParams } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import { occurrencesOf } from '../../workspace/entryRef.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import { type Feature, toRange } from '../feature.ts';

/** An entry of a registry, and its id. */
export interface DefinitionLocation {
  readonly uri: string;
  readonly span: Span;
  readonly idSpan: Span;
}

/**
 * The entries that define what the cursor at `offset` is on, and the words it is on; undefined where nothing is meant
 * or nothing defines it. Of an ambiguous citation all entries that fit; of one without an entry its outlet.
 */
export function findDefinition(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
): { span: Span; entries: DefinitionLocation[] } | undefined {
  const target = targetAt(uri, file, offset, workspace);
  const entries = (target?.symbols ?? []).flatMap((symbol) =>
    occurrencesOf(symbol, uri, workspace).flatMap(({ role, uri, span, idSpan }) =>
      role === 'definition' && idSpan ? { uri, span, idSpan } : [],
    ),
  );
  return target && entries.length > 0 ? { span: target.span, entries } : undefined;
}

export const definitionFeature: Feature<DefinitionParams, Definition | DefinitionLink[]> = {
  method: 'textDocument/definition',
  capability: () => ({ definitionProvider: true }),
  answer({ textDocument: { uri }, position }, { workspace, open, client, rangeIn }) {
    const file = open(uri);
    const found = file && findDefinition(uri, file, file.document.offsetAt(position), workspace);
    if (!found) return undefined;
    if (!client.textDocument?.definition?.linkSupport)
      return found.entries.map(({ uri, idSpan }) => ({ uri, range: rangeIn(uri, idSpan) }));
    return found.entries.map((entry) => ({
      originSelectionRange: toRange(file.document, found.span),
      targetUri: entry.uri,
      targetRange: rangeIn(entry.uri, entry.span),
      targetSelectionRange: rangeIn(entry.uri, entry.idSpan),
    }));
  },
};
