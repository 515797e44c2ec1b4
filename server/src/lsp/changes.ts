/** How the changes of one message turn one text into another. */

import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editBetween } from '../base/text/editBetween.ts';
import type { Edit } from '../base/text/span.ts';

/** More changes in one message than this, such as those of a replacement in the whole file, are merged into one edit. */
const MAX_SEPARATE_CHANGES = 100;
/** The largest number in LSP. */
const MAX_NUMBER = 2 ** 31 - 1;

/**
 * Applies the changes of one message to a document, each of which counts in the text after the one before it. Yields after
 * each the edit it made, which counts in the text before it. Many changes, and those that replace the whole text, make one
 * edit together: from the first to the last character that differs.
 */
export function* applyChanges(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): Generator<Edit> {
  const valid = changes.map(withValidRange);
  const areSeparate = changes.length <= MAX_SEPARATE_CHANGES && changes.every((change) => 'range' in change);
  if (!areSeparate || changes.length === 0) {
    const before = document.getText();
    TextDocument.update(document, valid, version);
    if (changes.length > 0) yield editBetween(before, document.getText());
    return;
  }
  for (const change of valid) {
    if (!('range' in change)) continue;
    const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    const edit = { start: Math.min(a, b), end: Math.max(a, b), newLength: change.text.length };
    TextDocument.update(document, [change], version);
    yield edit;
  }
}

/** A change whose positions are whole numbers: any other would make the offsets of everything after it invalid. */
function withValidRange(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return { text: change.text };
  const { start, end } = change.range;
  return { range: { start: validPosition(start), end: validPosition(end) }, text: change.text };
}

function validPosition({ line, character }: Position): Position {
  return { line: validNumber(line), character: validNumber(character) };
}

function validNumber(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(Math.trunc(value), MAX_NUMBER) : 0;
}
