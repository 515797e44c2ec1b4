/**
 * Lines that name the source of the text above them, and datelines that name it before the text. docs/format.md, "Source lines and datelines".
 */

import { matchesBehind } from '../../base/text/matchesBehind.ts';
import { oneOf } from '../../base/text/phrases.ts';
import { type Located, type Span, slice } from '../../base/text/span.ts';
import { readWhen } from '../date/writtenDate.ts';
import { type KnownNames, NOTHING_KNOWN } from '../knownNames.ts';
import { tokenize } from '../tokens.ts';
import { hasOutletWord, isCertainOutlet, isKnownOutlet, OUTLET_KIND } from './agencies.ts';
import { createOverlapCheck } from './findOutside.ts';
import { asksForSource } from './placeholders.ts';
import { isPlaceName } from './placeNames.ts';
import { type NamedSource, readNamed } from './sourceLineName.ts';
import { isTalkCutOff } from './talks.ts';
import { isCutOff } from './webAddresses.ts';
import { phrasesOf, SOURCE_LABELS } from './words/index.ts';

export interface SourceLine extends NamedSource {
  /** What the line says of its source: `X, date`; of a dateline the words that name place, agency and date. */
  readonly span: Span;
  readonly url?: Located<string>;
  /** Whether it has to be read as a note is, by `readAsNote` of the form: it begins with a title, or holds an address. */
  readonly isAsInNote?: true;
}

const LABEL = String.raw`${oneOf(SOURCE_LABELS)}(?:\*\*|[*_])?\s?:`;
const label = new RegExp(String.raw`^(?:[-*+]\s)?(?:\*\*|[*_])?${LABEL}[ \t]*(?:\*\*|[*_](?=\s|$))?[ \t]*`, 'iu');
/** Behind the last sentence of a line: `It closed. Sources: AFP, 3 March` */
const inlineLabel = new RegExp(String.raw`(?<=[.!?…]["”’)\]]{0,2}\s{1,2})(?:\*\*)?${LABEL}(?:\*\*)?[ \t]*`, 'giu');
/** Looked for from its colon, since a text has few. */
const labelWord = new RegExp(String.raw`:(?<=\s\*{0,2}${LABEL})`, 'iu');
/** In the plural a label without a source announces a list. */
const announcesList = new RegExp(String.raw`^[-*+\s]*${oneOf(phrasesOf('sourceListLabels'))}(?=[\s:])`, 'iu');
const addressLine =
  /[ \t]*\r?\n[ \t>]{0,16}(?:[-*+]\s)?(?:\*\*)?(?:url|link|address)\s?:(?:\*\*)?[ \t]{0,4}<?(https?:\/\/[^\s<>]+)/iuy;
/** In parentheses: `(source: Interfax)`. */
const credited = new RegExp(String.raw`\(${LABEL}\s?([^()]*)\)`, 'giu');
const creditWord = new RegExp(oneOf(SOURCE_LABELS), 'iuy');
/** `Agence France-Presse, Damascus, May 02, 2022` */
const placeDateline = /^(?=\p{L})([^,\n]{2,60}),\s(\p{Lu}[\p{L}\s’'-]{1,40}),\s([^\n]{6,30})$/u;
/** `, Damascus, May 02, 2022`: the outlet is lost. */
const lostDateline = /^,\s(?:\p{Lu}[\p{L}\s’'-]{1,40},\s)?(?=\S{1,12}[\s.,\d])/u;
/** `website, in Russian 7 Oct 09`, `news agency, Dushanbe, …`: the name before its kind is lost. */
const kindAlone = new RegExp(String.raw`^\s*${OUTLET_KIND}\s?,`);
/** A path, an address or one common noun names no source. */
const noSource =
  /^(?:[/\\~.]|[a-z]:\\|`|(?:human|unknown|n\/a|none|various|own|open|osint|humint|sigint|internal|see below|as above|own work|authors?|staff|confidential|public|primary|secondary|multiple|several)\.?$)/iu;
/** `Source: ???` asks for one. */
const placeholder = /^(?:\?{1,5}|(?:https?:\/\/)?t\.me\/@?|@|tk|tb[cd]|xx+|\.{3}|…|[-–—])$/iu;
const commonNoun = /^\p{Ll}+$/u;
/** `LD1203141594`, `94UM0291A`: the number of an item. */
const SERIAL = String.raw`(?:[A-Z]{2}\d{6,12}|\d{2,3}[A-Z][A-Z0-9]{0,3}\d{3,5}[A-Z]?)\s`;
const serialNumber = new RegExp(`^${SERIAL}`);
/** `LD1203141594 Moscow ITAR-TASS in English 1407 GMT 12 Mar 94` */
const monitored = new RegExp(
  String.raw`^(?:${SERIAL})?(\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}?)\s(?:([^\n:]{1,60}?)\s)?in\s(\p{Lu}\p{Ll}+(?:\sand\s\p{Lu}\p{Ll}+)?)\s(?:to\s[\p{L} ]{1,40}\s)?(?=\d{4}\s?(?:GMT|gmt|UTC)\b|\d{1,2}\s\p{Lu}\p{L}{2,8}\.?\s\d{2,4}(?:\spp?\.?\s[\d, -]{1,20})?$)`,
  'u',
);
/** `(Clandestine) Radio Venceremos in Spanish 0100 GMT 18 Mar 94`: a station without a place. */
const clandestine =
  /^(?:[A-Z]{2}\d{6,12}\s)?(\(Clandestine\)\s\p{Lu}[^\n]{2,60}?)\sin\s\p{Lu}\p{Ll}+\s(?:to\s[\p{L} ]{1,40}\s)?(?=\d)/iu;
/** `PA0712030489 in Spanish 0100 GMT 7 Dec 89`: place and agency are lost. */
const serialWithoutAgency =
  /^[A-Z]{2}\d{6,12}\s(?=in\s\p{Lu}|\d{4}\s?(?:GMT|gmt|UTC)\b)|^(?=in\s\p{Lu}\p{Ll}+\s\d{4}\s?(?:GMT|gmt|UTC)\s\d)/u;
/** `0100 GMT`, ` in Spanish 7 O`, looked for from the last digit. */
const broadcastTime =
  /\d(?:\s?(?:GMT|gmt|UTC)\b(?<=\d{4}\s?[A-Za-z]{3})|\s[A-Z](?<=\sin\s[A-Z][a-z]+\s\d{1,2}\s[A-Z]))/;
/** `SAN SALVADOR, 19 MAR 89 (RADIO CADENA YSKL) --` */
const agencyDateline =
  /^(\p{Lu}[\p{Lu}\s.’'-]{2,40}(?:\([\p{L} ]{2,30}\))?),\s([^()\n]{3,24}?)\s\(([^()\n]{2,60}|\s?)\)\s(?:--|—|–)/u;
const MAX_LINE_LENGTH = 300;
const [MAX_LABEL_LENGTH, MAX_DATELINE_LENGTH] = [48, 140];
/** The pages behind a dateline, ` pp 1, 12-14`. */
const MAX_PAGES_LENGTH = 24;
const behindAgency = /--|—|–/y;
const behindParenthesis = /\)\s(?:--|—|–)/;

/**
 * The source lines of a paragraph and its credits in parentheses, in order of position. A label inside a sentence is none.
 */
export function findSourceLines(text: string, known = NOTHING_KNOWN): SourceLine[] {
  const found: SourceLine[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if ((end - start <= MAX_LINE_LENGTH || start === 0) && mayBeSourceLine(text, start, end)) {
      found.push(...readLine(text, start, Math.min(end, start + MAX_LINE_LENGTH), start === 0, newline < 0));
    }
    found.push(...readInlineLabel(text, Math.max(start, end - MAX_LINE_LENGTH), end));
    found.push(...readBehindDash(text, Math.max(start, end - MAX_DASHED_LENGTH), end, known));
    start = end + 1;
  }
  if (!text.includes(':') || !matchesBehind(text, '(', creditWord)) return found;
  const credits = findCreditedSources(text);
  if (credits.length === 0) return found;
  const isFree = createOverlapCheck(found.map(({ span }) => span));
  const credited = credits.filter(({ span }) => isFree(span));
  return [...found, ...credited].sort((a, b) => a.span.start - b.span.start);
}

/** Whether a line has an early colon, as a label has, or is the first one, which may be a dateline. Most lines are told apart here. */
function mayBeSourceLine(text: string, start: number, end: number): boolean {
  if (start === 0 && (end <= MAX_DATELINE_LENGTH || beginsLikeDateline(text.slice(0, MAX_LINE_LENGTH)))) return true;
  return text.slice(start, Math.min(end, start + MAX_LABEL_LENGTH)).includes(':');
}

function beginsLikeDateline(head: string): boolean {
  return matchesBehind(head, ') ', behindAgency) || broadcastTime.test(head);
}

function readLine(text: string, start: number, end: number, isFirst: boolean, isLast: boolean): readonly SourceLine[] {
  const lead = /^\s*(?:>\s?)*/.exec(text.slice(start, end))![0].length;
  const from = start + lead;
  const line = text.slice(from, end).trimEnd();
  const match = line.includes(':') ? label.exec(line) : undefined;
  if (match) return readLabel(text, from, line, match[0].length, isFirst && isLast);
  if (!isFirst) return [];
  const dateline =
    readMonitored(text, from, line) ??
    readAgencyDateline(text, from, line) ??
    readPlaceDateline(text, from, line, isLast);
  return dateline ? [dateline] : [];
}

/** Whether a line without layout is a label in the singular, or one that no heading of notes is, with nothing behind it. */
export function isEmptyLabel(line: string): boolean {
  return label.exec(line)?.[0].length === line.length;
}

const lineEnd = /(?:\*\*)?[ \t\r]*(?:\n|$)/y;
const labelAtLineEnd = new RegExp(String.raw`(?:^|\n)[ \t>*+-]{0,16}${LABEL}(?:\*\*)?[ \t\r]*(?=\n|$)`, 'iu');

/** Whether a text has a line that consists of a label. */
export function hasEmptyLabel(text: string): boolean {
  return matchesBehind(text, ':', lineEnd) && labelAtLineEnd.test(text);
}

function namesNoSource(value: string): boolean {
  return noSource.test(value) || (commonNoun.test(value) && !isKnownOutlet(value));
}

const item = /^[ \t>]*(?:[-*+•]|\d{1,3}[.)])\s/;
const keyed = /^[\s>*+-]*(?:\*\*)?\p{L}[\p{L} ]{0,24}:/u;

/**
 * Whether a label without a source ends an item or a paragraph: prose stands above it, nothing but the next item below it. Beside other keys it is
 * a field of a form.
 */
function endsItem(text: string, from: number, line: string): boolean {
  const lineStart = text.lastIndexOf('\n', from) + 1;
  if (lineStart === 0) return false;
  const aboveStart = text.lastIndexOf('\n', lineStart - 2) + 1;
  const above = text.slice(Math.max(aboveStart, lineStart - MAX_LINE_LENGTH), lineStart).trim();
  const below = /^[^\n]{0,80}/.exec(
    text.slice(from + line.length, from + line.length + 120).replace(/^[ \t]*\r?\n/, ''),
  )![0];
  const isBelowOwn = below.trim() !== '' && !(item.test(below) && item.test(text.slice(0, 24)));
  return !isBelowOwn && !keyed.test(above) && /[.!?…]["”’)\]]?$/u.test(above) && /\p{Ll}\s\p{Ll}/u.test(above);
}

/** The sources that the end of a line names behind its last sentence. */
function readInlineLabel(text: string, start: number, end: number): readonly SourceLine[] {
  const line = text.slice(start, end).trimEnd();
  if (!line.includes(':') || !labelWord.test(line)) return [];
  const match = [...line.matchAll(inlineLabel)].at(-1);
  if (!match) return [];
  const from = match.index + match[0].length;
  const value = line.slice(from);
  const length = value.replace(/[\s.]+$/u, '').length;
  if (length === 0 || placeholder.test(value) || isAddressCutOff(value))
    return [{ span: { start: start + match.index, end: start + line.length } }];
  // A sentence behind it makes the label one of many words.
  if (/[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(value) || namesNoSource(value)) return [];
  return readList(text, { start: start + from, end: start + from + length });
}

/** `It closed. — Ukrinform, 14 June`, at the end of a line or as a line of its own. */
const dashed =
  /(?:^[\s>]*|[.!?…]["”’»)\]]{0,2}\s{1,2}|["”»]\s|(?<=\s\p{Ll}{1,20}\s\p{L}{0,20}\p{Ll}{2})\s)(?:(?:[—–―]|--)\s?|(?<=\S\s)-\s)(?=\S)([^—–―\n]{5,120})$/u;
const MAX_DASHED_LENGTH = 160;
const mayBeDashed = /[—–―]|-[-\s]/;

/** The sources behind the dash at the end of a line: people and places stand there, too, so each must be an outlet with a date. */
function readBehindDash(text: string, start: number, end: number, known: KnownNames): readonly SourceLine[] {
  const line = text.slice(start, end).trimEnd();
  if (!/\d/.test(line.slice(-24)) || !mayBeDashed.test(line)) return [];
  const match = dashed.exec(line);
  if (!match) return [];
  const length = match[1]!.replace(/[\s.]+$/u, '').length;
  const from = start + line.length - match[1]!.length;
  const span = { start: from, end: from + length };
  // `— interview with , 3 June 2023`
  if (isTalkCutOff(slice(text, span))) return [{ span }];
  const sources = readList(text, span);
  const isCertain = ({ span, source, when }: SourceLine) =>
    when?.dates[0]?.value.month !== undefined &&
    (source ? isCertainOutlet(source, known) : text.startsWith(',', span.start));
  // A date ends what the line says.
  return sources.every(isCertain) && sources.at(-1)?.when?.span.end === from + length ? sources : [];
}

function isAddressCutOff(value: string): boolean {
  return /^(?:h(?:tt|xx)ps?:|www\.)/i.test(value) && isCutOff(value);
}

function readLabel(text: string, from: number, line: string, at: number, isAlone: boolean): readonly SourceLine[] {
  const value = line.slice(at).trim();
  if (value === '')
    return (isAlone && !announcesList.test(line)) || (!isAlone && endsItem(text, from, line))
      ? [{ span: { start: from, end: from + line.length } }]
      : [];
  if (placeholder.test(value) || isAddressCutOff(value)) return [{ span: { start: from, end: from + line.length } }];
  if (namesNoSource(value)) return [];
  const sources = readList(text, { start: from + at, end: from + line.length });
  if (sources.length === 0) return [];
  const url = addressBelow(text, from + line.length);
  return url && sources.length === 1 ? [{ ...sources[0]!, url }] : sources;
}

/** The sources between semicolons. Words that name no source are no citation; a comma or a date alone is what is left of one. */
function readList(text: string, span: Span): SourceLine[] {
  let start = span.start;
  return text
    .slice(span.start, span.end)
    .split(';')
    .flatMap((part): SourceLine[] => {
      const lead = part.length - part.trimStart().length;
      const item = { start: start + lead, end: start + part.trimEnd().length };
      start += part.length + 1;
      if (item.end <= item.start) return [];
      const named = readNamed(text, item);
      if (isNoteLike.test(part)) return [{ span: item, ...named, isAsInNote: true }];
      const isPlaceOnly = /^\s*\([\p{L} ]{2,30}\)\s*,/u.test(part);
      const isLost =
        /^\s*(?:,|in \p{Lu}\p{Ll}+ (?:\d{4} )?(?:gmt )?\d{1,2} )/iu.test(part) ||
        (named.when !== undefined && named.when.span.start <= item.start);
      if (isPlaceOnly || (named.when && kindAlone.test(part)))
        return [{ span: item, ...(named.when && { when: named.when }) }];
      return named.source || isLost ? [{ span: item, ...named }] : [];
    });
}

/** `“Ships Lost,” Dawn, 3 May`, an address: written as in a note. */
const isNoteLike = /:\/\/|www\.|^\s*[“"«„]/i;

/** The address in a line `- URL: https://…` right below. */
function addressBelow(text: string, lineEnd: number): Located<string> | undefined {
  addressLine.lastIndex = lineEnd;
  const match = addressLine.exec(text);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  return { value: match[1]!, span: { start: end - match[1]!.length, end } };
}

function readMonitored(text: string, from: number, line: string): SourceLine | undefined {
  if (!broadcastTime.test(line)) return undefined;
  const station = line.includes('landestine)') ? clandestine.exec(line) : null;
  const match = station ?? monitored.exec(line) ?? serialWithoutAgency.exec(line);
  if (!match) return undefined;
  const serial = serialNumber.exec(line)?.[0].length ?? 0;
  const length = line.replace(/\spp?\.?\s[\d, -]{1,20}$/u, '').length;
  const span = { start: from + serial, end: from + length };
  const tokens = tokenize(text, span, []);
  for (let at = 0; at < tokens.length; at++) {
    const when = readWhen(tokens, at);
    if (!when) continue;
    const agency = station ? station[1] : agencyBehind(match[1], match[2]?.trim());
    const start = agency ? text.indexOf(agency, span.start) : span.start;
    return {
      span: {
        start: span.start,
        end: from + line.length - when.span.end < MAX_PAGES_LENGTH ? from + line.length : when.span.end,
      },
      ...(agency && { source: { name: agency, span: { start, end: start + agency.length } } }),
      when,
    };
  }
  return undefined;
}

/** The `ACAN` of `Panama City ACAN`, where the first word alone was taken for the place; undefined if nothing is left. */
function agencyBehind(place: string | undefined, written: string | undefined): string | undefined {
  const [first, ...rest] = written?.split(' ') ?? [];
  return first !== undefined && isPlaceName(`${place} ${first}`) ? rest.join(' ') || undefined : written;
}

function readAgencyDateline(text: string, from: number, line: string): SourceLine | undefined {
  const match = behindParenthesis.test(line) ? agencyDateline.exec(line) : undefined;
  if (!match) return undefined;
  const dateStart = from + match[1]!.length + 2;
  const when = readWhen(tokenize(text, { start: dateStart, end: dateStart + match[2]!.length }, []), 0);
  if (!when) return undefined;
  const start = dateStart + match[2]!.length + 2;
  const name = match[3]!;
  return {
    span: { start: from, end: start + name.length + 1 },
    ...(name.trim() !== '' && { source: { name, span: { start, end: start + name.length } } }),
    when,
  };
}

/** An outlet, a place and a date on a line of their own. Of the first two only an outlet that is known as one counts. */
function readPlaceDateline(text: string, from: number, line: string, isLast: boolean): SourceLine | undefined {
  const lost = isLast && line.startsWith(', ') ? lostDateline.exec(line) : null;
  if (lost) {
    const span = { start: from, end: from + line.length };
    const when = readWhen(tokenize(text, { start: from + lost[0].length, end: span.end }, []), 0);
    if (when?.dates[0]?.value.day !== undefined && when.span.end === span.end) return { span, when };
  }
  const match = isLast ? placeDateline.exec(line) : null;
  const [, name, place] = match ?? [];
  if (name === undefined || place === undefined || !(isKnownOutlet(name) || hasOutletWord(name))) return undefined;
  const span = { start: from, end: from + line.length };
  const when = readWhen(tokenize(text, { start: from + name.length + place.length + 4, end: span.end }, []), 0);
  if (when?.dates[0]?.value.day === undefined) return undefined;
  return { span, source: { name, span: { start: from, end: from + name.length } }, when };
}

/** `A pilot in Termez (Source: Agency)`: one line that ends no sentence is the caption of a picture. */
function isCaption(text: string, { start, end }: Span): boolean {
  return text.slice(end).trim() === '' && !/[.!?]["”’)]?\s|\n/.test(text.slice(0, start).trim());
}

/** `(source: Interfax)` and `(Source: )` in a paragraph, without image credits, which name somebody and no source of a statement. */
function findCreditedSources(text: string): SourceLine[] {
  const found: SourceLine[] = [];
  for (const match of text.matchAll(credited)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isCaption(text, span) || asksForSource(text.slice(span.start + 1, span.end - 1), false)) continue;
    const valueStart = span.end - 1 - match[1]!.length;
    const value = { start: valueStart, end: span.end - 1 };
    const isEmpty = /^[\s,.;:]*$/.test(match[1]!);
    const named = readNamed(text, value);
    const isPlaceholder = /^[^?]/.test(match[1]!) && placeholder.test(match[1]!.trim());
    if (isEmpty || isPlaceholder || /^\s*[,;]/.test(match[1]!)) found.push({ span });
    else if (named.source) found.push({ span, ...named });
  }
  return found;
}
