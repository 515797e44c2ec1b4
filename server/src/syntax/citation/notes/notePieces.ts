/** The parts of a note that may each be a citation. docs/format.md, "Notes". */

import { type Span, slice, trimSpan } from '../../../base/text/span.ts';
import { findSentences } from '../../sentences.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { addressesIn } from './noteLinks.ts';

const quotation = /“[^”]{0,500}”|"[^"]{0,500}"|«[^»]{0,500}»|„[^“”]{0,500}[“”]|‘[^’]{8,500}’(?=[\s,.])/gu;

/** The parts of a note, split at `;` and between sentences, outside quotation marks, parentheses and addresses. */
export function* notePieces(text: string, span: Span): Generator<Span> {
  const atoms = [...protectedSpans(text, span)].sort((a, b) => a.start - b.start);
  const parts = outer(atoms);
  const isFree = createOverlapCheck(parts);
  for (const sentence of findSentences(text, span, parts)) {
    let start = sentence.start;
    for (const { index } of slice(text, sentence).matchAll(/;/g)) {
      const at = sentence.start + index;
      if (!isFree({ start: at, end: at + 1 })) continue;
      yield trimSpan(text, { start, end: at });
      start = at + 1;
    }
    yield trimSpan(text, { start, end: sentence.end });
  }
}

/** Most notes have no stop inside, and neither days nor abbreviations then. */
const innerStop = /\.\s/;

function* protectedSpans(text: string, span: Span): Generator<Span> {
  for (const { whole } of addressesIn(text, span, [])) yield whole;
  const words = slice(text, span);
  const patterns = [
    quotation,
    /\([^()]{0,600}\)/gu,
    /(?<!\p{L}\.?\s?)\d{1,2}\.\s\p{L}{3,12}\.?\s\d{4}\b/gu,
    /\b(?:p|pp|para|paras|no|nos|vol|ed|eds|trans|ch|sec|art|ibid|id|op|cit|al|vgl|ebd|siehe|div|cl|pt|rev|Pub|Stat|Rep|Sen|Cong|Sess|Supp|Dept|Gov|Gen|Ltd|Inc|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|S|U|H|R)\.(?=\s)/giu,
  ];
  for (const pattern of patterns.slice(0, innerStop.test(words) ? undefined : 2)) {
    for (const match of words.matchAll(pattern)) {
      const start = span.start + match.index;
      yield { start, end: start + match[0].length };
    }
  }
}

function outer(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const one of spans) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** The quotations between two offsets. */
export function quotationSpans(text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(quotation)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
