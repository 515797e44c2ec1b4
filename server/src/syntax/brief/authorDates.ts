/** Whether a brief cites by author and year, and which of its parentheses do. docs/format.md, "Author–date". */

import type { Block, CalendarDate, Citation } from '../ast.ts';
import type { AuthorDateItem, ReferenceEntry } from '../candidates.ts';
import { isKnownOutlet } from '../citation/agencies.ts';
import { isEntryOf, readReferenceEntry } from '../citation/authorDate.ts';
import { createCitation } from '../citation/createCitation.ts';
import { isSourceMissing } from '../citation/missing.ts';
import { readNoteCitations } from '../citation/notes/noteCitations.ts';
import type { NoteBlock } from '../citation/notes/noteLists.ts';
import { isPlaceName } from '../citation/placeNames.ts';
import { addCitations, type BriefDraft, textOfBlock } from './briefDraft.ts';
import { perBlock } from './perBlock.ts';
import { createStableValue } from './stable.ts';

/** Without a reference list, fewer distinct references are coincidence. */
const MIN_DISTINCT_REFERENCES = 3;
const listItem = /^[ \t>]*(?:[-*+•·]|\d{1,3}[.)])?[ \t]*/;

/** `, April 18, 2025`, `“Low Tide,” , April 18`: the outlet of the entry is lost. */
const lostEntry = /^(?:[“"][^”"\n]{1,200}[”"]\s)?,\s/u;

interface Entry extends ReferenceEntry {
  readonly citations: readonly Citation[];
}

const stableCitation = createStableValue<Citation>();

/** The entries of a block of a reference list: its lines if it is a list, else the whole paragraph. */
const entriesOf = perBlock(({ content }: Block, text: string): readonly Entry[] => {
  const words = text.slice(content.start, content.end);
  const isList = /^[ \t>]*(?:[-*+•]|\d{1,3}[.)])\s/.test(words);
  const all = words.split('\n');
  const lines = isList || (all.length > 1 && all.every(isEntryLine)) ? all : [words];
  const entries: Entry[] = [];
  let at = content.start;
  for (const line of lines) {
    if (line.trim() === '') {
      at += line.length + 1;
      continue;
    }
    const start = at + listItem.exec(line)![0].length;
    const span = { start, end: Math.max(start, at + line.trimEnd().length) };
    const entry = readReferenceEntry(text, span);
    const spans = { span: { start, end: start }, content: span };
    const isLost = lostEntry.test(line.slice(start - at));
    const citations = span.end > start ? readNoteCitations(text, spans).map(({ citation }) => citation) : [];
    entries.push({
      ...(entry ?? { span, authors: '', year: '' }),
      citations: citations.filter((citation) => (isLost || !isSourceMissing(citation)) && !citation.isRepeat),
    });
    at += line.length + 1;
  }
  return entries;
});

/** `Guild of Ports. 2020a. Low Tide. …` */
const authorAndYear = /^[^.]{2,80}\. (?:19|20)\d\d[a-z]?\. /u;

/** Whether a line may be an entry of its own in a list without bullets and blank lines. */
function isEntryLine(line: string): boolean {
  const hasYear = /^\p{Lu}/u.test(line) && /(?<!\d)(?:19|20)\d\d(?!\d)|https?:\/\//.test(line);
  return hasYear && (line.includes(',') || authorAndYear.test(line));
}

/** Adds the citations of the reference list, and of the references that the brief makes by author and year. */
export function addAuthorDates(
  draft: BriefDraft,
  noteBlocks: readonly NoteBlock[],
  date: CalendarDate | undefined,
): void {
  const entries: ReferenceEntry[] = [];
  for (const index of referenceBlocks(draft, noteBlocks)) {
    const ofBlock = entriesOf(draft.blocks[index]!, textOfBlock(draft, index));
    entries.push(...ofBlock.filter(({ year }) => year !== ''));
    if (ofBlock.some(({ year, citations }) => year !== '' || citations.length > 0)) draft.noteBlocks.add(index);
    addCitations(
      draft,
      index,
      ofBlock.flatMap(({ citations }) => citations),
    );
  }
  const items = draft.blocks.map(({ candidates }) => candidates?.authorDates ?? []);
  const possible = items
    .flat()
    .filter((item) => item.author !== undefined && !item.isNarrative && isBefore(item, date));
  const isOn =
    entries.length > 0 ||
    (new Set(possible.map(({ author, year }) => `${author} ${year}`)).size >= MIN_DISTINCT_REFERENCES &&
      possible.some(({ isDistinctive }) => isDistinctive));
  for (const [index, ofBlock] of items.entries()) {
    const accepted = ofBlock.filter(
      (item) =>
        (item.author === undefined && !item.canBeText) ||
        (isOn && isBefore(item, date) && (item.author === undefined || isReference(item, ofBlock))),
    );
    addCitations(
      draft,
      index,
      accepted.map((item) => createReference(draft.blocks[index]!, item)),
    );
  }

  function isReference(item: AuthorDateItem, ofBlock: readonly AuthorDateItem[]): boolean {
    if (entries.length === 0) return !item.isNarrative && !isPlaceName(item.author!);
    if (isBound(item)) return true;
    if (item.isNarrative) return false;
    return (
      item.isDistinctive ||
      ofBlock.some(
        (other) => other.group.start === item.group.start && (isBound(other) || isKnownOutlet(other.author ?? '')),
      )
    );
  }

  function isBound(item: AuthorDateItem): boolean {
    return entries.some((entry) => isEntryOf(item, entry));
  }
}

function isBefore({ year }: AuthorDateItem, date: CalendarDate | undefined): boolean {
  const number = Number.parseInt(year, 10);
  return date?.year === undefined || Number.isNaN(number) || number <= date.year;
}

/** `[12]`, above the paragraph of its note. */
function isNumberAlone({ content }: Block): boolean {
  return content.end - content.start <= '[^1234]'.length;
}

/** The paragraphs under a heading such as *References* that are no notes. Behind notes stands what ends the page: `© 2022`, an address. */
function referenceBlocks({ blocks, noteBlocks: notes }: BriefDraft, noteBlocks: readonly NoteBlock[]): number[] {
  let isUnderHeading = false;
  return noteBlocks.flatMap(({ kind, candidates }, index) => {
    if (kind === 'heading' || kind === 'note-heading') isUnderHeading = kind === 'note-heading';
    if (notes.has(index) && !isNumberAlone(blocks[index]!)) isUnderHeading = false;
    const isText = kind === 'text' && blocks[index]!.shape !== 'note' && candidates.openers.length === 0;
    return isUnderHeading && isText ? [index] : [];
  });
}

function createReference(
  block: Block,
  { span, group, author, authorSpan, year, yearSpan, locator }: AuthorDateItem,
): Citation {
  return stableCitation(block, `${span.start} ${yearSpan.start}`, [span.end], () => {
    const number = Number.parseInt(year, 10);
    const dates = [{ value: Number.isNaN(number) ? {} : { year: number }, span: yearSpan }];
    return createCitation({
      form: 'author-date',
      span,
      group,
      source: author === undefined ? undefined : { ...authorSpan!, name: author },
      author: author === undefined ? undefined : { value: author, span: authorSpan! },
      when: { span: yearSpan, dates, accessed: false },
      locator,
    });
  });
}
