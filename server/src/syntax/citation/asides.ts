/** Asides: parentheses that end in a date and name no source. docs/format.md, section 2, "Asides". */

import { isPlaceName } from './placeNames.ts';

const numbered =
  /^(?:no|nos)\.?\s?\d|^(?:(?:executive|presidential|royal|emergency|council|federal|government|ministerial)\s)?(?:decree|act|law|order|decision|regulation|resolution|proclamation|petition|table|figure|annex|box|chapter|directive|bill|ordinance)(?:\s(?:no|nr|number)\.?\s?|\s)[\d#IVX]/iu;
/** `Act of Parliament`; one word behind the kind is enough to make it a law. */
const lawOf = /^(?:decree|act|law|decision|regulation|resolution|proclamation|petition) \p{Lu}?[\p{L}-]+$/iu;
const operation = /^(?:the )?(?:operation|exercise|ex) [\p{Lu}\d“"]/iu;
const happening =
  /(?:^|\s)(?:\p{Lu}[\p{L}\p{N}’'.-]*|of|the|and|in|on|for)\s(?:day|conference|summit|offensive|agreement|agreements|treaty|accord|accords|storm|hurricane)$/iu;
const hurricane = /^(?:tropical )?(?:storm|hurricane|cyclone|typhoon) \p{Lu}/iu;
const ship = /^(?:USS|USNS|HMS|HMCS|HMAS|INS|MV|M\/V|MT|SS|RFS|USCGC|JS|ROKS|TCG)\s[\p{Lu}“*]/u;
const participle = /(?:^|\s)\p{Ll}{2,}ed$/u;
const amount = /^[\d.,]+\s(?:of|out of|per|percent|per cent|%)/i;
const statute =
  /^(?:[HS]\.?\s?(?:R|J|Con|Res)?\.?(?:\s?Res)?\.?|Pub\. ?L\.|P\.L\.|E\.O\.|S\.I\.|U\.S\.C\.)(?:\sNo\.)?\s?\d/u;
const caseNumber = /^(?:case\s)?[A-Z]{1,4}[-–]\d{1,5}\/\d{2}\b|^(?:application|case) no\b/iu;

/**
 * Whether what stands before a date is no source: a law, a table, an operation, a holiday, a ship, a participle, an amount, a country
 * or a capital. `name` has its white space folded. `The Day` and the like are outlets.
 */
export function isAside(name: string): boolean {
  if (numbered.test(name) || lawOf.test(name) || statute.test(name) || caseNumber.test(name)) return true;
  if (operation.test(name) || hurricane.test(name) || ship.test(name) || amount.test(name)) return true;
  if (participle.test(name)) return true;
  return (happening.test(name) && !/^the\s\p{L}+$/iu.test(name)) || isPlaceName(name);
}
