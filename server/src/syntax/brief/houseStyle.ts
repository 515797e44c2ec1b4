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

const monthFirstLanguages = /^(?:en(?:-US)?|fil)$/i;
/** With fewer citations, nothing is a habit. */
const MIN_CITATIONS = 4;

interface Tally {
  readonly errors: readonly FormErrorKind[];
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly ambiguous: number;
}

/** The slips are listed once for each citation. */
const tallyOf = perBlock(({ citations }: Block): Tally => {
  const errors: FormErrorKind[] = [];
  let [dayFirst, monthFirst, ambiguous] = [0, 0, 0];
  for (const { formErrors, when } of citations) {
    if (formErrors.length > 0) errors.push(...new Set(formErrors.map(({ kind }) => kind)));
    for (const { order } of when?.dates ?? []) {
      if (order === 'day-first') dayFirst++;
      else if (order === 'month-first') monthFirst++;
      else if (order) ambiguous++;
    }
  }
  return { errors, dayFirst, monthFirst, ambiguous };
});

/** By how many the dates with a month in letters that begin with the day outnumber the others. */
const writtenDayFirst = perBlock(({ citations }: Block, text: string): number => {
  let difference = 0;
  for (const { span } of citations.flatMap(({ when }) => when?.dates ?? [])) {
    if (/^\d{1,2}\D{0,3}\p{L}{3}/u.test(slice(text, span))) difference++;
    else if (/^\p{L}{3,12}\.?\s\d/u.test(slice(text, span))) difference--;
  }
  return difference;
});

/** The style of a brief with these blocks; undefined where it changes nothing about how citations are read. */
export function readHouseStyle(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
): HouseStyle | undefined {
  const textOf = (index: number) => text.slice(starts[index]!, starts[index]! + blocks[index]!.length);
  const errors = new Map<FormErrorKind, number>();
  let [citations, dayFirst, monthFirst, ambiguous] = [0, 0, 0, 0];
  for (const block of blocks) {
    citations += block.citations.length;
    // The others have neither slips nor dates in figures.
    if (block.isSelfContained) continue;
    const tally = tallyOf(block, '');
    dayFirst += tally.dayFirst;
    monthFirst += tally.monthFirst;
    ambiguous += tally.ambiguous;
    for (const kind of tally.errors) errors.set(kind, (errors.get(kind) ?? 0) + 1);
  }
  const accepted = [...errors].flatMap(([kind, count]) =>
    citations >= MIN_CITATIONS && count * 3 > citations * 2 ? [kind] : [],
  );
  const lang = blocks[0]?.frontMatter?.lang?.value;
  const isWrittenDayFirst = () => {
    const difference = blocks.reduce(
      (sum, block, index) => (block.citations.length > 0 ? sum + writtenDayFirst(block, textOf(index)) : sum),
      0,
    );
    return difference > 0 || (difference === 0 && lang !== undefined && !monthFirstLanguages.test(lang));
  };
  const isDayFirst = dayFirst > 0 || (ambiguous > 0 && monthFirst === 0 && isWrittenDayFirst());
  const dayOrder = isDayFirst ? 'day-first' : 'month-first';
  return accepted.length > 0 || (ambiguous > 0 && isDayFirst) ? { accepted, dayOrder } : undefined;
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
