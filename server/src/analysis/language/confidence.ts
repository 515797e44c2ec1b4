/**
 * Levels of confidence: how well an author trusts the basis of a judgment. See ICD 203, section D.6.e.(2), at
 * https://www.dni.gov/files/documents/ICD/ICD-203.pdf.
 */

import { oneOf } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';
import { patternsFrom } from './words/index.ts';

/** A phrase that expresses confidence; its span counts from the start of the block. */
export interface ConfidenceTerm extends Span {
  /** Undefined if the phrase names no level: "with confidence", "we are confident that". */
  readonly level: 'high' | 'moderate' | 'low' | undefined;
}

const patterns = patternsFrom(({ confidence: list }) => {
  const level = oneOf(Object.keys(list.confidenceLevels));
  const range = `(?:[\\s-]+${oneOf(list.rangeWords)}[\\s-]+${oneOf(list.rangeEnds)})?`;
  const nouns = oneOf(list.assessmentNouns);
  return {
    terms: new RegExp(
      [
        // "high confidence", "with low to moderate confidence", "a high degree of confidence"
        `\\b${oneOf(list.confidencePhrases, { slots: { level: `(${level})${range}` } })}\\b`,
        `\\b(${level})-${oneOf(list.confidenceNouns)}\\s+(?=${nouns})`,
        `\\b${oneOf(list.confidenceWithoutLevel)}\\b`,
      ].join('|'),
      'gi',
    ),
    // What may follow a level. Before other words it is not the author's: a vote, an interval, confidence in a government.
    context: new RegExp(
      `^(?:\\s*(?:$|[^\\s\\p{L}\\p{N}-])|\\s+${oneOf([...list.wordsAfterConfidence, ...list.confidenceObjects], { slots: { assessment: nouns } })}\\b)`,
      'iu',
    ),
    anyTerm: new RegExp(oneOf(list.confidenceStems), 'i'),
    levels: list.confidenceLevels,
  };
});
/** Characters after a level that decide whether it counts: enough for "in our previous assessments". */
const CONTEXT_AFTER = 80;
const NONE: readonly ConfidenceTerm[] = [];

/** The phrases that express the confidence of the author, but not "investor confidence" or "confidence in a government". */
export const confidenceTermsIn = perBlock((block, text): readonly ConfidenceTerm[] => {
  if (!patterns().anyTerm.test(text)) return NONE;
  const own = authorText(block, text);
  const { terms, context, levels } = patterns();
  const found: ConfidenceTerm[] = [];
  for (const match of own.matchAll(terms)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const named = match[1] ?? match[2];
    if (match[1] && !context.test(own.slice(end, end + CONTEXT_AFTER))) continue;
    found.push({ start, end, level: named === undefined ? undefined : levels[named.toLowerCase()] });
  }
  return found;
});
