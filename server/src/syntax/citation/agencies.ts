/** News agencies and outlets that are known without a registry: facts, written by hand. */

import type { SourceName } from '../ast.ts';
import type { KnownNames } from '../knownNames.ts';

const NAMES = `aaj news|abc news|abna|adnkronos|afp|agence france-presse|agencia efe|ahram online|al arabiya|al jazeera|al mayadeen|
  al-ahram|al-alam|al-hayat|al-manar|al-monitor|al-quds al-arabi|amaq|anadolu|anadolu agency|ani|ansa|antara|ap|apa|aps|app|armenpress|
  asharq al-awsat|associated press|azertac|bbc|bbc monitoring|bbc news|belga|belta|bernama|bloomberg|bna|cbc|cbs news|cctv|cgtn|cnn|
  centcom|daily mail|daily sabah|dawn|der spiegel|die zeit|dpa|dw|efe|euronews|fars|fars news|financial times|foreign affairs|foreign policy|fox news|france 24|
  geo news|globo|guardian|haaretz|hürriyet|ina|infobae|interfax|jeune afrique|l’orient-le jour|interfax-ukraine|irib|irna|isna|itar-tass|izvestia|jana|jiji|kazinform|
  kcna|khaama press|khabar|kommersant|kuna|kyiv independent|kyiv post|kyodo|lana|le figaro|le monde|libération|lusa|mehr|mena|meduza|
  mti|nbc news|new york times|nhk|notimex|npr|ntv|nzz|pajhwok|pap|people’s daily|petra|politico|press tv|presstv|pti|qna|radio free europe|
  reuters|rfe/rl|rfi|ria|ria novosti|rt|rte|rudaw|sana|sky news|south china morning post|spa|sputnik|süddeutsche zeitung|suna|sun|
  swissinfo|taarifa|tanjug|tap|tass|tasnim|taz|telegraaf|the economist|the guardian|the independent|the new york times|the times|
  times of israel|times of india|times|tolo news|tolonews|trend|trt|trt world|turan|ukrayinska pravda|ukrinform|unian|upi|ura.ru|vedomosti|voa|
  wafa|wall street journal|wam|washington post|xinhua|yle|yonhap|zdf|vx-underground|тасс|риа новости|интерфакс|коммерсантъ|ведомости|известия|медуза|укрінформ|укринформ|уніан|униан|суспільне|українська правда|інтерфакс-україна|интерфакс-украина|белта`;

const names = new Set(NAMES.split(/\|\s*/));

/** Organizations that publish reports. Where other names stand, too, they are the source before a date. */
const PUBLISHERS = `acaps|acled|africom|amnesty international|centcom|cisa|crisis group|easo|ecowas|euaa|eucom|europol|fao|fbi|fews net|frontex|
  human rights watch|hrw|iaea|icrc|idmc|ifrc|igad|iisd|imf|interpol|iom|ipc|isw|landinfo|met office|mod|msf|nato|ncsc|nrc|nsa|ocha|ofac|ohchr|
  osce|reach|rsf|unama|undp|unesco|unfpa|unhcr|unicef|unifil|unmiss|unodc|unrwa|wfp|who|world bank`;
const publishers = new Set(PUBLISHERS.split(/\|\s*/));

/** What an outlet is, without its name. */
export const OUTLET_KIND =
  '(?:tv|radio|television|(?:news |press )?agency|press service|newspaper|daily|weekly|(?:news )?website|(?:tv|radio|telegram|youtube) (?:station|channel))';
const outletWord =
  /(?:^|\s)(?:agency|news|press|times|radio|tv|television|post|daily|online|telegraph|tribune|herald|gazette|journal|monitor)(?:$|\s)/i;
const publisherWord =
  /^(?:the )?(?:\p{L}+ ){0,4}(?:ministry|ministry of .+|cluster|working group|observatory|situation room)$/iu;

/** Whether a name has a word that outlets have: `Pier Times`. */
export function hasOutletWord(name: string): boolean {
  return outletWord.test(name);
}

/** Whether a source is an outlet without doubt, so that it counts also where other names stand. The registries are asked last. */
export function isCertainOutlet({ name, domain }: Pick<SourceName, 'name' | 'domain'>, known: KnownNames): boolean {
  return (
    domain !== undefined || isKnownOutlet(name) || hasOutletWord(name) || isPublisher(name) || known.isOutlet(name)
  );
}

function isPublisher(name: string): boolean {
  return publishers.has(name.trim().toLowerCase()) || publisherWord.test(name);
}

/** Whether a name is that of a well-known outlet, whatever its case. */
export function isKnownOutlet(name: string): boolean {
  return names.has(name.trim().toLowerCase().replaceAll("'", '’'));
}
