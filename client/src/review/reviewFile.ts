/** The file with the review of a brief, beside it. */
import { FileSystemError, l10n, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { reviewUriOf } from '../../../server/src/protocol/review';

/** Where the review of a brief is kept. */
export function reviewFileOf(brief: Uri): Uri {
  return Uri.parse(reviewUriOf(brief.toString()));
}

/** The review of a brief, as it is in the editor; undefined if there is none. Throws if it cannot be opened. */
export async function openReview(brief: Uri): Promise<TextDocument | undefined> {
  const file = reviewFileOf(brief);
  try {
    await workspace.fs.stat(file);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
  return workspace.openTextDocument(file);
}

/** Replaces a part of the review, or creates its file. It is saved, unless it already had unsaved changes. */
export async function writeReview(
  brief: Uri,
  review: TextDocument | undefined,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): Promise<void> {
  const edit = new WorkspaceEdit();
  const wasDirty = review?.isDirty === true;
  if (review) edit.replace(review.uri, new Range(review.positionAt(start), review.positionAt(end)), text);
  else edit.createFile(reviewFileOf(brief), { contents: new TextEncoder().encode(text) });
  const isWritten = (await workspace.applyEdit(edit)) && (!review || wasDirty || (await review.save()));
  if (!isWritten) throw new Error(l10n.t('The review file could not be written.'));
}
