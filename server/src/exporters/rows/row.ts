/** What the rows of a brief are made from. */

import { lineStarts, positionAt } from '../../base/text/positions.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief } from '../../syntax/ast.ts';

export interface ListedBrief {
  /** The path of its file as the user would write it. */
  readonly name: string;
  readonly brief: Brief;
  readonly scope: Scope;
}

/** A place in a file, as spreadsheets and editors count: from one. `column` counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The function that turns an offset of a brief into its place. */
export function locate({ text }: Brief): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => {
    const { line, character } = positionAt(starts, offset);
    return { line: line + 1, column: character + 1 };
  };
}
