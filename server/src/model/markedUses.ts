/** What a brief uses that may not be passed on to everybody. */
import type { Block } from '../syntax/block.ts';
import type { Brief } from '../syntax/brief.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import type { EntityEntry, SourceEntry } from '../syntax/registryTypes.ts';
import { type Span, shift } from '../syntax/span.ts';
import { readMarking, type Tlp } from '../syntax/tlp.ts';
import { sameDate } from './calendar.ts';
import { entityTags } from './facts.ts';
import { mentionsIn } from './mentions.ts';
import type { Mention } from './names.ts';
import { resolveOnce } from './resolve.ts';
import type { Defined, Scope } from './scope.ts';

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
export function markedUsesIn(context: BriefInScope): MarkedUse[] {
  if (markedIn(context.scope).size === 0) return [];
  const first = new Map<Marked, MarkedUse>();
  for (const [index, block] of context.brief.blocks.entries()) {
    const at = context.brief.starts[index]!;
    for (const use of usesOnce(block, at, context)) {
      if (!first.has(use.of)) first.set(use.of, { ...use, span: shift(use.span, at) });
    }
  }
  return [...first.values()];
}

interface Known {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  /** They may follow from a short form that another block gives. */
  readonly mentions: readonly Mention[];
  readonly uses: readonly MarkedUse[];
}

const usesByBlock = new WeakMap<Block, Known>();

/** The uses of a block, remembered by it, in order of place; spans count from its start. */
function usesOnce(block: Block, at: number, context: BriefInScope): readonly MarkedUse[] {
  const { brief, scope, date } = context;
  const mentions = mentionsIn(brief, block, at, scope.findNames);
  const known = usesByBlock.get(block);
  if (known?.scope === scope && known.mentions === mentions && sameDate(known.date, date)) return known.uses;
  const uses = usesOf(block, mentions, context).sort((a, b) => a.span.start - b.span.start);
  usesByBlock.set(block, { scope, date, mentions, uses });
  return uses;
}

function usesOf(block: Block, mentions: readonly Mention[], { scope, date }: BriefInScope): MarkedUse[] {
  const marked = markedIn(scope);
  const uses: MarkedUse[] = [];
  const add = (kind: MarkedUse['kind'], of: Marked | undefined, { start, end }: Span) => {
    const tlp = of && marked.get(of);
    if (tlp) uses.push({ kind, of, tlp, span: { start, end } });
  };
  for (const citation of block.citations) {
    const { status, entries, outlet } = resolveOnce(citation, scope, date);
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
