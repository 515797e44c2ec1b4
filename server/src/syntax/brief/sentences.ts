import type { Span } from '../../base/text/span.ts';

const stop = /[.!?…。！？]/g;
const closers = /[)\]”"’'»*_]/;
const space = /\s/;
/** Stops that end a sentence whatever follows: their scripts set no space after them. */
const fullWidth = /[。！？]/;
const lowerCase = /\p{Ll}/u;
/** What stands before a stop that ends no sentence: an initial, or one of the usual abbreviations. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}.])(?:\p{Lu}(?:\.\p{Lu})*|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|St|Jr|Sr|vs|cf|e\.g|i\.e|approx)$/u;
const MAX_ABBREVIATION_LENGTH = 12;

/**
 * The sentences of a paragraph, without the white space between them. `text` is the whole text the offsets count in,
 * `paragraph` the part of it that is divided. A stop inside one of `atoms` (spans in order that do not overlap: tags,
 * citations) ends nothing.
 */
export function* findSentences(text: string, paragraph: Span, atoms: readonly Span[]): Generator<Span> {
  let start = paragraph.start;
  let searchFrom = start;
  let atomIndex = 0;
  while (start < paragraph.end) {
    // Set anew each time: others may divide their paragraphs in between.
    stop.lastIndex = searchFrom;
    const match = stop.exec(text);
    if (!match || match.index >= paragraph.end) break;
    while (atomIndex < atoms.length && atoms[atomIndex]!.end <= match.index) atomIndex++;
    const enclosing = atoms[atomIndex];
    if (enclosing && enclosing.start <= match.index) {
      searchFrom = enclosing.end;
      continue;
    }
    const end = sentenceEnd(text, match.index, paragraph.end);
    searchFrom = end ?? match.index + 1;
    if (end === undefined) continue;
    yield { start, end };
    start = end;
    while (start < paragraph.end && space.test(text[start]!)) start++;
  }
  if (start < paragraph.end) yield { start, end: paragraph.end };
}

/** The sentence of a paragraph that `at` is in; between two sentences the earlier one, in the gap an empty one. */
export function sentenceAt(text: string, paragraph: Span, at: number, atoms: readonly Span[]): Span {
  for (const sentence of findSentences(text, paragraph, atoms)) {
    if (at < sentence.start) break;
    if (at <= sentence.end) return sentence;
  }
  return { start: at, end: at };
}

/** Where the sentence ends whose stop is at `index`, quotation marks and brackets after it included; undefined when none does. */
function sentenceEnd(text: string, index: number, limit: number): number | undefined {
  let end = index + 1;
  while (end < limit && (closers.test(text[end]!) || '.!?…'.includes(text[end]!))) end++;
  if (end >= limit || fullWidth.test(text[index]!)) return end;
  if (!space.test(text[end]!)) return undefined;
  if (text[index] === '.' && abbreviation.test(text.slice(Math.max(0, index - MAX_ABBREVIATION_LENGTH), index)))
    return undefined;
  let next = end;
  while (next < limit && space.test(text[next]!)) next++;
  return lowerCase.test(text[next] ?? '') ? undefined : end;
}
