/** How a name may be written in prose: what is folded away, and which capitals it needs. */

import { isPlaceName } from '../syntax/citation/placeNames.ts';
import { charInfoAt, foldedUnit, nextUnitOffset } from './charFolding.ts';

/**
 * `exact`: an acronym of up to four letters matches only in capitals, so that `IS` does not match "is". `capital`: a name
 * with capitals matches in any case as long as the mention has a capital: "the turkey" is no country. `any`: other names.
 */
export type CaseRule = 'exact' | 'capital' | 'any';

/** Longer acronyms are hardly ever ordinary words, so that they may match in other cases. */
const MAX_ACRONYM_LETTERS = 4;
const upper = /\p{Lu}/u;
const lower = /\p{Ll}/u;
const letters = /\p{L}/gu;
const romanNumeral = /^[IVXLCDM]+$/;
const wordInCapitals = /\p{Lu}{2}/u;
/** As much of a line is looked at on each side of an acronym, in UTF-16 units. */
const MAX_LINE_CONTEXT = 100;
const hyphenAndCapital = /^-\p{Lu}/u;

/** Whether the text from `start` to `end` is the name when both are folded. */
export function matchesName(name: string, text: string, start: number, end: number): boolean {
  if (end - start === name.length && text.startsWith(name, start)) return true;
  let at = start;
  for (let next = 0; next < name.length; next = nextUnitOffset(name, next)) {
    if (at >= end || foldedUnit(charInfoAt(text, at)) !== foldedUnit(charInfoAt(name, next))) return false;
    at = nextUnitOffset(text, at);
  }
  return at === end;
}

/** The case rule for mentions of a name. */
export function caseRuleOf(name: string): CaseRule {
  if (!upper.test(name)) return 'any';
  return !lower.test(name) && name.match(letters)!.length <= MAX_ACRONYM_LETTERS ? 'exact' : 'capital';
}

/** Whether a mention of a name satisfies its case rule. */
export function satisfiesCaseRule(
  { rule, name }: { readonly rule: CaseRule; readonly name: string },
  text: string,
  start: number,
  end: number,
): boolean {
  if (rule === 'any') return true;
  if (rule === 'capital') {
    if (!isLatinCapital(text.charCodeAt(start)) && !upper.test(text.slice(start, end))) return false;
    // `XI` is a number, not Mr. Xi.
    return (
      end - start > MAX_ACRONYM_LETTERS || !romanNumeral.test(text.slice(start, end)) || text.startsWith(name, start)
    );
  }
  // A hyphen and a capital continue an acronym: `IS` is not mentioned in `IS-P`, but the UK in `UK-France`.
  const mention = text.slice(start, end);
  const isContinued = hyphenAndCapital.test(text.slice(end, end + 3)) && !isPlaceName(mention);
  if (mention !== mention.toUpperCase() || isContinued) return false;
  return !isLineOfCapitals(text, start, end);
}

/** Whether the words around a mention are in capitals, too, and none in lower case: then `IS` may be the verb. */
function isLineOfCapitals(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - MAX_LINE_CONTEXT), start);
  const after = text.slice(end, end + MAX_LINE_CONTEXT);
  const lineEnd = after.indexOf('\n');
  const line = `${before.slice(before.lastIndexOf('\n') + 1)} ${lineEnd < 0 ? after : after.slice(0, lineEnd)}`;
  return wordInCapitals.test(line) && !lower.test(line);
}

function isLatinCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}
