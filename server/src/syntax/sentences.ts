import type { Span } from './span.ts';

const stop = /[.!?…。！？]/g;
const closers = /[)\]”"’'»*_]/;
const space = /\s/;
/** Stops that end a sentence whatever follows: their scripts set no space after them. */
const fullWidth = /[。！？]/;
const lower = /\p{Ll}/u;
/** What stands before a stop that ends no sentence: an initial, or one of the usual abbreviations. */
const short =
  /(?:^|[^\p{L}\p{N}.])(?:\p{Lu}(?:\.\p{Lu})*|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|St|Jr|Sr|vs|cf|e\.g|i\.e|approx)$/u;
const LONGEST_SHORT = 12;

/**
 * The sentence of a paragraph that `at` is in; between two sentences the earlier one. `text` is the whole text the
 * offsets count in, `paragraph` the part of it that is divided. A stop inside one of `atoms` (spans in order that do not
 * overlap: tags, citations) ends nothing.
 */
export function sentenceAt(text: string, paragraph: Span, at: number, atoms: readonly Span[]): Span {
  let start = paragraph.start;
  let atom = 0;
  stop.lastIndex = start;
  for (let match = stop.exec(text); match && match.index < paragraph.end; match = stop.exec(text)) {
    while (atom < atoms.length && atoms[atom]!.end <= match.index) atom++;
    const around = atoms[atom];
    if (around && around.start <= match.index) {
      stop.lastIndex = around.end;
      continue;
    }
    const end = sentenceEnd(text, match.index, paragraph.end);
    if (end === undefined) continue;
    if (at <= end) return { start, end };
    start = end;
    while (start < paragraph.end && space.test(text[start]!)) start++;
    if (at < start) return { start: at, end: at };
    stop.lastIndex = end;
  }
  return { start, end: paragraph.end };
}

/** Where the sentence ends whose stop is at `index`, quotation marks and brackets after it included; undefined when none does. */
function sentenceEnd(text: string, index: number, limit: number): number | undefined {
  let end = index + 1;
  while (end < limit && (closers.test(text[end]!) || '.!?…'.includes(text[end]!))) end++;
  if (end >= limit || fullWidth.test(text[index]!)) return end;
  if (!space.test(text[end]!)) return undefined;
  if (text[index] === '.' && short.test(text.slice(Math.max(0, index - LONGEST_SHORT), index))) return undefined;
  let next = end;
  while (next < limit && space.test(text[next]!)) next++;
  return lower.test(text[next] ?? '') ? undefined : end;
}
