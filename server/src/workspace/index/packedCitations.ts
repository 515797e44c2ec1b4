/** The citations and markers in packed facts. */

import { getOrInsert } from '../../base/memo/maps.ts';
import { createMemo } from '../../base/memo/memory.ts';
import { yearsKey } from '../../scope/resolveCitation.ts';
import type { CalendarDate, Citation, CitationTemplate, NoteMarker, Placed } from '../../syntax/ast.ts';
import type { PlacedCitation } from '../../syntax/brief/records.ts';
import { citationFromWords } from '../../syntax/citation/parentheticalCache.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import { forEachRow, type PackedFacts } from './packedRows.ts';
import { isCitationWith } from './possibleRecords.ts';
import type { StringTable } from './stringTable.ts';
import { readAgain } from './wholeBrief.ts';

/** The citations that count if the registries say `known`; with `includesKey`, only those whose citation key it accepts. */
export function packedCitationsOf(
  packed: PackedFacts,
  strings: StringTable,
  known: KnownNames,
  includesKey?: (key: number) => boolean,
): readonly PlacedCitation[] {
  const { numbers, rest } = packed;
  const again = rest?.whole && readAgain(rest.whole, known);
  if (again) return again.citations;
  const conditions = rest?.conditions;
  const citations: PlacedCitation[] = [];
  /** Of those in `citations`, and only where some depend on others. */
  const keys: number[] = [];
  forEachRow(packed, 'citations', (at, row) => {
    if (!conditions && includesKey && !includesKey(numbers[at + 6]!)) return;
    const citation = citationInRow(packed, strings, at, row);
    const condition = conditions?.get(row);
    if (!isCitationWith(citation.value, condition, known)) return;
    if (conditions) {
      const isOverlapping = () => {
        const last = citations.at(-1);
        return last?.at === citation.at && last.value.span.end > citation.value.span.start;
      };
      // What is read with the registries stands in the place of what is read without them; a key is text inside of another citation.
      if (condition && !citation.value.id)
        while (isOverlapping()) {
          citations.pop();
          keys.pop();
        }
      else if (isOverlapping()) return;
      keys.push(numbers[at + 6]!);
    }
    citations.push(citation);
  });
  return conditions && includesKey ? citations.filter((_, index) => includesKey(keys[index]!)) : citations;
}

/** One of the citations with this key, whether or not it counts. */
export function packedCitationWith(packed: PackedFacts, strings: StringTable, key: number): Citation | undefined {
  let found: Citation | undefined;
  forEachRow(packed, 'citations', (at, row) => {
    if (!found && packed.numbers[at + 6] === key) found = citationInRow(packed, strings, at, row).value;
  });
  return found;
}

function citationInRow({ numbers, rest }: PackedFacts, strings: StringTable, at: number, row: number): PlacedCitation {
  const words = numbers[at]!;
  const group = { start: numbers[at + 4]!, end: numbers[at + 5]! };
  const value =
    words < 0
      ? rest!.others![-1 - words]!
      : citationFromWords({ words: strings.stringAt(words), index: numbers[at + 1]! }, numbers[at + 3]!, group);
  const codes = rest?.silenced?.get(row);
  return { at: numbers[at + 2]!, value, ...(codes && { ignored: new Set(codes) }) };
}

/** The markers that point to notes with some of these citations, which are those of the brief if the registries say `known`. */
export function packedMarkersOf(
  packed: PackedFacts,
  citations: readonly PlacedCitation[],
  known: KnownNames,
): readonly Placed<NoteMarker>[] {
  const { numbers, rest } = packed;
  const again = rest?.whole && readAgain(rest.whole, known);
  if (again) return again.markers;
  const citationsByNote = new Map<number, Citation[]>();
  for (const { at, value } of citations)
    if (value.note) getOrInsert(citationsByNote, at + value.note.start, () => []).push(value);
  if (citationsByNote.size === 0) return [];
  const markers: { at: number; value: { start: number; end: number; citations: Citation[] } }[] = [];
  forEachRow(packed, 'markers', (row) => {
    const [at, start, end] = [numbers[row]!, numbers[row + 1]!, numbers[row + 2]!];
    const found = citationsByNote.get(numbers[row + 3]!);
    if (!found) return;
    const last = markers.at(-1);
    if (last?.at === at && last.value.start === start) last.value.citations.push(...found);
    else markers.push({ at, value: { start, end, citations: [...found] } });
  });
  return markers;
}

export interface CitationNumbers {
  readonly words: number;
  readonly key: number;
}

/** The numbers of a citation with a template, and what they were computed for. */
interface TemplateNumbers extends CitationNumbers {
  readonly strings: StringTable;
  readonly years: number | string;
}

const numbersByTemplate = createMemo<CitationTemplate, TemplateNumbers>();

/**
 * The numbers of a citation's words and of its key, in a brief of the given date. Citations with the same key mean the same,
 * whatever the registries define. A citation without a template has no words.
 */
export function citationNumbersOf(
  citation: Citation,
  date: CalendarDate | undefined,
  strings: StringTable,
): Partial<CitationNumbers> & Pick<CitationNumbers, 'key'> {
  const { template, id } = citation;
  const years = yearsKey(citation, date);
  if (!template) return { key: strings.intern(JSON.stringify(id ? { id: id.value } : { citation, years })) };
  const cached = numbersByTemplate.get(template);
  if (cached?.strings === strings && cached.years === years) return cached;
  const words = strings.intern(template.words);
  const key = strings.intern(`${template.index} ${years} ${template.words}`);
  const numbers = { strings, years, words, key };
  numbersByTemplate.set(template, numbers);
  return numbers;
}

/** Calls `each` with the key of each citation; some are repeated. */
export function forEachCitationKey(packed: PackedFacts, each: (key: number) => void): void {
  forEachRow(packed, 'citations', (at) => each(packed.numbers[at + 6]!));
}
