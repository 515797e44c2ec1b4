/** The lists of sources below an empty label `Source:`. docs/format.md, "Source lines and datelines". */

import type { Span } from '../../base/text/span.ts';
import type { Block, Citation } from '../ast.ts';
import { type EmptyLabel, findEmptyLabels, readSourceList } from '../citation/notes/sourceLists.ts';
import { addCitations, type BriefDraft, textOfBlock } from './briefDraft.ts';
import { perBlock } from './perBlock.ts';
import { createStableValue } from './stable.ts';

interface SourceList {
  readonly citations: readonly Citation[] | undefined;
}

const stableList = createStableValue<SourceList>();
const NO_LABELS: readonly EmptyLabel[] = [];
const labelsOf = perBlock(({ content }: Block, text: string) => findEmptyLabels(text.slice(0, content.end)));

/** Adds the citations of lists below empty labels, which then have lost nothing. */
export function addSourceLists(draft: BriefDraft): void {
  const { blocks, noteBlocks } = draft;
  for (const [index, { candidates, announcesNotes }] of blocks.entries()) {
    const hasLabel = candidates?.hasEmptyLabel && !announcesNotes;
    for (const label of hasLabel ? labelsOf(blocks[index]!, textOfBlock(draft, index)) : NO_LABELS) {
      if (label.below.end > label.below.start) addList(draft, index, label, index, label.below);
      else if (blocks[index + 1]?.kind === 'paragraph' && !beginsWithSource(draft, index + 2)) {
        const { content } = blocks[index + 1]!;
        if (addList(draft, index, label, index + 1, { start: 0, end: content.end })) noteBlocks.add(index + 1);
      }
    }
  }
}

/** Whether a block begins with the source of the text above it, which then is an item of a digest, and no list. */
function beginsWithSource(draft: BriefDraft, index: number): boolean {
  const block = draft.blocks[index];
  if (block?.shape === 'source') return true;
  if (!block?.candidates?.hasEmptyLabel) return false;
  const [label] = labelsOf(block, textOfBlock(draft, index));
  return label !== undefined && label.span.start <= block.content.start;
}

/** Adds the list at `span` of the block `at`. Returns whether there is one. */
function addList(draft: BriefDraft, labelBlock: number, { span, indent }: EmptyLabel, at: number, list: Span): boolean {
  const { blocks, citations } = draft;
  const { citations: found } = stableList(blocks[at]!, `${list.start}`, [indent, list.end], () => ({
    citations: readSourceList(textOfBlock(draft, at), list, indent),
  }));
  if (!found) return false;
  const isLabel = (one: Citation) =>
    !one.source && !one.when && span.start <= one.span.start && one.span.end <= span.end;
  if (citations[labelBlock]!.some(isLabel))
    citations[labelBlock] = citations[labelBlock]!.filter((one) => !isLabel(one));
  addCitations(draft, at, found);
  return true;
}
