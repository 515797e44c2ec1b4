/** Levels of confidence, and the words around them that make something else of them. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** Words for a level of confidence, and the level of ICD 203 each of them names. */
export const confidenceLevels: Readonly<Record<string, 'high' | 'moderate' | 'low'>> = {
  high: 'high',
  low: 'low',
  medium: 'moderate',
  moderate: 'moderate',
};

/** The second half of a range of levels: "low to moderate". */
export const rangeWords = words`to`;
export const rangeEnds = words`high medium moderate`;

/** Phrases that name a level of confidence. */
export const confidencePhrases = phrases`
  with? (a|an)? very? {level} ((degree|level) of)? confidence`;

/** The same where it can be cut out of a sentence: an aside after a comma, and a note in parentheses. */
export const confidenceAsides = phrases`with very? {level} confidence`;
export const asidePrepositions = words`with`;
export const confidenceNotes = phrases`very? {level} confidence`;

/** Before a hyphenated level: "a high-confidence judgment". */
export const confidenceNouns = words`confidence`;

/** Phrases that express confidence without a level. */
export const confidenceWithoutLevel = phrases`
  (assess|believe|conclude|estimate|forecast|judge|predict|say) with (considerable|full|great|reasonable|some)? confidence
  (I am|we are) *? confident that`;

/** What an author can have confidence in that is the author's own work or its ground. */
export const assessmentNouns = words`
  analyses analysis assessment assessments conclusion conclusions estimate estimates finding findings forecast forecasts
  information judgement judgements judgment judgments reporting source sources sourcing view`;

/** After "confidence": the sentence goes on about the author's confidence, not about a vote or an interval. */
export const wordsAfterConfidence = words`and as based because but due given is level owing that was we`;

/** "Confidence in this assessment". */
export const confidenceObjects = phrases`in (both|its|our|that|the|these|this|those)? *? {assessment}`;

/** Every phrase of confidence contains this. */
export const confidenceStems = words`confiden`;
