// cspell:ignore ruar ober seit
import type { Span } from '../base/text/span.ts';

const stop = /[.!?…。！？]/g;
const closers = /[)\]”"’'»*_]/;
const space = /\s/;
/** Stops that end a sentence whatever follows, because their scripts put no space after them. */
const fullWidth = /[。！？]/;
const lowerCase = /\p{Ll}/u;
/** Matches the text before a stop that does not end a sentence: an initial, or a common abbreviation. */
const abbreviation =
  /(?:^|[^\p{L}\p{N}.])(?:\p{Lu}(?:\.\p{Lu})*|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|St|Jr|Sr|vs?|cf|e\.g|i\.e|approx)$/u;
/** The `4` of `4. Mai`. Other languages write their months in lower case, which ends no sentence. */
const dayBefore = /(?:^|[\s(–—-])\d{1,2}$/u;
const germanMonth =
  /(?:J[aä]n(?:uar|ner)?|Feb(?:ruar|er)?|März|Mai|Jun[io]?|Jul[io]?|Okt(?:ober)?|Dez(?:ember)?)(?!\p{L})/uy;
/** Months of the same name in English, in which a sentence may begin behind a number: only behind a word that leads to a day. */
const sharedMonth = /(?:Apr(?:il)?|Aug(?:ust)?|Sept?(?:ember)?|Nov(?:ember)?)(?!\p{L})/uy;
const leadsToDay = /(?:^|[\s(])(?:am|vom|zum|bis|dem|den|seit|ab|der|und|ca\.)\s\d{1,2}$|[,(–—-]\s?\d{1,2}$/iu;

/** The text before a stop is searched this far back: more than the longest abbreviation and the character before it. */
const MAX_ABBREVIATION_LENGTH = 12;

/**
 * The sentences of a paragraph, without the white space between them. `paragraph` is the part of `text` to split; all
 * offsets count in `text`. A stop inside one of `atoms` (tags, citations and note markers, in order and without overlap) does
 * not end a sentence; one right behind a stop belongs to the sentence before it.
 */
export function* findSentences(text: string, paragraph: Span, atoms: readonly Span[]): Generator<Span> {
  // No search goes beyond the paragraph.
  const words = text.slice(0, paragraph.end);
  let start = paragraph.start;
  let searchFrom = start;
  let atomIndex = 0;
  while (start < paragraph.end) {
    // Set on each turn, because another generator may use the expression between two yields.
    stop.lastIndex = searchFrom;
    const match = stop.exec(words);
    if (!match) break;
    while (atomIndex < atoms.length && atoms[atomIndex]!.end <= match.index) atomIndex++;
    const enclosing = atoms[atomIndex];
    if (enclosing && enclosing.start <= match.index) {
      searchFrom = enclosing.end;
      continue;
    }
    const end = sentenceEnd(text, match.index, paragraph.end, atoms, atomIndex);
    searchFrom = end ?? match.index + 1;
    if (end === undefined) continue;
    yield { start, end };
    start = end;
    while (start < paragraph.end && space.test(text[start]!)) start++;
  }
  if (start < paragraph.end) yield { start, end: paragraph.end };
}

/** The sentence that contains `at`: the earlier one between two adjacent sentences, an empty span in the gap between two. */
export function sentenceAt(text: string, paragraph: Span, at: number, atoms: readonly Span[]): Span {
  for (const sentence of findSentences(text, paragraph, atoms)) {
    if (at < sentence.start) break;
    if (at <= sentence.end) return sentence;
  }
  return { start: at, end: at };
}

/**
 * The end of the sentence whose stop is at `index`, closing quotation marks, brackets and note markers included; undefined if none
 * ends. `next`: the first atom behind the stop.
 */
function sentenceEnd(
  text: string,
  index: number,
  limit: number,
  atoms: readonly Span[],
  next: number,
): number | undefined {
  let end = index + 1;
  while (end < limit && (closers.test(text[end]!) || '.!?…'.includes(text[end]!))) end++;
  for (let atom = next; atoms[atom]?.start === end; atom++) end = atoms[atom]!.end;
  if (end >= limit || fullWidth.test(text[index]!)) return end;
  if (!space.test(text[end]!)) return undefined;
  if (text[index] === '.' && abbreviation.test(text.slice(Math.max(0, index - MAX_ABBREVIATION_LENGTH), index)))
    return undefined;
  let following = end;
  while (following < limit && space.test(text[following]!)) following++;
  if (text[index] === '.' && isDayOfMonth(text, index, following)) return undefined;
  return lowerCase.test(text[following] ?? '') ? undefined : end;
}

/** Whether the stop at `index` belongs to a day, whose month is at `following`: `am 4. Mai`. */
function isDayOfMonth(text: string, index: number, following: number): boolean {
  const before = text.slice(Math.max(0, index - MAX_ABBREVIATION_LENGTH), index);
  if (!dayBefore.test(before)) return false;
  germanMonth.lastIndex = sharedMonth.lastIndex = following;
  return germanMonth.test(text) || (sharedMonth.test(text) && leadsToDay.test(before));
}
