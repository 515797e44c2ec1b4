import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renameableAt, renameChanges } from '../../../../server/src/features/rename/rename.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { occurrencesOf } from '../../../../server/src/workspace/entryRef.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import type { Occurrence } from '../../../../server/src/workspace/occurrences.ts';
import type { Workspace } from '../../../../server/src/workspace/workspace.ts';
import { RUNS, testProperty } from '../../support/arbitraries.ts';
import { type Casebook, casebook, IDS } from '../../support/casebooks.ts';
import { applyAll, parsedFileOf } from '../../support/world.ts';

function workspaceOf(texts: Casebook): Workspace {
  const workspace = createWorkspace();
  for (const [uri, text] of texts) {
    if (uri.endsWith('.yaml')) workspace.putRegistry(uri, readRegistry(text));
    else workspace.putBrief(uri, readBrief(text), true);
  }
  return workspace;
}

/** Every place where an id is written. */
function idsWritten(workspace: Workspace, uris: Iterable<string>): Occurrence[] {
  const kinds = ['entity', 'source', 'type'] as const;
  const all = kinds.flatMap((kind) => [...IDS, 'né_1'].flatMap((id) => workspace.occurrences(kind, id)));
  const files = [...uris];
  return all.filter(({ uri, idSpan }) => idSpan && files.includes(uri));
}

let renamed = 0;
testProperty(
  'a → b → a leaves every file as it was, and b is what a was',
  casebook,
  fc.nat(),
  fc.constantFrom(...IDS, 'new', 'new/2', 'ñ', 'x1', 'x.', 'x..y', 'null'),
  (texts, pick, newId) => {
    const workspace = workspaceOf(texts);
    const written = idsWritten(workspace, texts.keys());
    const place = written[pick % Math.max(1, written.length)];
    if (!place) return;
    const { uri } = place;
    const found = renameableAt(uri, parsedFileOf(workspace, uri), place.idSpan!.start, workspace);
    if ('reason' in found) return;
    const { symbol } = found;
    const there = renameChanges({ symbol, newId, uri }, workspace, (uri) => texts.get(uri));
    if ('reason' in there) return;
    const textsThere = applyAll(texts, there);
    const workspaceThere = workspaceOf(textsThere);
    const thingThere = { ...symbol, id: newId };
    const shape = (places: Occurrence[]) =>
      places.filter(({ idSpan }) => idSpan).map(({ uri, role }) => `${uri} ${role}`);
    expect(shape(occurrencesOf(thingThere, uri, workspaceThere))).toEqual(shape(occurrencesOf(symbol, uri, workspace)));

    const back = renameChanges({ symbol: thingThere, newId: symbol.id, uri }, workspaceThere, (uri) =>
      textsThere.get(uri),
    );
    if ('reason' in back) {
      // Only where a brief and a registry had two things of one id.
      expect(workspaceThere.occurrences(symbol.kind, symbol.id)).not.toEqual([]);
      return;
    }
    expect(Object.fromEntries(applyAll(textsThere, back))).toEqual(Object.fromEntries(texts));
    if (there.length > 0) renamed++;
  },
);

test('the property above is not vacuous', () => {
  expect(renamed).toBeGreaterThan(RUNS / 5);
});
