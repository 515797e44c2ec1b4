/** Levels of confidence: how far the author trusts the ground a judgement stands on. */
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { authorText } from './authorText.ts';

/** Its span counts from the start of the block. */
export interface ConfidenceTerm extends Span {
  /** Undefined where no level is named: "with confidence", "we are confident that". */
  readonly level: 'high' | 'moderate' | 'low' | undefined;
}

const ASSESSMENT_NOUNS =
  '(?:judge?ments?|assessments?|estimates?|conclusions?|findings?|analys[ei]s|forecasts?|view|reporting|sources?|sourcing|information)';
const confidencePattern = new RegExp(
  [
    // "high confidence", "with low to moderate confidence", "a high degree of confidence"
    '\\b(?:with\\s+)?(?:an?\\s+)?(?:very\\s+)?(high|moderate|medium|low)(?:[\\s-]+to[\\s-]+(?:high|moderate|medium))?\\s+(?:(?:level|degree)\\s+of\\s+)?confidence\\b',
    `\\b(high|moderate|medium|low)-confidence\\s+(?=${ASSESSMENT_NOUNS})`,
    '\\b(?:assess|judge|believe|conclude|estimate|say|predict|forecast)\\s+with\\s+(?:(?:full|great|some|reasonable|considerable)\\s+)?confidence\\b',
    '\\b(?:we\\s+are|I\\s+am)\\s+(?:\\w+\\s+)?confident\\s+that\\b',
  ].join('|'),
  'gi',
);
/** After a level, other nouns make something else of it: a vote, an interval, confidence in a government. */
const confidenceContext = new RegExp(
  `^(?:\\s*(?:$|[^\\s\\p{L}\\p{N}-])|\\s+(?:that|because|given|owing|due|based|and|but|as|level|we|is|was)\\b|\\s+in\\s+(?:(?:this|that|these|those|our|the|its|both)\\s+)?(?:\\w+\\s+)?${ASSESSMENT_NOUNS}\\b)`,
  'iu',
);
const CONTEXT_AFTER = 80;
/** Every way to say it has this in it. */
const anyConfidencePattern = /confiden/i;
const NONE: readonly ConfidenceTerm[] = [];

/** Where a block says how confident its author is. Not "investor confidence", nor low confidence in a government. */
export const confidenceTermsIn = perBlock((block, text): readonly ConfidenceTerm[] => {
  if (!anyConfidencePattern.test(text)) return NONE;
  const own = authorText(block, text);
  const found: ConfidenceTerm[] = [];
  for (const match of own.matchAll(confidencePattern)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const named = match[1] ?? match[2];
    if (match[1] && !confidenceContext.test(own.slice(end, end + CONTEXT_AFTER))) continue;
    found.push({ start, end, level: named === undefined ? undefined : levelOf(named) });
  }
  return found;
});

function levelOf(word: string): ConfidenceTerm['level'] {
  const level = word.toLowerCase();
  return level === 'high' || level === 'low' ? level : 'moderate';
}
