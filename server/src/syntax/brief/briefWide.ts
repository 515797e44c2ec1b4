/**
 * What depends on the whole brief: which lines are notes, which numbers are markers, whether `(Filiu 2009)` is a reference, the house
 * style. Blocks hold candidates, which follow from their own text; this folds the candidates of all blocks into one outcome.
 *
 * A block that the outcome does not concern stays the same object, and so does one whose outcome is as before: what is memoized by
 * block or chunk stays valid.
 */

import { getOrInsert } from '../../base/memo/maps.ts';
import type { Block, Brief, CalendarDate, Citation, HouseStyle } from '../ast.ts';
import { repeatCitation } from '../citation/notes/noteCitations.ts';
import { NO_NOTES, readNoteSystem } from '../citation/notes/noteSystem.ts';
import type { KnownNames } from '../knownNames.ts';
import { addAuthorDates } from './authorDates.ts';
import { withOutcome } from './block.ts';
import { type BriefDraft, createDraft } from './briefDraft.ts';
import { applyHouseStyle, countSourced, readHouseStyle } from './houseStyle.ts';
import { addLinkReferences, definitionsOf } from './linkReferences.ts';
import { noteBlocksOf } from './noteBlocks.ts';
import { addNotes } from './noteOutcome.ts';
import { answerBlocks } from './registryAnswers.ts';
import { addSourceLists } from './sourceLists.ts';
import { createStableValue } from './stable.ts';

const stableBlock = createStableValue<Block>();
const stableCitation = createStableValue<Citation>();

type BriefWide = Pick<Brief, 'blocks' | 'notes' | 'hasQuestions' | 'houseStyle' | 'isIndependent'>;

/**
 * The blocks of a brief as the registries and the whole of it read them, and its notes. `date`: the date of the brief; `known`: what
 * the registries say.
 */
export function readBriefWide(
  text: string,
  blocks: readonly Block[],
  starts: readonly number[],
  date: CalendarDate | undefined,
  known: KnownNames,
): BriefWide {
  const ownBlocks = answerBlocks(text, blocks, starts, known);
  const open = ownBlocks.filter(({ isSelfContained }) => !isSelfContained);
  const hasQuestions = blocks.some(({ questions }) => questions);
  const isIndependent = open.every(dependsOnStyleAlone);
  if (open.length === 0)
    return { blocks: ownBlocks, notes: NO_NOTES, hasQuestions, houseStyle: undefined, isIndependent };
  const draft = createDraft(text, ownBlocks, starts, known);
  let notes = NO_NOTES;
  if (open.some(({ candidates, announcesNotes }) => candidates || announcesNotes)) {
    const addresses = definitionsOf(draft);
    const noteBlocks = noteBlocksOf(text, ownBlocks, starts, addresses);
    notes = readNoteSystem(noteBlocks);
    addNotes(draft, notes);
    addLinkReferences(draft, addresses);
    addAuthorDates(draft, noteBlocks, date);
    addSourceLists(draft);
  }
  if (open.some(({ citations }) => citations.some(({ isRepeat }) => isRepeat))) resolveRepeats(draft);
  const houseStyle = readHouseStyle(draft);
  return {
    blocks: ownBlocks.map((block, index) => deriveBlock(draft, block, index, houseStyle)),
    notes,
    hasQuestions: hasQuestions || draft.hasQuestions,
    houseStyle,
    isIndependent,
  };
}

function dependsOnStyleAlone({ candidates, announcesNotes, citations }: Block): boolean {
  return (
    !candidates &&
    !announcesNotes &&
    citations.every(({ isRepeat, when }) => !isRepeat && !when?.dates.some(({ order }) => order === 'ambiguous'))
  );
}

/**
 * The same after an edit, without looking at blocks that it did not touch; undefined if it may change how they are read. The blocks from
 * `first` to `last` were replaced by those of `ownBlocks` from `first` to `end`. Most edits are in a paragraph on its own.
 */
export function updateBriefWide(
  before: Brief,
  text: string,
  ownBlocks: readonly Block[],
  starts: readonly number[],
  { first, last, end }: { first: number; last: number; end: number },
): BriefWide | undefined {
  const { blocks, known, notes, houseStyle, isIndependent } = before;
  if (!isIndependent) return undefined;
  // Blocks beside the edit may have been looked at and kept.
  while (first < Math.min(last, end) && before.ownBlocks[first] === ownBlocks[first]) first++;
  while (first < Math.min(last, end) && before.ownBlocks[last - 1] === ownBlocks[end - 1]) {
    last--;
    end--;
  }
  const removed = answerBlocks(
    before.text,
    before.ownBlocks.slice(first, last),
    before.starts.slice(first, last),
    known,
  );
  const added = answerBlocks(text, ownBlocks.slice(first, end), starts.slice(first, end), known);
  const areAlone = [...removed, ...added].every(({ isSelfContained }) => isSelfContained);
  const sourcedIn = (some: readonly Block[]) => countSourced(some.flatMap(({ citations }) => citations));
  if (!areAlone || sourcedIn(removed) !== sourcedIn(added)) return undefined;
  const hasQuestions = ownBlocks.some(({ questions }) => questions);
  return {
    blocks: [...blocks.slice(0, first), ...added, ...blocks.slice(last)],
    notes,
    hasQuestions,
    houseStyle,
    isIndependent,
  };
}

/** `(ibid.)` in running text: the citation before it. */
function resolveRepeats({ blocks, citations }: BriefDraft): void {
  let previous: Citation | undefined;
  for (const [index, ofBlock] of citations.entries()) {
    if (ofBlock.some(({ isRepeat, source }) => isRepeat && !source)) {
      citations[index] = ofBlock.map((citation) => {
        const isOpen = citation.isRepeat && !citation.source && !citation.note;
        const earlier = previous;
        const read = isOpen
          ? stableCitation(blocks[index]!, `${citation.span.start}`, [citation, earlier], () =>
              repeatCitation(citation, earlier),
            )
          : citation;
        previous = read;
        return read;
      });
    } else previous = ofBlock.at(-1) ?? previous;
  }
}

function deriveBlock(
  { citations, markers, noteBlocks }: BriefDraft,
  block: Block,
  index: number,
  style: HouseStyle | undefined,
): Block {
  const ofBlock = citations[index]!;
  const markersOfBlock = markers.get(index);
  const isStyled =
    style !== undefined &&
    [ofBlock, ...(markersOfBlock ?? []).map((marker) => marker.citations)].some((some) =>
      some.some((citation) => applyHouseStyle(citation, style) !== citation),
    );
  const canBeNote = block.shape === 'prose' || block.shape === 'line' || block.shape === 'masthead';
  const shape = canBeNote && noteBlocks.has(index) ? 'note' : block.shape;
  if (ofBlock === block.citations && !markersOfBlock && !isStyled && shape === block.shape) return block;
  const key = isStyled ? `${shape} ${style.accepted} ${style.dayOrder}` : shape;
  return stableBlock(block, key, [...ofBlock, ...(markersOfBlock ?? [])], () => {
    const sorted = (markersOfBlock ?? []).sort((a, b) => a.start - b.start);
    if (!isStyled) return withOutcome(block, shape, ofBlock, sorted);
    // Two markers of one note hold the same citation.
    const styled = new Map<Citation, Citation>();
    const apply = (citation: Citation) => getOrInsert(styled, citation, () => applyHouseStyle(citation, style));
    const styledMarkers = sorted.map((marker) => ({ ...marker, citations: marker.citations.map(apply) }));
    return withOutcome(block, shape, ofBlock.map(apply), styledMarkers);
  });
}
