import type { Citation } from '../ast.ts';

/** Whether the text says that there is a source, and nothing leads to it: docs/format.md, "missing". */
export function isSourceMissing({ source, id, url, archive, title, when, isRepeat }: Citation): boolean {
  if (source || id || url || archive || isRepeat) return false;
  // A book can be cited by its title alone; a title with a date has lost its outlet.
  return !title || when !== undefined;
}
