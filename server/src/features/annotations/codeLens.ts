/** Above each entry of a registry: how often it is cited or named. A click shows where. */
import * as l10n from '@vscode/l10n';
import type { CodeLens, CodeLensParams, Command, Location } from 'vscode-languageserver';
import type { Span } from '../../base/text/span.ts';
import type { Registry } from '../../syntax/ast.ts';
import { frontMatterOf } from '../../syntax/brief/brief.ts';
import type { Occurrence } from '../../workspace/index/occurrences.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Feature, type FeatureContext, type OpenFile, toRange } from '../feature.ts';

/** The client's command that shows places: [URI, position, locations], as LSP has them. */
export const SHOW_REFERENCES = 'briefmark.showReferences';

/** What a lens stands above. `span` is the id of the entry. */
export interface LensEntry {
  readonly kind: 'entity' | 'source';
  readonly id: string;
  readonly span: Span;
}

/** What a lens says, and the places it is about. */
export interface Uses {
  readonly title: string;
  readonly places: readonly Occurrence[];
}

/** The entries of a registry that get a lens, in order of place. */
export function lensEntries({ entities, sources }: Pick<Registry, 'entities' | 'sources'>): LensEntry[] {
  return [
    ...entities.map(({ id }) => ({ kind: 'entity' as const, id: id.value, span: id.span })),
    ...sources.map(({ id }) => ({ kind: 'source' as const, id: id.value, span: id.span })),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** How often an entry is used in the briefs; of an outlet also for how many sources. Its own definition does not count. */
export function usesOf(workspace: Workspace, { kind, id }: Pick<LensEntry, 'kind' | 'id'>): Uses {
  const places = workspace.occurrences(kind, id).filter(({ role }) => role !== 'definition');
  const inBriefs = places.filter(({ role }) => role !== 'reference');
  const briefs = new Set(inBriefs.map(({ uri }) => uri)).size;
  if (kind === 'source') return { title: sayCited(inBriefs.length, briefs), places };
  // The id of an entity stands in `part_of`; a reference without one is the name of an outlet.
  const reports = places.filter(({ role, idSpan }) => role === 'reference' && !idSpan).length;
  const parts = [
    ...(inBriefs.length > 0 ? [sayMentioned(inBriefs.length, briefs)] : []),
    ...(reports > 0 ? [sayOutletOf(reports)] : []),
  ];
  return { title: parts.join(', ') || l10n.t('never mentioned'), places };
}

function sayCited(times: number, briefs: number): string {
  if (times === 0) return l10n.t('never cited');
  if (times === 1) return l10n.t('cited once');
  return briefs > 1 ? l10n.t('cited {0} times in {1} briefs', times, briefs) : l10n.t('cited {0} times', times);
}

function sayMentioned(mentions: number, briefs: number): string {
  if (mentions === 1) return l10n.t('1 mention');
  return briefs > 1 ? l10n.t('{0} mentions in {1} briefs', mentions, briefs) : l10n.t('{0} mentions', mentions);
}

function sayOutletOf(sources: number): string {
  return sources === 1 ? l10n.t('outlet of 1 source') : l10n.t('outlet of {0} sources', sources);
}

/** Of more lenses it takes longer to find out whether any has changed than to show those in view again. */
const MOST_COMPARED = 20;

/**
 * All that the lenses of a document say and where they lead: the same text as long as none of it has changed. Undefined
 * of a document with many.
 */
export async function lensState(
  { workspace, giveWay }: Pick<FeatureContext, 'workspace' | 'giveWay'>,
  file: OpenFile,
): Promise<string | undefined> {
  const entries = lensEntries(registryOf(file));
  if (entries.length > MOST_COMPARED) return undefined;
  const lines: string[] = [];
  for (const entry of entries) {
    await giveWay();
    const { title, places } = usesOf(workspace, entry);
    // Sorted, because a file that is read again moves to the end of the table.
    const where = places.map(({ uri, span }) => `${uri}#${span.start}`).sort();
    lines.push(`${title} ${where.join(' ')}`);
  }
  return lines.join('\n');
}

const nothing = { entities: [], sources: [] };

/** A registry's own entries, or those in the front matter of a brief. */
function registryOf(file: OpenFile): Pick<Registry, 'entities' | 'sources'> {
  return file.kind === 'registry' ? file.value : (frontMatterOf(file.value)?.registry ?? nothing);
}

/** What the client sends back when a lens comes into view. */
interface LensData extends Pick<LensEntry, 'kind' | 'id'> {
  readonly uri: string;
}

export const codeLensFeature: Feature<CodeLensParams, CodeLens[]> = {
  method: 'textDocument/codeLens',
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  answer({ textDocument: { uri } }, { open, settings }) {
    const file = open(uri);
    if (!file || !settings.codeLens.enabled) return undefined;
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
    const { title, places } = usesOf(workspace, data);
    // A command without a name is drawn as text.
    const text: Command = { title, command: '' };
    if (places.length === 0 || !clientCommands.has(SHOW_REFERENCES)) return { ...lens, command: text };
    const locations = places.map(({ uri, span }): Location => ({ uri, range: rangeIn(uri, span) }));
    const args = [data.uri, lens.range.start, locations];
    return { ...lens, command: { title, command: SHOW_REFERENCES, arguments: args } };
  },
};

function isLensData(data: unknown): data is LensData {
  if (typeof data !== 'object' || data === null) return false;
  const { uri, kind, id } = data as Partial<Record<keyof LensData, unknown>>;
  return typeof uri === 'string' && typeof id === 'string' && (kind === 'entity' || kind === 'source');
}
