/** Levels of confidence: how far the author trusts the ground a judgement stands on. */
import type { Span } from '../../base/text/span.ts';
import { perBlock } from '../../syntax/brief/perBlock.ts';
import { ownWords } from './authorText.ts';

/** Its span counts from the start of the block. */
export interface Confidence extends Span {
  /** Undefined where no level is named: "with confidence", "we are confident that". */
  readonly level: 'high' | 'moderate' | 'low' | undefined;
}

const ASSESSED =
  '(?:judge?ments?|assessments?|estimates?|conclusions?|findings?|analys[ei]s|forecasts?|view|reporting|sources?|sourcing|information)';
const confidence = new RegExp(
  [
    // "high confidence", "with low to moderate confidence", "a high degree of confidence"
    '\\b(?:with\\s+)?(?:an?\\s+)?(?:very\\s+)?(high|moderate|medium|low)(?:[\\s-]+to[\\s-]+(?:high|moderate|medium))?\\s+(?:(?:level|degree)\\s+of\\s+)?confidence\\b',
    `\\b(high|moderate|medium|low)-confidence\\s+(?=${ASSESSED})`,
    '\\b(?:assess|judge|believe|conclude|estimate|say|predict|forecast)\\s+with\\s+(?:(?:full|great|some|reasonable|considerable)\\s+)?confidence\\b',
    '\\b(?:we\\s+are|I\\s+am)\\s+(?:\\w+\\s+)?confident\\s+that\\b',
  ].join('|'),
  'gi',
);
/** After a level, other nouns make something else of it: a vote, an interval, confidence in a government. */
const holds = new RegExp(
  `^(?:\\s*(?:$|[^\\s\\p{L}\\p{N}-])|\\s+(?:that|because|given|owing|due|based|and|but|as|level|we|is|was)\\b|\\s+in\\s+(?:(?:this|that|these|those|our|the|its|both)\\s+)?(?:\\w+\\s+)?${ASSESSED}\\b)`,
  'iu',
);
const AFTER = 80;
/** Every way to say it has this in it. */
const anyConfidence = /confiden/i;
const NONE: readonly Confidence[] = [];

/** Where a block says how confident its author is. Not "investor confidence", nor low confidence in a government. */
export const confidencesIn = perBlock((block, text): readonly Confidence[] => {
  if (!anyConfidence.test(text)) return NONE;
  const own = ownWords(block, text);
  const found: Confidence[] = [];
  for (const match of own.matchAll(confidence)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const named = match[1] ?? match[2];
    if (match[1] && !holds.test(own.slice(end, end + AFTER))) continue;
    found.push({ start, end, level: named === undefined ? undefined : levelOf(named) });
  }
  return found;
});

function levelOf(word: string): Confidence['level'] {
  const level = word.toLowerCase();
  return level === 'high' || level === 'low' ? level : 'moderate';
}
