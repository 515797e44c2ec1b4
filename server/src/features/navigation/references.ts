import type { Location, ReferenceParams } from 'vscode-languageserver';
import { occurrencesOf } from '../../workspace/entryRef.ts';
import type { Occurrence } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import type { Feature } from '../feature.ts';

/**
 * Every place of what the cursor at `offset` is on, in all files, by file and place: tags and keys, names and citations
 * in prose, references in registries, and its entries if `withEntries`. Of a name of several, the places of all of them.
 */
export function findReferences(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
  includeDefinitions: boolean,
): Occurrence[] {
  const found = (targetAt(uri, file, offset, workspace)?.symbols ?? []).flatMap((symbol) =>
    occurrencesOf(symbol, uri, workspace).filter(({ role }) => includeDefinitions || role !== 'definition'),
  );
  // A name of several is a place of each.
  return [...new Map(found.map((occurrence) => [`${occurrence.uri} ${occurrence.span.start}`, occurrence])).values()];
}

export const referencesFeature: Feature<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  capability: () => ({ referencesProvider: true }),
  async answer({ textDocument: { uri }, position, context }, { workspace, open, rangeIn, whenIndexed }) {
    // A list of some of the places would be taken for all of them.
    await whenIndexed();
    const file = open(uri);
    if (!file) return undefined;
    const occurrences = findReferences(
      uri,
      file,
      file.document.offsetAt(position),
      workspace,
      context.includeDeclaration,
    );
    // Of an entry its id: the entry as a whole is many lines.
    return occurrences.map(({ role, uri, span, idSpan }) => ({
      uri,
      range: rangeIn(uri, (role === 'definition' && idSpan) || span),
    }));
  },
};
