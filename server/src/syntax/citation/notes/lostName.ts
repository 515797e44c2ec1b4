/** Notes whose source was deleted, by what is left of them. docs/format.md, "Notes". */

import { isKnownOutlet, OUTLET_KIND } from '../agencies.ts';
import { isKindOnly } from '../lostItem.ts';
import { isTalkCutOff } from '../talks.ts';
import { interviewCutOff } from './noteWords.ts';

const yearFirst = /^\((?:(?:19|20)\d\d[a-z]?|n\. ?d\.)\)[,.:]?\s\S/u;
/** `(London: Hurst, 2019), p. 3`, with or without the comma behind what stood there. */
const imprintAlone = /^,?\s*\(\p{Lu}[\p{L} .,’'-]{1,60}:\s[^()]{2,80},\s(?:19|20)\d\d\)/u;
/** `S/2021/, para. 4` */
const symbolCutOff = /^(?:S|A|E|ST)\/(?:[A-Z0-9]{1,6}\/){0,3}(?=[\s,.;]|$)/u;
/** `Telegram channel , May 5`, `Twitter/, May 5`, `X post by @, May 5`, `@, X, May 5`, `t.me/` */
const platformCutOff =
  /^(?:@,|(?:x |twitter |telegram )?(?:posts?|tweets?) by @\s?(?:,|$)|(?:telegram|facebook|twitter|x|youtube|instagram|vk|tiktok)(?:\.com)?\/@?\s?(?:,|$)|t\.me\/\s?(?:,|$)|(?:telegram|facebook|twitter|x|youtube|instagram|vk|tiktok|whatsapp) (?:channel|page|account|post|group)(?: (?:of|by|from))? ,)/iu;
/** `TV, May 5, 2022`, `News agency, in Russian 5 May 2022`: an outlet that has lost its name. */
const kindWithDate = new RegExp(
  String.raw`^${OUTLET_KIND}\s?(?:\([\p{L} ]{2,30}\)\s?)?,\s(?:in\s\p{Lu}|\p{Lu}\p{L}{2,8}\.?\s\d|\d)`,
  'iu',
);
/** `Letter from dated 4 May 2022` */
const letterCutOff =
  /^(?:letter|e-?mail|message|note verbale|communication|submission|response)\s(?:from|to|by)\s+(?:dated|of|on|,)/iu;
// cspell:ignore dans
/** `???, May 4`, `“Two Ships,” XXX, May 4`, `Source: , May 4`: what stands for the name that was to come, or before it. */
const nameToCome =
  /(?:^|[”"»“«]\s?,?\s)(?:\?{1,5}|(?:in|dans|en|em|su|w)\s?:?(?=\s,)|x{2,5}|tbd|tbc|tk|n\/a|\[(?:outlet|source|author|agency|name)[^\]]{0,16}\]|(?:outlet|source)\s?:?)\s*,/iu;
/** `“Two Ships,”`: the comma leads to an outlet. */
const titleCutOff = /,[”"]\s*[,.]?\s*\.?$/u;
/** `to Kroft, 2 March 1908` */
const senderLost = /^to\s\p{Lu}[^,.;]{1,60},\s\d/u;
/** `Third track announced - , accessed March 3`: the site behind the title. */
const siteLost = /\p{L}\s[-–—|]\s?,/u;
/** `Ann Vale, , May 3`: what stood between the commas was deleted. */
const twoCommas = /^[^,;“”"]{2,60},\s,\s/u;

/** `, The Harbor, 3 May`, `(2020), The Harbor`, `Interview with , Kyiv`: who is cited was deleted. */
export function isNameLost(words: string): boolean {
  const comma = words.search(/(?<=[/@])\s?,|\s,/u);
  return (
    (comma > 0 && isKindOnly(words.slice(0, comma))) ||
    (twoCommas.test(words) && !isKnownOutlet(words.slice(0, words.indexOf(',')))) ||
    imprintAlone.test(words) ||
    symbolCutOff.test(words) ||
    platformCutOff.test(words) ||
    kindWithDate.test(words) ||
    /^[,;:]\s*[\p{L}\p{N}“"‘«]/u.test(words) ||
    yearFirst.test(words) ||
    interviewCutOff.test(words) ||
    isTalkCutOff(words) ||
    letterCutOff.test(words) ||
    nameToCome.test(words) ||
    senderLost.test(words) ||
    siteLost.test(words)
  );
}

/** Whether a note without an address ends where its title leads to an outlet. */
export function isCutOffAtTitle(words: string): boolean {
  return titleCutOff.test(words);
}
