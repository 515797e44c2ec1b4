/** What a line between blank lines can be, by its own words: a heading, a line of the masthead, or prose. docs/format.md, section 3. */

import { isPlaceName } from '../citation/placeNames.ts';
import { readWhen } from '../date/writtenDate.ts';
import { findSentences } from '../sentences.ts';
import { tokenize } from '../tokens.ts';

const keyAndValue = /^(?:\*\*)?\p{Lu}[\p{L} ./-]{0,40}:(?:\*\*)?(?: |$)/u;
const closingPunctuation = /[.!?…;:,。！？][)\]”"'’»*_]*$/u;
const notHeading = /^(?:[-*+>|]\s|!\[|\||[-*_=]{3,}$)/;
const numbered = /^\d{1,3}[.)]\s/;
/** `1. Overview`: a numbered heading, and no entry of a list, has at most this many words. */
const MAX_NUMBERED_WORDS = 8;
/** `Key Takeaways:` */
const announcement = /^(?:\*\*)?\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|and|of|the|for|in|to|&)){0,4}:(?:\*\*)?$/u;
const byline =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]a)\s\p{Lu}[\p{L}.’'-]*(?:[\s,&]+(?:and\s)?\p{Lu}[\p{L}.’'-]*){0,8}(?:\s*[|•·].{0,120})?$/u;
const sentenceEnd = /[.!?]["”’)]?$/;
const fileExtension = /\.(?:pdf|docx?|odt|rtf|html?|txt)\.?$/i;
/** Note markers at the end of a line, whether or not the brief turns out to have notes. */
const trailingMarkers =
  /(?:\s?(?:\[\^?[\p{L}\p{N}_, –-]{1,40}\]?|\[\\?\[?\\?\[?[\p{L}\p{N}]{1,7}\\?\]\]?(?:\(#\w{1,24}\))?|<sup>[^<\n]{1,12}<\/sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\^\[[^\]\n]{0,200}\]))+$/u;
const gluedMarker = /(?<=\p{Ll}{3}[.,”"’)]?)\d{1,3}(?: [a-z])?$/u;
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
  const words = withoutMarkers(line);
  if (words === '' || notHeading.test(words) || byline.test(words)) return false;
  if (numbered.test(words))
    return !closingPunctuation.test(words) && !/[,“”"(]/.test(words) && words.split(' ').length <= MAX_NUMBERED_WORDS;
  if (closingPunctuation.test(words) && !announcement.test(words)) return false;
  const [first] = findSentences(words, { start: 0, end: words.length }, []);
  return first?.end === words.length;
}

/** Whether a line is `Key: value`, a date alone, a byline, or the name of a file. */
export function isMastheadLine(line: string): boolean {
  if ((keyAndValue.test(line) && !sentenceEnd.test(line)) || fileExtension.test(line) || byline.test(line)) return true;
  const words = line.replace(/^[*_]+|[*_.]+$/g, '');
  if (words.length > MAX_DATE_LINE_LENGTH) return false;
  const comma = words.indexOf(',');
  // `Brussels, 14 March 2023`
  return isDate(words) || (comma > 0 && isPlaceName(words.slice(0, comma)) && isDate(words.slice(comma + 1).trim()));
}

/** Whether a line is a date with a month and a year: `September 24, 2021`, `June 2022`. */
function isDate(line: string): boolean {
  const tokens = tokenize(line, { start: 0, end: line.length }, []);
  const [date, another] = (tokens.length > 0 && readWhen(tokens, 0)?.dates) || [];
  return date?.value.year !== undefined && date.value.month !== undefined && another === undefined;
}

const MAX_TITLE_LENGTH = 80;

/** Whether several lines are a masthead: keys and values, or a title with a date below it. */
export function areMastheadLines(lines: readonly string[]): boolean {
  const isMasthead = lines.map(isMastheadLine);
  if (isMasthead.every(Boolean)) return true;
  const isShort = (line: string) =>
    line.length <= MAX_TITLE_LENGTH && !closingPunctuation.test(line) && !notHeading.test(line);
  return isMasthead.some(Boolean) && !isMasthead[0] && lines.every((line, index) => isMasthead[index] || isShort(line));
}

/** Whether a line is the name of a file. */
export function isFileName(line: string): boolean {
  return fileExtension.test(line.trim());
}
