/** Hedges: words and phrases that leave open how likely something is. */

import { phrases, words } from '../../../../base/text/phrases.ts';
import type { HedgeWords } from '../hedgeWords.ts';

/** Before a clause that describes something or sets a condition: "weapons that may", "if it might". */
const clauseOpeners = words`as if If that what which who`;

/** Before a number or an article these words make an amount approximate: "perhaps 200 men", "possibly the largest". */
const approximated = words`a an as dozens hundreds more most the three two`;

export const hedges: readonly HedgeWords[] = [
  {
    phrases: phrases`may not?`,
    from: 20,
    to: 80,
    notAfter: [...clauseOpeners, ...words`whatever whoever you`],
    beforeLowerCase: true,
    isPermission: true,
  },
  {
    // "Military might" and "the might of" are no verbs.
    phrases: phrases`might not?`,
    from: 20,
    to: 80,
    notAfter: [
      ...clauseOpeners,
      ...words`air economic financial her his industrial its military naval of our own political sea the their whatever
        whoever with`,
    ],
    notAfterPossessive: true,
    beforeLowerCase: true,
    notBefore: words`against alone and as at had has in is of on or to was will would`,
  },
  {
    // "Could" also tells of ability or of the past: only before verbs of events is it an estimate.
    phrases: phrases`could`,
    from: 20,
    to: 80,
    notAfter: clauseOpeners,
    adverbs: words`again also even eventually further soon still then`,
    beforeVerbs: words`
      backfire collapse destabilise destabilize deteriorate erupt escalate fail happen intensify lead occur prompt provoke
      result resume spark trigger unravel well worsen`,
  },
  {
    phrases: phrases`(possibly|Possibly)`,
    from: 20,
    to: 80,
    notAfter: words`can can't cannot could not`,
    notBeforeStart: approximated,
  },
  {
    phrases: phrases`(perhaps|Perhaps)`,
    from: 20,
    to: 80,
    notBeforeStart: [
      ...approximated,
      ...words`because even five four half not one only surprisingly ten thousands unsurprisingly`,
    ],
  },
  {
    phrases: phrases`(it|It) (is|remains) (also|certainly|entirely|even|quite|still)? possible that`,
    from: 1,
    to: 55,
    isJudgment: true,
  },
  {
    phrases: phrases`
      (can not|can't|cannot) (completely|entirely|fully|yet)? be (completely|entirely|fully)? (excluded|ruled out)`,
    from: 1,
    to: 55,
    isJudgment: true,
  },
  {
    phrases: phrases`
      (I|we|We) (can't|cannot|do not) (entirely|fully|yet)? (discount|dismiss) the possibility
      (I|we|We) (can't|cannot|do not) (entirely|fully|yet)? (exclude|rule out)`,
    from: 1,
    to: 55,
    isJudgment: true,
  },
  {
    phrases: phrases`(exceedingly|extremely|overwhelmingly) (likely|probable)`,
    from: 80,
    to: 99,
    inAnyCase: true,
  },
  {
    phrases: phrases`(exceedingly|extremely) (improbable|unlikely)`,
    from: 1,
    to: 20,
    inAnyCase: true,
  },
  {
    phrases: phrases`(fairly|pretty|quite|rather|reasonably) (likely|probable)`,
    from: 55,
    to: 80,
    notAfter: words`not`,
    inAnyCase: true,
  },
  {
    phrases: phrases`(practically|virtually) (certain|certainly)`,
    from: 95,
    to: 99,
    inAnyCase: true,
  },
];

/** Every hedge contains one of these words before a space or parts of words. */
export const hedgeWordsBeforeSpace = words`could may might`;
export const hedgeStems = words`certain discount dismiss exclude likely perhaps possibl probable rule`;

/** In a sentence with one of these words "may" gives permission. */
export const permissionWords = words`
  allowed article articles ban banned bans charter charters clause clauses constitution constitutional constitutions court
  courts decree decrees entitled law lawful lawfully laws legal legally licence licenced licences license licensed licenses
  permit permits permitted provision provisions regulation regulations resolution resolutions rule rules statute statutes
  treaties treaty`;

/** Words that report a concern or an intention of someone else: "the ministry worries that talks may fail". */
export const othersViewWords = words`
  afraid anxious aware calculate calculated calculates calculating calculation concern concerned concerns convinced fear
  fearing fears hope hopes hoping lest perceive perceives risk risks seek seeking seeks signal signalled signalling signals
  threat threats want wanting wants warning warnings wary whether worried worries worry worrying`;

/** Phrases that introduce a purpose. */
export const purposePhrases = phrases`
  in order that
  so that`;
