/** Cards of entities, sources and citations, for hovers. */

import * as l10n from '@vscode/l10n';
import { formatRating } from '../../analysis/sourcing/admiralty.ts';
import { wikidataUrl } from '../../base/text/webAddress.ts';
import type { CardLine } from '../../protocol/card.ts';
import { type Resolution, reportsOfSource, resolveCitation, sourceCandidatesFor } from '../../scope/resolveCitation.ts';
import { findOutlet, type Scope } from '../../scope/scope.ts';
import type { Brief, BriefDate, Citation, EntityEntry, SourceEntry } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { formOf } from '../../syntax/citation/forms/index.ts';
import { formatDateForDisplay } from '../../syntax/date/calendar.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A card lists at most this many reports. */
const MAX_REPORTS = 6;

export interface CardContext {
  readonly uri: string;
  readonly scope: Scope;
  readonly workspace: Workspace;
  /** Whether all briefs have been read. Until then, counts are incomplete. */
  readonly isIndexed: boolean;
}

/** Who or what an entity is, and how often it is mentioned. */
export function entityCard(entry: EntityEntry, context: CardContext): CardLine[] {
  const { scope } = context;
  const lines: CardLine[] = [{ kind: 'title', text: entry.name.value, note: typeName(entry.type.value, scope) }];
  if (entry.aliases.length > 0) lines.push(field(l10n.t('Also'), entry.aliases.map((alias) => alias.value).join(', ')));
  if (entry.description) lines.push({ kind: 'text', text: entry.description });
  if (entry.partOf) {
    const parent = scope.entities.get(entry.partOf.value)?.entry;
    const parentName = parent ? parent.name.value : l10n.t('{0} (not in the registry)', entry.partOf.value);
    lines.push(field(l10n.t('Part of'), parentName));
  }
  const rating = formatRating(entry.reliability?.value, undefined);
  if (rating) lines.push(field(l10n.t('Rating'), rating));
  lines.push(field(l10n.t('Mentions'), withIncompleteNote(formatMentionCount(entry.id.value, context), context)));
  if (entry.wikidata)
    lines.push({
      kind: 'link',
      label: `Wikidata ${entry.wikidata.value}`,
      url: wikidataUrl(entry.wikidata.value),
    });
  return lines;
}

/** The source of a citation, or why it has none. */
export function citationCard(citation: Citation, text: string, brief: Brief, context: CardContext): CardLine[] {
  const briefDate = briefDateOf(brief);
  const resolution = resolveCitation(citation, context.scope, briefDate?.value);
  switch (resolution.status) {
    case 'resolved':
      return resolution.entries.flatMap(({ entry }) => [
        ...sourceCard(entry, context),
        ...dateLines(resolution, briefDate, entry),
      ]);
    case 'missing':
      return missingCard(citation, resolution, briefDate, text, context.scope);
    case 'ambiguous':
      return [
        {
          kind: 'title',
          text: citation.source?.name ?? text,
          note: l10n.t('{0} sources match', resolution.entries.length),
        },
        ...dateLines(resolution, briefDate),
        ...reportLines(resolution.entries.map(({ entry }) => entry)),
        { kind: 'text', text: l10n.t('Say which one is meant with a source tag.') },
      ];
    case 'unknown':
      return unknownCard(citation, resolution, briefDate, context.scope);
    case 'linked':
      return linkedCard(citation, resolution, briefDate);
    case 'unchecked':
      return [
        {
          kind: 'title',
          text: resolution.outlet?.entry.name.value ?? citation.source?.name ?? citation.id?.value ?? text,
        },
        ...dateLines(resolution, briefDate),
        {
          kind: 'text',
          text: l10n.t('There is no registry of sources in this workspace, so citations are not checked.'),
        },
      ];
  }
}

/** A citation with its own address, which no registry has. */
function linkedCard(
  { source, title, url, archive }: Citation,
  resolution: Resolution,
  date: BriefDate | undefined,
): CardLine[] {
  const name = resolution.outlet?.entry.name.value ?? source?.name ?? url?.value ?? archive?.value ?? '';
  const lines: CardLine[] = [{ kind: 'title', text: name }];
  if (title && title.value !== name) lines.push({ kind: 'text', text: title.value });
  lines.push(...dateLines(resolution, date));
  if (url) lines.push({ kind: 'link', label: l10n.t('Open the report'), url: url.value });
  if (archive) lines.push({ kind: 'link', label: l10n.t('Archived copy'), url: archive.value });
  return lines;
}

/** One report: outlet, title, date, rating, links, number of citations. */
export function sourceCard(entry: SourceEntry, context: CardContext): CardLine[] {
  const { scope, workspace } = context;
  const outlet = entry.outlet && findOutlet(scope, entry.outlet.value)?.entry;
  const outletName = outlet?.name.value ?? entry.outlet?.value;
  const lines: CardLine[] = [{ kind: 'title', text: outletName ?? entry.id.value, note: entry.id.value }];
  if (entry.title) lines.push({ kind: 'text', text: entry.title });
  if (entry.authors.length > 0) lines.push(field(l10n.t('By'), entry.authors.join(', ')));
  if (entry.issued) lines.push(field(l10n.t('Published'), formatDateForDisplay(entry.issued.value)));
  const rating = formatRating((entry.reliability ?? outlet?.reliability)?.value, entry.credibility?.value);
  if (rating) lines.push(field(l10n.t('Rating'), rating));
  if (entry.url) lines.push({ kind: 'link', label: l10n.t('Open the report'), url: entry.url.value });
  if (entry.archive) lines.push({ kind: 'link', label: l10n.t('Archived copy'), url: entry.archive.value });
  const usesByFile = workspace.usageCounts('source', entry.id.value);
  lines.push(
    field(l10n.t('Cited'), withIncompleteNote(formatUseCount(sum(usesByFile.values()), usesByFile.size), context)),
  );
  return lines;
}

function missingCard(
  citation: Citation,
  resolution: Resolution,
  briefDate: BriefDate | undefined,
  text: string,
  scope: Scope,
): CardLine[] {
  const candidates = sourceCandidatesFor(resolution.dates, scope).map(({ entry }) => entry);
  const lines: CardLine[] = [
    { kind: 'title', text: l10n.t('The source is missing'), note: text },
    { kind: 'text', text: explainMissing(citation) },
    ...dateLines(resolution, briefDate),
  ];
  if (!citation.when) return lines;
  if (candidates.length > 0) {
    const text =
      candidates.length === 1
        ? l10n.t('The registry has 1 report of that day:')
        : l10n.t('The registry has {0} reports of that day:', candidates.length);
    lines.push({ kind: 'text', text }, ...reportLines(candidates));
  } else if (scope.declaresSources)
    lines.push({ kind: 'text', text: l10n.t('The registry has no report of that day.') });
  return lines;
}

/** Why nothing leads to the source. */
function explainMissing(citation: Citation): string {
  const { lostRule } = formOf(citation);
  if (lostRule === 'placeholder-source') return l10n.t('This placeholder asks for a source.');
  if (lostRule === 'assistant-leftover') return l10n.t('This was left by a chat assistant and leads nowhere.');
  switch (citation.loss) {
    case 'no-note':
    case 'no-notes':
      return l10n.t('The note does not exist.');
    case 'empty-note':
      return l10n.t('The note is empty.');
    case 'unclosed-marker':
      return l10n.t('The note marker is incomplete.');
    case 'no-address':
      return l10n.t('The link has no address.');
    case 'no-words':
      return l10n.t('The link has no words.');
    case undefined:
      return citation.when
        ? l10n.t(
            'Only the date is left of this citation: most likely the name was a link or a bare domain and got lost in copying.',
          )
        : l10n.t('No name, date or address is left of this citation.');
  }
}

function unknownCard(
  citation: Citation,
  resolution: Resolution,
  briefDate: BriefDate | undefined,
  scope: Scope,
): CardLine[] {
  const name = resolution.outlet?.entry.name.value ?? citation.source?.name;
  if (citation.id) {
    return [
      { kind: 'title', text: name ?? citation.id.value, note: l10n.t('unknown source') },
      { kind: 'text', text: l10n.t('No source with the id “{0}” is in the registry.', citation.id.value) },
    ];
  }
  const others = citation.source ? reportsOfSource(scope, citation.source).map(({ entry }) => entry) : [];
  const lines: CardLine[] = [
    { kind: 'title', text: name ?? '', note: l10n.t('unknown source') },
    ...dateLines(resolution, briefDate),
  ];
  if (others.length === 0) lines.push({ kind: 'text', text: l10n.t('The registry has no report of this outlet.') });
  else {
    const text = l10n.t('The registry has no report of this day. It has:');
    lines.push({ kind: 'text', text }, ...reportLines(others));
  }
  return lines;
}

/** `• RFE/RL, September 5, 2021: Pilots leave`. */
export function reportLine(entry: SourceEntry): CardLine {
  const date = entry.issued ? `, ${formatDateForDisplay(entry.issued.value)}` : '';
  const title = entry.title ? `: ${entry.title}` : '';
  return { kind: 'text', text: `• ${entry.outlet?.value ?? entry.id.value}${date}${title}` };
}

function reportLines(entries: readonly SourceEntry[]): CardLine[] {
  const lines = entries.slice(0, MAX_REPORTS).map(reportLine);
  const hiddenCount = entries.length - MAX_REPORTS;
  if (hiddenCount > 0) lines.push({ kind: 'text', text: l10n.t('… and {0} more', hiddenCount) });
  return lines;
}

/** The dates of a citation, unless the card of its entry shows them already, with the origin of an inferred year. */
function dateLines({ dates }: Resolution, briefDate: BriefDate | undefined, entry?: SourceEntry): CardLine[] {
  if (dates.length === 0) return [];
  const notes: string[] = [];
  if (briefDate && dates.some((date) => date.isYearInferred)) notes.push(formatInferredYear(briefDate));
  if (dates.some(({ date }) => date.year === undefined)) notes.push(l10n.t('(year unknown: the brief has no date)'));
  if (entry && notes.length === 0) return [];
  const dateText = dates
    .map(({ date, until: endDate }) =>
      endDate
        ? l10n.t('{0} to {1}', formatDateForDisplay(date), formatDateForDisplay(endDate))
        : formatDateForDisplay(date),
    )
    .join(', ');
  return [field(l10n.t('Cited date'), [dateText, ...notes].join(' '))];
}

function formatInferredYear({ origin, value }: BriefDate): string {
  const day = formatDateForDisplay(value);
  switch (origin) {
    case 'front matter':
      return l10n.t('(year inferred from the front matter of the brief, {0})', day);
    case 'masthead':
    case 'dateline':
      return l10n.t('(year inferred from the masthead of the brief, {0})', day);
    case 'footer':
      return l10n.t('(year inferred from the footer of the brief, {0})', day);
    case 'file name':
      return l10n.t('(year inferred from the name of the file, {0})', day);
  }
}

function formatMentionCount(id: string, { uri, workspace }: CardContext): string {
  const usesByFile = workspace.usageCounts('entity', id);
  const here = usesByFile.get(uri) ?? 0;
  usesByFile.delete(uri);
  const elsewhere = usesByFile.size;
  const others = sum(usesByFile.values());
  if (elsewhere === 0) return l10n.t('{0} here, {1} elsewhere', here, others);
  return elsewhere === 1
    ? l10n.t('{0} here, {1} elsewhere (in 1 brief)', here, others)
    : l10n.t('{0} here, {1} elsewhere (in {2} briefs)', here, others, elsewhere);
}

function withIncompleteNote(text: string, { isIndexed }: CardContext): string {
  return isIndexed ? text : l10n.t('{0}, so far: the briefs are still being read', text);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function typeName(type: string, scope: Scope): string {
  return scope.types.get(type)?.entry.name ?? type;
}

function field(label: string, value: string): CardLine {
  return { kind: 'field', label, value };
}

/** `3 times in 2 briefs`. */
function formatUseCount(times: number, briefs: number): string {
  if (times === 1) return l10n.t('once in 1 brief');
  return briefs === 1 ? l10n.t('{0} times in 1 brief', times) : l10n.t('{0} times in {1} briefs', times, briefs);
}
