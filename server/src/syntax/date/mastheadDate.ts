/**
 * The day a line of a masthead dates its brief to (docs/format.md, "The date of the brief"): alone on the line, behind a key, behind an
 * issue number, at the end of a title, or as a date-time group.
 */

import type { Located } from '../../base/text/span.ts';
import { type CalendarDate, DATE_RANKS, type DatedLine, type DateRank } from '../ast.ts';
import { findFullDates } from './fullDate.ts';
import { MONTHS } from './monthNames.ts';

/** Longer lines are prose. */
const MAX_LINE_LENGTH = 200;

const segmentSeparator = /[|•·]/;
const keyedLine = /^([\p{L}][\p{L} ./'’-]{0,40}?)(?:\s*:|\s+(?=\d|\p{Lu}))/u;
const updatedKey =
  /^(?:(?:last )?(?:updated?|revised|modified)|date[ds]?(?: of (?:publication|issue|report))?|as of|draft(?: of)?|week ending|period ending|fecha|publication(?: date)?|release(?: date)?|issue date|report date|datum|data|date de publication|дата|tarih|التاريخ)$/iu;
const publishedKey =
  /^(?:(?:first |originally )?(?:published|posted|issued|released)(?: on)?|created|publicado|veröffentlicht|publié)$/iu;
const cutOffKey = /^(?:(?:information )?cut-?off(?: date)?|icod|information as of|data as of|status as of)$/iu;
const issueNumber = /(?:\b(?:volume|vol|number|no|issue|series|nr|núm|bulletin)\b\.? ?[\p{N}#]|№ ?\d)/iu;
const dateTimeGroup = /(?<![\p{L}\p{N}])(\d{2})\d{4}Z?\s?([A-Z]{3})\s?(\d{2}|\d{4})(?![\p{L}\p{N}])/u;
const onlyDressing = /^[\s*_()[\]#>"“”.]*$/u;

/** Whether one date says more about the date of a brief than another. */
export function outranks(one: DatedLine, other: DatedLine): boolean {
  return DATE_RANKS.indexOf(one.rank) < DATE_RANKS.indexOf(other.rank);
}

/** The date a line gives to its brief; undefined for a line that gives none, such as a title that speaks of a day. */
export function findMastheadDate(line: string, isHeading = false): DatedLine | undefined {
  if (line.length > MAX_LINE_LENGTH) return undefined;
  let at = 0;
  let found: DatedLine | undefined;
  for (const segment of line.split(segmentSeparator)) {
    const date = readSegment(segment, isHeading);
    if (date && (!found || outranks(date, found))) {
      found = { ...date, span: { start: date.span.start + at, end: date.span.end + at } };
    }
    at += segment.length + 1;
  }
  return found;
}

function readSegment(segment: string, isHeading: boolean): DatedLine | undefined {
  const group = readDateTimeGroup(segment);
  if (group) return { ...group, rank: 'updated' };
  const dates = [...findFullDates(segment, true)];
  // A period such as `March 4, 2022 to March 11, 2022` dates a brief to its last day.
  const date = dates.at(-1);
  if (!date) return undefined;
  const before = segment.slice(0, dates[0]!.span.start);
  const after = segment.slice(date.span.end);
  const rank = rankOf(before.replace(/[*_#>]/g, '').trim(), after, dates.length > 1, isHeading);
  return rank && { ...date, rank };
}

function rankOf(before: string, after: string, isPeriod: boolean, isHeading: boolean): DateRank | undefined {
  const endsHere = onlyDressing.test(after);
  if (onlyDressing.test(before)) {
    // `May 13, 2011 Analysis Series No. 688`, `4 March 2022 – Weekly brief`.
    return endsHere || issueNumber.test(after) || /^\s*(?:[-–—:,]\s|\()/u.test(after) ? 'updated' : undefined;
  }
  const whole = before.replace(/\s*:?$/, '');
  for (const key of [whole, keyedLine.exec(`${whole}:`)?.[1]?.trim() ?? '']) {
    if (updatedKey.test(key)) return 'updated';
    if (publishedKey.test(key)) return 'published';
    if (cutOffKey.test(key)) return 'cut-off';
  }
  if (issueNumber.test(before)) return 'updated';
  const isTitleEnd =
    endsHere && !isPeriod && /[\p{L}\p{N})”"’][,–—-]?\s*[,–—(]\s*$/u.test(`${before} `) && !/:/.test(before);
  return isTitleEnd || (isHeading && endsHere && /[,–—(]\s*$/u.test(before)) ? 'updated' : undefined;
}

/** `031200ZMAR22`: the third of March 2022, 12:00 Zulu. */
function readDateTimeGroup(text: string): Located<CalendarDate> | undefined {
  const match = dateTimeGroup.exec(text);
  const month = match ? MONTHS.findIndex((name) => name.startsWith(match[2]!.toLowerCase())) + 1 : 0;
  if (!match || month === 0) return undefined;
  const year = Number(match[3]!.length === 2 ? `20${match[3]}` : match[3]);
  const span = { start: match.index, end: match.index + match[0].length };
  return { value: { year, month, day: Number(match[1]) }, span };
}

const dateline = /^(?:\*\*)?\p{Lu}[\p{Lu}\p{M} .,'’/-]{2,60}(?:\([^)\n]{1,40}\))?,?\s+(?=\d|\p{Lu})/u;
const MAX_DATELINE_LENGTH = 120;

/** The date of `KYIV, March 4, 2022 — …`: the dateline of a first paragraph, when it has a year. */
export function findDatelineDate(paragraph: string): Located<CalendarDate> | undefined {
  const head = paragraph.slice(0, MAX_DATELINE_LENGTH);
  const match = dateline.exec(head);
  if (!match) return undefined;
  const [date] = findFullDates(head);
  if (!date || date.span.start > match[0].length + 12) return undefined;
  const before = head.slice(0, date.span.start);
  const after = head.slice(date.span.end);
  return /^[\p{Lu}\p{M}\s.,'’/()*-]+$/u.test(before) && /^\s*(?:\([^)\n]{1,40}\)\s*)?(?:--|[—–:-])/u.test(after)
    ? date
    : undefined;
}

/** The date in a file's name, such as `2022-03-03-sahel.brief.md` or `sahel_20220303.txt`. */
export function findFileNameDate(name: string): CalendarDate | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  return match ? { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) } : undefined;
}
