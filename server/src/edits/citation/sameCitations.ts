/** Whether an edit leaves a whole brief as it is read: an edit of one citation may change how another is understood. */

import { outermostSpans, type Span, shift } from '../../base/text/span.ts';
import type { Block, Brief, CalendarDate, Citation } from '../../syntax/ast.ts';
import { briefDateOf } from '../../syntax/brief/brief.ts';
import { inferYear, isSameDate } from '../../syntax/date/calendar.ts';

/** The blocks in which two briefs differ, with the date of the brief, which decides about years. */
interface Part {
  readonly brief: Brief;
  readonly blocks: readonly Block[];
  readonly first: number;
  readonly date: CalendarDate | undefined;
}

/**
 * Whether both briefs have the same citations, each with its source and date, in whatever order and form, the same text around
 * them, and the same emphasis. Blocks that are the same objects are not looked at.
 */
export function haveSameCitations(before: Brief, after: Brief): boolean {
  const [dateBefore, dateAfter] = [briefDateOf(before)?.value, briefDateOf(after)?.value];
  if (!isSameDate(dateBefore, dateAfter)) return false;
  const [longest, shortest] = [before.blocks, after.blocks].sort((a, b) => b.length - a.length) as [Block[], Block[]];
  let first = 0;
  while (first < shortest.length && before.blocks[first] === after.blocks[first]) first++;
  let same = 0;
  while (same < shortest.length - first && longest.at(-1 - same) === shortest.at(-1 - same)) same++;
  const partOf = (brief: Brief, date: CalendarDate | undefined): Part => ({
    brief,
    blocks: brief.blocks.slice(first, brief.blocks.length - same),
    first,
    date,
  });
  const [partBefore, partAfter] = [partOf(before, dateBefore), partOf(after, dateAfter)];
  return (
    textAround(partBefore) === textAround(partAfter) &&
    markupIn(partBefore) === markupIn(partAfter) &&
    citationsIn(partBefore).join('\n') === citationsIn(partAfter).join('\n')
  );
}

/** Whether both briefs cite the same, each source with its date, whatever stands around the citations. */
export function citeTheSame(before: Brief, after: Brief): boolean {
  const all = (brief: Brief) =>
    citationsIn({ brief, blocks: brief.blocks, first: 0, date: briefDateOf(brief)?.value }).join('\n');
  return all(before) === all(after);
}

/** What is cited, in alphabetical order: the order of the sources in a parenthesis is a matter of form. */
function citationsIn({ blocks, date }: Part): string[] {
  return blocks.flatMap(({ citations }) => citations.map((citation) => meaningOf(citation, date))).sort();
}

function meaningOf(
  { source, title, author, when, locator, url, archive, id, loss }: Citation,
  date: CalendarDate | undefined,
): string {
  const dayOf = (value: CalendarDate | undefined) => {
    const { year, month, day } = value ? inferYear(value, date) : {};
    return [year, month, day];
  };
  const days = when?.dates.map(({ value, until, calendar }) => [dayOf(value), dayOf(until), calendar]);
  const words = [source?.name, title?.value, author?.value, locator?.value, url?.value, archive?.value, id?.value];
  return JSON.stringify([words, days, when?.accessed, loss]);
}

/** The tags in their order, since one closes another, and the marks of emphasis. */
function markupIn({ brief: { text, starts }, blocks, first }: Part): string {
  const last = first + blocks.length;
  const words = text.slice(starts[first] ?? text.length, starts[last] ?? text.length);
  return [...(words.match(htmlTag) ?? []), words.match(emphasisMark)?.length].join('\n');
}

const htmlTag = /<\/?[a-z][^<>]{0,200}>/gi;
const emphasisMark = /\*/g;

/** The text outside the parentheses, notes and links that are citations. */
function textAround({ brief: { text, starts }, blocks, first }: Part): string {
  const groups: Span[] = [];
  let end = starts[first] ?? text.length;
  let at = end;
  for (const [index, block] of blocks.entries()) {
    const start = starts[first + index]!;
    end = start + block.length;
    for (const { group } of block.citations) groups.push(shift(group, start));
  }
  let around = '';
  for (const group of outermostSpans(groups)) {
    around += `${text.slice(at, group.start)}\uFFFF`;
    at = group.end;
  }
  return around + text.slice(at, end);
}
