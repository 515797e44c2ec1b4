/** Where a source or an entity is used: the briefs, and in each the places with the words around them. */
import { getOrInsert } from '../../base/memo/maps.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { ParentKey, UseNode, UsesNode } from '../../protocol/views.ts';
import type { Occurrence } from '../../workspace/index/occurrences.ts';
import type { FeatureContext } from '../feature.ts';
import { usesIn } from './definedEntries.ts';
import { byName, lineAround } from './rowText.ts';
import { type Rows, rowsOf } from './sources.ts';

/** The side bar is narrow: the name should be in view. */
const BEFORE = 24;

type Thing = Extract<ParentKey, { kind: 'source' | 'entity' }>;

/** The briefs that use it, by name. */
export function briefsUsing({ kind, id, uri }: Thing, { workspace, rangeIn }: FeatureContext): Rows<UsesNode> {
  const byBrief = new Map<string, Occurrence[]>();
  for (const place of usesIn(workspace, kind, id, uri)) getOrInsert(byBrief, place.uri, () => []).push(place);
  const briefs = [...byBrief].sort(([a], [b]) => byName(fileName(a), fileName(b)) || byName(a, b));
  return rowsOf(briefs, ([brief, places]) => ({
    kind: 'uses',
    id: `uses ${kind} ${id} ${uri} ${brief}`,
    key: { kind: 'uses', of: kind, id, uri, brief },
    of: kind,
    brief,
    count: places.length,
    place: { uri: brief, range: rangeIn(brief, places[0]!.span) },
  }));
}

/** The places in one brief. Its text is read only now. */
export async function usesInBrief(
  { of, id, uri, brief }: Extract<ParentKey, { kind: 'uses' }>,
  { workspace, rangeIn, read }: FeatureContext,
): Promise<Rows<UseNode>> {
  const text = (await read(brief)) ?? '';
  const places = usesIn(workspace, of, id, uri).filter((place) => place.uri === brief);
  const numbered = places.map((place, index) => ({ place, index }));
  return rowsOf(numbered, ({ place: { span }, index }) => ({
    kind: 'use',
    id: `use ${of} ${id} ${uri} ${index} ${brief}`,
    ...lineAround(text, span, BEFORE),
    place: { uri: brief, range: rangeIn(brief, span) },
  }));
}
