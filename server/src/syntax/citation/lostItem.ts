/** What is left of an item of a parenthesis whose source is lost. docs/format.md, section 2, "Missing". */

import { oneOf, words } from '../../base/text/phrases.ts';
import { isDash, isMark, type Token } from '../tokens.ts';
import { OUTLET_KIND } from './agencies.ts';
import { wordsOf } from './itemSource.ts';
import { isTalkCutOff } from './talks.ts';
import { phrasesOf } from './words/index.ts';

/** A kind of source without its name. */
const kindOnly = new RegExp(
  [
    `^${oneOf(phrasesOf('sourceKinds'))}$`,
    String.raw`^(?:https?:\/\/)?(?:telegram|t\.me|(?:facebook|twitter|x|youtube|instagram|vk|tiktok)(?:\.com)?)\/@?$`,
    '^(?:x |twitter |telegram )?(?:posts?|tweets?) by @$',
    String.raw`^(?:h(?:tt|xx)ps?:\/\/)?(?:www\.)?$`,
  ].join('|'),
  'iu',
);
/** Prepositions behind which a name stands; with a space and a comma behind them it is lost. */
const cutOffWords = new Set([...phrasesOf('prepositions'), ...phrasesOf('talkPrepositions')]);
/** `(and , May 3)` */
const lostWords = new Set(words`and also`);
/** `[London]`, `(Qatar)`: what stood behind a name. */
const placeAlone = /^(?:\[\p{Lu}\p{L}[\p{L}\s’'-]{0,30}\]|\(\p{Lu}\p{L}[\p{L}\s’'-]{0,30}\))$/u;
const datePrepositions = new Set(words`of by from to`);
const nameCutOff =
  /^(?:(?:author[’']?s?|telephone|phone|personal|telegram|facebook|twitter|x|youtube|instagram) )?(?:interviews?|correspondence|conversation|statement|posts?|page|account|channel|press release|e-?mails?|letters?|messages?|tweets?) (?:with|of|by|from|to)$/iu;

const outletKind = new RegExp(`^${OUTLET_KIND}$`, 'i');
/** `TV, in Russian 1600 gmt`: a station that has lost its name. */
const kindInLanguage = new RegExp(
  String.raw`^${OUTLET_KIND}(?:, \p{Lu}[\p{L} .-]{1,40})?,? in \p{Lu}\p{Ll}+(?: \d{4} (?:gmt|utc))?$`,
  'iu',
);

const standIn = /\s(?:xx|tk|tb|\?|_|\[)/i;

/** `Telegram channel , May 5`, `Interview with , 11 January`: the name behind the kind of source is lost. */
export function isNameLost(text: string, tokens: readonly Token[], comma: Token | undefined): boolean {
  const words = wordsOf(text, tokens);
  const isLost = isLostBehind(comma);
  const endsInPreposition = cutOffWords.has(tokens.at(-1)?.lower ?? '');
  if (isMark(comma, ',') && /^[[(]/.test(words) && placeAlone.test(words)) return true;
  if (isLost && (lostWords.has(words.toLowerCase()) || endsInPreposition || outletKind.test(words))) return true;
  // `Interview with , Kyiv`
  if (tokens.some((token, at) => isLostBehind(token) && cutOffWords.has(tokens[at - 1]?.lower ?? ''))) return true;
  if ((words.startsWith('.') && /^\.[a-z]{2,4}$/iu.test(words)) || kindInLanguage.test(words)) return true;
  const isCutOff = /[/@]$|www\.$/i.test(words);
  if ((words.includes(' ,') || standIn.test(words)) && isTalkCutOff(words)) return true;
  if (isLost && isTalkCutOff(`${words} ,`)) return true;
  if (!isLost && !endsInPreposition && !isCutOff) return false;
  // `(e-mail of 19 February)` has its date there, `(interview with 19 February)` a gap.
  if (!isLost && !isMark(comma, ',') && datePrepositions.has(tokens.at(-1)!.lower)) return false;
  return nameCutOff.test(words) || ((isLost || isCutOff) && kindOnly.test(words));
}

/** Whether a name is a kind of source alone, as the `Telegram channel` that is left of one. */
export function isKindOnly(name: string): boolean {
  return kindOnly.test(name);
}

/** The comma of `see , para. 14` follows a space: a name stood before it. */
export function isLostBehind(comma: Token | undefined): boolean {
  return isMark(comma, ',') && comma!.hasSpaceBefore;
}

/** `: May 3`, `| May 3`, `– May 3`: what separated the source from the date. A minus stands close: `-3 May`. */
export function isSeparatorOfNothing(before: readonly Token[], date: Token): boolean {
  return before.length === 1 && date.hasSpaceBefore && (':|'.includes(before[0]!.text) || isDash(before[0]));
}
