/** The entries with a TLP marking that a brief uses, which restrict who may read it. */

import { type Span, shift } from '../../base/text/span.ts';
import { mentionsInChunk } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { resolveMeaning } from '../../scope/resolveCitation.ts';
import type { DefinedEntry, Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, EntityEntry, SourceEntry, Tlp } from '../../syntax/ast.ts';
import { entityTags } from '../../syntax/brief/block.ts';
import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';
import { readMarking } from '../../syntax/registry/tlp.ts';

type MarkedEntry = DefinedEntry<EntityEntry | SourceEntry>;

/** A marked entry that a brief uses, and its first use. */
export interface MarkedUse {
  readonly kind: 'cites' | 'names';
  readonly entry: MarkedEntry;
  readonly tlp: Tlp;
  readonly span: Span;
}

/** A brief and the scope that resolves its citations. */
interface BriefInScope {
  readonly brief: Brief;
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
}

const markedEntriesByScope = new WeakMap<Scope, ReadonlyMap<MarkedEntry, Tlp>>();

/** The marked entries of a scope; most registries have none. */
function markedEntriesIn(scope: Scope): ReadonlyMap<MarkedEntry, Tlp> {
  const cached = markedEntriesByScope.get(scope);
  if (cached) return cached;
  const marked = new Map<MarkedEntry, Tlp>();
  for (const defined of [...scope.sources.values(), ...scope.entities.values()]) {
    const { meant } = defined.entry.tlp ? readMarking(defined.entry.tlp.value) : {};
    if (meant) marked.set(defined, meant);
  }
  markedEntriesByScope.set(scope, marked);
  return marked;
}

/** The first use of each marked entry that a brief cites, tags or mentions, in text order. */
export function markedUsesIn({ brief, scope, date }: BriefInScope): MarkedUse[] {
  if (markedEntriesIn(scope).size === 0) return [];
  const first = new Map<MarkedEntry, MarkedUse>();
  for (const part of chunksOf(brief)) {
    for (const use of markedUsesInChunk(part, scope, date, mentionsInChunk(part, scope.findNames))) {
      if (!first.has(use.entry)) first.set(use.entry, { ...use, span: shift(use.span, part.at) });
    }
  }
  return [...first.values()];
}

/** The first uses in a chunk, in text order; spans count from its start. */
const markedUsesInChunk = perChunk(
  (part, scope: Scope, date: CalendarDate | undefined, mentions: readonly (readonly Mention[])[]) => {
    const first = new Map<MarkedEntry, MarkedUse>();
    for (const [index, { block, offset }] of blocksOf(part).entries()) {
      const uses = markedUsesInBlock(block, mentions[index]!, scope, date).sort((a, b) => a.span.start - b.span.start);
      for (const use of uses)
        if (!first.has(use.entry)) first.set(use.entry, { ...use, span: shift(use.span, offset) });
    }
    return [...first.values()];
  },
);

function markedUsesInBlock(
  block: Block,
  mentions: readonly Mention[],
  scope: Scope,
  date: CalendarDate | undefined,
): MarkedUse[] {
  const markedEntries = markedEntriesIn(scope);
  const uses: MarkedUse[] = [];
  const add = (kind: MarkedUse['kind'], of: MarkedEntry | undefined, { start, end }: Span) => {
    const tlp = of && markedEntries.get(of);
    if (tlp) uses.push({ kind, entry: of, tlp, span: { start, end } });
  };
  for (const citation of block.citations) {
    const { status, entries, outlet } = resolveMeaning(citation, scope, date);
    if (status === 'resolved') for (const entry of entries) add('cites', entry, citation.span);
    // The marking of a report takes precedence over the marking of its outlet.
    if (!entries.some(({ entry }) => entry.tlp)) add('cites', outlet, citation.span);
  }
  for (const tag of entityTags(block)) add('names', scope.entities.get(tag.id.value), tag);
  for (const mention of mentions) {
    if (mention.ids.length === 1) add('names', scope.entities.get(mention.ids[0]!), mention);
  }
  return uses;
}
