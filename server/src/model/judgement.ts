/** Sentences that say what their author thinks, and not what happened. */

const judging =
  /\b(?:we|i|this (?:paper|brief|report|desk)|analysts?|the authors?)\s+(?:\w+ly\s+)?(?:assess|judge|believe|estimate|expect|think|conclude|anticipate|doubt|suspect|forecast)(?:es|s)?\b|\b(?:in (?:our|my) (?:view|judge?ment|assessment|opinion)|(?:our|my) (?:assessment|judge?ment|view) is)\b/i;

/** Whether a sentence says that it is a judgement of its author. */
export function judges(sentence: string): boolean {
  return judging.test(sentence);
}
