/** The view of sources: missing ones, unknown ones, and the registered ones by outlet. */

import * as l10n from '@vscode/l10n';
import { formatRating } from '../../analysis/sourcing/admiralty.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { shift } from '../../base/text/span.ts';
import type { CitationNode, GroupNode, OutletNode, SourceNode } from '../../protocol/views.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import { type DefinedEntry, findOutlet, outletKey } from '../../scope/scope.ts';
import type { Citation, Placed, SourceEntry } from '../../syntax/ast.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { compareDates, formatDateForDisplay } from '../../syntax/date/calendar.ts';
import type { UseCounter } from '../../workspace/workspace.ts';
import type { FeatureContext } from '../feature.ts';
import { sortYielding } from '../support/yielding.ts';
import { allSourcingStatuses, type SourcingStatus } from './briefStatus.ts';
import { allSources } from './definedEntries.ts';
import { compareNames, rowText } from './rowText.ts';

/** Rows that are created only when shown. */
export interface LazyRows<Node> {
  readonly total: number;
  readonly take: (limit: number) => Node[];
}

/** Rows for a list of items. */
export function createRows<T, Node>(items: readonly T[], toNode: (item: T) => Node): LazyRows<Node> {
  return { total: items.length, take: (limit) => items.slice(0, limit).map(toNode) };
}

/** The top level of the view: the groups that are not empty, then the outlets. */
export async function sourceRoots(context: FeatureContext): Promise<LazyRows<GroupNode | OutletNode>> {
  const statuses = await allSourcingStatuses(context);
  const groups = (['missing', 'unknown'] as const).flatMap((state): GroupNode[] => {
    const count = statuses.reduce((sum, status) => sum + status[state].length, 0);
    return count === 0 ? [] : [{ kind: 'group', id: state, key: { kind: state }, state, count }];
  });
  const count = await context.workspace.countAllUses(context.yieldIfDue);
  const outlets = createRows(groupByOutlet(context), (outlet) => outletNode(outlet, count, context));
  return {
    total: groups.length + outlets.total,
    take: (limit) => [...groups, ...outlets.take(Math.max(0, limit - groups.length))],
  };
}

/** The citations whose source is missing or unknown, by brief and position. */
export async function unresolvedCitations(
  state: 'missing' | 'unknown',
  context: FeatureContext,
): Promise<LazyRows<CitationNode>> {
  const affected = (await allSourcingStatuses(context)).filter((status) => status[state].length > 0);
  const statuses = await sortYielding(affected, (a, b) => compareNames(a.uri, b.uri), context.yieldIfDue);
  const citations = statuses.flatMap((status) =>
    status[state].map((citation, index) => ({
      citation,
      status,
      id: `${state} ${index} ${status.uri}`,
    })),
  );
  return createRows(citations, ({ citation, status, id }) => citationNode(citation, status, state, id, context));
}

function citationNode(
  { at, value }: Placed<Citation>,
  { uri, facts }: SourcingStatus,
  state: 'missing' | 'unknown',
  id: string,
  { workspace, rangeIn }: FeatureContext,
): CitationNode {
  const { dates } = resolveCitation(value, workspace.scopeOf(uri), facts.date);
  const name = value.id?.value ?? value.source?.name ?? (dates.length === 0 ? lostName(value) : undefined);
  return {
    kind: 'citation',
    id,
    state,
    ...(name && { name: rowText(name) }),
    dates: rowText(dates.map(({ date }) => formatDateForDisplay(date)).join(', ')),
    location: { uri, range: rangeIn(uri, shift(value.span, at)) },
  };
}

/** What is left of a citation without source and date. The text of closed briefs is not kept, so it is named by its kind. */
function lostName(citation: Citation): string | undefined {
  const { lostRule } = formOf(citation);
  if (lostRule === 'placeholder-source') return l10n.t('Placeholder');
  if (lostRule === 'assistant-leftover') return l10n.t('Left by a chat assistant');
  switch (citation.loss) {
    case 'no-note':
      return l10n.t('Marker without a note');
    case 'no-notes':
      return l10n.t('Markers without any notes');
    case 'empty-note':
      return l10n.t('Empty note');
    case 'unclosed-marker':
      return l10n.t('Incomplete marker');
    case 'no-address':
      return l10n.t('Link without an address');
    case 'no-words':
      return l10n.t('Link without words');
    case undefined:
      return undefined;
  }
}

interface OutletGroup {
  readonly key: string;
  readonly name: string;
  readonly sources: readonly DefinedEntry<SourceEntry>[];
}

/** The sources grouped by outlet, sorted by its name. Sources without an outlet come last. */
function groupByOutlet({ workspace }: Pick<FeatureContext, 'workspace'>): OutletGroup[] {
  const scope = workspace.scopeOf('');
  const byKey = new Map<string, DefinedEntry<SourceEntry>[]>();
  for (const source of allSources(workspace)) {
    const { outlet } = source.entry;
    getOrInsert(byKey, outlet ? outletKey(scope, outlet.value) : '', () => []).push(source);
  }
  const outlets = [...byKey].map(([key, sources]) => {
    const writtenName = sources[0]!.entry.outlet?.value ?? '';
    return { key, sources, name: (writtenName && findOutlet(scope, writtenName)?.entry.name.value) || writtenName };
  });
  return outlets.sort((a, b) => Number(a.key === '') - Number(b.key === '') || compareNames(a.name, b.name));
}

function outletNode(
  { key, name, sources }: OutletGroup,
  count: UseCounter,
  { workspace, rangeIn }: FeatureContext,
): OutletNode {
  const entity = name ? findOutlet(workspace.scopeOf(''), name) : undefined;
  const cited = sources.reduce((sum, { uri, entry }) => sum + count('source', entry.id.value, uri).uses, 0);
  return {
    kind: 'outlet',
    id: `outlet ${key}`,
    key: { kind: 'outlet', key },
    name: rowText(name),
    rating: validGrade(entity?.entry.reliability?.value),
    reports: sources.length,
    cited,
    ...(entity && { location: { uri: entity.uri, range: rangeIn(entity.uri, entity.entry.id.span) } }),
  };
}

/** The reports of one outlet, latest first; undated ones last. */
export async function reportsOfOutlet(key: string, context: FeatureContext): Promise<LazyRows<SourceNode>> {
  const count = await context.workspace.countAllUses(context.yieldIfDue);
  const sources = [...(groupByOutlet(context).find((outlet) => outlet.key === key)?.sources ?? [])];
  const titleOf = ({ title, id }: SourceEntry) => title ?? id.value;
  sources.sort(({ entry: a }, { entry: b }) => {
    const [left, right] = [a.issued?.value, b.issued?.value];
    const dated = Number(left?.year === undefined) - Number(right?.year === undefined);
    const later = left && right ? compareDates(right, left) || (right.year ?? 0) - (left.year ?? 0) : 0;
    return dated || later || compareNames(titleOf(a), titleOf(b));
  });
  return createRows(sources, (source) => sourceNode(source, count, context));
}

const webUrl = /^https?:\/\/[^\s]+$/i;
const MAX_URL_LENGTH = 2_000;

function sourceNode(
  { uri, entry }: DefinedEntry<SourceEntry>,
  count: UseCounter,
  { workspace, rangeIn }: FeatureContext,
): SourceNode {
  const id = entry.id.value;
  const outlet = entry.outlet && findOutlet(workspace.scopeOf(uri), entry.outlet.value);
  const reliability = validGrade(entry.reliability?.value ?? outlet?.entry.reliability?.value);
  const credibility = /^[1-6]$/.test(entry.credibility?.value ?? '') ? entry.credibility!.value : '';
  const cited = count('source', id, uri).uses;
  const url = entry.url?.value;
  const isWebUrl = url !== undefined && url.length <= MAX_URL_LENGTH && webUrl.test(url);
  return {
    kind: 'source',
    id: `source ${id} ${uri}`,
    ...(cited > 0 && { key: { kind: 'source', id, uri } }),
    title: rowText(entry.title ?? id),
    date: entry.issued ? formatDateForDisplay(entry.issued.value) : '',
    rating: reliability + credibility,
    ratingWords: formatRating(reliability || undefined, credibility || undefined) ?? '',
    cited,
    ...(isWebUrl && { url }),
    location: { uri, range: rangeIn(uri, entry.id.span) },
  };
}

function validGrade(letter: string | undefined): string {
  return letter && /^[A-F]$/.test(letter) ? letter : '';
}
