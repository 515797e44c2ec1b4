/** The dates of a citation in the style of a house: the words change, what they say stays. */

import type { Span } from '../../base/text/span.ts';
import type { CalendarDate, CitedDate, When } from '../../syntax/ast.ts';
import { compare, inferYear } from '../../syntax/date/calendar.ts';
import { daysInMonth, monthName } from '../../syntax/date/writtenDate.ts';

/** The month before the day or after it, in full or abbreviated; or ISO 8601. */
export interface DateForm {
  readonly order: 'month first' | 'day first' | 'ISO';
  readonly abbreviated: boolean;
}

const ABBREVIATIONS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

const numeric = /^\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?$/;
/** A hyphen inside a numeric date joins no two dates: what certainly does is looked for first. */
const joiners = [/^(.*?)( ?[–—] ?| - | (?:to|through|till|until) )(.*)$/i, /^(.*?)(-)(.*)$/];
const year = /(?<!\d)[12]\d{3}(?!\d)/;
const bare = /^\d{1,2}(?:st|nd|rd|th)?(?:,? [12]\d{3})?$/i;
const monthFirst = /^\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? [12]\d{3})?$/iu;
const dayFirst = /^\d{1,2}(?:st|nd|rd|th)?(?: of)? \p{L}{3,9}\.?(?:,? [12]\d{3})?$/iu;
const monthOnly = /^\p{L}{3,9}\.?(?:,? [12]\d{3})?$/iu;

/** How one date, or one end of a range, is written. */
type Shape = 'numeric' | 'named' | 'month' | 'bare';

/** A date of a citation as its words have it. */
interface Piece {
  readonly date: CitedDate;
  /** White space folded. */
  readonly words: string;
  readonly shape: Shape;
  readonly hasYear: boolean;
  /** The other end of a range, and what stands between the two. */
  readonly to?: { readonly shape: Shape; readonly hasYear: boolean; readonly joiner: string };
}

/**
 * The words of a time part in another form; `textOf` gives the words of its spans, `brief` is the date of the brief. A year is kept as it was
 * written or not; ISO gets the one that readers infer. Undefined where this form cannot say it.
 */
export function restyleDates(
  textOf: (span: Span) => string,
  when: When,
  form: DateForm,
  brief: CalendarDate | undefined,
): string | undefined {
  const pieces = when.dates.map((date) => readPiece(textOf(date.span), date));
  const first = when.dates[0]!;
  const last = when.dates.at(-1)!;
  let words = textOf({ start: when.span.start, end: first.span.start });
  // `Monday, 2021-09-06` is nobody's style.
  if (form.order === 'ISO' && hasWeekday(words)) return undefined;
  for (let from = 0; from < pieces.length; ) {
    const run = runAt(pieces, from);
    if (!run) return undefined;
    const ends = run.map(({ date }) => date.span.end);
    const gaps = ends.map((start, index) => textOf({ start, end: when.dates[from + index + 1]?.span.start ?? start }));
    if (form.order === 'ISO' && gaps.some(hasWeekday)) return undefined;
    const after = gaps.pop() ?? '';
    const written = form.order === 'ISO' ? writeIso(run, gaps, brief) : writeRun(run, gaps, form);
    if (written === undefined) return undefined;
    words += written + after;
    from += run.length;
  }
  return words + textOf({ start: last.span.end, end: when.span.end });
}

function hasWeekday(gap: string): boolean {
  return /(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*/iu.test(gap);
}

function readPiece(text: string, date: CitedDate): Piece | undefined {
  const words = text.replace(/\s+/g, ' ');
  const single = readShape(words);
  if (!date.until) return single && { date, words, ...single };
  for (const joiner of joiners) {
    const [, left = '', between = '', right = ''] = joiner.exec(words) ?? [];
    const [start, end] = [readShape(left), readShape(right)];
    if (start && end) return { date, words, ...start, to: { ...end, joiner: between } };
  }
  return undefined;
}

function readShape(words: string): Pick<Piece, 'shape' | 'hasYear'> | undefined {
  if (numeric.test(words)) return { shape: 'numeric', hasYear: true };
  const hasYear = year.test(words);
  if (bare.test(words)) return { shape: 'bare', hasYear };
  if (monthFirst.test(words) || dayFirst.test(words)) return { shape: 'named', hasYear };
  return monthOnly.test(words) ? { shape: 'month', hasYear } : undefined;
}

/** The pieces from `from` on that share one month name: `October 18, 28`, `18, 28 October`; undefined for any riddle. */
function runAt(pieces: readonly (Piece | undefined)[], from: number): Piece[] | undefined {
  const run: Piece[] = [];
  let named = false;
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) return undefined;
    const names = piece.shape !== 'bare' || (piece.to !== undefined && piece.to.shape !== 'bare');
    if (names && named) break;
    run.push(piece);
    // The days before the month end with it.
    if (names && run.length > 1) return shareMonth(run) ? run : undefined;
    named ||= names;
  }
  return named && shareMonth(run) ? run : undefined;
}

function shareMonth(run: readonly Piece[]): boolean {
  const { month } = run[0]!.date.value;
  const alike = ({ date: { value, until } }: Piece) => value.month === month && (until?.month ?? month) === month;
  return run.length === 1 || run.every((piece) => piece.shape !== 'month' && piece.shape !== 'numeric' && alike(piece));
}

function writeRun(run: readonly Piece[], gaps: readonly string[], form: DateForm): string | undefined {
  const [head] = run as [Piece];
  if (run.length === 1 && (!isCompact(head) || head.shape === 'month')) return writeFull(head, form);
  if (run.slice(0, -1).some((piece) => piece.hasYear || piece.to?.hasYear) && run.length > 1) return undefined;
  if (run.some(({ shape, to }) => to && shape !== 'bare' && to.shape !== 'bare' && shape !== 'numeric'))
    return undefined;
  const days = run.map(({ date, to }) => {
    const until = date.until?.day;
    return `${date.value.day}${until === undefined ? '' : `${to?.joiner.trim()}${until}`}`;
  });
  const list = days.map((day, index) => day + (gaps[index] ?? '')).join('');
  const last = run.at(-1)!;
  const wanted = last.hasYear || last.to?.hasYear;
  const { month, year } = { ...last.date.value, year: last.date.until?.year ?? last.date.value.year };
  const named = form.order === 'month first' ? `${nameOf(month!, form)} ${list}` : `${list} ${nameOf(month!, form)}`;
  if (!wanted || year === undefined) return named;
  return `${named}${form.order === 'month first' ? ',' : ''} ${year}`;
}

/** Whether the month of a range is, or may be, named once: `September 6–12`. */
function isCompact({ date: { value, until }, shape, to }: Piece): boolean {
  if (!to || !until) return shape === 'named';
  const isDashed = /[-–—]/.test(to.joiner);
  if (shape === 'bare' || to.shape === 'bare') return isDashed;
  const sameMonth = value.year === until.year && value.month === until.month;
  return shape === 'numeric' && to.shape === 'numeric' && isDashed && sameMonth && value.day !== undefined;
}

/** Every end of a range with its own month. */
function writeFull({ date: { value, until }, words, shape, hasYear, to }: Piece, form: DateForm): string | undefined {
  // Houses that abbreviate before a day do as they like where there is none.
  if (shape === 'month' && form.abbreviated) return words;
  const sameYear = until?.year !== undefined && value.year === until.year;
  const once = shape === 'numeric' && to?.shape === 'numeric' && sameYear;
  const start = writeDate(value, hasYear && !once, form);
  if (!to || !until) return start;
  const end = writeDate(until, to.hasYear, form);
  return start === undefined || end === undefined ? undefined : start + to.joiner + end;
}

function writeDate({ year, month, day }: CalendarDate, withYear: boolean, form: DateForm): string | undefined {
  if (month === undefined) return undefined;
  const name = day === undefined ? monthName(month) : nameOf(month, form);
  const words = day === undefined ? name : form.order === 'month first' ? `${name} ${day}` : `${day} ${name}`;
  if (!withYear || year === undefined) return words;
  return `${words}${form.order === 'month first' && day !== undefined ? ',' : ''} ${year}`;
}

function nameOf(month: number, { abbreviated }: DateForm): string {
  return abbreviated ? ABBREVIATIONS[month - 1]! : monthName(month);
}

function writeIso(run: readonly Piece[], gaps: readonly string[], brief: CalendarDate | undefined): string | undefined {
  let words = '';
  for (const [index, { date, shape, to }] of run.entries()) {
    const value = inferYear(date.value, brief);
    const until = date.until && inferYear(date.until, brief);
    const start = isoOf(value);
    const end = until && isoOf(until);
    if (start === undefined || (until && (end === undefined || compare(value, until) > 0))) return undefined;
    const isIso = shape === 'numeric' && to?.shape === 'numeric';
    const between = isIso || !to || !/[-–—]/.test(to.joiner) ? to?.joiner : ' – ';
    words += `${start}${end === undefined ? '' : between + end}${gaps[index] ?? ''}`;
  }
  return words;
}

function isoOf({ year, month, day }: CalendarDate): string | undefined {
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  if (day !== undefined && (day < 1 || day > daysInMonth(month, year))) return undefined;
  return [
    String(year),
    ...[month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))),
  ].join('-');
}
