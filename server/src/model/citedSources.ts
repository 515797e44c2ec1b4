/** Which entries of the registries a brief rests on, and where it cites each of them first. */
import type { Block } from '../syntax/block.ts';
import type { Brief } from '../syntax/brief.ts';
import type { Citation } from '../syntax/citation.ts';
import type { CalendarDate } from '../syntax/dates.ts';
import type { SourceEntry } from '../syntax/registryTypes.ts';
import { type Span, shift } from '../syntax/span.ts';
import { sameDate } from './calendar.ts';
import { resolveOnce } from './resolve.ts';
import type { Defined, Scope } from './scope.ts';

/** An entry, and the place in the brief that cites it. */
export interface CitedSource {
  readonly source: Defined<SourceEntry>;
  readonly span: Span;
}

interface Bound {
  readonly citation: Citation;
  readonly source: Defined<SourceEntry>;
}

interface Known<T> {
  readonly scope: Scope;
  readonly date: CalendarDate | undefined;
  readonly value: T;
}

const byBlock = new WeakMap<Block, Known<readonly Bound[]>>();
const byBrief = new WeakMap<Brief, Known<readonly CitedSource[]>>();

/** The entries that citations of the brief mean beyond doubt, each once, in the order in which they are first cited. */
export function sourcesCitedIn(brief: Brief, scope: Scope, date: CalendarDate | undefined): readonly CitedSource[] {
  return remembered(byBrief, brief, scope, date, () => {
    const first = new Map<Defined<SourceEntry>, CitedSource>();
    for (const [index, block] of brief.blocks.entries()) {
      if (block.citations.length === 0) continue;
      const bound = remembered(byBlock, block, scope, date, () => boundIn(block, scope, date));
      for (const { citation, source } of bound) {
        if (!first.has(source)) first.set(source, { source, span: shift(citation.span, brief.starts[index]!) });
      }
    }
    return [...first.values()];
  });
}

function boundIn(block: Block, scope: Scope, date: CalendarDate | undefined): Bound[] {
  return block.citations.flatMap((citation) => {
    const { status, entries } = resolveOnce(citation, scope, date);
    return status === 'resolved' ? entries.map((source) => ({ citation, source })) : [];
  });
}

function remembered<K extends object, T>(
  known: WeakMap<K, Known<T>>,
  key: K,
  scope: Scope,
  date: CalendarDate | undefined,
  compute: () => T,
): T {
  const before = known.get(key);
  if (before?.scope === scope && sameDate(before.date, date)) return before.value;
  const value = compute();
  known.set(key, { scope, date, value });
  return value;
}
