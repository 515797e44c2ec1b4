/** Numbers in parentheses that point to notes: `The pier was shut (1).` docs/format.md, "Notes". */

import type { Span } from '../../../base/text/span.ts';
import type { MarkerCandidate } from '../../candidates.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { labelsOf, numberOf } from './noteLabels.ts';
import type { DraftList, PlacedMarker } from './noteLists.ts';

const NUMBER = String.raw`[1-9]\d{0,2}`;
const numbers = new RegExp(String.raw`\((${NUMBER}(?:\s?[,–-]\s?${NUMBER}){0,8})\)`, 'gu');
/** Not `f(1)`, `text.slice(1)`, `5(1)`. */
const attachedTo =
  /(?:(?<=^|[\s“"«„(-])\p{Lu}?\p{Ll}{3,22}|\p{Lo}|\p{Ll}["”’»)\]]{0,2}[.,;:!?…。]|["”’»)\]%][.,;:!?…。]?)$/u;
const spacedFrom = /(?:\p{L}{2}|\p{N}|[.,;:!?…。"”’»)\]%])\s$/u;
const stopBefore = /[.!?…。]["”’»)\]]{0,3}\s?$/u;
const newSentence = /^(?:\s+[“"„«(]?\p{Lu}|\s*$|\s?\()/u;
const bracketOrWord = /^(?:[\p{L}\p{N}]|\((?!\d))/u;
const endInside = /[.!?…]\s|。/;
const endBehind = /^(?:[.,;:!?…。)\]"”’»]|\s*$)/u;
/** What has numbers in parentheses of its own: `Article 5 (1)`, `section (2)`. */
const numberedThing =
  /(?<!\p{L})(?:§|(?:art|article|sec|section|para|paragraph|clause|rule|equation|table|fig|figure|box|annex|item|option|step|phase|question|point|no|chapter)s?)\.?\s?(?:\d{1,4}\p{L}?\s?)?$/iu;

/** `one gate (1)` */
const numeral = /(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:[- ]\p{L}{1,12}){0,2}\s?$/iu;

/** The numbers of a paragraph that may be markers. Asked for only where a brief has numbered lines and no other markers. */
export function findParenthesisMarkers(text: string, skipped: readonly Span[]): MarkerCandidate[] {
  const markers: MarkerCandidate[] = [];
  const isFree = createOverlapCheck(skipped);
  for (const match of text.matchAll(numbers)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isFree(span)) continue;
    const before = text.slice(Math.max(0, span.start - 32), span.start);
    const behind = text.slice(span.end, span.end + 8);
    const isAttached = attachedTo.test(before);
    if (!isAttached && !spacedFrom.test(before)) continue;
    if (numberedThing.test(before) || numeral.test(before) || bracketOrWord.test(behind)) continue;
    const isBehindStop = stopBefore.test(before);
    const isAtEnd = /^\s*$/.test(behind);
    const endsSentence = isAtEnd || (isBehindStop ? isAttached : /^[.!?…。]/.test(behind));
    const isGlued = isAttached && /[\p{Lu}\p{Ll}]$/u.test(before);
    const isInSentence = isGlued || !(isBehindStop ? newSentence : endBehind).test(behind);
    markers.push({
      form: 'parenthesized',
      labels: labelsOf(match[1]!),
      span,
      isAttached,
      isBehindStop,
      ...(endsSentence && { endsSentence }),
      ...(isInSentence && { isInSentence }),
    });
  }
  return sentencesOf(text, markers).flatMap((sentence) =>
    countsParts(text, sentence) ? sentence.map(inside) : sentence,
  );
}

/** The markers, those of a sentence together; one between two sentences is of the one before it. */
function sentencesOf(text: string, markers: readonly MarkerCandidate[]): MarkerCandidate[][] {
  const sentences: MarkerCandidate[][] = [];
  for (const marker of markers) {
    const last = sentences.at(-1)?.at(-1);
    const between = last ? text.slice(last.span.end, marker.span.start) : '';
    const isApart = !last || (last.isBehindStop && !last.endsSentence ? !marker.isBehindStop : endInside.test(between));
    if (isApart) sentences.push([marker]);
    else sentences.at(-1)!.push(marker);
  }
  return sentences;
}

/** `peace (1), trade (2) and work (3).`, `(1) Build a fence. (2) Open a gate.`: what counts from 1, with words between, may count parts. */
function countsParts(text: string, markers: readonly MarkerCandidate[]): boolean {
  const [first, second] = markers;
  if (!second || first!.labels[0]!.text !== '1' || second.labels[0]!.text !== '2') return false;
  const closes = markers.every(({ isBehindStop }) => isBehindStop) && markers.at(-1)!.endsSentence === true;
  return !closes && /\p{L}/u.test(text.slice(first!.span.end, second.span.start));
}

function inside(marker: MarkerCandidate): MarkerCandidate {
  return { ...marker, isInSentence: true };
}

/** How far a number without a note may be beyond the next one expected. */
const MAX_GAP = 2;

/**
 * The numbers in parentheses that count on from the first note, if they leave no doubt: half of the notes have one, half of them stand
 * between sentences, and in half of the paragraphs one ends a statement. Else none. A number inside a sentence is one only where no other
 * marker has it.
 */
export function certainParentheses(placed: readonly PlacedMarker[], lists: readonly DraftList[]): PlacedMarker[] {
  const notes = lists.flatMap(({ system, notes }) => (system === 'arabic' ? notes.map(({ label }) => label) : []));
  const isNote = new Set(notes.map((label) => numberOf(label, 'arabic')!));
  const plain = new Set(placed.flatMap(({ candidate }) => (candidate.isInSentence ? [] : numbersOf(candidate))));
  const kept = inOrder(
    placed.filter(({ candidate }) => {
      return (
        !candidate.isInSentence || numbersOf(candidate).every((number) => isNote.has(number) && !plain.has(number))
      );
    }),
    isNote,
  );
  const used = new Set(kept.flatMap(({ candidate }) => numbersOf(candidate)));
  const firm = kept.filter(({ candidate }) => candidate.endsSentence && !candidate.isInSentence);
  const between = kept.filter(({ candidate }) => candidate.endsSentence || candidate.isBehindStop);
  const paragraphs = (some: readonly PlacedMarker[]) => new Set(some.map(({ blockIndex }) => blockIndex)).size;
  const areCertain = between.length * 2 >= kept.length && paragraphs(firm) * 2 >= paragraphs(kept);
  return areCertain && [...isNote].filter((number) => used.has(number)).length * 2 >= isNote.size ? kept : [];
}

function numbersOf({ labels }: MarkerCandidate): number[] {
  return labels.map((label) => numberOf(label, 'arabic')!);
}

function inOrder(placed: readonly PlacedMarker[], isNote: ReadonlySet<number>): PlacedMarker[] {
  let expected = [...isNote].reduce((lowest, number) => Math.min(lowest, number), Number.MAX_SAFE_INTEGER);
  return placed.filter(({ candidate }) => {
    let next = expected;
    const fits = (number: number) => {
      if (number === next) return ++next > 0;
      if (number > expected + MAX_GAP) return false;
      return isNote.has(number) || (number > expected && candidate.endsSentence === true);
    };
    const found = numbersOf(candidate);
    if (!found.every(fits)) return false;
    for (const number of found) if (number >= expected && isNote.has(number)) expected = number + 1;
    return true;
  });
}
