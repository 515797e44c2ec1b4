/** Numbers in parentheses that point to notes: `The pier was shut (1).` docs/format.md, "Notes". */

import type { Span } from '../../../base/text/span.ts';
import type { MarkerCandidate } from '../../candidates.ts';
import { labelsOf, numberOf } from './noteLabels.ts';
import { type DraftList, labelsOfLists, type PlacedMarker } from './noteLists.ts';

const NUMBER = String.raw`[1-9]\d{0,2}`;
const numbers = new RegExp(String.raw`\((${NUMBER}(?:\s?[,–-]\s?${NUMBER}){0,8})\)`, 'gu');
/** Not `f(1)`, `text.slice(1)`, `5(1)`. */
const attachedTo =
  /(?:(?<=^|[\s“"«„(-])\p{Lu}?\p{Ll}{3,22}|\p{Lo}|\p{Ll}["”’»)\]]{0,2}[.,;:!?…。]|["”’»)\]%][.,;:!?…。]?)$/u;
const spacedFrom = /(?:\p{L}{2}|\p{N}|[.,;:!?…。"”’»)\]%])\s$/u;
const stopBefore = /[.!?…。]["”’»)\]]{0,3}\s?$/u;
const newSentence = /^(?:\s+[“"„«(]?\p{Lu}|\s*$|\s?\()/u;
const bracketOrWord = /^(?:[\p{L}\p{N}]|\((?!\d))/u;
const endBehind = /^(?:[.,;:!?…。)\]"”’»]|\s*$)/u;
/** What has numbers in parentheses of its own: `Article 5 (1)`, `section (2)`. */
const numberedThing =
  /(?<!\p{L})(?:art(?:icle|icolo|ikel|ículo)?s?|sect(?:ion)?s?|para(?:graph)?s?|clauses?|rules?|eq(?:uation)?s?|tables?|fig(?:ure)?s?|box(?:es)?|annex(?:es)?|items?|options?|steps?|phases?|questions?|points?|nos?|part|chapter|Abs(?:atz)?|§{1,2})\.?\s?(?:\d{1,4}\p{L}?\s?)?$/iu;

/** The numbers of a paragraph that may be markers. Asked for only where a brief has numbered lines and no other markers. */
export function findParenthesisMarkers(text: string, skipped: readonly Span[]): MarkerCandidate[] {
  const markers: MarkerCandidate[] = [];
  let skip = 0;
  for (const match of text.matchAll(numbers)) {
    const span = { start: match.index, end: match.index + match[0].length };
    while (skip < skipped.length && skipped[skip]!.end <= span.start) skip++;
    if (skipped[skip] && skipped[skip]!.start <= span.start) continue;
    const before = text.slice(Math.max(0, span.start - 24), span.start);
    const behind = text.slice(span.end, span.end + 8);
    const isAttached = attachedTo.test(before);
    if ((!isAttached && !spacedFrom.test(before)) || numberedThing.test(before) || bracketOrWord.test(behind)) continue;
    const isBehindStop = stopBefore.test(before);
    const endsSentence =
      (isBehindStop ? /^\s*(?:\r?\n|$)/ : /^(?:[.!?…。]|\s*$)/).test(behind) || (isBehindStop && isAttached);
    const isInSentence = !(isBehindStop ? newSentence : endBehind).test(behind);
    markers.push({
      form: 'parenthesis',
      labels: labelsOf(match[1]!),
      span,
      isAttached,
      isBehindStop,
      ...(endsSentence && { endsSentence }),
      ...(isInSentence && { isInSentence }),
    });
  }
  // `the pact has (1) a fence, (2) a gate` counts its parts.
  const isPart = ({ isInSentence, isAttached }: MarkerCandidate) => isInSentence === true && !isAttached;
  return markers.filter(isPart).length > 1 ? markers.filter((marker) => !isPart(marker)) : markers;
}

/** How far a number without a note may be beyond the next one expected. */
const MAX_GAP = 2;

/**
 * The numbers in parentheses that count on from the first note, if they leave no doubt: half of the notes have one, half of them stand
 * between sentences, and in half of the paragraphs one ends a statement. The parts of a sentence or a paragraph are counted otherwise.
 */
export function certainParentheses(placed: readonly PlacedMarker[], lists: readonly DraftList[]): PlacedMarker[] {
  const known = labelsOfLists(lists);
  const ofLists = lists.flatMap(({ system, notes }) => (system === 'arabic' ? notes.map(({ label }) => label) : []));
  if (ofLists.length === 0) return [];
  let expected = ofLists.reduce(
    (lowest, label) => Math.min(lowest, numberOf(label, 'arabic')!),
    Number.MAX_SAFE_INTEGER,
  );
  const used = new Set<number>();
  const kept = placed.filter(({ candidate: { labels, endsSentence, isInSentence } }) => {
    const found = labels.map((label) => numberOf(label, 'arabic')!);
    let next = expected;
    const fits = (number: number, index: number) => {
      if (number === next) return ++next > 0;
      if (used.has(number) && !isInSentence) return true;
      const isNote = known.has(labels[index]!.keys[0]!);
      if (isInSentence || number > expected + MAX_GAP) return false;
      return isNote || (number > expected && endsSentence === true);
    };
    if (!found.every(fits)) return false;
    for (const [index, number] of found.entries()) {
      used.add(number);
      if (number >= expected && known.has(labels[index]!.keys[0]!)) expected = number + 1;
    }
    return true;
  });
  const firm = kept.filter(({ candidate }) => candidate.endsSentence);
  const between = kept.filter(
    ({ candidate }) => candidate.endsSentence || (candidate.isBehindStop && !candidate.isInSentence),
  );
  const paragraphs = (some: readonly PlacedMarker[]) => new Set(some.map(({ blockIndex }) => blockIndex)).size;
  const areCertain = between.length * 2 >= kept.length && paragraphs(firm) * 2 >= paragraphs(kept);
  const bound = new Set(ofLists.map(({ text }) => Number(text)).filter((number) => used.has(number)));
  return areCertain && bound.size * 2 >= new Set(ofLists.map(({ text }) => text)).size ? kept : [];
}
