/**
 * The house style of a brief, as its own citations show it: which forms are no mistake in it, and the order of day and month in
 * figures. docs/format.md, "How dates are written".
 */

import { slice } from '../../base/text/span.ts';
import type { Citation, CitedDate, FormErrorKind, HouseStyle } from '../ast.ts';
import { isSourceMissing } from '../citation/missing.ts';
import { type BriefDraft, textOfBlock } from './briefDraft.ts';
import { inferLanguage } from './language.ts';

const monthFirstLanguages = /^(?:en(?:-US)?|fil)$/i;
/** With fewer citations, nothing is a habit. */
const MIN_CITATIONS = 4;

interface Tally {
  readonly errors: readonly FormErrorKind[];
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly ambiguous: number;
}

/** Slips that are no style, however often they occur. */
const noStyles = new Set<FormErrorKind>(['unread-date', 'unclosed']);

/** The slips are listed once for each citation. */
function tallyOf(citations: readonly Citation[]): Tally {
  const errors: FormErrorKind[] = [];
  let [dayFirst, monthFirst, ambiguous] = [0, 0, 0];
  for (const citation of citations) {
    const { formErrors, when } = citation;
    if (formErrors.length > 0 && !isSourceMissing(citation))
      errors.push(...new Set(formErrors.map(({ kind }) => kind).filter((kind) => !noStyles.has(kind))));
    for (const { order } of when?.dates ?? []) {
      if (order === 'day-first') dayFirst++;
      else if (order === 'month-first') monthFirst++;
      else if (order) ambiguous++;
    }
  }
  return { errors, dayFirst, monthFirst, ambiguous };
}

/** How many citations show a habit: what has lost its source shows none. */
export function countSourced(citations: readonly Citation[]): number {
  let count = 0;
  for (const citation of citations) if (!isSourceMissing(citation)) count++;
  return count;
}

/** By how many the dates with a month in letters that begin with the day outnumber the others. */
function writtenDayFirst(citations: readonly Citation[], text: string): number {
  let difference = 0;
  for (const { span } of citations.flatMap(({ when }) => when?.dates ?? [])) {
    if (/^\d{1,2}\D{0,3}\p{L}{3}/u.test(slice(text, span))) difference++;
    else if (/^\p{L}{3,12}\.?\s\d/u.test(slice(text, span))) difference--;
  }
  return difference;
}

/** The style of a brief, as the citations in its text and in its notes show it; undefined where it changes nothing about how they are read. */
export function readHouseStyle(draft: BriefDraft): HouseStyle | undefined {
  const { blocks, citations } = draft;
  const errors = new Map<FormErrorKind, number>();
  let [count, dayFirst, monthFirst, ambiguous] = [0, 0, 0, 0];
  for (const [index, block] of blocks.entries()) {
    const ofBlock = citations[index]!;
    count += countSourced(ofBlock);
    // Most paragraphs have neither slips nor dates in figures.
    if (block.isSelfContained && ofBlock === block.citations) continue;
    const tally = tallyOf(ofBlock);
    dayFirst += tally.dayFirst;
    monthFirst += tally.monthFirst;
    ambiguous += tally.ambiguous;
    for (const kind of tally.errors) errors.set(kind, (errors.get(kind) ?? 0) + 1);
  }
  const accepted = [...errors].flatMap(([kind, times]) =>
    count >= MIN_CITATIONS && times * 3 > count * 2 ? [kind] : [],
  );
  const isWrittenDayFirst = () => {
    const difference = citations.reduce(
      (sum, ofBlock, index) => (ofBlock.length > 0 ? sum + writtenDayFirst(ofBlock, textOfBlock(draft, index)) : sum),
      0,
    );
    if (difference !== 0) return difference > 0;
    const language = blocks[0]?.frontMatter?.lang?.value ?? inferLanguage(draft.text);
    return language !== undefined && !monthFirstLanguages.test(language);
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
