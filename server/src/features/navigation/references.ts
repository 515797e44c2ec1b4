import type { Location, ReferenceParams } from 'vscode-languageserver';
import { occurrencesOf } from '../../workspace/entryRef.ts';
import type { Occurrence } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import type { Feature } from '../feature.ts';

/**
 * All occurrences of the symbol at the cursor in all files, by file and position: tags and keys, mentions and
 * citations, references in registries, and definitions if `includeDefinitions`. For an ambiguous name: the occurrences
 * of all its candidates.
 */
export function findReferences(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
  includeDefinitions: boolean,
): Occurrence[] {
  const occurrences = (targetAt(uri, file, offset, workspace)?.symbols ?? []).flatMap((symbol) =>
    occurrencesOf(symbol, uri, workspace).filter(({ role }) => includeDefinitions || role !== 'definition'),
  );
  // An ambiguous mention is an occurrence of each candidate.
  return [
    ...new Map(occurrences.map((occurrence) => [`${occurrence.uri} ${occurrence.span.start}`, occurrence])).values(),
  ];
}

export const referencesFeature: Feature<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  capability: () => ({ referencesProvider: true }),
  async answer({ textDocument: { uri }, position, context }, { workspace, open, rangeIn, whenIndexed }) {
    // A partial list would be taken for a complete one.
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
    // For a definition, the range of its id; the whole entry would span many lines.
    return occurrences.map(({ role, uri, span, idSpan }) => ({
      uri,
      range: rangeIn(uri, (role === 'definition' && idSpan) || span),
    }));
  },
};
