/** How authors mark their own judgments, and how they report what others say or think. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** Verbs of judgment after "I" or "we". */
export const judgmentVerbs = words`
  anticipate assess believe conclude doubt estimate expect forecast judge suspect think`;

/** The same verbs after "this brief" or "our analysts". */
export const thirdPersonJudgmentVerbs = words`
  anticipate anticipates assess assesses believe believes conclude concludes doubt doubts estimate estimates expect
  expects forecast forecasts judge judges suspect suspects think thinks`;

/** What may come between the subject and a verb of judgment. */
export const adverbsBeforeJudgmentVerb = phrases`
  also
  continue to
  do not
  don't
  further
  *ly
  now
  still
  therefore
  thus`;

/** The author as a pronoun. */
export const firstPersonSubjects = words`I we We`;

/** The author in the third person. */
export const thirdPersonSubjects = phrases`
  (our|Our) (analysts|desk|office|team)
  (the|The) present? author
  (this|This) (analysis|analyst|assessment|author|brief|desk|office|paper|product|report|section|team|unit)`;

/** Words before "we think" that turn it into a question or a condition, or leave room for a denial. */
export const nonJudgmentOpeners = words`
  can could did do how if may might must should than unless until what when whether why would`;

/** After the verb these make something else of it: "believe in", "think of", "think tanks". */
export const nonJudgmentObjects = words`about in of tank tanks`;

/** Phrases that state a judgment without a verb of judgment in the first person. */
export const statedJudgments = phrases`
  (in|In) (my|our|this author's) (assessment|estimation|judgement|judgment|opinion|view)
  (it|It) is *ly? (assessed|judged) (almost|as|highly|improbable|likely|probable|that|to be|unlikely|very)
  (my|My|our|Our) *? (assessment|estimate|judgement|judgment|view) (is|remains)
  (we are|We are|I am) *ly? confident that
  (we|We) have *? confidence that`;

/** Labels, before a colon, that mark a sentence as a judgment. */
export const judgmentLabels = phrases`
  analyst comment
  analyst's comment
  assessment
  judgement
  judgment
  key judgement
  key judgment`;

/** Every phrase for a judgment contains one of these parts of words. */
export const judgmentStems = words`
  anticipate assess believe comment conclude confiden doubt estimat expect forecast judg opinion suspect think view`;

/** Verbs by which a sentence reports what someone else says or thinks. */
export const reportingVerbs = words`
  acknowledged acknowledges added adds allege alleged allegedly alleges announced announces argue argued argues assert
  asserted asserts assessed assesses believed believes claim claimed claims commented comments concluded concludes
  declared declares denied denies estimated estimates expected expects fear feared fears hope hoped hopes insist
  insisted insists judged judges maintained maintains noted notes pledged pledges posited posits predict predicted
  predicts promised promises remarked remarks reported reportedly said say says speculate speculated speculates stated
  states stressed stresses suggest suggested suggests tells testified testifies thinks thought threatened threatens
  told vowed vows warn warned warns writes wrote`;

/** Phrases that do the same. */
export const reportingPhrases = phrases`
  according to
  analysts *? (assess|believe|expect|judge|see|think)
  (report|reporting|reports) that`;
