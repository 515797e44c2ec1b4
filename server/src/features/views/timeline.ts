/** What has a day: the briefs, the reports they cite, and the days that their prose names. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import { notProse } from '../../names/mentions.ts';
import type { PictureRequests, PlainDate, Timeline, TimelineItem, Within } from '../../protocol/pictures.ts';
import { isUnknown } from '../../rules/citations/unknownSource.ts';
import { type Resolution, resolve } from '../../scope/resolveCitation.ts';
import { outletKey, outletOf, type Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation } from '../../syntax/ast.ts';

import { readBrief, stripTags } from '../../syntax/brief/brief.ts';
import { sentencesIn } from '../../syntax/brief/sentences.ts';

import { exists } from '../../syntax/date/calendar.ts';
import { fullDatesIn } from '../../syntax/date/fullDate.ts';

import type { BriefFacts } from '../../workspace/index/briefFacts.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { sortInTurns } from '../support/yielding.ts';
import { briefsWithin } from './briefsInRange.ts';
import { byName, oneLine } from './rowText.ts';

/** No timeline has more: the latest. */
const MOST_ITEMS = 2_000;
const MOST_PLACES = 50;
/** The prose of more briefs is not searched for dates. */
const MOST_READ = 1_000;
const MOST_EVENTS_IN_BRIEF = 300;
const LONGEST_SENTENCE = 300;

type Found = Omit<TimelineItem, 'places' | 'count'> & { readonly at: { readonly uri: string; readonly span: Span }[] };

/** The dated things of a brief or a folder. */
export async function timeline(within: Within, context: FeatureContext): Promise<Timeline> {
  const { workspace, rangeIn, giveWay } = context;
  const isIndexed = context.isIndexed();
  const reports = new Map<string, Found>();
  const items: Found[] = [];
  let [undated, unread, searched] = [0, 0, 0];
  const briefs = briefsWithin(within, workspace);
  for (const { uri, facts } of briefs) {
    await giveWay();
    const date = plain(facts.date);
    const at = [{ uri, span: { start: 0, end: 0 } }];
    if (date) items.push({ kind: 'brief', date, title: oneLine(fileName(uri)), detail: '', at });
    undated += addReports(uri, facts, workspace.scopeOf(uri), reports);
    if (++searched > MOST_READ) unread++;
    else items.push(...(await eventsIn(uri, context)));
  }
  const all = await sortInTurns(
    [...items, ...reports.values()],
    (a, b) => dateNumber(a.date) - dateNumber(b.date) || byName(a.title, b.title),
    giveWay,
  );
  return {
    items: all.slice(-MOST_ITEMS).map(({ at, ...item }) => ({
      ...item,
      count: at.length,
      places: at.slice(0, MOST_PLACES).map(({ uri, span }) => ({ uri, range: rangeIn(uri, span) })),
    })),
    total: all.length,
    undated,
    unread,
    briefs: briefs.length,
    isIndexed,
  };
}

/** Adds the reports that a brief cites, each once; answers how many citations have no year. */
function addReports(uri: string, { citations, date }: BriefFacts, scope: Scope, reports: Map<string, Found>): number {
  let undated = 0;
  for (const { at, value } of citations) {
    const found = reportsOf(value, resolve(value, scope, date), scope);
    if (found.length === 0) undated++;
    for (const { key, date: day, words } of found) {
      const item = getOrInsert(reports, key, () => ({ kind: 'report' as const, date: day, ...words(), at: [] }));
      item.at.push({ uri, span: shift(value.span, at) });
    }
  }
  return undated;
}

interface CitedReport extends Pick<TimelineItem, 'date'> {
  readonly key: string;
  /** Made once for all who cite it. */
  readonly words: () => Pick<TimelineItem, 'title' | 'detail' | 'state'>;
}

function reportsOf(citation: Citation, resolution: Resolution, scope: Scope): CitedReport[] {
  const { status, entries, dates } = resolution;
  if (status === 'resolved')
    return entries.flatMap(({ uri, entry }, index) => {
      const date = plain(entry.issued?.value) ?? plain((dates[index] ?? dates[0])?.date);
      const { id, title, outlet } = entry;
      const nameOf = (written: string) => outletOf(scope, written)?.entry.name.value ?? written;
      // A title in the markup of CSL is text here, too.
      const words = () => ({
        title: oneLine(title ?? id.value),
        detail: oneLine(outlet ? nameOf(outlet.value) : ''),
      });
      return date ? [{ key: `${uri} ${id.value}`, date, words }] : [];
    });
  // The day on which it was read says nothing of the day on which it came out.
  if (citation.when?.accessed) return [];
  const name = citation.source?.name ?? citation.id?.value ?? '';
  const open = status === 'missing' ? 'missing' : isUnknown(citation, resolution) && 'unknown';
  const outlet = citation.source ? outletKey(scope, name) : `id ${name}`;
  const words: CitedReport['words'] = () => ({ title: oneLine(name), detail: '', ...(open && { state: open }) });
  return dates.flatMap(({ date }) => {
    const day = plain(date);
    return day ? [{ key: `${status} ${outlet} ${dateNumber(day)}`, date: day, words }] : [];
  });
}

/** The full dates in the prose of a brief, each with its sentence. */
async function eventsIn(uri: string, { workspace, read }: FeatureContext): Promise<Found[]> {
  const brief = workspace.brief(uri) ?? readBrief((await read(uri)) ?? '');
  const found: Found[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.shape !== 'prose') continue;
    found.push(...eventsOf(uri, brief, block, brief.starts[index]!));
    if (found.length >= MOST_EVENTS_IN_BRIEF) break;
  }
  return found.slice(0, MOST_EVENTS_IN_BRIEF);
}

const number = /\d/;

function eventsOf(uri: string, brief: Brief, block: Block, start: number): Found[] {
  const text = brief.text.slice(start, start + block.content.end);
  if (!number.test(text)) return [];
  const hidden = notProse(block);
  const dates = [...fullDatesIn(withoutSpans(text, hidden))].flatMap(({ value, span }) => {
    const date = plain(value);
    // `1.2.10` is a number of something; a day is written with all of its year.
    return date && text.slice(span.start, span.end).includes(String(date.year)) ? [{ date, span }] : [];
  });
  if (dates.length === 0) return [];
  const sentences = [...sentencesIn(text, block.content, hidden)];
  let sentence = 0;
  return dates.slice(0, MOST_EVENTS_IN_BRIEF).map(({ date, span }) => {
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= span.start) sentence++;
    const around = sentences[sentence] ?? block.content;
    const end = Math.min(around.end, around.start + 4 * LONGEST_SENTENCE);
    const words = oneLine(stripTags(brief, shift({ start: around.start, end }, start)), LONGEST_SENTENCE);
    const at = [{ uri, span: shift(span, start) }];
    return { kind: 'event', date, title: words, detail: oneLine(fileName(uri)), at };
  });
}

/** The text with something in place of the spans that is no part of a date. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += text.slice(at, start) + '|'.repeat(end - start);
    at = end;
  }
  return rest + text.slice(at);
}

/** A day, month or year that the calendar has; undefined without a year. */
function plain(date: CalendarDate | undefined): PlainDate | undefined {
  if (date?.year === undefined || !exists(date)) return undefined;
  return { ...date, year: date.year };
}

function dateNumber({ year, month = 0, day = 0 }: PlainDate): number {
  return year * 10_000 + month * 100 + day;
}

export const timelineFeature: Feature<
  PictureRequests['briefmark/timeline']['params'],
  PictureRequests['briefmark/timeline']['result']
> = {
  method: 'briefmark/timeline',
  capability: () => ({}),
  answer: timeline,
};
