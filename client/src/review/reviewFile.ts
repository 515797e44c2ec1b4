/** The file with the review of a brief, beside it. */
import { FileSystemError, l10n, Range, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { findReview } from '../../../server/src/protocol/review';
import { fileNameOf } from '../support/fileName';

/** The file of a review, and its text in the editor; undefined if there is no file yet. */
export interface ReviewFile {
  readonly uri: Uri;
  readonly document: TextDocument | undefined;
  /** Why the file is not used, as a sentence. */
  readonly problem?: string;
}

/** The review of a brief. Throws if it cannot be opened. */
export async function openReview(brief: Uri): Promise<ReviewFile> {
  const place = await findReview(brief.toString(), (file) => exists(Uri.parse(file)));
  const uri = Uri.parse(place.uri);
  if (place.ambiguous) {
    const names = place.ambiguous.map((name) => fileNameOf(Uri.parse(name))).join(' / ');
    return {
      uri,
      document: undefined,
      problem: l10n.t(
        '{0} may be about another brief of that name and is not used. Rename it: {1}.',
        fileNameOf(uri),
        names,
      ),
    };
  }
  return { uri, document: (await exists(uri)) ? await workspace.openTextDocument(uri) : undefined };
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

/** Replaces a part of the review, or creates its file. It is saved, unless it already had unsaved changes. */
export async function writeReview(
  { uri, document: review }: ReviewFile,
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): Promise<void> {
  const edit = new WorkspaceEdit();
  const wasDirty = review?.isDirty === true;
  if (review) edit.replace(review.uri, new Range(review.positionAt(start), review.positionAt(end)), text);
  else edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  const isWritten = (await workspace.applyEdit(edit)) && (!review || wasDirty || (await review.save()));
  if (!isWritten) throw new Error(l10n.t('The review file could not be written.'));
}
