/** Code lenses above the entries of a registry: how often each is cited or mentioned. A click lists the occurrences. */
import * as l10n from '@vscode/l10n';
import type { CodeLens, CodeLensParams, Command, Location } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import type { Registry } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import { isUse, type Occurrence } from '../../workspace/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';

/** The client command that lists locations. Arguments: [URI, position, locations], as in LSP. */
export const SHOW_REFERENCES = 'briefmark.showReferences';

/** An entry with a lens. `span` is the span of its id. */
export interface LensEntry {
  readonly kind: 'entity' | 'source';
  readonly id: string;
  readonly span: Span;
}

/** The title of a lens, and the occurrences it lists. */
export interface UsageSummary {
  readonly title: string;
  readonly occurrences: readonly Occurrence[];
}

/** The entries of a registry that get a lens, by position. */
export function lensEntries({ entities, sources }: Pick<Registry, 'entities' | 'sources'>): LensEntry[] {
  return [
    ...entities.map(({ id }) => ({ kind: 'entity' as const, id: id.value, span: id.span })),
    ...sources.map(({ id }) => ({ kind: 'source' as const, id: id.value, span: id.span })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/**
 * How often briefs use an entry; of a source also how many markers lead to its notes, of an outlet how many sources it published. Its
 * own definition does not count.
 */
export function usageOf(workspace: Workspace, { kind, id }: Pick<LensEntry, 'kind' | 'id'>): UsageSummary {
  const occurrences = workspace.occurrences(kind, id).filter(({ role }) => role !== 'definition');
  const occurrencesInBriefs = occurrences.filter(isUse);
  const briefs = new Set(occurrencesInBriefs.map(({ uri }) => uri)).size;
  if (kind === 'source') {
    const markerCount = occurrences.filter(({ role }) => role === 'marker').length;
    const title = formatCitedCount(occurrencesInBriefs.length, briefs);
    return { title: markerCount > 0 ? `${title}, ${formatMarkerCount(markerCount)}` : title, occurrences };
  }
  // An entity's id is used in `part_of`; a reference without an id is the name of an outlet.
  const reportCount = occurrences.filter(({ role, idSpan }) => role === 'reference' && !idSpan).length;
  const parts = [
    ...(occurrencesInBriefs.length > 0 ? [formatMentionCount(occurrencesInBriefs.length, briefs)] : []),
    ...(reportCount > 0 ? [formatSourceCount(reportCount)] : []),
  ];
  return { title: parts.join(', ') || l10n.t('never mentioned'), occurrences };
}

function formatCitedCount(times: number, briefs: number): string {
  if (times === 0) return l10n.t('never cited');
  if (times === 1) return l10n.t('cited once');
  return briefs > 1 ? l10n.t('cited {0} times in {1} briefs', times, briefs) : l10n.t('cited {0} times', times);
}

function formatMarkerCount(markers: number): string {
  return markers === 1 ? l10n.t('1 marker') : l10n.t('{0} markers', markers);
}

function formatMentionCount(mentions: number, briefs: number): string {
  if (mentions === 1) return l10n.t('1 mention');
  return briefs > 1 ? l10n.t('{0} mentions in {1} briefs', mentions, briefs) : l10n.t('{0} mentions', mentions);
}

function formatSourceCount(sources: number): string {
  return sources === 1 ? l10n.t('outlet of 1 source') : l10n.t('outlet of {0} sources', sources);
}

/** Above this number, checking whether any lens has changed costs more than resolving the visible ones again. */
const MAX_COMPARED_LENSES = 20;

/**
 * A string that is equal as long as no lens of the document changes its title or locations. Undefined for a document
 * with many lenses.
 */
export async function lensFingerprint(
  { workspace, yieldIfDue }: Pick<FeatureContext, 'workspace' | 'yieldIfDue'>,
  file: OpenFile,
): Promise<string | undefined> {
  const entries = lensEntries(registryOf(file));
  if (entries.length > MAX_COMPARED_LENSES) return undefined;
  const lines: string[] = [];
  for (const entry of entries) {
    await yieldIfDue();
    const { title, occurrences } = usageOf(workspace, entry);
    // Sorted, because a file that is read again moves to the end of the table.
    const positions = occurrences.map(({ uri, span }) => `${uri}#${span.start}`).sort();
    lines.push(`${title} ${positions.join(' ')}`);
  }
  return lines.join('\n');
}

const EMPTY_REGISTRY = { entities: [], sources: [] };

/** The entries of a registry, or those in the front matter of a brief. */
function registryOf(file: OpenFile): Pick<Registry, 'entities' | 'sources'> {
  return file.kind === 'registry' ? file.value : (frontMatterOf(file.value)?.registry ?? EMPTY_REGISTRY);
}

/** Data of a lens, which the client sends back to resolve it. */
interface LensData extends Pick<LensEntry, 'kind' | 'id'> {
  readonly uri: string;
}

export const codeLensFeature: Feature<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  // Briefs have none.
  includedLanguages: [],
  answer({ textDocument: { uri } }, { open, revisionOf }) {
    const file = open(uri);
    if (!file || !revisionOf(uri).display.codeLens.enabled) return undefined;
    return lensEntries(registryOf(file)).map(({ kind, id, span }) => {
      const data: LensData = { uri, kind, id };
      return { range: toRange(file.document, span), data };
    });
  },
};

export const codeLensResolveFeature: Feature<CodeLens, CodeLens> = {
  method: 'codeLens/resolve',
  capability: () => ({}),
  answer(lens, { workspace, rangeIn, clientCommands }) {
    const data: unknown = lens.data;
    if (!isLensData(data)) return lens;
    const { title, occurrences } = usageOf(workspace, data);
    // A lens whose command is empty is shown as plain text.
    const textOnly: Command = { title, command: '' };
    if (occurrences.length === 0 || !clientCommands.has(SHOW_REFERENCES)) return { ...lens, command: textOnly };
    const locations = occurrences.map(({ uri, span }): Location => ({ uri, range: rangeIn(uri, span) }));
    const args = [data.uri, lens.range.start, locations];
    return { ...lens, command: { title, command: SHOW_REFERENCES, arguments: args } };
  },
};

function isLensData(data: unknown): data is LensData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, kind, id } = data as Partial<Record<keyof LensData, unknown>>;
  return typeof uri === 'string' && typeof id === 'string' && (kind === 'entity' || kind === 'source');
}
