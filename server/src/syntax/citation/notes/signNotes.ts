/** Markers and notes with a sign for a number: `the pier.*`, `the pier.†`, `* Reuters, May 3`. docs/format.md, "Notes". */

import { getOrInsert } from '../../../base/memo/maps.ts';
import type { Span } from '../../../base/text/span.ts';
import type { MarkerCandidate, NoteOpener } from '../../candidates.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { createLabel } from './noteLabels.ts';
import { createRunLookup, type DraftList, findRuns, type NoteBlock, type PlacedMarker } from './noteLists.ts';

/** Converters to Markdown escape asterisks. */
const SIGN = String.raw`(?:\\?\*){1,4}|†{1,3}|‡{1,3}`;
const signs = new RegExp(`(?<![\\\\*†‡])(?:${SIGN})(?![*†‡])`, 'gu');
const signStart = new RegExp(`^(?:[ \\t]{0,8}>)*[ \\t]{0,8}(${SIGN})(?![*†‡])[ \\t]*`, 'gmu');
const hasSign = /[*†‡]/;
/** What a sign may follow, and what may follow it: neither the sign of a product, a formula, nor a wildcard. */
const attachedTo = /(?:\p{Ll}{2}|\p{L}{2}["”’»)\]]|[.,;:!?…]["”’»)\]]{0,2}|\p{Lo})$/u;
/** `v8.2+*, v9*`: of a number only before a stop. */
const numberBefore = /[\p{N}%+]$/u;
const stopBefore = /[.!?…]["”’»)\]]{0,3}$/u;
const endBehind = /^(?:[.,;:!?…)\]”"’»]|\s|$)/u;
const statementEnd = /^(?:[.!?…]|\s*$|\s+\p{Lu})/u;
/** What a note begins with. */
const noteStart = /^(?:[\p{Lu}\p{Lo}\p{N}"“‘«„(<@]|\[|h(?:tt|xx)ps?:|www\.|,\s)/u;

/** The signs of a paragraph that may be markers: attached to words, and no end of emphasis. Linear in the length of the text. */
export function findSignMarkers(text: string, skipped: readonly Span[]): MarkerCandidate[] {
  if (!hasSign.test(text)) return NO_MARKERS;
  const markers: MarkerCandidate[] = [];
  const isFree = createOverlapCheck(skipped);
  let isEmphasis = false;
  let hasEmphasis = false;
  for (const match of text.matchAll(signs)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isFree(span)) continue;
    const before = text.slice(Math.max(0, span.start - 8), span.start);
    const behind = text.slice(span.end, span.end + 8);
    const isAttached =
      (attachedTo.test(before) && endBehind.test(behind)) || (numberBefore.test(before) && /^[.,;)]/.test(behind));
    if (match[0].startsWith('*')) {
      const wasEmphasis = isEmphasis;
      if (/^\S/.test(behind) && !isAttached) isEmphasis = !isEmphasis || !/\S$/.test(before);
      else if (/\S$/.test(before)) isEmphasis = false;
      hasEmphasis ||= isEmphasis;
      if (wasEmphasis) continue;
    }
    if (!isAttached) continue;
    const isBehindStop = stopBefore.test(before);
    const endsSentence = isBehindStop ? /^(?:\s|$)/.test(behind) : statementEnd.test(behind);
    const label = createLabel(match[0].replaceAll('\\', ''));
    markers.push({
      form: 'sign',
      labels: [label],
      span,
      isAttached,
      isBehindStop,
      ...(endsSentence && { endsSentence }),
    });
  }
  // Bold words may have lost their first asterisks.
  return hasEmphasis ? markers.map((marker) => ({ ...marker, endsSentence: false })) : markers;
}

const NO_MARKERS: MarkerCandidate[] = [];

/** The lines of a paragraph that may be notes. A sign that begins several lines is that of a list, one that closes again is emphasis. */
export function findSignOpeners(text: string): NoteOpener[] {
  if (!hasSign.test(text)) return [];
  const starts = [...text.matchAll(signStart)];
  const byLabel = new Map<string, number>();
  const labels = starts.map((match) => match[1]!.replaceAll('\\', ''));
  for (const label of labels) byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
  return starts.flatMap((match, index): NoteOpener[] => {
    const label = labels[index]!;
    const from = match.index + match[0].length;
    const limit = starts[index + 1]?.index ?? text.length;
    const words = text.slice(from, limit).trimEnd();
    const isEmpty = words === '' && label.length < 3;
    const isClosed = label.startsWith('*') && /[^\s*]\*/.test(words);
    if (byLabel.get(label)! > 1 || isClosed || !(isEmpty || noteStart.test(words))) return [];
    const start = match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const content = isEmpty ? { start: end, end } : { start: from, end: from + words.length };
    return [{ form: 'sign', label: createLabel(label), span: { start, end }, content }];
  });
}

/** The notes with signs, and the markers that they leave no doubt about. */
interface SignNotes {
  readonly lists: DraftList[];
  readonly markers: PlacedMarker[];
}

const NO_SIGNS: SignNotes = { lists: [], markers: [] };

/**
 * The notes whose sign stands once in their section and behind a word above them; half of a list at least. `placed`: the markers of the
 * brief in order of place.
 */
export function readSignNotes(
  blocks: readonly NoteBlock[],
  sections: readonly number[],
  placed: readonly PlacedMarker[],
): SignNotes {
  const markers = placed.filter(({ candidate }) => candidate.form === 'sign');
  if (markers.length === 0) return NO_SIGNS;
  const runs = findRuns(
    blocks.map((block) => ({ ...block, candidates: { openers: block.signs(), markers: block.candidates.markers } })),
    sections,
  );
  const keyOf = (section: number, label: string) => `${section} ${label}`;
  const noteStarts = new Map<string, number[]>();
  for (const { section, notes } of runs)
    for (const { label, span } of notes) getOrInsert(noteStarts, keyOf(section, label.text), () => []).push(span.start);
  const firstMarkers = new Map<string, number>();
  for (const { candidate, blockIndex, span } of markers) {
    const key = keyOf(sections[blockIndex]!, candidate.labels[0]!.text);
    if (!firstMarkers.has(key)) firstMarkers.set(key, span.start);
  }
  const lists = runs.filter(({ section, notes }) => {
    if (notes.some(({ label }) => noteStarts.get(keyOf(section, label.text))!.length > 1)) return false;
    const bound = notes.filter(({ label, span }) => firstMarkers.get(keyOf(section, label.text))! < span.start);
    return bound.length * 2 >= notes.length;
  });
  const accepted = new Set(lists.flatMap(({ section, notes }) => notes.map(({ label }) => keyOf(section, label.text))));
  const listed = new Set(lists.map(({ section }) => section));
  const runOf = createRunLookup(lists);
  return {
    lists,
    markers: markers.filter(({ candidate: { labels, endsSentence, isBehindStop }, blockIndex, span }) => {
      const section = sections[blockIndex]!;
      const key = keyOf(section, labels[0]!.text);
      if (accepted.has(key)) return span.start < noteStarts.get(key)![0]!;
      return listed.has(section) && endsSentence && isBehindStop && !noteStarts.has(key) && !runOf(span.start);
    }),
  };
}
