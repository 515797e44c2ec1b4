import type { Citation } from '../ast.ts';

/** Whether the text says that there is a source, and names none: docs/format.md, "missing". */
export function isSourceMissing({ source, id }: Citation): boolean {
  return !source && !id;
}
