/** What a brief uses that may not be passed on to everybody. */

import { type Span, shift } from '../../base/text/span.ts';
import { mentionsInChunk } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { meaningOf } from '../../scope/resolveCitation.ts';
import type { Defined, Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, EntityEntry, SourceEntry, Tlp } from '../../syntax/ast.ts';

import { blocksOf, chunksOf, perChunk } from '../../syntax/brief/chunks.ts';

import { readMarking } from '../../syntax/registry/tlp.ts';
import { entityTags } from '../../workspace/index/briefFacts.ts';

type Marked = Defined<EntityEntry | SourceEntry>;

/** Something marked that a brief uses, and where it does so first. */
export interface MarkedUse {
  readonly kind: 'cites' | 'names';
  readonly of: Marked;
  readonly tlp: Tlp;
  readonly span: Span;
}

/** A brief, and how it is read. */
interface BriefInScope {
  readonly brief: Brief;
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
}

const markedByScope = new WeakMap<Scope, ReadonlyMap<Marked, Tlp>>();

/** The entries that are marked, of few registries any. */
function markedIn(scope: Scope): ReadonlyMap<Marked, Tlp> {
  const known = markedByScope.get(scope);
  if (known) return known;
  const marked = new Map<Marked, Tlp>();
  for (const defined of [...scope.sources.values(), ...scope.entities.values()]) {
    const { meant } = defined.entry.tlp ? readMarking(defined.entry.tlp.value) : {};
    if (meant) marked.set(defined, meant);
  }
  markedByScope.set(scope, marked);
  return marked;
}

/** Everything marked that a brief cites, tags or names, each where it does so first, in order of place. */
export function markedUsesIn({ brief, scope, date }: BriefInScope): MarkedUse[] {
  if (markedIn(scope).size === 0) return [];
  const first = new Map<Marked, MarkedUse>();
  for (const part of chunksOf(brief)) {
    for (const use of usesIn(part, scope, date, mentionsInChunk(part, scope.findNames))) {
      if (!first.has(use.of)) first.set(use.of, { ...use, span: shift(use.span, part.at) });
    }
  }
  return [...first.values()];
}

/** The first uses in a chunk, in order of place; spans count from its start. */
const usesIn = perChunk(
  (part, scope: Scope, date: CalendarDate | undefined, mentions: readonly (readonly Mention[])[]) => {
    const first = new Map<Marked, MarkedUse>();
    for (const [index, { block, offset }] of blocksOf(part).entries()) {
      const uses = usesOf(block, mentions[index]!, scope, date).sort((a, b) => a.span.start - b.span.start);
      for (const use of uses) if (!first.has(use.of)) first.set(use.of, { ...use, span: shift(use.span, offset) });
    }
    return [...first.values()];
  },
);

function usesOf(block: Block, mentions: readonly Mention[], scope: Scope, date: CalendarDate | undefined): MarkedUse[] {
  const marked = markedIn(scope);
  const uses: MarkedUse[] = [];
  const add = (kind: MarkedUse['kind'], of: Marked | undefined, { start, end }: Span) => {
    const tlp = of && marked.get(of);
    if (tlp) uses.push({ kind, of, tlp, span: { start, end } });
  };
  for (const citation of block.citations) {
    const { status, entries, outlet } = meaningOf(citation, scope, date);
    if (status === 'resolved') for (const entry of entries) add('cites', entry, citation.span);
    // What is known of a report itself says more than what is known of its outlet.
    if (!entries.some(({ entry }) => entry.tlp)) add('cites', outlet, citation.span);
  }
  for (const tag of entityTags(block)) add('names', scope.entities.get(tag.id.value), tag);
  for (const mention of mentions) {
    if (mention.ids.length === 1) add('names', scope.entities.get(mention.ids[0]!), mention);
  }
  return uses;
}
