/** How prose explains an acronym. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** Between a comma and the acronym: "Islamic State, or IS". */
export const alternativeNames = words`aka or`;

/** Right before the acronym. */
export const acronymIntroductions = phrases`
  abbreviated (as|to)?
  (abbreviation|abbreviations|acronym|acronyms|initials) as?
  (abbreviation,|abbreviations,|acronym,|acronyms,|initials,)
  called
  dubbed
  formerly
  hereafter
  hereinafter
  i.e.
  i.e.,
  known as
  short for`;

/** Right before a call sign, a registration or a name in capitals. */
export const designationWords = phrases`
  (call sign|callsign|call signs|callsigns)
  (code name|codename|code-named|codenamed)
  named
  (registered|registration|registration number|tail number|hull number)`;

/** Between an introduction and the acronym. */
export const acronymArticles = words`the`;

/** After the acronym and a comma. `{end}` is the end of a word: "or the", but not "or their". */
export const acronymMeanings = phrases`
  (a|an) (abbreviation|acronym)
  i.e.
  meaning
  or the{end}
  short for
  standing for
  which stands`;

/** After the acronym in parentheses: "(IS or Daesh)". */
export const acronymAlternatives = words`in or`;
