/** The regular expressions of the grammar: dates, names of sources, items, parentheses, ids. See ../grammar.mjs. */

/** Words as alternatives; the longer one first if one begins with another.
 * @param {string} words */
const oneOf = (words) => `(?:${words.trim().split(/\s+/).sort().reverse().join('|')})(?![\\p{L}\\p{N}])`;
export const re = String.raw;

// Dates: docs/format.md, section 5, `when`.
export const month = re`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?!\p{L})\.?`;
export const day = re`\d{1,2}(?:st|nd|rd|th)?(?![\p{L}\d])`;
export const year = re`\d{4}(?!\d)`;
export const weekday = re`(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?!\p{L})\.?`;
export const dash = re`\s?[-–—]\s?`;
const date = `(?:${[
  re`${month}\s{0,3}${day}(?:${dash}(?:${month}\s{1,3})?${day})?(?:,?\s{0,3}${year})?`,
  re`${day}(?:${dash}${day})?\s{1,3}(?:of\s)?${month}(?:${dash}${day}\s{1,3}${month})?(?:,?\s{0,3}${year})?`,
  re`${month}(?:${dash}${month})?,?\s{0,3}${year}`,
  re`\d{4}[-/]\d{1,2}(?:[-/]\d{1,2})?(?!\d)`,
  re`\d{1,2}[./]\d{1,2}[./]\d{2}(?:\d\d)?(?!\d)`,
  re`(?:\d{4}年)?\d{1,2}月\d{1,2}日`,
].join('|')})`;
export const accessed = re`(?:last\s)?(?:accessed|retrieved|visited)(?:\s{1,3}on)?(?=\s)`;
export const dates = re`(?:${weekday},?\s{1,3})?${date}(?:\s{0,2}(?:,|&|and\b)\s{0,3}(?:${date}|${day}|${year})){0,8}`;
/** `18, 28 October`: only after a comma, or the 4 of `Channel 4, 10 May` would be a day. */
export const dayList = re`${day}(?:,\s{0,3}${day}){1,5}\s{1,3}${month}(?:,?\s{0,3}${year})?`;
const when = re`(?:${accessed}\s{1,3})?(?:${dayList}|${dates})`;
/** A date that follows a name without a comma: with a day, or it may be part of the name. */
const closeDates = re`(?!${month}(?:${dash}${month})?,?\s{0,3}${year})${dates}`;
/** `, p. 4`, `, 14:05 UTC`, ` [in Russian]`, `, https://…` */
const extra = re`(?:,\s?(?:pp?|paras?|sections?)\.?\s?\d{1,4}(?:[-–]\d{1,4})?|,?\s\d{1,2}:\d\d\s[A-Z]{2,4}|,?\s[\[(]in\s\p{Lu}\p{Ll}{2,12}[\])]|,\s?https?://[^\s;()]{1,300})?`;
/** A day of a month, as it is written most often. */
export const plainDay = re`(?:${month}\s${day}|${day}\s${month}|\d{1,2}月\d{1,2}日)(?:,?\s${year})?`;
/** After the date: what may follow it, a stray full stop, then the end of the item. */
export const itemEnd = re`(?=${extra}\s{0,3}\.?\s{0,3}(?:[;)]|$))`;

// Names of sources: docs/format.md, section 2, "A name is source-like if …".
const capital = re`[\p{Lu}\p{Lt}\p{Lo}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}]`;
const rest = re`[^\s,;()\[\]]{0,120}`;
const domain = re`(?:https?://)?(?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24}(?=[/?#:.]|[\s,;()\[\]]|$)${rest}`;
/** A tag, a link, an image or a key: read as a whole. */
const atom = re`!?\[[^\[\]]{1,300}\](?:\([^()]{0,500}\))?`;
const quotation = re`[“"«„][^“”"«»()]{1,200}[”"»“]`;
const opening = re`[*_"“‘'«„]{0,3}`;
const articled = re`(?:(?:[Aa][dlnrstz]|[Aa]sh|[Ee][dls]|[Uu]l)[-‐‑–’']|[Ll]['’]|(?:al|de|der|die|das|el|il|la|las|le|les|lo|los)\s)${capital}${rest}`;
const connective =
  oneOf(re`a al an and as at by da das de del della den der des di die do dos du e ed el en et for from i il in
  l la las le les lo los of on or the to u un und v van vom von with y zu zum zur via & \+ – — -`);
const kindOfSource =
  oneOf(re`agency archive audio blog briefing broadcast channel correspondence edition interviews? news newspaper
  online podcast post press radio release report service site statement television transcript tv video website`);
const notSource =
  oneOf(`about accessed adopted after amended around article as at before between born by chapter circa dated during
  early effective enacted figure founded from in issue issued last late mid modified no of on page part posted published released
  retrieved revised section signed since table the till to until updated version vol volume winter spring summer autumn fall`);
const firstWord = re`(?>${atom}|${quotation}|${domain}|${opening}(?:${articled}|@[\p{L}\p{N}_]${rest}|\d{0,4}${capital}${rest}|\d{1,4}\p{Ll}${rest}|\d{1,4}\s(?!${month})${capital}${rest}))`;
const nextWord = re`(?>${atom}|${quotation}|${domain}|${kindOfSource}|${opening}(?:${articled}|[\p{Lu}\p{Lt}\p{Lo}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Georgian}\d@#]${rest}))`;
const words = re`(?:(?:\s{1,3}${connective}){0,4}\s{1,3}${nextWord}){0,24}`;
const bracketed = re`(?:\s{0,2}\[[^\[\]]{1,80}\])?(?:\s{0,2}\([^()]{1,120}\))?`;
const name = re`(?!${weekday}|${date}|${month}(?:\s?[-–—,]|\s*$)|(?i:sources?|credits?)\s?:|(?i:${notSource})[.:]?(?:\s\d{1,4})?\s{0,2}[,:]?\s{0,2}(?:${month}|${accessed}|\d))${firstWord}${words}${bracketed}(?:,\s{0,3}${nextWord}${words}${bracketed}){0,3}`;

const leadIn = re`(?>(?i:(?:photo\s)?(?:source|credit)s?):|[Ss]ee(?:\s{1,2}also)?|[Ee]\.\s?g\.,?|[Cc]f\.?|[Vv]ia|[Cc]iting|[Cc]ompare|[Ff]or\sexample|[Aa]ccording\sto|(?:[Aa]s\s)?(?:[Qq]uoted|[Cc]ited|[Rr]eported)\s(?:in|by))(?=[\s,:])`;
export const leadIns = re`${leadIn}(?:[,:]?\s{1,3}${leadIn}){0,2}`;
/** Source and date, or a source whose date is cut off by the end of the line. */
export const sourced = re`${name}(?:\s?,\s{0,3}${when}${itemEnd}|\s{1,3}${closeDates}${itemEnd}|,\s{0,3}(?:${weekday},?\s{0,3})?${month}\s*$)`;
/** What is left of an item whose source is missing; the date may be cut off by the end of the line, or be on the next. */
export const missing = re`[.:]\s{1,3}${month}\s${day}${itemEnd}|(?:[“"][^“”"();]{1,80}[”"]|[Ii]nterview\swith)\s,\s{0,3}${plainDay}${itemEnd}|(?:[Nn]/[Aa]|,)\s?(?=\))|(?:[Nn]/[Aa]\s?)?,\s{0,3}(?:${when}${itemEnd}|${month}(?=\s?[;)])|${year}(?:[-–]${year})?${itemEnd}|(?:${weekday},?\s{0,3})?(?:${month})?\s*$)`;
const item = re`\s{0,4}(?:${leadIns}(?:[,:]?\s{1,3}(?=[^\s,])|\s{0,3}(?=,)))?(?:${missing}|${sourced})`;
/** A later item may be the citation: `(map; TASS, May 3)`. */
export const anyItem = re`(?:(?>(?:[^();]|\([^()]{0,500}\)){0,300});){0,12}?${item}`;

// Parentheses. A group holds at most two levels of others.
export const balanced = re`(?>(?:[^()]|\((?>(?:[^()]|\([^()]{0,500}\)){0,600})\)){0,600})`;
/** To the end of the line with no parenthesis but those of tags and short forms. */
export const unclosed = re`(?>(?:[^()]|(?<=\])\([^()]{0,500}\)|\([^()\d]{1,60}\)){0,600})$`;
/** Where text that runs over the line break stops at the latest: the end of the paragraph. */
export const paragraphEnd = re`^(?=\s*$|#{1,6}\s)`;

export const id = re`[\p{L}\p{M}\p{N}._/-]{1,200}`;
export const key = re`[\p{L}\p{N}_]{1,100}(?:[./-]{1,3}[\p{L}\p{M}\p{N}_]{1,100}){0,30}`;
export const surface = re`(?:\\.|[^\[\]\\]){0,500}`;
const schemes = `about blob bitcoin callto cid data dav doi feed file ftp ftps gemini geo git gopher hdl https? imap info ipfs irc ircs isbn
  javascript ldap ldaps magnet maps matrix mailto message mid msteams news nfs nntp notion obsidian onenote pop rsync rtsp s3 sftp
  sip sips skype slack sms smb ssh steam svn tel telnet tg urn view-source vnc vscode vscode-insiders webcal whatsapp ws wss xmpp zotero`;
export const notScheme = re`(?!(?i:${schemes.trim().split(/\s+/).join('|')}):|[^():]{1,40}://)`;
export const ruleCode = '[a-z][a-z0-9]{0,40}(?:-[a-z0-9]{1,40}){1,8}';
