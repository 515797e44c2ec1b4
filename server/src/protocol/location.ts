import type { Range } from 'vscode-languageserver';
/** A range in a file, like LSP's `Location`. */
export interface Location {
  readonly uri: string;
  readonly range: Range;
}
