/** Asides: parentheses that end in a date and name no source. docs/format.md, section 2, "Asides". */

import { isPlaceName } from './placeNames.ts';

const numbered =
  /^(?:no|nos)\.?\s?\d|^(?:(?:executive|presidential|royal|emergency|council|federal|government|ministerial)\s)?(?:decree|act|law|order|decision|regulation|resolution|proclamation|petition|table|figure|annex|box|chapter|directive|bill|ordinance)(?:\s(?:no|nr|number)\.?\s?|\s)[\d#IVX]/iu;
/** `2374 Resolution` */
const numberFirst = /^\d[\d/.-]*\s(?:decree|act|law|decision|regulation|resolution|proclamation|petition)$/iu;
/** `Act of Parliament`; one word behind the kind is enough to make it a law. */
const lawOf = /^(?:decree|act|law|decision|regulation|resolution|proclamation|petition) \p{Lu}?[\p{L}-]+$/iu;
const operation = /^(?:the )?(?:operation|exercise|ex) [\p{Lu}\d“"]/iu;
const happening =
  /(?:^|\s)(?:\p{Lu}[\p{L}\p{N}’'.-]*|of|the|and|in|on|for)\s(?:day|conference|summit|offensive|agreement|agreements|treaty|accord|accords|storm|hurricane)$/iu;
/** `Phase II`, `Flight MH17`, `Day 3`: what is counted. `Channel 4` and the like are outlets. */
const counted =
  /^(?:phase|round|flight|day|week|episode|season|part|stage|session|wave|batch|group|exhibit|appendix|map|photo|slide|article|clause|room)\s(?:[IVX]+|\p{Lu}{0,3}[\d-]+\p{L}?)$/iu;
/** `Battle of Kursk`, `Treaty of Lisbon`. */
const eventOf =
  /^(?:the )?(?:treaty|peace|battle|siege|fall|massacre|congress|convention|edict|statute) of (?:the )?\p{Lu}/iu;
/** `Beirut explosion`, in lower case: no outlet ends so. */
const event =
  /\s(?:attacks?|blasts?|bombings?|elections?|referendum|protests?|explosions?|sieges?|wars?|crisis|coup|massacre|earthquakes?|floods?|crash|shootings?|ceasefire|invasion|uprising|revolution|raids?|strikes?|offensive|agreement|summit|conference|talks)$/u;
const holiday =
  /^(?:easter|christmas|ramadan|thanksgiving|passover|hanukkah|diwali|nowruz|yom kippur|eid al-(?:fitr|adha)|new year)(?:[’']s)?(?: (?:eve|day|sunday|monday))?$|^(?:palm|good|black|bloody|holy|ash|maundy)(?:\s\p{L}{3,6}day)?$|^(?:\p{L}+ )?(?:world cup|olympic games)$/iu;
/** `(TBD, June 14)` of a schedule; at the end of a statement it is a placeholder. */
const open = /^(?:tbd|tbc|tba|tk|n\/a)$/iu;
const hurricane = /^(?:tropical )?(?:storm|hurricane|cyclone|typhoon) \p{Lu}/iu;
const ship = /^(?:USS|USNS|HMS|HMCS|HMAS|INS|MV|M\/V|MT|SS|RFS|USCGC|JS|ROKS|TCG)\s[\p{Lu}“*]/u;
const participle = /(?:^|\s)\p{Ll}{2,}ed$/u;
/** `31 of 118`, `20 tons`, `3 p.m.`, but not `20 minutos`. */
const amount =
  /^[\d.,:]+\s(?:of|out of|per|percent|per cent|%|[ap]\.?m\b|hundred|thousand|million|billion|(?:tons?|tonnes|people|men|women|children|soldiers|civilians|cases|deaths|dead|wounded|votes|seats|km|miles|hours|days|weeks|months|years|dollars|euros)$)/i;
const statute =
  /^(?:[HS]\.?\s?(?:R|J|Con|Res)?\.?(?:\s?Res)?\.?|Pub(?:lic)?\.? ?L(?:aw)?\.?|P\.L\.|E\.O\.|S\.I\.|U\.S\.C\.)(?:\sNo\.)?\s?\d/u;
/** `[2011] ECHR 1093` */
const neutralCitation = /^\[(?:1[89]|20)\d\d\]\s/;
const caseNumber = /^(?:case\s)?[A-Z]{1,4}[-–]\d{1,5}\/\d{2}\b|^(?:application|case) no\b/iu;

const PATTERNS = [
  numbered,
  numberFirst,
  lawOf,
  statute,
  neutralCitation,
  caseNumber,
  operation,
  hurricane,
  ship,
  amount,
  counted,
  eventOf,
  event,
  holiday,
  open,
  participle,
  happening,
];
const FIRST_WORDS = new Set(
  `act annex appendix application article ash batch battle bill black bloody box case chapter chart christmas clause congress
  convention council cyclone day decision decree directive diwali e easter edict eid emergency episode ex executive exercise exhibit fall federal
  figure flight good government group h hanukkah hmas hmcs hms holy hurricane ins js l law m map massacre maundy ministerial mt mv n/a new no nos
  nowruz operation order ordinance p palm part passover peace petition phase photo presidential proclamation pub public ramadan regulation resolution rfs
  roks room round royal s season session siege slide ss stage statute storm table tba tbc tbd tcg thanksgiving tk treaty tropical typhoon u uscgc
  usns uss wave week yom`.split(/\s+/),
);
const LAST_WORDS = new Set(
  `accord accords act agreement agreements attack attacks blast blasts bombing bombings ceasefire conference coup crash crisis cup day decision
  decree earthquake earthquakes election elections explosion explosions flood floods games hurricane invasion law massacre offensive petition
  proclamation protest protests raid raids referendum regulation resolution revolution shooting shootings siege sieges storm strike strikes summit
  talks treaty uprising war wars`.split(/\s+/),
);
const wordEnd = /[\s.]/;

/**
 * Whether what stands before a date is no source: a law, a table, an operation, an event, a holiday, a ship, a participle, an amount,
 * a country or a capital. `name` has its white space folded. `The Day` and the like are outlets.
 */
export function isAside(name: string): boolean {
  const lower = name.toLowerCase().replace(/^the /, '');
  const first = lower.split(wordEnd, 1)[0]!;
  const last = lower.slice(lower.lastIndexOf(' ') + 1);
  const mayBe = FIRST_WORDS.has(first) || LAST_WORDS.has(last) || last.endsWith('ed') || /\d/.test(lower);
  if (mayBe && PATTERNS.some((pattern) => pattern.test(name)) && !/^the\s\p{L}+$/iu.test(name)) return true;
  return isPlaceName(name);
}
