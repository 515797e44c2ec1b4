/** The uses of a source or entity: the briefs, and in each the occurrences with the text around them. */
import { getOrInsert } from '../../base/memo/maps.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import type { ParentKey, UseNode, UsesNode } from '../../protocol/views.ts';
import type { Occurrence } from '../../workspace/occurrences.ts';
import type { FeatureContext } from '../feature.ts';
import { usesOfEntry } from './definedEntries.ts';
import { compareNames, excerptAround } from './rowText.ts';
import { createRows, type LazyRows } from './sources.ts';

/** The side bar is narrow, and the name should be visible. */
const MAX_CONTEXT_BEFORE = 24;

type EntryKey = Extract<ParentKey, { kind: 'source' | 'entity' }>;

/** The briefs that use the entry, sorted by name. */
export function briefsUsing({ kind, id, uri }: EntryKey, { workspace, rangeIn }: FeatureContext): LazyRows<UsesNode> {
  const byBrief = new Map<string, Occurrence[]>();
  for (const occurrence of usesOfEntry(workspace, kind, id, uri))
    getOrInsert(byBrief, occurrence.uri, () => []).push(occurrence);
  const briefs = [...byBrief].sort(([a], [b]) => compareNames(fileName(a), fileName(b)) || compareNames(a, b));
  return createRows(briefs, ([brief, occurrences]) => ({
    kind: 'uses',
    id: `uses ${kind} ${id} ${uri} ${brief}`,
    key: { kind: 'uses', symbolKind: kind, id, uri, brief },
    symbolKind: kind,
    brief,
    count: occurrences.length,
    location: { uri: brief, range: rangeIn(brief, occurrences[0]!.span) },
  }));
}

/** The uses in one brief. Its text is read only when this node is expanded. */
export async function usesInBrief(
  { symbolKind, id, uri, brief }: Extract<ParentKey, { kind: 'uses' }>,
  { workspace, rangeIn, read }: FeatureContext,
): Promise<LazyRows<UseNode>> {
  const text = (await read(brief)) ?? '';
  const occurrences = usesOfEntry(workspace, symbolKind, id, uri).filter((occurrence) => occurrence.uri === brief);
  const numberedOccurrences = occurrences.map((occurrence, index) => ({ occurrence, index }));
  return createRows(numberedOccurrences, ({ occurrence: { span }, index }) => ({
    kind: 'use',
    id: `use ${symbolKind} ${id} ${uri} ${index} ${brief}`,
    ...excerptAround(text, span, MAX_CONTEXT_BEFORE),
    location: { uri: brief, range: rangeIn(brief, span) },
  }));
}
