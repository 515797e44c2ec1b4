/** The parts of a note that may each be a citation. docs/format.md, "Notes". */

// cspell:ignore compl
import { oneOf, words } from '../../../base/text/phrases.ts';
import { type Span, slice, trimSpan } from '../../../base/text/span.ts';
import { findSentences } from '../../sentences.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { addressesIn } from './noteLinks.ts';

const quotation =
  /“[^”]{0,500}”|"[^"]{0,500}"|«[^»]{0,500}»|»[^«»]{1,500}«|„[^“”]{0,500}[“”]|‘[^’]{8,500}’(?=[\s,.])/gu;

/** A semicolon, and what stands before a further symbol: `S/2022/754, para. 3, and S/2021/44`. */
const joints = /;|,?\sand\s(?=[ASE]\/[\dA-Z])/g;

/** The parts of a note, split at `;` and between sentences, outside quotation marks, parentheses and addresses. */
export function* notePieces(text: string, span: Span): Generator<Span> {
  const atoms = [...protectedSpans(text, span)].sort((a, b) => a.start - b.start);
  const parts = outer(atoms);
  const isFree = createOverlapCheck(parts);
  for (const sentence of findSentences(text, span, parts)) {
    let start = sentence.start;
    for (const { index, 0: joint } of slice(text, sentence).matchAll(joints)) {
      const at = sentence.start + index;
      if (!isFree({ start: at, end: at + 1 })) continue;
      yield trimSpan(text, { start, end: at });
      start = at + joint.length;
    }
    yield trimSpan(text, { start, end: sentence.end });
  }
}

const parenthesis = /\([^()]{0,600}\)/gu;
const writtenDay = /(?<!\p{L}\.?\s?)\d{1,2}\.\s\p{L}{3,12}\.?\s\d{4}\b/gu;
const ABBREVIATIONS = words`
  p pp para paras no nos v vs vol ed eds trans ch sec art ibid id op cit al vgl ebd siehe div cl pt rev
  pub stat rep sen cong sess supp dept gov gen ltd inc univ jan feb mar apr jun jul aug sep sept oct nov dec s u h r
  res conc exec dkt compl`;
const abbreviation = new RegExp(`\\b${oneOf(ABBREVIATIONS)}\\.(?=\\s)`, 'giu');
/** What `writtenDay` and `abbreviation` have, and most notes do not. */
const innerStop = /\.\s/;

function* protectedSpans(text: string, span: Span): Generator<Span> {
  for (const { whole } of addressesIn(text, span, [])) yield whole;
  const note = slice(text, span);
  const patterns = innerStop.test(note) ? [quotation, parenthesis, writtenDay, abbreviation] : [quotation, parenthesis];
  for (const pattern of patterns) {
    for (const match of note.matchAll(pattern)) {
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
