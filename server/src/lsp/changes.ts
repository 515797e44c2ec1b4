/** How the changes of one message turn one text into another. */

import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commonEnds } from '../base/memo/commonEnds.ts';
import type { Edit } from '../base/text/span.ts';

/** More changes in one message than this, such as those of a replacement in the whole file, are merged into one edit. */
const MAX_SEPARATE_CHANGES = 100;

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
  const areSeparate = changes.length <= MAX_SEPARATE_CHANGES && changes.every((change) => 'range' in change);
  if (!areSeparate || changes.length === 0) {
    const before = document.getText();
    TextDocument.update(document, [...changes], version);
    if (changes.length > 0) yield editBetween(before, document.getText());
    return;
  }
  for (const change of changes) {
    const [a, b] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    const edit = { start: Math.min(a, b), end: Math.max(a, b), newLength: change.text.length };
    TextDocument.update(document, [change], version);
    yield edit;
  }
}

/** The edit that turns one text into another and leaves their common beginning and end alone. */
function editBetween(before: string, after: string): Edit {
  const { start, tail } = commonEnds(before, after);
  return { start, end: before.length - tail, newLength: after.length - tail - start };
}
