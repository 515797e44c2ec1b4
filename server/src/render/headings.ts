/** The levels of headings on a page, whatever marks the brief gives them. */

import type { Brief } from '../syntax/ast.ts';
import { sectionsOf } from '../syntax/brief/brief.ts';
import { titleOf } from './title.ts';

const MAX_LEVEL = 6;

/**
 * The level of each heading by its offset: 1 for the title of the brief, 2 for headings that are below none but the title, and one
 * more for those below. Headings of one level in a section have one level on the page.
 */
export function headingLevels(brief: Brief): ReadonlyMap<number, number> {
  const title = titleOf(brief).line;
  const levels = new Map<number, number>();
  /** The written levels of the headings around. */
  const open: number[] = [];
  for (const { title: heading, level } of sectionsOf(brief)) {
    const { start } = heading.span;
    if (start === title) {
      levels.set(start, 1);
      continue;
    }
    while (open.length > 0 && open.at(-1)! >= level) open.pop();
    levels.set(start, Math.min(MAX_LEVEL, open.length + 2));
    open.push(level);
  }
  return levels;
}
