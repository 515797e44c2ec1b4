/** The file with the review of a brief, as text. */

import * as l10n from '@vscode/l10n';
import { findReview } from '../../protocol/review.ts';

/** The text of the file, or why it does not count, as a sentence. */
export type ReviewText = { readonly text: string } | { readonly problem: string };

/** The review of the brief with this URI; undefined if it has none. `read` reads a file, `exists` looks whether there is one. */
export async function readReviewText(
  brief: string,
  read: (uri: string) => Promise<string | undefined>,
  exists: (uri: string) => Promise<boolean> = async (uri) => (await read(uri)) !== undefined,
): Promise<ReviewText | undefined> {
  const { uri, ambiguous } = await findReview(brief, exists);
  if (ambiguous) return { problem: describeAmbiguous(uri, ambiguous) };
  const text = await read(uri);
  return text === undefined ? undefined : { text };
}

function describeAmbiguous(uri: string, names: readonly string[]): string {
  const [file = '', ...renamed] = [uri, ...names].map((one) => decodeURIComponent(one.slice(one.lastIndexOf('/') + 1)));
  return l10n.t(
    '{0} may be about another brief of that name and is not used. Rename it: {1}.',
    file,
    renamed.join(' / '),
  );
}
