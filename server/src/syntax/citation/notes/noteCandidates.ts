/**
 * What in a paragraph may be a note or a marker, by its own text alone: the brief as a whole decides (`noteSystem.ts`).
 * docs/format.md, "Notes".
 */

import { matchesBehind } from '../../../base/text/matchesBehind.ts';
import { lowerRaised, RAISED_DIGITS, RAISED_LETTERS } from '../../../base/text/numerals.ts';
import { words } from '../../../base/text/phrases.ts';
import type { Span } from '../../../base/text/span.ts';
import type { MarkerCandidate, NoteCandidates, NoteLabel, NoteOpener, OpenerForm } from '../../candidates.ts';
import { createLabel, LABEL, LONG_NAME, labelsOf, NAME, NUMBER, PAGE } from './noteLabels.ts';
import { notesInLine, type OpenerStart } from './notesInLine.ts';
import { findSignMarkers } from './signNotes.ts';

const NOTHING: NoteCandidates = { openers: [], markers: [] };

const RAISED = `[${RAISED_DIGITS}]{1,4}|[${RAISED_LETTERS}]`;
/** `#_edn1`, `#_ftnref1`, `#cite_note-3`, `#footnote-1`, `#fn1` */
const ANCHOR = String.raw`#_?(?:edn|ftn|end|foot|cite_(?:note|ref)|fn(?:ref)?|note)[\w:.-]{0,60}`;
/** `[[1]](#_edn1)`, `[\[i\]](#_ftnref1)`, `[1](#footnote-1)`, `[[3]]()`: what Word, web pages and their converters leave of a note. */
const WORD_REFERENCE = String.raw`\[(?:\\?\[\\?(?:(?:foot|end)?note )?)?(${LABEL})(?:\\?\]\\?\]\((?:${ANCHOR})?\)|\]\(#_?(?:edn|ftn|(?:end|foot)?note|cite_(?:note|ref)|fn(?:ref)?)[\w:.-]{0,40}?\d{1,4}\))`;

/** On a line of its own a number is an empty note only behind the note before it: elsewhere it may be that of a page. */
const NUMBER_ALONE: readonly [OpenerForm, string] = ['bare', String.raw`(${NUMBER})(?=[ \t]*$)`];
/** How a line begins that may be a note; each pattern has one group, the label. */
const OPENERS: readonly (readonly [OpenerForm, string])[] = [
  ['caret', String.raw`\[\^(${LONG_NAME})\]:`],
  ['word', WORD_REFERENCE],
  ['bracket', String.raw`\\?\[(${LABEL})\.?\\?\](?![(:[])`],
  ['superscript', `(${RAISED})`],
  ['superscript', String.raw`<sup>\s?(${LABEL})\s?<\/sup>`],
  ['superscript', String.raw`\^(${NUMBER}|[a-z])\^?(?=[ \t])`],
  ['stop', String.raw`(${NUMBER}|[a-z])\\?\.(?=[ \t]|$)`],
  ['parenthesis', String.raw`\(?(${NUMBER}|[a-z])\)(?=[ \t]|$)`],
  ['table', String.raw`\|[ \t]{0,8}(${NUMBER})\.?[ \t]{0,8}\|`],
  ['bare', String.raw`(${NUMBER}(?=[ \t])|[a-z](?=\t|[ \t]{2}))(?=[ \t]{1,12}\S)`],
  // A PDF may have glued the number to its note: `1Department of Defense`.
  ['bare', String.raw`([1-9][0-9]{0,2})(?=\p{Lu}[\p{L}.]\p{L}?|[“‘])`],
  NUMBER_ALONE,
  ['definition', String.raw`\[([^\][\n^]{1,40})\]:(?=[ \t]*(?:\r?\n[ \t]{0,8})?<?(?:h(?:tt|xx)ps?:\/\/|www\.))`],
];
const openerPattern = new RegExp(
  String.raw`^(?:[ \t]{0,8}>)*[ \t]{0,8}(?:${OPENERS.map(([, pattern]) => pattern).join('|')})[ \t]*`,
  'gmu',
);
/** In the order of the groups of `markerPattern`. */
const MARKERS: readonly string[] = [
  String.raw`\[\^(${LONG_NAME})\](?![:*+?{])`,
  String.raw`<sup>\s?(${LABEL})\s?<\/sup>`,
  WORD_REFERENCE,
  // Converters to Markdown escape the brackets.
  String.raw`(?<!\[)\\?\[(?:(?:foot|end)?note )?(${NUMBER}(?:${PAGE}|(?:\s?[,–-]\s?${NUMBER}){0,20})(?:;\s?${NUMBER}(?:${PAGE})?){0,8}|[ivxlc]{1,7}|[a-z])\\?\](?!\()`,
  `(${RAISED})`,
  // Pandoc raises what stands between carets.
  String.raw`(?<!\[)\^(${NUMBER}|[a-z])\^?(?![\p{L}\p{N}^])`,
  String.raw`\[\^(${NAME})(?=\s|$)`,
  String.raw`\[(${NUMBER})(?=\s+\p{L}|$)`,
  String.raw`(?:\^|footnote:[\w-]{0,40})\[`,
  String.raw`\[[ ^]?\](?![([:])`,
  String.raw`\[(?:\[\])?\]\(${ANCHOR}\)`,
  String.raw`<sup>\s?<\/sup>`,
];
const markerPattern = new RegExp(MARKERS.join('|'), 'gmu');
/** Matches every paragraph with a marker; most brackets are those of tags and links. */
const bracketMarker = /[\^\d\][\\ ]|[a-z]{1,7}\]|(?:foot|end)?note /y;
/** The whole block of raised and lowered characters: V8 looks for it three times as fast as for the digits alone. */
const raisedMarker = /[¹²³\u2070-\u209F\u1D43-\u1D63\u1D9C-\u1DBB\u02B0-\u02B8\u02E1-\u02E3]/;
/** Matches where a line with a note begins. */
const mayBeginNote =
  /[ \t>]{0,16}(?:[|(]?[ \t]{0,8}[0-9]{1,4}(?:[\s.)|“‘\\]|\p{Lu}|$)|\(?[a-z][ \t.)]|\^|\\?\[(?:[\^[\\]|[0-9a-z]{1,7}\.?\\?\]|[^\][\n]{1,40}\]:)|<sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\p{Lm})/uy;
const blankLine = /(?<!;[ \t]{0,8}\r?)\n[ \t]*(?=\r?\n)/;
const attachable = /[\p{L}\p{M}\p{N}.,;:!?…"”’'»)\]¹²³⁴⁵⁶⁷⁸⁹⁰>%*_]/u;
const stopBefore = /[.!?…]["”’'»)\]*_]{0,3}$/u;
const markersBefore = /(?:\[\^?[\p{L}\p{N}_.:/&+,–-]{1,40}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]|<\/sup>)+$/u;
/** `[6], [7]`, `[6] [7]`: the second marker is attached like the first. */
const listedBehind = /\S\[[\p{L}\p{N}]{1,7}\][,;]? $/u;
/** `[3 men]` is no marker. */
const closedBehind = /^[^[\]\n]*\]/;
/** A marker behind a space stands at the end of something. */
const endBehind = /^(?:[.,;:!?)\]”"]|\s*$|[ \t]*\r?\n|\s*[[⁰¹²³⁴⁵⁶⁷⁸⁹])/u;

/** The candidates of a paragraph. `skipped`: code, comments, tags and links, in order of place. */
export function findNoteCandidates(text: string, skipped: readonly Span[]): NoteCandidates {
  const openers = mayHoldOpener(text) ? findOpeners(text) : NOTHING.openers;
  const numbers = mayHoldMarker(text) ? findMarkers(text, skipped, openers) : NOTHING.markers;
  const signs = findSignMarkers(text, skipped);
  const markers = signs.length > 0 ? [...numbers, ...signs].sort((a, b) => a.span.start - b.span.start) : numbers;
  return openers.length + markers.length === 0 ? NOTHING : { openers, markers };
}

function mayHoldMarker(text: string): boolean {
  return (
    matchesBehind(text, '[', bracketMarker) ||
    text.includes('^') ||
    text.includes('footnote:') ||
    text.includes('<sup') ||
    raisedMarker.test(text)
  );
}

function mayHoldOpener(text: string): boolean {
  for (let at = 0; at >= 0 && at < text.length; ) {
    mayBeginNote.lastIndex = at;
    if (mayBeginNote.test(text)) return true;
    const newline = text.indexOf('\n', at);
    if (newline < 0) return false;
    at = newline + 1;
  }
  return false;
}

function findOpeners(text: string): NoteOpener[] {
  const starts: OpenerStart[] = [];
  for (const match of text.matchAll(openerPattern)) {
    const group = match.slice(1).findIndex((value) => value !== undefined);
    const [form, written] = [OPENERS[group]![0], match[group + 1]!];
    const label = createLabel(lowerRaised(written), form === 'caret' || form === 'definition');
    if (label.text === '0') continue;
    if (OPENERS[group] === NUMBER_ALONE && !isNext(label, starts.at(-1)) && text.trim() !== written) continue;
    const lead = match[0].search(/[^\s>]/u);
    const end = match.index + match[0].trimEnd().length;
    starts.push({ form, label, span: { start: match.index + lead, end }, from: match.index + match[0].length });
  }
  const all = starts.flatMap((start, index) => [
    start,
    ...notesInLine(text, start, starts[index + 1]?.span.start ?? text.length, starts[index + 1]?.label),
  ]);
  return all.map(({ form, label, span, from }, index) => {
    const limit = all[index + 1]?.span.start ?? text.length;
    const end = withoutLayout(text, from, blankLineBetween(text, from, limit));
    return {
      form,
      label,
      span,
      content: { start: Math.min(from, Math.max(end, span.end)), end: Math.max(end, Math.min(from, end), span.end) },
    };
  });
}

/** Where a blank line begins, or else `limit`: within a block there is one only in a quotation, or in a parenthesis behind a semicolon. */
function blankLineBetween(text: string, from: number, limit: number): number {
  const at = text.slice(from, limit).search(blankLine);
  return at < 0 ? limit : from + at;
}

function isNext({ text }: NoteLabel, previous: OpenerStart | undefined): boolean {
  return previous?.form === 'bare' && Number(text) === Number(previous.label.text) + 1;
}

/** Where the words of a note end that may stand in a table or, behind `>`, in a quotation. `<https://a.example>` is a word. */
function withoutLayout(text: string, from: number, limit: number): number {
  let end = limit;
  for (;;) {
    while (end > from && /[\s|]/u.test(text[end - 1]!)) end--;
    let lineStart = end;
    while (lineStart > from && /[ \t>]/.test(text[lineStart - 1]!)) lineStart--;
    if (lineStart === end || text[lineStart - 1] !== '\n') return end;
    end = lineStart;
  }
}

function findMarkers(text: string, skipped: readonly Span[], openers: readonly NoteOpener[]): MarkerCandidate[] {
  const markers: MarkerCandidate[] = [];
  let skip = 0;
  let open = 0;
  for (const match of text.matchAll(markerPattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    while (skip < skipped.length && skipped[skip]!.end <= span.start) skip++;
    // A reference that Word left is a link, too.
    if (skipped[skip] && skipped[skip]!.start <= span.start && skipped[skip]!.end !== span.end) continue;
    while (open < openers.length && openers[open]!.span.end <= span.start) open++;
    if (openers[open] && openers[open]!.span.start <= span.start) continue;
    const marker = readMarker(text, match, span);
    if (marker) markers.push(marker);
  }
  return withoutIndexes(text, markers);
}

/** Without the numbers of `args[1] … args[2]`: a word that has several of them in one paragraph is an array. */
function withoutIndexes(text: string, markers: MarkerCandidate[]): MarkerCandidate[] {
  const numbersByWord = new Map<string, Set<string>>();
  const words = markers.map(({ form, span }) => (form === 'bracket' ? (wordBefore(text, span.start) ?? '') : ''));
  for (const [index, word] of words.entries()) {
    if (word === '') continue;
    const numbers = numbersByWord.get(word) ?? new Set();
    numbersByWord.set(word, numbers.add(markers[index]!.labels.map((label) => label.text).join()));
  }
  if (numbersByWord.size === 0) return markers;
  return markers.filter((_, index) => (numbersByWord.get(words[index]!)?.size ?? 0) < 2);
}

/** A lookbehind is read from right to left: most markers follow a stop, which one look tells. */
const wordBehind = /(?<=([\p{L}\p{N}_]{1,40}))/uy;

function wordBefore(text: string, end: number): string | undefined {
  wordBehind.lastIndex = end;
  return wordBehind.exec(text)?.[1];
}

function readMarker(text: string, match: RegExpExecArray, span: Span): MarkerCandidate | undefined {
  const [, caret, sup, word, bracket, superscript, pandoc, openCaret, openBracket] = match;
  const before = text.slice(Math.max(0, span.start - 60), span.start);
  const previous = before.at(-1) ?? '';
  const isAttached = attachable.test(previous) || listedBehind.test(before);
  const isBehindStop = stopBefore.test(before.replace(markersBefore, ''));
  const common = { span, isAttached, isBehindStop };
  if (match[0].endsWith('[')) {
    const end = closingBracket(text, span.end);
    if (end === undefined) return undefined;
    return {
      ...common,
      form: 'inline',
      labels: [],
      span: { start: span.start, end: end + 1 },
      content: { start: span.end, end },
    };
  }
  if (caret !== undefined) return { ...common, form: 'caret', labels: [createLabel(caret, true)] };
  if (openCaret !== undefined) return { ...common, form: 'unclosed', labels: [createLabel(openCaret, true)] };
  if (openBracket !== undefined) {
    if (closedBehind.test(text.slice(span.end, span.end + 200))) return undefined;
    return { ...common, form: 'unclosed', labels: [createLabel(openBracket)] };
  }
  if (word !== undefined) return { ...common, form: 'word', labels: [createLabel(word)] };
  if (bracket !== undefined) {
    const behind = text.slice(span.end, span.end + 12);
    if (!isBracketMarker(bracket, before, isAttached)) return undefined;
    const isInSentence = !isAttached && !endBehind.test(behind) && !isBetweenSentences(before, behind);
    if (isInSentence && !/^\d/.test(bracket)) return undefined;
    return { ...common, form: 'bracket', labels: labelsOf(bracket), ...(isInSentence && { isInSentence }) };
  }
  const raised = sup ?? pandoc ?? (superscript === undefined ? undefined : lowerRaised(superscript));
  if (raised !== undefined) {
    if (!isRaisedMarker(before, text.slice(span.end, span.end + 12))) return undefined;
    // `x^a`
    const isLetter = /^[a-z]$/.test(raised) && sup === undefined;
    if (isLetter && !raisedLetterBehind.test(before)) return undefined;
    return {
      ...common,
      form: 'superscript',
      labels: [createLabel(raised)],
      ...(isLetter && { isInSentence: !isBehindStop }),
    };
  }
  const of = match[0].startsWith('<') ? 'superscript' : match[0].endsWith(')') ? 'word' : undefined;
  const endsStatement = match[0] === '[]' && /\p{L}\s$/u.test(before) && /^[.,;!?]/.test(text.slice(span.end));
  return isAttached || endsStatement ? { ...common, form: 'empty', labels: [], ...(of && { of }) } : undefined;
}

/** `It closed. [3] Then it opened.` */
function isBetweenSentences(before: string, behind: string): boolean {
  if (!/^\s\p{Lu}/u.test(behind)) return false;
  const words = before.replace(/(?:\s\[\d{1,4}\]){0,4}\s$/, '');
  return words !== before && endsInSentence(words);
}

function endsInSentence(words: string): boolean {
  const word = sentenceBefore.exec(words)?.[1];
  return word !== undefined && !ABBREVIATIONS.has(word);
}

/** Not `[0]`, `m[1]`, a year, a letter behind a space. */
function isBracketMarker(label: string, before: string, isAttached: boolean): boolean {
  if (label === '0' || /^(?:1[5-9]|20)\d\d$/.test(label)) return false;
  if (/^[a-z]$/.test(label) && !isAttached) return false;
  return !/(?:^|[^\p{L}\p{N}])\p{L}$/u.test(before);
}

const raisedLetterBehind = /(?:\p{Ll}{3}|[.,;:!?…”"’»)\]%>])$/u;

/** Not `km²`, `10⁶`, `SO₄²⁻`, `²³⁵U`. */
function isRaisedMarker(before: string, behind: string): boolean {
  const next = behind[0] ?? '';
  if (/[\p{L}⁺⁻]/u.test(next)) return false;
  // `It closed. ³`
  if (stopBefore.test(before.trimEnd().replace(markersBefore, '')) && /\S\s$/.test(before))
    return endBehind.test(behind);
  // `in 2022¹` is no power.
  if (/(?<![\p{N}.,])(?:19|20)\d\d$/u.test(before) && /^[\s.,;:!?»”"’)]?$/u.test(next)) return true;
  return before !== '' && !/(?:^|[^\p{L}\p{M}])\p{L}{1,2}$|[\d₀-₉⁺⁻+−×/=^-]$/u.test(before) && !/\s$/u.test(before);
}

const MAX_INLINE_NOTE_LENGTH = 600;

function closingBracket(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length && at - from < MAX_INLINE_NOTE_LENGTH; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return undefined;
}

const gluedPattern =
  /(?:(?<=\p{Ll}{3}[.,;:!?]?["”’“»«)]?|\p{Ll}{2}["”’“»«)]{1,2}[.,;]|\p{Ll}{2}\s»[.,;]?|(?<!\p{L})\p{Ll}{2}[.,;]["”’“»«)]?|[)\]][.,;]|\d\s?%[.,;]?|(?<!\d)(?:19|20)\d\d\.)([1-9]\d{0,2})|(?<=\d,\d{3})([1-9]\d?)|(?<=\p{Lu}\p{L}{2}\.["”’)]?)([1-9]\d{0,2})(?=\s+\p{Lu}|\s*$)|(?<=(?<![\d.,])\d{1,3}(?:,\d{3})?\.)([1-9]\d{0,2})(?=\s+\p{Lu}|\s*$))(?![\p{L}\p{N}%/]|[.:]\d|,(?![1-9]\d?(?:,[1-9]\d?){0,3}(?:\s+\p{Lu}|\s*$))\d)(?: ([a-z])(?=[\s.,;]|$))?/gu;

/** `https://example.org/report12` */
const isInAddress = /(?:\/\/|www\.)\S*$/;

/** Numbers that a PDF may have glued to the word or the stop before them. Asked for only where a brief has notes and no other markers. */
export function findGluedMarkers(text: string, skipped: readonly Span[]): MarkerCandidate[] {
  const markers: MarkerCandidate[] = [];
  for (const match of text.matchAll(gluedPattern)) {
    const number = match[1] ?? match[2] ?? match[3] ?? match[4]!;
    const span = { start: match.index, end: match.index + number.length };
    if (skipped.some((one) => one.start <= span.start && span.start < one.end)) continue;
    if (isInAddress.test(text.slice(Math.max(0, span.start - 120), span.start))) continue;
    const before = text.slice(Math.max(0, span.start - 3), span.start);
    const isBehindStop = stopBefore.test(before);
    markers.push({
      form: 'glued',
      labels: [createLabel(number)],
      span,
      isAttached: true,
      isBehindStop,
      ...(match[4] !== undefined && { isBehindNumber: true }),
      ...(isBehindStop && endsSentence(text, span) && { endsSentence: true }),
    });
    markers.push(...furtherNumbers(text, span.end, Number(number), isBehindStop));
    if (match[5] === undefined) continue;
    const at = span.end + 1;
    markers.push({
      form: 'glued',
      labels: [createLabel(match[5])],
      span: { start: at, end: at + 1 },
      isAttached: true,
      isBehindStop,
    });
  }
  return markers;
}

const sentenceBefore = /(\p{Ll}{3,40}|(?<![\d.,])(?:19|20)\d\d)["”’“»«)]{0,2}[.!?]["”’“»«)]{0,2}$/u;
// cspell:ignore supp
const ABBREVIATIONS = new Set(words`app art ann chap fig nos para paras sec supp tab vol vols`);

/** Whether a number ends a sentence: `vol.14 The` does not. */
function endsSentence(text: string, { start, end }: Span): boolean {
  return (
    endsInSentence(text.slice(Math.max(0, start - 44), start)) &&
    /^(?:\s+["“„«»]?\p{Lu}|\s*$)/u.test(text.slice(end, end + 8))
  );
}

const furtherPattern = /(?:,\s?|\s)([1-9]\d{0,2})(?=[,\s]|$)/uy;

/** The `3` of `the law.2 3 Then` and of `the law.2,3 Then`: it counts on from the number before it, and a sentence ends there. */
function furtherNumbers(text: string, from: number, first: number, isBehindStop: boolean): MarkerCandidate[] {
  const markers: MarkerCandidate[] = [];
  let at = from;
  for (let expected = first + 1; ; expected++) {
    furtherPattern.lastIndex = at;
    const match = furtherPattern.exec(text);
    if (!match || Number(match[1]) !== expected) break;
    at = match.index + match[0].length;
    const span = { start: at - match[1]!.length, end: at };
    markers.push({ form: 'glued', labels: [createLabel(match[1]!)], span, isAttached: true, isBehindStop });
  }
  return /^(?:\s+\p{Lu}|\s*$)/mu.test(text.slice(at, at + 12)) ? markers : [];
}
