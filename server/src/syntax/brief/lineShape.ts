/** What a line between blank lines can be, by its own words: a heading, a line of the masthead, or prose. docs/format.md, section 3. */

import { words } from '../../base/text/phrases.ts';
import { isKnownOutlet } from '../citation/agencies.ts';
import { isPlaceName } from '../citation/placeNames.ts';
import { readWhen } from '../date/writtenDate.ts';
import { findSentences } from '../sentences.ts';
import { tokenize } from '../tokens.ts';

/** No sentence ends in a key. */
const keyAndValue = /^(?:\*\*)?(?![^:\n]{0,42}\p{Ll}{2}[.!?]\s\p{Lu})\p{Lu}[\p{L} ./-]{0,40}:(?:\*\*)?(?: |$)/u;
const closingPunctuation = /[.!?…;:,。！？][)\]”"'’»*_]*$/u;
/** A list item, a table, a rule, a directive of a publishing system. */
const notHeading = /^(?:[-*+>|·•†‡]\s|\d{1,3}\/\d{0,3}\s|.*https?:\/\/\S+$|!\[|\||[-*_=]{3,}$|\{[{%]|:::)/;
const numbered = /^\d{1,3}[.)]\s/;
/** `7 Pier News, The Strike, 4 May 2022`: a note, unlike `7 Piers` and `12 ships lost, two towed`. */
const noteWithoutStop = /^\d{1,3}\s+(?:,|(?=[\p{Lu}“"‘]).*[,;“”"(])/u;
/** `Congressional Library          4`, `22-12345        9/65`, `4     POLICY PAPER`, `Page 3 of 12`: what a PDF puts at the top and the end of a page. */
const pageFurniture =
  /\S(?:\s{3,80}|\s?\|\s?)(?:[Pp]age )?\d{1,4}(?:\/\d{1,4})?$|^\d{1,4}(?:\s{3,80}|\s?\|\s?)\p{Lu}[^\p{Ll}]*$|^(?:[Pp]age|PAGE) \d{1,4}(?: (?:of|OF) \d{1,4})?$/u;
/** The number of `III. Illicit fuel` and `Box 4. The barge`: its stop ends no sentence. */
const romanNumber = /^(?:[IVX]{2,6}[.)]|(?:Box|Chapter|Part|Section|Annex|Appendix) (?:\d{1,3}|[IVX]{1,5}|[A-Z])\.)\s/;
/** `1. Overview`: a numbered heading, and no entry of a list, has at most this many words. */
const MAX_NUMBERED_WORDS = 8;
/** `SITREP No. 14`: its stop ends no sentence, either. */
const numberWord = /(?<![\p{L}\p{N}])(No|Nos|Nr|Núm|Vol|Fig)\.(?=\s?\d)/gu;
/** `[Interview with the envoy]`, `(all links accessed 3 May 2022)` */
const inBrackets = /^(?:\([^()]*\)|\[[^[\]]*\])$/;
/** `Key Takeaways:` */
const announcement = /^(?:\*\*)?\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|and|of|the|for|in|to|&)){0,4}:(?:\*\*)?$/u;
/** `(U) `, `(S//NF) ` */
const portionMark = /^\((?:U|C|S|TS|R|CUI|FOUO)(?:\/\/[A-Z ,/-]{1,40})?\)\s/;
const byline =
  /^(?:(?:(?:Asked|Written|Compiled|Edited|Prepared|Translated|Reported) )?[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]a)\s\p{Lu}[\p{L}.’'-]*(?:[\s,&]+(?:and\s)?\p{Lu}[\p{L}.’'-]*){0,8}(?:\s*[|•·].{0,120})?$/u;
const sentenceEnd = /[.!?]["”’)]?$/;
const fileExtension = /\.(?:pdf|docx?|odt|rtf|html?|txt)\.?$/i;
/** Note markers at the end of a line, whether or not the brief turns out to have notes. The group behind `?=` is never tried in parts. */
const trailingMarkers =
  /(?:\s?(?=(\[\\?\[?\\?\[?[\p{L}\p{N}]{1,7}\\?\]\]?(?:\((?:#\w{1,24})?\))?|\[\^?[\p{L}\p{N}_.:/&+, –-]{1,40}\]?|\[\^?\]|<sup>[^<\n]{0,12}<\/sup>|\(\d{1,3}\)|\^[a-z\d]{1,4}\^?|[⁰¹²³⁴⁵⁶⁷⁸⁹\u1D43-\u1D63†‡]|\\?\*|\^\[[^\]\n]{0,200}\]))\1)+$/u;
/** At the end of a sentence inside a line: `to the yard.4 The next`, `to the yard.[4] The next` */
const innerMarkers =
  /(?<=\p{Ll}{2}[.!?]["”’)]?)(?:\d{1,3}|(?:\[\[?\^?[\p{L}\p{N}_.:/&+, –-]{0,40}\]{1,2}(?:\(#\w{1,24}\))?|<sup>[^<\n]{0,12}<\/sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹\u1D43-\u1D63†‡*])+)(?=\s\p{Lu})/gu;
/** `Received 3 June 2021; accepted 9 May 2022` */
const submission = /^(?:received|submitted|accepted|revised|published(?: online)?)[: ].{0,80}\d{4}\.?$/i;
/** `Spring 2022`, `Volume 9, Issue 14, Summer 2021`, `Q1 2022`, `© 2022 Harbor Watch`, `TLP:AMBER`, `5 min read` */
const edition =
  /^(?:(?:vol(?:ume|\.)? ?\d{1,3},? .{0,40})?(?:(?:early|mid|late)[- ])?(?:(?:spring|summer|autumn|fall|winter)(?:[/–-][a-z]{4,6})?|[QH][1-4]),? \d{4}(?:[/–-]\d{2,4})?|(?:copyright )?(?:©|\(c\)|(?<=copyright )\d{4}) ?.*|tlp ?: ?[a-z]{3,5}(?:\+strict)?|\d{1,2} min(?:ute)?s? read|continued (?:on|from) page \d{1,4})$/i;
const classification = /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED)(?:\/\/[A-Z ,/-]{1,40})?$/;
/** `A. N. OTHER` */
const initialsAndName = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}{2}[\p{Lu}’'-]*$/u;
/** `Text of report by the state news agency on 4 May` */
const reportLine =
  /^(?:(?:full )?text|excerpts?|summary|transcript)(?: (?:of|from))? (?:an? |the )?(?:\p{L}+ ){0,2}?(?:report|article|editorial|commentary|interview|speech|statement|address|broadcast|news conference|press release)\s/iu;
const gluedMarker = /(?<=\p{Ll}{3}[.,”"’)]?|(?<!\d)(?:19|20)\d\d\.|\d\s?%\.?)\d{1,3}(?: [a-z])?$/u;
/** A longer line contains more than a date: the longest, `Wednesday, September 30th, 2021`, has 31 characters. */
const MAX_DATE_LINE_LENGTH = 40;

/** The line without the note markers at its end. */
export function withoutMarkers(line: string): string {
  return line.replace(trailingMarkers, '').replace(gluedMarker, '').trimEnd();
}

/** Whether the line is like `Key Takeaways:`. */
export function isAnnouncement(line: string): boolean {
  return announcement.test(line);
}

/** Whether the line can be a heading: it ends no sentence and is no item of a list, byline or marker. */
export function canBeHeading(line: string): boolean {
  const words = withoutMarkers(line).replace(romanNumber, '').replace(innerMarkers, '').replace(numberWord, '$1');
  if (!/\p{L}/u.test(words) || byline.test(words)) return false;
  if (notHeading.test(words) || noteWithoutStop.test(words) || inBrackets.test(words)) return false;
  if (numbered.test(words))
    return !closingPunctuation.test(words) && !/[,“”"(]/.test(words) && words.split(' ').length <= MAX_NUMBERED_WORDS;
  if (closingPunctuation.test(words) && !announcement.test(words)) return false;
  const [first] = findSentences(words, { start: 0, end: words.length }, []);
  return first?.end === words.length;
}

/** Whether a line says what report the text below it is. */
export function isReportLine(line: string): boolean {
  return reportLine.test(line) && !sentenceEnd.test(line);
}

/** Whether a line is `Key: value`, a date alone, a byline, the name of a file, or a page number with what is printed beside it. */
export function isMastheadLine(written: string): boolean {
  const line = written.replace(portionMark, '').replace(/^[*_]{1,3}(?=.{1,160}[*_]{1,3}$)|[*_]{1,3}$/g, '');
  if (keyAndValue.test(line) && !sentenceEnd.test(withoutMarkers(line)) && !isHeadline(line)) return true;
  // `MAY 3, 2024 | DAILY BRIEF`
  if (line.length <= MAX_TITLE_LENGTH && /[|•·]/.test(line) && line.split(/[|•·]/).some((part) => isDate(part.trim())))
    return true;
  if (
    isFileName(line) ||
    byline.test(line) ||
    initialsAndName.test(line) ||
    edition.test(line) ||
    classification.test(line)
  )
    return true;
  if (pageFurniture.test(line) || submission.test(line)) return true;
  const words = line
    .replace(/^[*_]+|[*_.]+$/g, '')
    .replace(timeBehind, '')
    .replace(stateBehind, '')
    .replace(publishedBefore, '');
  if (words.length > MAX_DATE_LINE_LENGTH) return false;
  const comma = words.indexOf(',');
  // `Brussels, 14 March 2023`
  return isDate(words) || (comma > 0 && isPlace(words.slice(0, comma)) && isDate(words.slice(comma + 1).trim()));
}

/** `Published on 3 May 2022` */
const publishedBefore =
  /^(?:(?:first |last )?(?:published|updated|posted|issued|revised|released)(?: on)?|as of|week of)\s(?=\S{1,9}[\s\d])/i;
/** `9 Sept 2025, draft 1` */
const stateBehind =
  /(?<=\d),?\s(?:[–—-]\s)?\(?(?:(?:first|second|third|final|working|revised) )?(?:draft|version|revision|rev\.?|v)(?:\s?\d[\d.]{0,4}|\sfor \p{L}{3,12})?\)?$/iu;
/** `September 22, 2021 05:00 PM Age: 3 hours` */
const timeBehind = /,?\s\d{1,2}:\d{2}(?:\s?[AP]\.?M\.?)?(?:\s[A-Z]{2,4})?(?:\sAge:.*)?$/i;

/** A city that is no capital is one capitalized word. */
function isPlace(words: string): boolean {
  return isPlaceName(words) || /^\p{Lu}\p{Ll}{2,20}$/u.test(words);
}

/** `Chapter Two: Old Maps` */
const numberedPart =
  /^(?:chapter|part|section|annex|appendix|box|case|case study|scenario|lesson|phase|step|theme|option|finding|recommendation) (?:\d{1,3}|[IVX]{1,5}|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten)$/i;

/** `Pier Post: Moscow weighs new duties`, `Pakistan: Minister says border shut`: an outlet or a country with what it says, and no key. */
function isHeadline(line: string): boolean {
  const colon = line.indexOf(':');
  const key = line.slice(0, colon).replace(/^\**/, '');
  if (numberedPart.test(key)) return true;
  const value = line.slice(colon + 1);
  if (isSaying(key, value)) return true;
  if (isPlaceName(key)) return /^\s*\p{L}(?:.*\s)?\p{Ll}{4,}/u.test(value);
  return isKnownOutlet(key) && /\p{Lu}\S* (?:\S+ ){1,20}?\p{Ll}{4,}/u.test(value);
}

/** What a masthead says of its brief in several words. */
const mastheadKeys = new Set(
  words`
  about abstract activity area audience author authors category classification contact contributors country credit distribution event
  issue keywords location mission note objective period place purpose re reference region scope source sources subject summary tags
  theme title topic unit venue`,
);
const MIN_SAID_WORDS = 4;

/** `Columnist: “The Port Was Never Ours”`, `Former Minister: A Deal Is Better than a Wreck`: who says what, in the capitals of a title. */
function isSaying(key: string, value: string): boolean {
  const said = value.trim().replace(/\*+$/, '');
  if (/[\d,@]/.test(said) || mastheadKeys.has(key.trim().split(' ').at(-1)!.toLowerCase())) return false;
  if (/^[“"«„‘].+[”"»“’]$/u.test(said)) return said.includes(' ');
  const parts = said.split(/\s+/);
  return (
    parts.length >= MIN_SAID_WORDS && parts.every((word) => !/^\p{Ll}{5,}/u.test(word)) && /\s\p{Lu}\p{Ll}/u.test(said)
  );
}

/** Whether a line is a date with a month and a year, or a year: `September 24, 2021`, `June 2022`, `July/August 2022`, `2022`. */
function isDate(line: string): boolean {
  if (/^(?:19|20)\d\d$/.test(line)) return true;
  if (/^\p{L}{3,12}\s?[/–-]\s?\p{L}/u.test(line)) return isDate(line.replace(/^\p{L}{3,12}\s?[/–-]\s?/u, ''));
  const tokens = tokenize(line, { start: 0, end: line.length }, []);
  const [date, another] = (tokens.length > 0 && readWhen(tokens, 0)?.dates) || [];
  return date?.value.year !== undefined && date.value.month !== undefined && another === undefined;
}

const MAX_TITLE_LENGTH = 80;

/** Whether several lines are a masthead: keys and values, or a title with a date below it. */
export function areMastheadLines(lines: readonly string[]): boolean {
  const isMasthead = lines.map(isMastheadLine);
  // Beside keys with plain values one may hold a sentence.
  if (isMasthead.some(Boolean) && lines.every((line, index) => isMasthead[index] || keyAndValue.test(line)))
    return true;
  const isShort = (line: string) =>
    line.length <= MAX_TITLE_LENGTH && !closingPunctuation.test(line) && !notHeading.test(line);
  return isMasthead.some(Boolean) && !isMasthead[0] && lines.every((line, index) => isMasthead[index] || isShort(line));
}

/** Whether a line is the name of a file. */
export function isFileName(line: string): boolean {
  return fileExtension.test(line.trim()) && !line.includes('://');
}
