/**
 * The house style of a brief, as its own citations show it: which forms are no mistake in it, and the order of day and month in
 * figures. docs/format.md, "How dates are written".
 */

import { slice } from '../../base/text/span.ts';
import type { Block, Citation, CitedDate, FormErrorKind } from '../ast.ts';
import { perBlock } from './perBlock.ts';

export interface HouseStyle {
  /** Slips that more than two thirds of the citations share. */
  readonly accepted: readonly FormErrorKind[];
  readonly dayOrder: 'day-first' | 'month-first';
}

/** With fewer citations, nothing is a habit. */
const MIN_CITATIONS = 4;

interface Tally {
  readonly citations: number;
  readonly errors: ReadonlyMap<FormErrorKind, number>;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly ambiguous: number;
  /** Dates with a month in letters that begin with the day, and with the month. */
  readonly writtenDayFirst: number;
  readonly writtenMonthFirst: number;
}

const tallyOf = perBlock(({ citations }: Block, text: string): Tally => {
  const errors = new Map<FormErrorKind, number>();
  const counts = { dayFirst: 0, monthFirst: 0, ambiguous: 0, writtenDayFirst: 0, writtenMonthFirst: 0 };
  for (const { formErrors, when } of citations) {
    for (const kind of new Set(formErrors.map(({ kind }) => kind))) errors.set(kind, (errors.get(kind) ?? 0) + 1);
    for (const { order, span } of when?.dates ?? []) {
      if (order === 'day-first') counts.dayFirst++;
      else if (order === 'month-first') counts.monthFirst++;
      else if (order) counts.ambiguous++;
      else if (/^\d{1,2}\D{0,3}\p{L}{3}/u.test(slice(text, span))) counts.writtenDayFirst++;
      else if (/^\p{L}{3,12}\.?\s\d/u.test(slice(text, span))) counts.writtenMonthFirst++;
    }
  }
  return { citations: citations.length, errors, ...counts };
});

/** The style of a brief with these blocks; undefined where it changes nothing about how citations are read. */
export function readHouseStyle(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
): HouseStyle | undefined {
  let citations = 0;
  const errors = new Map<FormErrorKind, number>();
  const sum = { dayFirst: 0, monthFirst: 0, ambiguous: 0, writtenDayFirst: 0, writtenMonthFirst: 0 };
  for (const [index, block] of blocks.entries()) {
    if (block.citations.length === 0) continue;
    const tally = tallyOf(block, text.slice(starts[index]!, starts[index]! + block.length));
    citations += tally.citations;
    for (const [kind, count] of tally.errors) errors.set(kind, (errors.get(kind) ?? 0) + count);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += tally[key];
  }
  const accepted = [...errors].flatMap(([kind, count]) =>
    citations >= MIN_CITATIONS && count * 3 > citations * 2 ? [kind] : [],
  );
  const isDayFirst = sum.dayFirst > 0 || (sum.monthFirst === 0 && sum.writtenDayFirst > sum.writtenMonthFirst);
  const dayOrder = isDayFirst ? 'day-first' : 'month-first';
  return accepted.length > 0 || (sum.ambiguous > 0 && isDayFirst) ? { accepted, dayOrder } : undefined;
}

/** The citation as the house writes it: without the slips that are its habit, and with its order of day and month. */
export function applyHouseStyle(citation: Citation, { accepted, dayOrder }: HouseStyle): Citation {
  const formErrors = citation.formErrors.filter(({ kind }) => !accepted.includes(kind));
  const isReordered = dayOrder === 'day-first' && citation.when?.dates.some(({ order }) => order === 'ambiguous');
  if (formErrors.length === citation.formErrors.length && !isReordered) return citation;
  const when = isReordered ? { ...citation.when!, dates: citation.when!.dates.map(dayFirst) } : citation.when;
  return { ...citation, when, formErrors, template: undefined };
}

function dayFirst(date: CitedDate): CitedDate {
  if (date.order !== 'ambiguous') return date;
  const { month, day } = date.value;
  return { ...date, value: { ...date.value, month: day!, day: month! } };
}
