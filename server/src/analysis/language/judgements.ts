/** Sentences that say what their author thinks, and not what happened or what others say. */
import type { Span } from '../../base/text/span.ts';
import { maskQuotations } from './authorText.ts';

const JUDGEMENT_VERBS = 'assess|judge|believe|estimate|expect|think|conclude|anticipate|doubt|suspect|forecast';
/** "If we think", "do we expect" judge nothing yet; "what we expect" may be denied in the same breath. */
const NOT_AFTER_OPENER =
  '(?<!\\b(?:[Ii]f|[Ww]hen|[Ww]hether|[Uu]ntil|[Uu]nless|[Hh]ow|[Ww]hy|[Ww]hat|[Tt]han|[Dd]o|[Dd]id|[Ss]hould|[Cc]an|[Cc]ould|[Ww]ould|[Mm]ust|[Mm]ay|[Mm]ight)\\s)';
/** Between subject and verb: `now`, `also`, `therefore`, `do not`, `continue to`, an adverb. */
const OPTIONAL_ADVERB = "(?:(?:\\w+ly|now|still|also|thus|therefore|further|do\\s+not|don[’']t|continue\\s+to)\\s+)?";

/** Case matters: interviews set in capitals are full of "WE BELIEVE", and none of it is the analyst's. */
const firstPerson = new RegExp(
  `${NOT_AFTER_OPENER}\\b(?:[Ww]e|I)\\s+${OPTIONAL_ADVERB}(?:${JUDGEMENT_VERBS})\\b(?!\\s+(?:in|of|about|tanks?)\\b)`,
);
const authorReference = new RegExp(
  `\\b(?:[Tt]his\\s+(?:paper|brief|report|desk|assessment|analysis|product|author|analyst|office|team|unit|section)|[Tt]he\\s+(?:present\\s+)?author|[Oo]ur\\s+(?:desk|team|office|analysts))\\s+${OPTIONAL_ADVERB}(?:${JUDGEMENT_VERBS})(?:e?s)?\\b`,
);
const passiveJudgement =
  /\b[Ii]t\s+is\s+(?:\w+ly\s+)?(?:assessed|judged)\s+(?:that|to\s+be|as|likely|unlikely|almost|highly|very|probable|improbable)\b/;
const statedView =
  /\b[Ii]n\s+(?:our|my|this\s+author[’']s)\s+(?:view|judge?ment|assessment|opinion|estimation)\b|\b(?:[Oo]ur|[Mm]y)\s+(?:\w+\s+)?(?:assessment|judge?ment|view|estimate)\s+(?:is|remains)\b|\b(?:[Ww]e\s+are|I\s+am)\s+(?:\w+ly\s+)?confident\s+that\b|\b[Ww]e\s+have\s+(?:\w+\s+)?confidence\s+that\b/;
const judgementLabel =
  /^[\s*_>-]*(?:[Aa]nalyst(?:[’']s)?\s+[Cc]omment|[Kk]ey\s+[Jj]udge?ment|[Jj]udge?ment|[Aa]ssessment)[*_]*:/;
/** Each of them has one of these in it. */
const anyJudgementPattern =
  /assess|judg|believe|estimat|expect|think|conclude|anticipate|doubt|suspect|forecast|view|opinion|confiden|comment/i;
const JUDGEMENT_PATTERNS = [firstPerson, authorReference, passiveJudgement, statedView, judgementLabel];

/** Verbs and turns by which a sentence hands on what somebody else says or thinks. */
const reportingVerb =
  /\b(?:sa(?:id|ys?)|stat(?:ed|es)|told|tells|claim(?:s|ed)?|reported(?:ly)?|report(?:s|ing)?\s+that|according\s+to|argue[sd]?|warn(?:s|ed)?|note[sd]|suggest(?:s|ed)?|denie[sd]|announce[sd]|alleged(?:ly)?|allege[sd]?|insist(?:s|ed)?|predict(?:s|ed)?|believe[sd]|estimate[sd]|posit(?:s|ed)|wrote|writes|added|adds|comment(?:s|ed)|acknowledge[sd]|remark(?:s|ed)|testifie[sd]|conclude[sd]|maintain(?:s|ed)|assert(?:s|ed)?|stresse[sd]|declare[sd]|speculate[sd]?|assesse[sd]|judge[sd]|thinks|thought|expects|expected|hope[sd]?|fear(?:s|ed)?|threaten(?:s|ed)|vow(?:s|ed)|promise[sd]|pledge[sd]|analysts\s+(?:\w+\s+)?(?:believe|think|expect|assess|judge|see))\b/i;

/** Whether there may be a judgement in a text: most have none. */
export function mayContainJudgement(text: string): boolean {
  return anyJudgementPattern.test(text);
}

/** Where a sentence says that it is a judgement of its author; undefined when it does not. */
export function findJudgement(sentence: string): Span | undefined {
  if (!mayContainJudgement(sentence)) return undefined;
  const withoutQuotations = maskQuotations(sentence);
  let found: Span | undefined;
  for (const pattern of JUDGEMENT_PATTERNS) {
    const match = pattern.exec(withoutQuotations);
    if (match && (!found || match.index < found.start))
      found = { start: match.index, end: match.index + match[0].length };
  }
  return found && !isReportedSpeech(withoutQuotations.slice(0, found.start)) ? found : undefined;
}

/** Whether a sentence says that it is a judgement of its author. */
export function isJudgement(sentence: string): boolean {
  return findJudgement(sentence) !== undefined;
}

/** Whether words hand on what somebody else says or thinks: said, according to, officials believed. */
export function isReportedSpeech(text: string): boolean {
  return reportingVerb.test(text);
}
