/** What a client says of how a text changed. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../base/text/span.ts';

/** Several changes as one: a thousand cursors must not copy a long text a thousand times. */
export interface MergedChange {
  readonly change: TextDocumentContentChangeEvent;
  /** What was replaced, in order of place; all of it counts in the text before. */
  readonly edits: readonly Edit[];
  /** The one edit that covers them all. */
  readonly whole: Edit;
}

/**
 * The changes as one. Undefined if they have to be made one after the other: when one replaces the whole text, or does not
 * lie before the one it follows, as those of several cursors do in most editors.
 */
export function mergeChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): MergedChange | undefined {
  const replaced: { start: number; end: number; text: string }[] = [];
  let previousStart: Position | undefined;
  for (const change of changes) {
    if (!('range' in change)) return undefined;
    const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    const [start, end] = [Math.min(a, b), Math.max(a, b)];
    // By the words of the client: a place in what the change before put in may be none in this text.
    if (previousStart && (isAfter(change.range.start, previousStart) || isAfter(change.range.end, previousStart)))
      return undefined;
    previousStart = document.positionAt(start);
    replaced.push({ start, end, text: change.text });
  }
  replaced.reverse();
  const [first, last] = [replaced[0], replaced.at(-1)];
  if (!first || !last) return undefined;
  const old = document.getText();
  let text = '';
  let at = first.start;
  for (const one of replaced) {
    text += old.slice(at, one.start) + one.text;
    at = one.end;
  }
  const range = { start: document.positionAt(first.start), end: document.positionAt(last.end) };
  return {
    change: { range, text },
    edits: replaced.map(({ start, end, text }) => ({ start, end, newLength: text.length })),
    whole: { start: first.start, end: last.end, newLength: text.length },
  };
}

function isAfter(a: Position, b: Position): boolean {
  return a.line > b.line || (a.line === b.line && a.character > b.character);
}
