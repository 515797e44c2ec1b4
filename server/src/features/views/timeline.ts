/** The timeline: briefs, the reports they cite, and the dates in their prose. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { type Span, shift } from '../../base/text/span.ts';
import { fileName } from '../../edits/registry/targetRegistry.ts';
import { nonProseSpans } from '../../names/registryNames.ts';
import type { PictureRange, PictureRequests, PlainDate, Timeline, TimelineItem } from '../../protocol/pictures.ts';
import { isUnknownSource } from '../../rules/citations/unknownSource.ts';
import { knownNamesOf } from '../../scope/knownNames.ts';
import { type Resolution, resolveCitation } from '../../scope/resolveCitation.ts';
import { findOutlet, outletKey, type Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation } from '../../syntax/ast.ts';

import { briefDateOf, readBrief, stripTags } from '../../syntax/brief/brief.ts';
import { inferYear, isPossibleDate } from '../../syntax/date/calendar.ts';
import { findFullDates } from '../../syntax/date/fullDate.ts';
import { findYearlessDays } from '../../syntax/date/yearlessDays.ts';
import { findSentences } from '../../syntax/sentences.ts';

import type { BriefFacts } from '../../workspace/briefFacts.ts';
import type { Feature, FeatureContext } from '../feature.ts';
import { sortYielding } from '../support/yielding.ts';
import { briefsInRange } from './briefsInRange.ts';
import { compareNames, rowText } from './rowText.ts';

/** A timeline has at most this many items, the latest ones. */
const MAX_ITEMS = 2_000;
const MAX_LOCATIONS = 50;
/** The prose of further briefs is not searched for dates, because each has to be read. */
const MAX_SEARCHED_BRIEFS = 1_000;
const MAX_EVENTS_PER_BRIEF = 300;
const MAX_SENTENCE_LENGTH = 300;

type TimelineEntry = Omit<TimelineItem, 'locations' | 'count'> & {
  readonly occurrences: { readonly uri: string; readonly span: Span }[];
};

/** The timeline of the briefs in a range. */
export async function buildTimeline(range: PictureRange, context: FeatureContext): Promise<Timeline> {
  const { workspace, rangeIn, yieldIfDue } = context;
  const { isIndexed } = context.revisionOf('');
  const reports = new Map<string, TimelineEntry>();
  const items: TimelineEntry[] = [];
  let [undated, unread, searchedCount] = [0, 0, 0];
  const briefs = briefsInRange(range, workspace);
  for (const { uri, facts } of briefs) {
    await yieldIfDue();
    const date = toPlainDate(facts.date);
    const occurrences = [{ uri, span: { start: 0, end: 0 } }];
    if (date) items.push({ kind: 'brief', date, title: rowText(fileName(uri)), detail: '', occurrences });
    undated += addReports(uri, facts, workspace.scopeOf(uri), reports);
    if (++searchedCount > MAX_SEARCHED_BRIEFS) unread++;
    else items.push(...(await eventsIn(uri, context)));
  }
  const all = await sortYielding(
    [...items, ...reports.values()],
    (a, b) => dateSortKey(a.date) - dateSortKey(b.date) || compareNames(a.title, b.title),
    yieldIfDue,
  );
  return {
    items: all.slice(-MAX_ITEMS).map(({ occurrences, ...item }) => ({
      ...item,
      count: occurrences.length,
      locations: occurrences.slice(0, MAX_LOCATIONS).map(({ uri, span }) => ({ uri, range: rangeIn(uri, span) })),
    })),
    total: all.length,
    undated,
    unread,
    briefs: briefs.length,
    isIndexed,
  };
}

/** Adds the reports that a brief cites, each once; returns the number of citations without a year. */
function addReports(
  uri: string,
  { citations, date }: BriefFacts,
  scope: Scope,
  reports: Map<string, TimelineEntry>,
): number {
  let undated = 0;
  for (const { at, value } of citations) {
    const citedReports = citedReportsOf(value, resolveCitation(value, scope, date), scope);
    if (citedReports.length === 0) undated++;
    for (const { key, date: day, describe } of citedReports) {
      const item = getOrInsert(reports, key, () => ({
        kind: 'report' as const,
        date: day,
        ...describe(),
        occurrences: [],
      }));
      item.occurrences.push({ uri, span: shift(value.span, at) });
    }
  }
  return undated;
}

interface CitedReport extends Pick<TimelineItem, 'date'> {
  readonly key: string;
  /** Called once per report, however often it is cited. */
  readonly describe: () => Pick<TimelineItem, 'title' | 'detail' | 'state'>;
}

function citedReportsOf(citation: Citation, resolution: Resolution, scope: Scope): CitedReport[] {
  const { status, entries, dates } = resolution;
  if (status === 'resolved')
    return entries.flatMap(({ uri, entry }, index) => {
      const date = toPlainDate(entry.issued?.value) ?? toPlainDate((dates[index] ?? dates[0])?.date);
      const { id, title, outlet } = entry;
      const nameOf = (written: string) => findOutlet(scope, written)?.entry.name.value ?? written;
      // CSL markup in a title is shown as plain text.
      const describe = () => ({
        title: rowText(title ?? id.value),
        detail: rowText(outlet ? nameOf(outlet.value) : ''),
      });
      return date ? [{ key: `${uri} ${id.value}`, date, describe }] : [];
    });
  // An access date says nothing about the date of publication.
  if (citation.when?.accessed) return [];
  const name = citation.source?.name ?? citation.id?.value ?? '';
  const unresolvedState = status === 'missing' ? 'missing' : isUnknownSource(citation, resolution) && 'unknown';
  const outlet = citation.source ? outletKey(scope, name) : `id ${name}`;
  const describe: CitedReport['describe'] = () => ({
    title: rowText(name),
    detail: '',
    ...(unresolvedState && { state: unresolvedState }),
  });
  return dates.flatMap(({ date }) => {
    const plainDate = toPlainDate(date);
    return plainDate ? [{ key: `${status} ${outlet} ${dateSortKey(plainDate)}`, date: plainDate, describe }] : [];
  });
}

/** The days in the prose of a brief, each with its sentence. */
async function eventsIn(uri: string, { workspace, read }: FeatureContext): Promise<TimelineEntry[]> {
  const brief = workspace.brief(uri) ?? readBrief((await read(uri)) ?? '', uri, knownNamesOf(workspace.scopeOf(uri)));
  const events: TimelineEntry[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    if (block.kind !== 'paragraph' || block.shape !== 'prose') continue;
    events.push(...eventsInBlock(uri, brief, block, brief.starts[index]!));
    if (events.length >= MAX_EVENTS_PER_BRIEF) break;
  }
  return events.slice(0, MAX_EVENTS_PER_BRIEF);
}

const digit = /\d/;
/** What is announced is yet to come. */
const futureWords = /\b(?:will|shall|scheduled|upcoming|planned|due|expected|ahead)\b/i;
const sentenceEnd = /[.!?;)](?:\s|$)/;
/** What is announced lies at most this far ahead of the brief. */
const MAX_DAYS_AHEAD = 200;

interface DatedSpan {
  readonly date: PlainDate;
  readonly span: Span;
  readonly isYearInferred?: boolean;
}

/** The days without a year, with the year that the date of the brief gives them; none in a brief without a date. */
function daysWithoutYear(text: string, briefDate: CalendarDate | undefined): DatedSpan[] {
  if (briefDate?.year === undefined) return [];
  return [...findYearlessDays(text)].flatMap(({ month, day, span }): DatedSpan[] => {
    const latest = toPlainDate(inferYear({ month, day }, briefDate));
    if (!latest) return [];
    const next = { ...latest, year: latest.year + 1 };
    const before = text
      .slice(Math.max(0, span.start - MAX_SENTENCE_LENGTH), span.start)
      .split(sentenceEnd)
      .at(-1)!;
    const [after = ''] = text.slice(span.end, span.end + MAX_SENTENCE_LENGTH).split(sentenceEnd);
    const isAhead = daysBetween(briefDate, next) <= MAX_DAYS_AHEAD && futureWords.test(`${before} ${after}`);
    const date = isAhead && daysBetween(briefDate, next) < daysBetween(latest, briefDate) ? next : latest;
    return isPossibleDate(date) ? [{ date, span, isYearInferred: true }] : [];
  });
}

/** About how many days lie between two dates; what is not written counts as the first. */
function daysBetween(a: CalendarDate, b: CalendarDate): number {
  const dayNumber = ({ year = 0, month = 1, day = 1 }: CalendarDate) => Date.UTC(year, month - 1, day) / 86_400_000;
  return dayNumber(b) - dayNumber(a);
}

function eventsInBlock(uri: string, brief: Brief, block: Block, blockStart: number): TimelineEntry[] {
  const text = brief.text.slice(blockStart, blockStart + block.content.end);
  if (!digit.test(text)) return [];
  const maskedSpans = nonProseSpans(block, text);
  const prose = maskSpans(text, maskedSpans);
  const full = [...findFullDates(prose)];
  const withYear = full.flatMap(({ value, span }): DatedSpan[] => {
    const date = toPlainDate(value);
    // `1.2.10` is usually a number; dates are written with the full year.
    return date && text.slice(span.start, span.end).includes(String(date.year)) ? [{ date, span }] : [];
  });
  const rest = maskSpans(
    prose,
    full.map(({ span }) => span),
  );
  const dates = [...withYear, ...daysWithoutYear(rest, briefDateOf(brief)?.value)];
  if (dates.length === 0) return [];
  dates.sort((a, b) => a.span.start - b.span.start);
  const sentences = [...findSentences(text, block.content, maskedSpans)];
  let sentenceIndex = 0;
  return dates.slice(0, MAX_EVENTS_PER_BRIEF).map(({ date, span, isYearInferred }) => {
    while (sentenceIndex < sentences.length - 1 && sentences[sentenceIndex]!.end <= span.start) sentenceIndex++;
    const sentence = sentences[sentenceIndex] ?? block.content;
    const end = Math.min(sentence.end, sentence.start + 4 * MAX_SENTENCE_LENGTH);
    const sentenceText = rowText(
      stripTags(brief, shift({ start: sentence.start, end }, blockStart)),
      MAX_SENTENCE_LENGTH,
    );
    const occurrences = [{ uri, span: shift(span, blockStart) }];
    const detail = rowText(fileName(uri));
    return { kind: 'event', date, ...(isYearInferred && { isYearInferred }), title: sentenceText, detail, occurrences };
  });
}

/** Replaces the spans with characters that cannot be part of a date, keeping all offsets. */
function maskSpans(text: string, spans: readonly Span[]): string {
  let masked = '';
  let position = 0;
  for (const { start, end } of spans) {
    masked += text.slice(position, start) + '|'.repeat(end - start);
    position = end;
  }
  return masked + text.slice(position);
}

/** A date that exists in the calendar; undefined without a year. */
function toPlainDate(date: CalendarDate | undefined): PlainDate | undefined {
  if (date?.year === undefined || !isPossibleDate(date)) return undefined;
  return { ...date, year: date.year };
}

function dateSortKey({ year, month = 0, day = 0 }: PlainDate): number {
  return year * 10_000 + month * 100 + day;
}

export const timelineFeature: Feature<
  PictureRequests['briefmark/timeline']['params'],
  PictureRequests['briefmark/timeline']['result']
> = {
  method: 'briefmark/timeline',
  capability: () => ({}),
  answer: buildTimeline,
};
