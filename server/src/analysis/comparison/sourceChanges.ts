/** What happened to the sources of a brief between two versions of it. */

import * as l10n from '@vscode/l10n';
import { getOrInsert } from '../../base/memo/maps.ts';
import { oneLine } from '../../base/text/oneLine.ts';
import { alignStatements } from './alignStatements.ts';
import {
  type CitedSource,
  isSameSource,
  type SourcedStatement,
  sourcedStatements,
  type Version,
} from './sourcedStatements.ts';

/** In the order in which a reviewer wants to see them. */
const SOURCE_CHANGE_KINDS = [
  'added-without-source',
  'source-lost',
  'source-emptied',
  'source-changed',
  'sources-swapped',
] as const;
export type SourceChangeKind = (typeof SOURCE_CHANGE_KINDS)[number];

/** One change. Spans of `statement` count in the new version, those of `earlier` in the old one. */
export interface SourceChange {
  readonly kind: SourceChangeKind;
  readonly statement: SourcedStatement;
  /** What the statement was before; undefined if it is new. */
  readonly earlier: SourcedStatement | undefined;
  readonly lost: readonly CitedSource[];
  readonly gained: readonly CitedSource[];
  /** Of swapped sources: the other statement in the new version. */
  readonly other?: SourcedStatement;
}

/** Statements are quoted up to this length in messages, in UTF-16 units. */
const MAX_QUOTED_LENGTH = 60;

/**
 * The statements that were added without a source, and those whose source was lost or became another one, in the order of the new
 * version. Statements that were deleted, and sources that were added, are no changes.
 */
export function findSourceChanges(before: Version, after: Version): SourceChange[] {
  const old = sourcedStatements(before);
  const current = sourcedStatements(after);
  const pairs = alignStatements(
    old.map(({ words }) => words),
    current.map(({ words }) => words),
  );
  const origins = new Map<SourcedStatement, SourcedStatement[]>();
  const heirs = new Map<SourcedStatement, SourcedStatement[]>();
  for (const pair of pairs) {
    getOrInsert(origins, current[pair.after]!, () => []).push(old[pair.before]!);
    getOrInsert(heirs, old[pair.before]!, () => []).push(current[pair.after]!);
  }
  const changes: SourceChange[] = [];
  // A source that is gone is reported once, also if the statements before it relied on it.
  const reported = new Set<CitedSource>();
  const add = (change: SourceChange) => {
    changes.push(change);
    for (const source of change.lost) reported.add(source);
  };
  for (const statement of current) {
    const earlier = origins.get(statement);
    if (!earlier) {
      if (isWithoutSource(statement))
        add({ kind: 'added-without-source', statement, earlier: undefined, lost: [], gained: [] });
      continue;
    }
    for (const origin of earlier) {
      const change = changeOf(origin, statement, heirs.get(origin)!, earlier);
      if (change) add(change);
    }
  }
  for (const statement of current) {
    for (const origin of origins.get(statement) ?? []) {
      const lost = namedSources(origin.support);
      const relied = origin.sources.length === 0 && lost.length > 0 && namedSources(statement.support).length === 0;
      if (relied && !lost.some((source) => reported.has(source)))
        add({ kind: 'source-lost', statement, earlier: origin, lost, gained: [] });
    }
  }
  return joinSwaps(changes).sort((a, b) => a.statement.start - b.statement.start);
}

/** Says in a sentence what changed. */
export function describeSourceChange({ kind, lost, gained, other }: SourceChange): string {
  const labels = (sources: readonly CitedSource[]) => sources.map(({ label }) => label).join('; ');
  const [from, to] = [labels(lost), labels(gained)];
  switch (kind) {
    case 'added-without-source':
      return l10n.t('This statement is new and has no source.');
    case 'source-lost':
      return l10n.t('This statement has lost its source “{0}”.', from);
    case 'source-emptied':
      return l10n.t('This citation no longer names its source. It was “{0}”.', from);
    case 'source-changed':
      return l10n.t('The source of this statement was “{0}” and is “{1}” now.', from, to);
    case 'sources-swapped': {
      const words = oneLine(other?.words ?? '', MAX_QUOTED_LENGTH);
      return l10n.t(
        'This statement and “{0}” have swapped sources: it cites “{1}” now, “{2}” before.',
        words,
        to,
        from,
      );
    }
  }
}

function namedSources(sources: readonly CitedSource[]): CitedSource[] {
  return sources.filter(({ keys }) => keys.length > 0);
}

/** Whether a new statement cites only what names no source, or states a fact that nothing supports. */
function isWithoutSource({ sources, support, needsSource }: SourcedStatement): boolean {
  if (sources.length > 0) return namedSources(sources).length === 0;
  return needsSource && namedSources(support).length === 0;
}

/** What happened to the own sources of a statement. `heirs`: all it became; `origins`: all that became `statement`. */
function changeOf(
  origin: SourcedStatement,
  statement: SourcedStatement,
  heirs: readonly SourcedStatement[],
  origins: readonly SourcedStatement[],
): SourceChange | undefined {
  const isIn = (source: CitedSource, list: readonly CitedSource[]) => list.some((other) => isSameSource(source, other));
  // Of a divided statement each part needs a source, and all parts together need all sources.
  const available =
    namedSources(statement.support).length > 0 ? heirs.flatMap(({ support }) => support) : statement.support;
  const lost = namedSources(origin.sources).filter((source) => !isIn(source, available));
  if (lost.length === 0) return undefined;
  const known = origins.flatMap(({ sources }) => sources);
  const gained = namedSources(statement.sources).filter((source) => !isIn(source, known));
  const emptyNow = statement.sources.length - namedSources(statement.sources).length;
  const emptyBefore = origin.sources.length - namedSources(origin.sources).length;
  const about = { statement, earlier: origin, lost, gained };
  if (emptyNow > emptyBefore) return { kind: 'source-emptied', ...about };
  return { kind: gained.length > 0 ? 'source-changed' : 'source-lost', ...about };
}

/** Replaces two changes that exchange the same sources by one. */
function joinSwaps(changes: readonly SourceChange[]): SourceChange[] {
  const byLostKey = new Map<string, SourceChange[]>();
  for (const change of changes)
    if (change.kind === 'source-changed')
      for (const key of change.lost[0]!.keys) getOrInsert(byLostKey, key, () => []).push(change);
  const partners = new Map<SourceChange, SourceChange>();
  for (const change of changes) {
    if (change.kind !== 'source-changed' || partners.has(change)) continue;
    const partner = change.gained
      .flatMap(({ keys }) => keys.flatMap((key) => byLostKey.get(key) ?? []))
      .find((one) => !partners.has(one) && isSameSet(one.lost, change.gained) && isSameSet(one.gained, change.lost));
    if (partner) partners.set(change, partner).set(partner, change);
  }
  const isSecond = new Set<SourceChange>();
  return changes.flatMap((change): SourceChange[] => {
    const partner = partners.get(change);
    if (!partner) return [change];
    if (isSecond.has(change)) return [];
    isSecond.add(partner);
    return [{ ...change, kind: 'sources-swapped', other: partner.statement }];
  });
}

function isSameSet(a: readonly CitedSource[], b: readonly CitedSource[]): boolean {
  return a.length === b.length && a.every((source) => b.some((other) => isSameSource(source, other)));
}
