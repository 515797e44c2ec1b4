/** What is said of an entity, a source, a citation: the contents of hovers. */

import { sayRating } from '../model/admiralty.ts';
import { sayDate } from '../model/calendar.ts';
import { candidatesFor, type Resolution, reportsOf, resolve } from '../model/resolve.ts';
import { outletOf, type Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Brief, type BriefDate, dateOf } from '../syntax/brief.ts';
import type { Citation } from '../syntax/citation.ts';
import type { EntityEntry, SourceEntry } from '../syntax/registryTypes.ts';
import type { Line } from './card.ts';

/** A hover shows at most this many reports to choose from. */
const MOST_REPORTS = 6;

export interface At {
  readonly uri: string;
  readonly scope: Scope;
  readonly workspace: Workspace;
}

/** The page of a Wikidata item. */
export function wikidataAddress(item: string): string {
  return `https://www.wikidata.org/wiki/${encodeURIComponent(item)}`;
}

/** Who or what an entity is, and how often it is named. */
export function entityCard(entry: EntityEntry, at: At): Line[] {
  const { scope } = at;
  const lines: Line[] = [{ kind: 'title', text: entry.name.value, note: typeName(entry.type.value, scope) }];
  if (entry.aliases.length > 0) lines.push(field('Also', entry.aliases.map((alias) => alias.value).join(', ')));
  if (entry.description) lines.push({ kind: 'text', text: entry.description });
  if (entry.partOf) {
    const whole = scope.entities.get(entry.partOf.value)?.entry;
    lines.push(field('Part of', whole ? whole.name.value : `${entry.partOf.value} (not in the registry)`));
  }
  const rating = sayRating(entry.reliability?.value, undefined);
  if (rating) lines.push(field('Rating', rating));
  lines.push(field('Mentions', sayMentions(entry.id.value, at)));
  if (entry.wikidata)
    lines.push({
      kind: 'link',
      label: `Wikidata ${entry.wikidata.value}`,
      url: wikidataAddress(entry.wikidata.value),
    });
  return lines;
}

/** What stands behind a citation, or why nothing does. */
export function citationCard(citation: Citation, text: string, brief: Brief, at: At): Line[] {
  const briefDate = dateOf(brief);
  const resolution = resolve(citation, at.scope, briefDate?.value);
  switch (resolution.status) {
    case 'resolved':
      return resolution.entries.flatMap(({ entry }) => [
        ...sourceCard(entry, at),
        ...dateLines(resolution, briefDate, entry),
      ]);
    case 'missing':
      return missingCard(resolution, briefDate, text, at.scope);
    case 'ambiguous':
      return [
        { kind: 'title', text: citation.source?.name ?? text, note: `${resolution.entries.length} sources fit` },
        ...dateLines(resolution, briefDate),
        ...reportLines(resolution.entries.map(({ entry }) => entry)),
        { kind: 'text', text: 'Say which one is meant with a source tag.' },
      ];
    case 'unknown':
      return unknownCard(citation, resolution, briefDate, at.scope);
    case 'unchecked':
      return [
        {
          kind: 'title',
          text: resolution.outlet?.entry.name.value ?? citation.source?.name ?? citation.id?.value ?? text,
        },
        ...dateLines(resolution, briefDate),
        { kind: 'text', text: 'There is no registry of sources in this workspace, so citations are not checked.' },
      ];
  }
}

/** One report: outlet, title, date, rating, links, how often it is cited. */
export function sourceCard(entry: SourceEntry, { scope, workspace }: At): Line[] {
  const outlet = entry.outlet && outletOf(scope, entry.outlet.value)?.entry;
  const outletName = outlet?.name.value ?? entry.outlet?.value;
  const lines: Line[] = [{ kind: 'title', text: outletName ?? entry.id.value, note: entry.id.value }];
  if (entry.title) lines.push({ kind: 'text', text: entry.title });
  if (entry.authors.length > 0) lines.push(field('By', entry.authors.join(', ')));
  if (entry.issued) lines.push(field('Published', sayDate(entry.issued.value)));
  const rating = sayRating((entry.reliability ?? outlet?.reliability)?.value, entry.credibility?.value);
  if (rating) lines.push(field('Rating', rating));
  if (entry.url) lines.push({ kind: 'link', label: 'Open the report', url: entry.url.value });
  if (entry.archive) lines.push({ kind: 'link', label: 'Archived copy', url: entry.archive.value });
  const uses = workspace.occurrences('source', entry.id.value).filter(({ role }) => role !== 'definition');
  lines.push(field('Cited', `${times(uses.length)} in ${count(new Set(uses.map(({ uri }) => uri)).size, 'brief')}`));
  return lines;
}

function missingCard(resolution: Resolution, briefDate: BriefDate | undefined, text: string, scope: Scope): Line[] {
  const candidates = candidatesFor(resolution.dates, scope).map(({ entry }) => entry);
  const lines: Line[] = [
    { kind: 'title', text: 'The source is missing', note: text },
    {
      kind: 'text',
      text: 'Only the date is left of this citation: most likely the name was a link or a bare domain and got lost in copying.',
    },
    ...dateLines(resolution, briefDate),
  ];
  if (candidates.length > 0) {
    lines.push(
      { kind: 'text', text: `The registry has ${count(candidates.length, 'report')} of that day:` },
      ...reportLines(candidates),
    );
  } else if (scope.hasSources) lines.push({ kind: 'text', text: 'The registry has no report of that day.' });
  return lines;
}

function unknownCard(
  citation: Citation,
  resolution: Resolution,
  briefDate: BriefDate | undefined,
  scope: Scope,
): Line[] {
  const name = resolution.outlet?.entry.name.value ?? citation.source?.name;
  if (citation.id) {
    return [
      { kind: 'title', text: name ?? citation.id.value, note: 'unknown source' },
      { kind: 'text', text: `No source with the id “${citation.id.value}” is in the registry.` },
    ];
  }
  const others = citation.source ? reportsOf(scope, citation.source).map(({ entry }) => entry) : [];
  const lines: Line[] = [
    { kind: 'title', text: name ?? '', note: 'unknown source' },
    ...dateLines(resolution, briefDate),
  ];
  if (others.length === 0) lines.push({ kind: 'text', text: 'The registry has no report of this outlet.' });
  else lines.push({ kind: 'text', text: 'The registry has no report of this day. It has:' }, ...reportLines(others));
  return lines;
}

function reportLines(entries: readonly SourceEntry[]): Line[] {
  const lines = entries.slice(0, MOST_REPORTS).map((entry): Line => {
    const date = entry.issued ? `, ${sayDate(entry.issued.value)}` : '';
    const title = entry.title ? `: ${entry.title}` : '';
    return { kind: 'text', text: `• ${entry.outlet?.value ?? entry.id.value}${date}${title}` };
  });
  if (entries.length > MOST_REPORTS) lines.push({ kind: 'text', text: `… and ${entries.length - MOST_REPORTS} more` });
  return lines;
}

/** The dates of a citation as far as the card does not say them already; where the year comes from if nobody wrote it. */
function dateLines({ dates }: Resolution, briefDate: BriefDate | undefined, entry?: SourceEntry): Line[] {
  if (dates.length === 0) return [];
  const inferred = dates.some((date) => date.inferred);
  const why =
    inferred && briefDate
      ? ` (year inferred from the ${briefDate.from} of the brief, ${sayDate(briefDate.value)})`
      : '';
  const unknown = dates.some(({ date }) => date.year === undefined) ? ' (year unknown: the brief has no date)' : '';
  if (entry && why === '' && unknown === '') return [];
  const words = dates.map(({ date, until }) => sayDate(date) + (until ? ` to ${sayDate(until)}` : '')).join(', ');
  return [field('Cited date', words + why + unknown)];
}

function sayMentions(id: string, { uri, workspace }: At): string {
  const uses = workspace.occurrences('entity', id).filter(({ role }) => role === 'tag' || role === 'mention');
  const here = uses.filter((use) => use.uri === uri).length;
  const elsewhere = new Set(uses.filter((use) => use.uri !== uri).map((use) => use.uri)).size;
  return `${here} here, ${uses.length - here} elsewhere${elsewhere > 0 ? ` (in ${count(elsewhere, 'brief')})` : ''}`;
}

function typeName(type: string, scope: Scope): string {
  return scope.types.get(type)?.entry.name ?? type;
}

function field(label: string, value: string): Line {
  return { kind: 'field', label, value };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function times(number: number): string {
  return number === 1 ? 'once' : `${number} times`;
}
