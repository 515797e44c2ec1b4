import type { Range } from 'vscode-languageserver';
/** A place of a file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}
