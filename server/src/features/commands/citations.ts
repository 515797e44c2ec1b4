import { citedInWords, citedWithTag } from '../../edits/citation/citationFormat.ts';
import type { Report } from '../../protocol/commands.ts';
import type { Brief, SourceEntry } from '../../syntax/ast.ts';
import { blockIndexAt, dateOf } from '../../syntax/brief/brief.ts';
import { isValidId } from '../../syntax/brief/inlines.ts';
import { sayDate } from '../../syntax/date/calendar.ts';
import { habitsOf, inLikelyOrder, sourcesOf } from '../completion/sources.ts';
import { command } from './command.ts';

/** Where a citation goes, and what stands around its words there. */
interface Slot {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  /** Among `[@keys]`. */
  readonly isKeys: boolean;
}

/** The reports that can be cited at a place, the likeliest first, and what to insert for each. */
export const citations = command('briefmark.server.citations', ({ position }, { brief, document, scope }) => {
  const { offset, before, after, isKeys } = slotAt(brief, document.offsetAt(position));
  const date = dateOf(brief)?.value;
  const choices = inLikelyOrder(sourcesOf(scope).values(), habitsOf(brief, scope))
    .filter(({ entry }) => isValidId(entry.id.value))
    .map(({ entry }) => {
      const words = isKeys ? undefined : citedInWords(entry, date);
      const tag = isKeys ? `@${entry.id.value}` : citedWithTag(entry, date);
      return { ...report(entry), ...(words && { words: before + words + after }), tag: before + tag + after };
    });
  return { version: document.version, at: document.positionAt(offset), choices };
});

/** Inside a citation group after the item the cursor touches; inside empty parentheses; else parentheses of its own. */
function slotAt(brief: Brief, offset: number): Slot {
  const index = blockIndexAt(brief, offset);
  const at = brief.starts[index] ?? 0;
  const inside = offset - at;
  const items = (brief.blocks[index]?.citations ?? []).filter(
    ({ group }) => group.start < inside && inside < group.end,
  );
  const [first] = items;
  // A source tag in running prose is a group of its own: beside it there is nothing to add to.
  if (first && /[([]/.test(brief.text.charAt(at + first.group.start)) && first.span.start > first.group.start) {
    const item = items.findLast(({ span }) => span.start <= inside) ?? first;
    return { offset: at + item.span.end, before: '; ', after: '', isKeys: first.form === 'key' };
  }
  const [left, right] = [brief.text.charAt(offset - 1), brief.text.charAt(offset)];
  if (left === '(' && right === ')') return { offset, before: '', after: '', isKeys: false };
  const space = left === '' || /[\s(]/.test(left) ? '' : ' ';
  return { offset, before: `${space}(`, after: ')', isKeys: false };
}

/** A source in words to choose it by. */
function report({ id, outlet, title, authors, issued }: SourceEntry): Report {
  return {
    id: id.value,
    outlet: outlet?.value ?? authors[0] ?? id.value,
    title: title ?? '',
    date: issued ? sayDate(issued.value) : '',
  };
}
