/** Completion while someone types faster than the server answers. */
import { CompletionItem, CompletionList, Range } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** No typed text matches it, so that it is never shown. */
const UNMATCHABLE = '\u0000';

/**
 * For the first letters of a word the server answers with an empty, incomplete list. VS Code ignores `isIncomplete` on a list
 * without items, so an answer that arrives after more letters were typed would end the completion of the word. With one item in
 * the list, VS Code requests the list again.
 */
export const keepIncompleteList: NonNullable<Middleware['provideCompletionItem']> = async (
  document,
  position,
  context,
  token,
  next,
) => {
  const list = await next(document, position, context, token);
  if (!list || Array.isArray(list) || !list.isIncomplete || list.items.length > 0) return list;
  const item = new CompletionItem(UNMATCHABLE);
  item.filterText = UNMATCHABLE;
  // VS Code compares this range with the item: it contains at least the letter before the cursor.
  item.range = new Range(position.translate(0, -1), position);
  return new CompletionList([item], true);
};
