import type { Location, ReferenceParams } from 'vscode-languageserver';
import { occurrencesOf } from '../../workspace/entryRef.ts';
import type { Occurrence } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type ParsedFile, targetAt } from '../cursor/symbolAt.ts';
import type { Feature } from '../feature.ts';

/** A place where the thing at the cursor is defined or used. `marker`: a marker of a note. */
export type Reference = Pick<Occurrence, 'uri' | 'span' | 'idSpan'> & {
  readonly role: Occurrence['role'] | 'marker';
};

/**
 * All occurrences of the symbol at the cursor in all files, by file and position: tags and keys, mentions and
 * citations, references in registries, and definitions if `includeDefinitions`. For an ambiguous name: the occurrences
 * of all its candidates. For a marker or a note: the note, which counts as the definition, and its markers; for a citation in a
 * note also its markers.
 */
export function findReferences(
  uri: string,
  file: ParsedFile,
  offset: number,
  workspace: Workspace,
  includeDefinitions: boolean,
): Reference[] {
  const target = targetAt(uri, file, offset, workspace);
  if (!target) return [];
  const found: Reference[] = target.symbols.flatMap((symbol) => occurrencesOf(symbol, uri, workspace));
  for (const { markers, span, number } of target.notes ?? []) {
    found.push(...markers.map((marker) => ({ uri, span: marker.span, role: 'marker' as const })));
    if (target.symbols.length === 0) found.push({ uri, span, idSpan: number, role: 'definition' });
  }
  // An ambiguous mention is an occurrence of each candidate.
  const byPosition = new Map(
    found
      .filter(({ role }) => includeDefinitions || role !== 'definition')
      .map((reference) => [`${reference.uri} ${reference.span.start}`, reference]),
  );
  const references = [...byPosition.values()];
  return target.notes ? references.sort(compareReferences) : references;
}

function compareReferences(a: Reference, b: Reference): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1;
  return a.span.start - b.span.start;
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
