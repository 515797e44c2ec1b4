/** The view of sources: what is missing, what is unknown, and what the registries have, by outlet. */

import { sayRating } from '../../analysis/sourcing/admiralty.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { shift } from '../../base/text/span.ts';
import type { CitationNode, GroupNode, OutletNode, SourceNode } from '../../protocol/views.ts';
import { resolve } from '../../scope/resolveCitation.ts';
import { type Defined, outletKey, outletOf } from '../../scope/scope.ts';
import type { Citation, SourceEntry } from '../../syntax/ast.ts';

import { compare, sayDate } from '../../syntax/date/calendar.ts';
import type { Placed } from '../../workspace/index/briefFacts.ts';
import type { FeatureContext } from '../feature.ts';
import { sortInTurns } from '../support/yielding.ts';
import { allStandings, type Standing } from './briefStatus.ts';
import { allSources } from './definedEntries.ts';
import { byName, oneLine } from './rowText.ts';
import { type CountUses, countUses } from './usageCounts.ts';

/** Rows of which only those that are shown are made. */
export interface Rows<Node> {
  readonly total: number;
  readonly take: (most: number) => Node[];
}

/** Makes the first rows of a list. */
export function rowsOf<T, Node>(items: readonly T[], toNode: (item: T) => Node): Rows<Node> {
  return { total: items.length, take: (most) => items.slice(0, most).map(toNode) };
}

/** The top of the view: the groups that are not empty, then the outlets. */
export async function sourceRoots(context: FeatureContext): Promise<Rows<GroupNode | OutletNode>> {
  const standings = await allStandings(context);
  const groups = (['missing', 'unknown'] as const).flatMap((state): GroupNode[] => {
    const count = standings.reduce((sum, standing) => sum + standing[state].length, 0);
    return count === 0 ? [] : [{ kind: 'group', id: state, key: { kind: state }, state, count }];
  });
  const count = await countUses(context);
  const outlets = rowsOf(outletsOf(context), (outlet) => outletNode(outlet, count, context));
  return {
    total: groups.length + outlets.total,
    take: (most) => [...groups, ...outlets.take(Math.max(0, most - groups.length))],
  };
}

/** The citations whose source is missing, or unknown, by brief and place. */
export async function openCitations(
  state: 'missing' | 'unknown',
  context: FeatureContext,
): Promise<Rows<CitationNode>> {
  const open = (await allStandings(context)).filter((standing) => standing[state].length > 0);
  const standings = await sortInTurns(open, (a, b) => byName(a.uri, b.uri), context.giveWay);
  const places = standings.flatMap((standing) =>
    standing[state].map((place, index) => ({ place, standing, id: `${state} ${index} ${standing.uri}` })),
  );
  return rowsOf(places, ({ place, standing, id }) => citationNode(place, standing, state, id, context));
}

function citationNode(
  { at, value }: Placed<Citation>,
  { uri, facts }: Standing,
  state: 'missing' | 'unknown',
  id: string,
  { workspace, rangeIn }: FeatureContext,
): CitationNode {
  const { dates } = resolve(value, workspace.scopeOf(uri), facts.date);
  const name = value.id?.value ?? value.source?.name;
  return {
    kind: 'citation',
    id,
    state,
    ...(name && { name: oneLine(name) }),
    dates: oneLine(dates.map(({ date }) => sayDate(date)).join(', ')),
    place: { uri, range: rangeIn(uri, shift(value.span, at)) },
  };
}

interface Outlet {
  readonly key: string;
  readonly name: string;
  readonly sources: readonly Defined<SourceEntry>[];
}

/** The sources by outlet, in order of its name; those without one come last. */
function outletsOf({ workspace }: Pick<FeatureContext, 'workspace'>): Outlet[] {
  const scope = workspace.scopeOf('');
  const byKey = new Map<string, Defined<SourceEntry>[]>();
  for (const source of allSources(workspace)) {
    const { outlet } = source.entry;
    getOrInsert(byKey, outlet ? outletKey(scope, outlet.value) : '', () => []).push(source);
  }
  const outlets = [...byKey].map(([key, sources]) => {
    const written = sources[0]!.entry.outlet?.value ?? '';
    return { key, sources, name: (written && outletOf(scope, written)?.entry.name.value) || written };
  });
  return outlets.sort((a, b) => Number(a.key === '') - Number(b.key === '') || byName(a.name, b.name));
}

function outletNode(
  { key, name, sources }: Outlet,
  count: CountUses,
  { workspace, rangeIn }: FeatureContext,
): OutletNode {
  const entity = name ? outletOf(workspace.scopeOf(''), name) : undefined;
  const cited = sources.reduce((sum, { uri, entry }) => sum + count('source', entry.id.value, uri).uses, 0);
  return {
    kind: 'outlet',
    id: `outlet ${key}`,
    key: { kind: 'outlet', key },
    name: oneLine(name),
    rating: grade(entity?.entry.reliability?.value),
    reports: sources.length,
    cited,
    ...(entity && { place: { uri: entity.uri, range: rangeIn(entity.uri, entity.entry.id.span) } }),
  };
}

/** The reports of one outlet, the latest first, those without a date last. */
export async function reportsOfOutlet(key: string, context: FeatureContext): Promise<Rows<SourceNode>> {
  const count = await countUses(context);
  const sources = [...(outletsOf(context).find((outlet) => outlet.key === key)?.sources ?? [])];
  const titleOf = ({ title, id }: SourceEntry) => title ?? id.value;
  sources.sort(({ entry: a }, { entry: b }) => {
    const [left, right] = [a.issued?.value, b.issued?.value];
    const dated = Number(left?.year === undefined) - Number(right?.year === undefined);
    const later = left && right ? compare(right, left) || (right.year ?? 0) - (left.year ?? 0) : 0;
    return dated || later || byName(titleOf(a), titleOf(b));
  });
  return rowsOf(sources, (source) => sourceNode(source, count, context));
}

const webAddress = /^https?:\/\/[^\s]+$/i;
const LONGEST_ADDRESS = 2_000;

function sourceNode(
  { uri, entry }: Defined<SourceEntry>,
  count: CountUses,
  { workspace, rangeIn }: FeatureContext,
): SourceNode {
  const id = entry.id.value;
  const outlet = entry.outlet && outletOf(workspace.scopeOf(uri), entry.outlet.value);
  const reliability = grade(entry.reliability?.value ?? outlet?.entry.reliability?.value);
  const credibility = /^[1-6]$/.test(entry.credibility?.value ?? '') ? entry.credibility!.value : '';
  const cited = count('source', id, uri).uses;
  const url = entry.url?.value;
  const isWeb = url !== undefined && url.length <= LONGEST_ADDRESS && webAddress.test(url);
  return {
    kind: 'source',
    id: `source ${id} ${uri}`,
    ...(cited > 0 && { key: { kind: 'source', id, uri } }),
    title: oneLine(entry.title ?? id),
    date: entry.issued ? sayDate(entry.issued.value) : '',
    rating: reliability + credibility,
    ratingWords: sayRating(reliability || undefined, credibility || undefined) ?? '',
    cited,
    ...(isWeb && { url }),
    place: { uri, range: rangeIn(uri, entry.id.span) },
  };
}

function grade(letter: string | undefined): string {
  return letter && /^[A-F]$/.test(letter) ? letter : '';
}
