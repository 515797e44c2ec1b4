/** How prose names and describes its sources without a citation. */

import { phrases, words } from '../../../../base/text/phrases.ts';

/** Phrases that name a source. */
export const attributions = phrases`
  according to
  (aired|broadcast|posted|published|tweeted|written|wrote) (by|in|on)
  as reported
  broadcaster
  census
  (cited|quoted) (by|in)
  communiqué
  court documents
  (data|estimate|estimates|figures|numbers) (by|compiled|from|of|published|released)
  footage
  (foreign|independent|local|national|news|social|state) media
  imagery
  indictment
  leaked
  news (agency|conference)
  newspaper
  newspapers
  on (Facebook|Instagram|Telegram|TikTok|Truth Social|Twitter|VK|Weibo|WeChat|X|YouTube)
  poll
  polls
  press conference
  press release
  quotes
  quoting
  (report|reports) (by|from|in|that)
  satellite (image|images)
  survey
  surveys
  told
  transcript
  website
  websites`;

/** "Issued a joint statement", "in her speech": verb or preposition, determiner, kind of publication. */
export const publishingWords = words`in issued published released`;
export const publicationDeterminers = words`a an her his its the their`;
export const publicationKinds = words`
  address article briefing interview letter paper post report speech statement study testimony video`;

/** Verbs by which an organization reports: "OCHA estimates". */
export const reporterVerbs = words`
  counted documented estimate estimated estimates found note noted notes recorded reported reports writes wrote`;
export const reporterAuxiliaries = words`had has`;

/** Capitalized words that are no such organization. */
export const notReporters = words`Nobody None Nothing`;

/** Legal documents that a number identifies, and abbreviations of them. */
export const legalDocuments = phrases`
  Article
  Decree
  Directive
  Executive Order
  Public Law
  Regulation
  Resolution
  Section`;
export const numberAbbreviations = words`No.`;
export const legalAbbreviations = words`E.O. P.L. U.S.C.`;

/** "Our earlier count", "this journal's database", "we have shown": the author's own work. */
export const ownWorkOwners = phrases`
  our
  this (bulletin's|desk's|journal's|publication's)`;
export const ownWorkKinds = words`
  analysis article articles assessment assessments brief briefs count counts coverage data database databases estimate
  estimates interview interviews issue issues judgement judgements judgment judgments list lists log logs own report
  reporting reports survey surveys timeline timelines`;
export const ownWorkSubjects = words`we`;
export const ownWorkAuxiliaries = words`have`;
export const ownWorkVerbs = words`
  argued assessed counted described found interviewed judged noted published reported showed warned wrote`;
export const earlierWork = phrases`
  (earlier|previous) (article|articles|assessment|assessments|brief|briefs|issue|issues|report|reports)`;

/** Before a citation that is a cross-reference and no evidence. */
export const crossReferences = words`cf compare for see`;

/** Phrases that disclose that a statement rests on a single or unconfirmed source. */
export const singleSourceDisclosures = phrases`
  (cannot|could not|not|not been) be? independently? (confirmed|corroborated|verified)
  no (other|second) (account|outlet|report|source)
  (one source|one-source|single source|single-source)
  (only|single|sole) available? (account|outlet|report|source)
  (unconfirmed|uncorroborated|unverified)`;

/** Names of sources that are conversations, not outlets. */
export const interviews = words`interview interviews`;

/** Behind the name of a platform: "Telegram channel". */
export const postKinds = words`account channel page post posts video`;

/** A text with one of these explains how the labels of the Traffic Light Protocol changed. */
export const tlpHistory = phrases`
  former
  formerly
  previously
  rename
  renamed
  replace
  replaced
  replaces
  TLP 1
  TLP v1
  version 1`;
