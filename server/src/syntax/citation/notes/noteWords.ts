/** The words around a source in a note: `See also`, `Ibid.`, `op. cit.`, `accessed`, interviews. docs/format.md, "Notes". */

import { oneOf } from '../../../base/text/phrases.ts';
import { TALK } from '../talks.ts';
import { phrasesOf } from '../words/index.ts';

const anyOf = (...kinds: Parameters<typeof phrasesOf>[0][]) => oneOf(kinds.flatMap(phrasesOf));

/** `For more on the strike, see` */
const forTopic = 'for [^,;.:“”"]{1,80}, see';
/** `^ a b `, `↑ Jump up to: a b ` lead back to the markers in a wiki. */
export const backlinks = String.raw`(?:[\^↑]\s|${anyOf('backlinks')}\s?:?\s){1,2}(?:[a-z]\s){0,8}`;
/** What a note says before a source: `See also`, `For example,`, `Vgl.`. */
export const leadIn = new RegExp(
  `^(?:(?:${backlinks})?(?:${forTopic}|${anyOf('leadIns', 'connectives')})(?:,?\\s${anyOf('leadInTails')})?[,:]?\\s+|${backlinks})`,
  'iu',
);
/** A note that leads to nothing: `See also.` */
export const leadInAlone = new RegExp(`^${anyOf('leadIns')}[\\s.,:;]*$`, 'iu');
/** `Available at https://.` */
export const addressLost = new RegExp(
  `^${anyOf('available', 'archived')}[\\s:]*(?:h(?:tt|xx)ps?\\s?:?\\s?\\/{0,2}|www)?[\\s.,/]*$`,
  'iu',
);
/** The citation before it. */
export const ibid = new RegExp(`^${anyOf('ibid')}(?![\\p{L}\\p{N}])\\.?`, 'iu');
const earlierWork = oneOf(phrasesOf('earlierWork'), { space: String.raw`\s*` });
const noteLabel = anyOf('noteLabels');
/** One of an earlier note. */
export const earlierNote = new RegExp(
  `(?<![\\p{L}\\p{N}])${earlierWork}|\\((?:${anyOf('leadIns')} |wie )?${noteLabel} ?\\d{1,3}(?: above)?\\)|\\b${noteLabel} \\d{1,3} above\\b`,
  'iu',
);
/** `As of June 3, 2022:` */
const asOf = String.raw`as of(?= \p{Lu}\p{L}+ \d{1,2}, \d{4}:)`;
const accessed = `(?:${anyOf('accessed')}|${asOf})(?!\\p{L})`;
export const accessedAt = new RegExp(`(?<!\\p{L})${accessed}[^;]*$`, 'iu');
/** How an addition to the citation before it begins. */
export const accessedStart = new RegExp(`^\\(?${accessed}`, 'iu');
export const archivedStart = new RegExp(`^${anyOf('archived')}(?!\\p{L})`, 'iu');
export const availableStart = new RegExp(`^${anyOf('available')}(?!\\p{L})`, 'iu');
/** `p. 3`, `s. 12`, `г.`, a domain, the rest of an address */
const locatorOrAddress = String.raw`in \p{Lu}|pp?\b|http|hxxp|www|[\p{L}\d-]{2,30}\.(?:\p{Ll}{2,4})\b|\p{Ll}{1,4}\.?\s?\d|г\.|года?(?!\p{L})|[рr]\.`;
/** What may follow a date in a citation in lower case. */
export const tail = new RegExp(
  `^[\\s,.(]*(?:(?:${anyOf('tails', 'accessed', 'archived', 'available')})|${locatorOrAddress})`,
  'iu',
);
const letters =
  /,\s(?:(?:personal|written|oral|e-?mail|telephone|phone|whatsapp|signal) )?(?:e-?mails?|communication|correspondence|telephone|phone call|telephone call|text message|message|letter|diary|journal entry|log|telegram|cable|despatch|dispatch|minute|memo|memorandum|testimony|remarks)(?=,|$)/;
/** Words that say that a citation is of a talk with a person. */
export const interview = new RegExp(`${TALK}|\\binterviews?\\b|${letters.source}`, 'iu');
/** The person was deleted: `Interview with , Kyiv, May 3`, `Agency interview, , May 3`. */
export const interviewCutOff =
  /(?:interviews?|correspondence|conversation|e-?mail|meeting|discussion)(?:\s\p{L}+)?\s(?:with|of|by|from)\s*(?:,|$)|interviews?,\s*,|\s(?:with|to|from|by|of)\s,/iu;
