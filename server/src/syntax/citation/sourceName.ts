/**
 * Which names can be sources in a citation. docs/format.md, section 2, "Source-like".
 */

import { isKnownOutlet, OUTLET_KIND } from './agencies.ts';
import { TALK } from './talks.ts';

/** Words that join the parts of a name; they count neither for nor against it. */
const CONNECTIVES = new Set(
  `a al an and as at by da das de del della den der des di die do dos du e ed el en et for from i il in l la las le les
  lo los no of on or the to u un und v van vom von with y zu zum zur via & + – — -`.split(/\s+/),
);

/** Lower-case words that the name of a source may contain: `Author’s interview`, `Xinhua news agency`, `Facebook page of X`. */
const SOURCE_KIND_WORDS = new Set(
  `account accounts author official officials page pages spokesman spokesperson spokeswoman tweet tweets thread videos posts channels
  agency archive audio author's authors' blog briefing broadcast channel cited citing correspondence edition interview interviewed interviews
  news newspaper online podcast post press quoted quoting radio release report service site statement television transcript tv
  video website`.split(/\s+/),
);

// cspell:ignore depuis desde dnia seit від
/** Words that cannot end a name: `(Treaty of May 3)` and `(on May 3)`, `(vom 5. Mai)`, `(от 5 мая)` name no source. */
const NON_FINAL_WORDS = new Set(
  `a about after an and around as at before between by circa dated during effective for from in of on or since the till
  to until with bis depuis desde do dnia du od seit vom з від до на от с со`.split(/\s+/),
);

/** Words that precede a date without being a source: `(Updated May 3)`, `(Version 2, May 3)`. */
const NON_SOURCE_WORDS = new Set(
  `accessed adopted amended article as born by chapter circa dated died early effective enacted figure founded from
  issue issued late last mid modified no on page part posted published released retrieved revised section signed since
  table until updated version vol volume winter spring summer autumn fall`.split(/\s+/),
);

/** `al-Hayat`, `as-Safir`; `la Repubblica`, `l’Orient`. */
const foreignArticle =
  /^(?:(?:ad|al|an|ar|as|ash|at|az|ed|el|es|il|ul|ur)-|l['’]|(?:al|de|der|die|das|el|il|la|las|le|les|lo|los) )[\p{Lu}\p{Lo}]/u;
/** `author’s interview`, `telephone interview with …`, `WhatsApp correspondence`, `KII`. */
const interview =
  /^(?:(?:the |an? )?(?:author|authors|telephone|phone|personal|whatsapp|signal|zoom|skype|online|remote|virtual|email|e-mail|in-person|confidential|private|follow-up)(?:['’]s?)? ){0,3}(?:interviews?|correspondence|conversations?|communications?|exchanges?|discussions?|meetings?|briefings?|KII|FGD)\b/i;
/** `entretien avec Ann Vale` */
const talk = new RegExp(`^(?:${TALK})`, 'iu');
/** `confidential source`, `local officials`, as an interview without its word. */
const unnamed =
  /^(?:(?:confidential|anonymous|local|informed|diplomatic|military|humanitarian|well-informed|key|field) )+(?:sources?|informants?|officials?)$/i;
/** `presidential website`, `pro-government newspaper`: an outlet that goes by what it is. */
const unnamedOutlet = new RegExp(
  String.raw`^(?:(?:foreign|government|independent|local|national|official|opposition|presidential|private|public|regional|state|pro-\p{L}+|state-\p{L}+) ){1,2}${OUTLET_KIND}$`,
  'iu',
);
/** `Facebook page of the brigade`, `X post by @name`. */
const postOn =
  /^(?:facebook|twitter|x|telegram|youtube|instagram|tiktok|vk|whatsapp|linkedin|truth social|bluesky|weibo) (?:page|account|channel|group|post|posts|thread|video|message) (?:of|by|from) \S/i;
/** A capital inside the first word: `defenceWeb`, `eKathimerini`, `iStories`. */
const innerCapital = /^\p{Ll}+\p{Lu}\p{L}*/u;
/** A word without a capital, or a quotation. */
const lowerCaseOrQuote = /(?:^|\s)[\p{P}\p{S}]*\p{Ll}|[“"«‘]/u;
const firstLetter = /^[\p{P}\p{S}]*([\p{L}\p{N}])/u;
/** `📰 Harbor News`, `🇺🇦 Harbor News`: channels put pictures before their names. */
const pictures = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\s]+(?=\S)/u;
const quotation = /“[^”]*”|"[^"]*"|«[^»]*»|‘[^’]*’/gu;
const latinLower = /^[\p{Ll}]/u;
const latin = /^\p{Script=Latin}/u;
const letter = /\p{L}/u;
/** English words that no name in sentence case has: `Talks collapsed`, `Three killed`, `Shelling continues`. */
const inflected =
  /^\p{Ll}+(?:ed|ing|en)$|^(?:is|was|were|are|has|had|not|than|it|he|she|they|this|that|with|kills?|dead|more|new|last|per|in|on|from)$/u;
const openingQuote = /^["“”«‘'„]/;
const domainLabel = /^[\p{L}\p{N}-]+$/u;
const surroundingPunctuation = /^[\p{P}\p{S}]+|[,.:;!?)\]”"»]+$/gu;

/** Sentence case, as in `Gazeta wyborcza`, is accepted for at most this many words. */
const MAX_SENTENCE_CASE_WORDS = 3;

/**
 * Whether `name` (white space folded, no emphasis marks) reads as the name of a source. `hasComma`: whether a comma follows, which
 * makes a name in sentence case likely.
 */
export function isSourceLike(written: string, hasComma = false): boolean {
  const name = written.replace(pictures, '');
  return (
    letter.test(name) && firstLetter.test(name) && (isWrittenAsName(name, hasComma) || isKindOfSource(name, hasComma))
  );
}

/** Domains, accounts, well-known outlets, interviews and posts, whatever their words look like. */
function isKindOfSource(name: string, hasComma: boolean): boolean {
  if (parseDomain(name.replace(/ website$/i, '')) !== undefined || name.startsWith('@') || isKnownOutlet(name))
    return true;
  if (interview.test(name)) return !NON_FINAL_WORDS.has(normalizeWord(name.split(' ').at(-1)!));
  return (
    innerCapital.test(name) ||
    postOn.test(name) ||
    (hasComma && (unnamed.test(name) || unnamedOutlet.test(name) || talk.test(name)))
  );
}

/** By its capitals. */
function isWrittenAsName(name: string, hasComma: boolean): boolean {
  // Most names: each word has a capital.
  if (!lowerCaseOrQuote.test(name)) {
    const space = name.indexOf(' ');
    if (NON_FINAL_WORDS.has(normalizeWord(name.slice(name.lastIndexOf(' ') + 1)))) return false;
    if (!NON_SOURCE_WORDS.has(normalizeWord(space < 0 ? name : name.slice(0, space)))) return true;
  }
  const first = firstLetter.exec(name)![1]!;
  const startsWithQuote = openingQuote.test(name);
  const startsLower = latinLower.test(first) && latin.test(first);
  if (startsLower && !startsWithQuote && !foreignArticle.test(name)) return false;

  const words = name.replace(quotation, ' ').split(/\s+/).filter(Boolean);
  const normalizedWords = words.map(normalizeWord);
  if (NON_FINAL_WORDS.has(normalizedWords.at(-1) ?? '')) return false;
  if (NON_SOURCE_WORDS.has(normalizedWords[0] ?? '') && normalizedWords.slice(1).every((word) => /^\d*$/.test(word)))
    return false;
  let significantWords = 0;
  let lowerCaseWords = 0;
  for (const [index, word] of words.entries()) {
    const normalized = normalizedWords[index]!;
    if (CONNECTIVES.has(normalized) || (SOURCE_KIND_WORDS.has(normalized) && word !== name)) continue;
    significantWords++;
    const initial = firstLetter.exec(word)?.[1];
    if (
      initial &&
      !word.startsWith('@') &&
      latinLower.test(initial) &&
      latin.test(initial) &&
      !foreignArticle.test(word) &&
      parseDomain(word) === undefined
    )
      lowerCaseWords++;
  }
  if (lowerCaseWords * 4 <= significantWords) return true;
  return (
    hasComma && !startsLower && words.length <= MAX_SENTENCE_CASE_WORDS && !words.some((word) => inflected.test(word))
  );
}

/**
 * The host of a bare domain (`kavkaz-uzel.eu`, `www.infox.ru`, `T.me/channel`) or of a URL, in lower case and
 * without `www.`; undefined for anything else.
 */
export function parseDomain(name: string): string | undefined {
  const address = name.toLowerCase().replace(/^https?:\/\//, '');
  const host = address.split(/[/?#]/, 1)[0]!;
  const labels = host.split('.');
  const top = labels.at(-1)!;
  if (labels.length < 2 || !/^[a-z]{2,18}$/.test(top)) return undefined;
  if (!labels.every((label) => domainLabel.test(label))) return undefined;
  if (labels.every((label) => label.length === 1)) return undefined;
  return labels[0] === 'www' ? labels.slice(1).join('.') : host;
}

function normalizeWord(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(surroundingPunctuation, '');
}
