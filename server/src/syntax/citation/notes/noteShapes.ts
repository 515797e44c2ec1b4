/** What the citations of a note look like that are no outlet with a date: books, statutes, report numbers, titles. docs/format.md, "Notes". */

import { oneOf } from '../../../base/text/phrases.ts';
import { phrasesOf } from '../words/index.ts';

export const imprint = /\((?:[^()]{2,80}:\s*)?[^()]{2,80},\s?((?:19|20)\d\d)\)/u;
/** `(March 2, 2026)` is no imprint. */
export const datedParenthesis = /\((?:\p{L}{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s\p{L}{3,12}),?\s\d{4}\)/u;
export const documentSymbol = /(?<![\p{L}\p{N}/])[A-Z]{1,6}\/(?:[A-Z0-9.-]{1,12}\/){0,4}\d[\w./-]*/u;
export const statute =
  /[§¶]|\bECF No\. ?\d|\bDkt\. ?(?:No\. ?)?\d|\bU\.S\.C\.|\bP\.L\.|\bPub(?:lic)? L(?:aw)?\.?|\bStat\.|\bCong\.|\bF\. ?Supp|\b[HS]\.? ?R(?:es|ept)?\.? ?\d|\bv\. \p{Lu}|\b(?:Report|In Focus|Insight|Sidebar|Working Paper|Policy Brief|Briefing Paper|Research Paper|Occasional Paper|Discussion Paper|Directive|Instruction|Circular|Bulletin|Handbook|Transmittal)(?: No\.?)? [A-Z\d]|\b(?:COM|JOIN|SWD|SEC|C) ?\(\d{4}\) ?\d|\b(?:Cmnd?|CP|HC|HL Paper|WD|(?:BT-)?Drs\.|Drucksache|Plenarprotokoll|Kamerstukken\p{L}*) \d|, (?:No\.? )?\d{1,4}\/\d{2,5}$/u;
/** `GAO-22-104444`, `RL32048` as the whole note. */
export const reportNumber = /^[A-Z]{2,6}-?\d{2,}(?:-\d+){1,3}[A-Z]{0,3}$|^[A-Z]{1,4}-?\d{4,7}$/;
export const undated = /\b(?:undated|n\.d\.)/i;
/** What may stand between a title and its date without naming an outlet. */
export const kindOfText = new RegExp(
  `^(?:report|speech|press conference|brief|briefing|fact sheet|working paper|policy brief|news release|op-ed|podcast|blog post|${oneOf(phrasesOf('sourceKinds'))})$`,
  'iu',
);
/** `Council of the EU — Statement on the strait` */
export const dashedTitle = /^(\p{Lu}[^.,;:—–]{1,60}?)(?:\s[—–-]\s|:\s)([^;@][^;]{2,199})$/u;
/** `Mandiant: Report on the group` */
export const outletAndTitle = /^(\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s[\p{L}\p{N}.&’'-]+){0,3}):\s([\p{Lu}“"][^.;]{3,160})$/u;
/** `Mandiant – Terminal Velocity`, with capitals as titles have them. */
export const outletDashTitle =
  /^(\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s[\p{Lu}\d&][\p{L}\p{N}.&’'-]*){0,3})\s[–—]\s((?:[\p{Lu}\p{N}“"&][^\s;]*|a|an|and|the|of|in|on|at|to|for|with|by|from)(?:\s(?:[\p{Lu}\p{N}“"&][^\s;]*|a|an|and|the|of|in|on|at|to|for|with|by|from)){1,24})$/u;
/** `Vale, Low Tide, 31` */
export const shortTitle = /^\p{Lu}[\p{L}’'-]{1,30}, [*_“‘]?\p{Lu}[^,.;:()\d]{3,80}, \d{1,4}(?:[-–]\d{1,4})?$/u;
export const notOutlet = /^(?:note|notes|see|nb|source|sources|example|e\.g|figure|table|comment|date|time|also)$/i;
/** `Defence Request, para. 4`, `T-056-CONF, p. 12, lines 3-7`: a short name with nothing but its place. */
export const nameAndLocator =
  /^(?:\p{Lu}[\p{L}’'-]*|[A-Z\d][A-Z\d/-]+)(?:\s(?:\p{Lu}[\p{L}’'-]*|of|on|the|and|for|\d+|(?:annual|quarterly|monthly|weekly|final|interim)|(?:report|review|bulletin|statistics|yearbook|handbook))){0,6}(?:,\s(?:pp?|paras?|lines?|art|arts|cols?|fols?|ff|S|Rn|annex|section|box|folder)\.?\s?\d[\d\s–—,-]{0,24}){1,3}$/u;
