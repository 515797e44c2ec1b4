/** Words around names. */

import { words } from '../../../../base/text/phrases.ts';

/** Words that a capital at the start of a sentence does not make a part of the name beside them: "In Kabul". */
export const sentenceOpeners = words`
  a about across after against all also an and as at before between both but by despite even for from her his if in inside
  its like many meanwhile most near no of on only or our outside over since so some that the their then these this those
  through to today under unlike until when while with within without yesterday yet`;
