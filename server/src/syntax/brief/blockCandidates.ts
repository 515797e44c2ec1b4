/** What a block may hold depending on the rest of the brief. */

import type { Span } from '../../base/text/span.ts';
import type { Inlines } from '../ast.ts';
import type { AuthorDateItem, BlockCandidates, LinkReference } from '../candidates.ts';
import { findAuthorDates } from '../citation/authorDate.ts';
import { createOverlapCheck } from '../citation/findOutside.ts';
import { findLinkCandidates } from '../citation/linkCandidates.ts';
import { findNoteCandidates } from '../citation/notes/noteCandidates.ts';
import { hasEmptyLabel } from '../citation/sourceLines.ts';

const NO_REFERENCES: readonly LinkReference[] = [];
const NO_AUTHOR_DATES: readonly AuthorDateItem[] = [];

/** The candidates of a block; undefined if it has none. Linear in the length of the text. */
export function findBlockCandidates(text: string, inlines: Inlines): BlockCandidates | undefined {
  const { atoms, groups, citations } = inlines;
  const { openers, markers } = findNoteCandidates(text, atoms);
  const references = text.includes('][')
    ? findLinkCandidates(text, atoms).flatMap(({ kind, span, text: words, label }) =>
        kind === 'reference' ? [{ span, text: words!, label: label! }] : [],
      )
    : NO_REFERENCES;
  const found = groups.length > 0 ? findAuthorDates(text, groups) : NO_AUTHOR_DATES;
  const authorDates = found.length > 0 ? found.filter(createFreeCheck(citations.map(({ span }) => span))) : found;
  const hasLabel = hasEmptyLabel(text);
  if (openers.length + markers.length + references.length + authorDates.length === 0 && !hasLabel) return undefined;
  return { openers, markers, references, authorDates, hasEmptyLabel: hasLabel };
}

/** Whether no citation has been read where the item is. */
function createFreeCheck(groups: readonly Span[]): (item: AuthorDateItem) => boolean {
  const isFree = createOverlapCheck(groups);
  return ({ span }) => isFree(span);
}
