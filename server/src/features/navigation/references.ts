import type { Location, ReferenceParams } from 'vscode-languageserver';
import { placesOf } from '../../workspace/entryRef.ts';
import type { Occurrence } from '../../workspace/index/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type FileValue, targetAt } from '../cursor/symbolAt.ts';
import type { Feature } from '../feature.ts';

/**
 * Every place of what the cursor at `offset` is on, in all files, by file and place: tags and keys, names and citations
 * in prose, references in registries, and its entries if `withEntries`. Of a name of several, the places of all of them.
 */
export function references(
  uri: string,
  file: FileValue,
  offset: number,
  workspace: Workspace,
  withEntries: boolean,
): Occurrence[] {
  const found = (targetAt(uri, file, offset, workspace)?.things ?? []).flatMap((thing) =>
    placesOf(thing, uri, workspace).filter(({ role }) => withEntries || role !== 'definition'),
  );
  // A name of several is a place of each.
  return [...new Map(found.map((place) => [`${place.uri} ${place.span.start}`, place])).values()];
}

export const referencesFeature: Feature<ReferenceParams, Location[]> = {
  method: 'textDocument/references',
  capability: () => ({ referencesProvider: true }),
  async answer({ textDocument: { uri }, position, context }, { workspace, open, rangeIn, whenIndexed }) {
    // A list of some of the places would be taken for all of them.
    await whenIndexed();
    const file = open(uri);
    if (!file) return undefined;
    const places = references(uri, file, file.document.offsetAt(position), workspace, context.includeDeclaration);
    // Of an entry its id: the entry as a whole is many lines.
    return places.map(({ role, uri, span, idSpan }) => ({
      uri,
      range: rangeIn(uri, (role === 'definition' && idSpan) || span),
    }));
  },
};
