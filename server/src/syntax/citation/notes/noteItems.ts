/**
 * What stands in a note: the citations parted by `;`, or by a stop before a new one; a note that only explains has none.
 * docs/format.md, "Notes".
 */

import type { Located, Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { SourceName, When } from '../../ast.ts';
import { readWhen } from '../../date/writtenDate.ts';
import { findSentences } from '../../sentences.ts';
import { type Token, tokenize } from '../../tokens.ts';
import { isKnownOutlet } from '../agencies.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { isSourceLike, parseDomain } from '../sourceName.ts';
import { findWebAddresses, isCutOff } from '../webAddresses.ts';

/** One citation of a note. Without a source and an address it has lost its source, unless it repeats another one. */
export interface NoteItem {
  readonly span: Span;
  /** `Ibid.`: the citation before it; `Filiu, From Deep State, p. 12`, `supra note 4`: one of an earlier note. */
  readonly repeats?: 'previous' | 'earlier';
  readonly source?: SourceName;
  readonly title?: Located<string>;
  readonly author?: Located<string>;
  readonly when?: When;
  readonly locator?: Span;
  readonly url?: Located<string>;
  readonly archive?: Located<string>;
  readonly accessed?: Span;
}

/** A date takes at most this many tokens: `Friday , 3 rd of Sept . , 2021 , 10 : 12 AM`. */
const MAX_DATE_TOKENS = 16;
const MAX_ITEM_LENGTH = 1_000;
/** What a note says before a source: `See also`, `For example,`. */
const leadIn =
  /^(?:(?:but )?see(?: also| generally)?|cf\.?|e\.g\.?|quoted in|as quoted in|cited in|as cited in|for (?:example|instance|more|details|background))(?:,? (?:for example|for instance|e\.g\.|inter alia|also|see))?[,:]?\s+/i;
const ibid = /^(?:ibid|ibidem|id)\b\.?/i;
const earlierNote = /\b(?:op\. ?cit|loc\. ?cit|supra(?: note)?)\b/i;
const interview =
  /\b(?:interview(?:s|ed)?|correspondence|personal communication|conversation|e-?mail exchange|briefing) (?:with|by|of)\b|\binterviews?\b/i;
const imprint = /\((?:[^()]{2,80}:\s*)?[^()]{2,80},\s?((?:19|20)\d\d)\)/u;
const documentSymbol = /(?<![\p{L}\p{N}/])[A-Z]{1,6}\/(?:[A-Z0-9.-]{1,12}\/){0,4}\d[\w./-]*/u;
const statute =
  /§|\bU\.S\.C\.|\bPub(?:lic)? L(?:aw)?\.?|\bStat\.|\bCong\.|\bF\. ?Supp|\b[HS]\.? ?R(?:es|ept)?\.? ?\d|\bv\. \p{Lu}|\bReport(?: No\.?)? [A-Z\d]/u;
const undated = /\b(?:undated|n\.d\.)/i;
const locator =
  /(?:,\s*|\s)((?:pp?|paras?|ch|chap|vol|no|nos|sec|art|fn|n)\.?\s?[\divxlc]{1,6}(?:[-–,\s]{1,3}[\divxlc]{1,6}){0,8}[a-z]?|(?:section|chapter|annex|paragraph)\s[\dIVX.]+[a-z]?)\.?$/iu;
const quotation = /“[^”]{0,500}”|"[^"]{0,500}"|«[^»]{0,500}»|„[^“”]{0,500}[“”]|‘[^’]{8,500}’(?=[\s,.])/gu;
const accessedAt = /\b(?:last )?(?:accessed|retrieved|consulted|visited|viewed)\b(?: on| at)?[^;]*$/i;
const finalYear = /[,\s(]((?:19|20)\d\d)[a-z]?\)?\.?$/u;
const wordBehind = /^[\s,]*[\p{Ll}]/u;
/** What may follow a date in a citation in lower case. */
const tail =
  /^[\s,.(]*(?:pp?\b|paras?\b|section|chapter|annex|accessed|retrieved|consulted|archived?|available|at\b|on file|via|in (?:\p{Lu}|the original)|url\b|link\b|translated|emphasis|author|copy|last |updated|no\.|vol|http|hxxp|www)/iu;

/**
 * The citations of the note whose text is at `span`; none where it only explains. The items of a note that lost its source
 * have neither `source` nor `url`.
 */
export function readNoteItems(text: string, span: Span): NoteItem[] {
  const items: NoteItem[] = [];
  for (const piece of pieces(text, span)) {
    // What is longer explains; no reader would find its source.
    if (piece.end - piece.start > MAX_ITEM_LENGTH) continue;
    const addition = items.length > 0 ? additionTo(text, piece, items.at(-1)!) : undefined;
    if (addition) items[items.length - 1] = addition;
    else items.push(...readPiece(text, piece));
  }
  return items;
}

/** Parted at `;` and between sentences, outside quotation marks, parentheses and addresses. */
function* pieces(text: string, span: Span): Generator<Span> {
  const atoms = [...protectedSpans(text, span)].sort((a, b) => a.start - b.start);
  const parts = outer(atoms);
  const isFree = createOverlapCheck(parts);
  for (const sentence of findSentences(text, span, parts)) {
    let start = sentence.start;
    for (const { index } of slice(text, sentence).matchAll(/;/g)) {
      const at = sentence.start + index;
      if (!isFree({ start: at, end: at + 1 })) continue;
      yield trim(text, { start, end: at });
      start = at + 1;
    }
    yield trim(text, { start, end: sentence.end });
  }
}

function* protectedSpans(text: string, span: Span): Generator<Span> {
  for (const address of findWebAddresses(text, span)) yield address.span;
  const words = slice(text, span);
  for (const pattern of [
    quotation,
    /\([^()]{0,600}\)/gu,
    /\b(?:p|pp|para|paras|no|nos|vol|ed|eds|trans|ch|sec|art|ibid|id|op|cit|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|S|U|H|R)\.(?=\s)/giu,
  ]) {
    for (const match of words.matchAll(pattern)) {
      const start = span.start + match.index;
      yield { start, end: start + match[0].length };
    }
  }
}

function outer(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const one of spans) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

function trim(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/u.test(text[from]!)) from++;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}

/** Without the punctuation at its end. */
function withoutStop(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && /[\s.,;)]/.test(text[to - 1]!)) to--;
  return { start, end: to };
}

/** `accessed May 3`, `archived at https://…`, a further address: they belong to the citation before them. */
function additionTo(text: string, piece: Span, previous: NoteItem): NoteItem | undefined {
  const words = slice(text, piece);
  const [url] = findWebAddresses(text, piece);
  const span = { start: previous.span.start, end: piece.end };
  if (/^(?:last )?(?:accessed|retrieved|consulted|visited)\b/i.test(words))
    return { ...previous, span, accessed: withoutStop(text, piece) };
  if (url && /^(?:an? )?(?:archived?|preserved)\b/i.test(words)) return { ...previous, span, archive: url };
  if (url && /^(?:available|online|found) (?:at|from)\b/i.test(words) && !previous.url)
    return { ...previous, span, url };
  return undefined;
}

function readPiece(text: string, piece: Span): NoteItem[] {
  let { start, end } = piece;
  const lead = leadIn.exec(text.slice(start, end))?.[0].length ?? 0;
  if (start + lead < end) start += lead;
  const words = text.slice(start, end);
  if (words === '' || /^[\p{P}\s]*$/u.test(words)) return [];
  const span = piece;
  if (ibid.test(words)) return [{ span, repeats: 'previous', ...located(text, start, end) }];
  const urls = findWebAddresses(text, { start, end });
  if (earlierNote.test(words)) return [{ span, repeats: 'earlier', ...located(text, start, end) }];

  // Only addresses, with what joins them: each is a citation.
  const rest = urls.reduceRight(
    (left, { span: at }) => left.slice(0, at.start - start) + left.slice(at.end - start),
    words,
  );
  if (urls.length > 0 && /^(?:[\s,;.<>()[\]]|and|also|see)*$/iu.test(rest))
    return urls.map((url) => ({ span: url.span, ...address(url) }));

  const [url] = urls.filter(({ value }) => !isArchive(value));
  const archive = urls.find(({ value }) => isArchive(value));
  const cut = accessedAt.exec(words)?.index;
  const limit = Math.min(cut === undefined ? end : start + cut, urls[0]?.span.start ?? end);
  const accessed = cut === undefined ? {} : { accessed: withoutStop(text, { start: start + cut, end }) };
  const common = { span, ...(url && address(url)), ...(archive && { archive }), ...accessed };
  // `Hansen, Al-Shabaab in Somalia (London: Hurst, 2013), p. 60`: the year belongs to the imprint.
  const cited = text.slice(start, limit);
  const isBook = !cited.trimStart().startsWith('(') && imprint.test(cited);
  const dated = isBook ? undefined : readDated(text, { start, end: limit });
  if (dated) return dated.isComment ? withAddress(common) : [{ ...common, ...dated.item }];
  const undatedItem = readUndated(text, { start, end: limit }, url !== undefined);
  return undatedItem ? [{ ...common, ...undatedItem }] : withAddress(common);
}

/** Prose that gives an address cites it. */
function withAddress(common: NoteItem): NoteItem[] {
  return common.url || common.archive ? [common] : [];
}

function address(url: Located<string>): Pick<NoteItem, 'url'> {
  return isCutOff(url.value) ? {} : { url };
}

function isArchive(url: string): boolean {
  return /^https?:\/\/(?:web\.archive\.org|archive\.(?:ph|is|today|org|md|li|vn|fo))\//i.test(url);
}

function located(text: string, start: number, end: number): Pick<NoteItem, 'locator'> {
  const match = locator.exec(text.slice(start, end).replace(/[\s,;.<(]+$/u, ''));
  if (!match) return {};
  const at = start + match.index + match[0].indexOf(match[1]!);
  return { locator: { start: at, end: at + match[1]!.length } };
}

interface Dated {
  readonly isComment: boolean;
  readonly item: Omit<NoteItem, 'span'>;
}

/** `Author, “Title,” Outlet, Date, p. n`: what stands before the last date is the outlet. */
function readDated(text: string, { start, end }: Span): Dated | undefined {
  const tokens = tokenize(text, { start, end }, [...quotationSpans(text, start, end)]);
  const found = lastDate(tokens);
  if (!found) return undefined;
  const { when, from, next } = found;
  const behind = text.slice(next, end);
  const isComment = { isComment: true, item: {} };
  if (wordBehind.test(behind) && !tail.test(behind)) return isComment;
  const open = text.slice(start, from).lastIndexOf('(');
  const close = text.indexOf(')', next);
  if (open >= 0 && close >= 0 && close < end && !text.slice(start + open, from).includes(')')) {
    // `(TASS, May 3)` is the whole note; in `It closed (Dawn, May 3)` the parenthesis is a citation of its own.
    const words = text.slice(start, start + open).trim();
    if (words === '') return readDated(text, { start: start + open + 1, end: close });
    if (!isSourceLike(words)) return isComment;
  }
  const before = { start, end: from };
  const title = lastQuotation(text, before);
  const nameStart = title ? title.span.end : start;
  // `Outlet, “Title,” Date`: with nothing behind the title, its outlet stands before it; `“Title,” , Date` has lost it.
  const between = text.slice(nameStart, from).trim();
  const isTitleLast = title !== undefined && (between === '' || (between === ',' && !hasInnerComma(text, title)));
  const named = isTitleLast ? { start, end: title.span.start } : { start: nameStart, end: from };
  const isKind = title !== undefined && kindOfText.test(text.slice(nameStart, from).replace(/^[\s,]+|[\s,]+$/g, ''));
  const name = outletBefore(text, isKind ? { start, end: title.span.start } : named);
  const author = title && !isTitleLast && !isKind ? authorBefore(text, { start, end: title.span.start }) : undefined;
  const parts = { ...(title && { title }), ...(author && { author }), when, ...located(text, start, end) };
  if (name === 'comment') return isComment;
  if (
    !name &&
    !title &&
    !onlyPunctuation.test(slice(text, before)) &&
    !/^\s*\([^()]*\)[\s,]*$/u.test(slice(text, before))
  )
    return isComment;
  return { isComment: false, item: { ...parts, ...(name && { source: name }) } };
}

function hasInnerComma(text: string, { span }: Located<string>): boolean {
  return text[span.end - 2] === ',';
}

const onlyPunctuation = /^[\s\p{P}]*$/u;

/** The last date of the tokens, with where it begins and ends. */
function lastDate(tokens: readonly Token[]): { when: When; from: number; next: number } | undefined {
  let last: { when: When; from: number; next: number } | undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]!.kind === 'atom') continue;
    for (let to = Math.min(tokens.length, at + MAX_DATE_TOKENS); to > at; to--) {
      const when = readWhen(tokens.slice(at, to), 0);
      if (!when || when.accessed) continue;
      const isBareYear = when.dates.every(({ value, calendar }) => value.month === undefined && !calendar);
      if (!isBareYear || (isFinal(tokens, to) && isPlausibleYear(when)))
        last = { when, from: tokens[at]!.start, next: tokens[to - 1]!.end };
      at = to - 1;
      break;
    }
  }
  return last;
}

/** Four digits are often a code: `commodity 2523`. */
function isPlausibleYear({ dates }: When): boolean {
  return dates.every(({ value: { year } }) => year === undefined || (year >= 1500 && year < 2100));
}

/** Whether nothing but a locator and punctuation follows. A bare year is a date only there. */
function isFinal(tokens: readonly Token[], from: number): boolean {
  const next = tokens.slice(from).find(({ kind }) => kind !== 'mark');
  return next === undefined || /^(?:pp?|paras?|section|chapter|vol|no|http|https|www|ch)$/.test(next.lower);
}

function quotationSpans(text: string, start: number, end: number): Span[] {
  return [...text.slice(start, end).matchAll(quotation)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function lastQuotation(text: string, { start, end }: Span): Located<string> | undefined {
  const span = quotationSpans(text, start, end).at(-1);
  return (
    span && {
      value: slice(text, span)
        .slice(1, -1)
        .replace(/[,.;]$/u, '')
        .replace(/\s+/g, ' ')
        .trim(),
      span,
    }
  );
}

function authorBefore(text: string, span: Span): Located<string> | undefined {
  const value = slice(text, span).replace(/[\s,:]+$/u, '');
  return value === '' ? undefined : { value, span: { start: span.start, end: span.start + value.length } };
}

/** What may stand between a title and its date without naming an outlet. */
const kindOfText =
  /^(?:press release|report|statement|blog post|blog|brief|briefing|fact sheet|working paper|policy brief|news release|op-ed|video|podcast)$/i;
const timeOrHandle = /^(?:@[\w.]+|\d{1,2}[:.]\d{2}.*)$/;
/** A middle part of at least this many words is a title: `Khaama Press, Two killed in Logar, 3 May 2021`. */
const MIN_TITLE_WORDS = 3;

/** The name of the outlet at the end of `span`; undefined where its place is empty, `comment` where prose stands there. */
function outletBefore(text: string, span: Span): SourceName | 'comment' | undefined {
  let words = withoutNumbers(slice(text, span).replace(/[\s,;:(–—-]+$/u, ''));
  // `Al-Quds Al-Arabi (London)`, `Wenweipo [Hong Kong]`
  const place = /\s*[([][^()[\]]*[)\]]$/u.exec(words);
  if (place) words = words.slice(0, place.index);
  const offset = words.length - words.replace(/^[\s,.;:]+/u, '').length;
  words = words.slice(offset);
  if (words === '') return undefined;
  const person = interview.exec(words);
  const comma = person || isFirstOutlet(words) ? -1 : words.lastIndexOf(',');
  if (comma < 0 && !person && words.includes(',')) words = words.slice(0, words.indexOf(','));
  const from = comma + 1 + (words.slice(comma + 1).length - words.slice(comma + 1).trimStart().length);
  // `Personal interview, security official, Nairobi`: the kind of interview is the source.
  const name = (person ? words.split(',', 1)[0]! : words.slice(from)).replace(/\s+/g, ' ').replace(/\*|_/g, '');
  if (!person && !isSourceLike(name)) return isSourceLike(words.replace(/\s+/g, ' ')) ? source(words, 0) : 'comment';
  return source(name, from);

  function source(value: string, at: number): SourceName {
    const start = span.start + offset + at;
    const domain = parseDomain(value);
    return { start, end: start + value.length, name: value.replace(/\s+/g, ' '), ...(domain && { domain }) };
  }
}

/** `Journal of War, Vol. 3, No. 2`, `RAND Corporation, RR-123`: the outlet without the numbers behind it. */
function withoutNumbers(words: string): string {
  for (let rest = words; ; ) {
    const comma = rest.lastIndexOf(',');
    if (comma < 0 || !issueNumber.test(rest.slice(comma + 1).trim())) return rest;
    rest = rest.slice(0, comma).trimEnd();
  }
}

const issueNumber =
  /^(?:(?:vol|no|nr|issue|volume|number|series|part)\.?\s?[\dIVX]+[a-z]?|[A-Z]{1,6}[-/]?\d[\w/.-]*)$/iu;

/** Whether the outlet is the first part: a title or a time, and no outlet, stands behind it. */
function isFirstOutlet(words: string): boolean {
  const comma = words.lastIndexOf(',');
  if (comma < 0) return false;
  const [first, last] = [words.slice(0, words.indexOf(',')), words.slice(comma + 1).trim()];
  if (timeOrHandle.test(last)) return isSourceLike(first);
  return (
    last.split(/\s+/).length >= MIN_TITLE_WORDS &&
    !isKnownOutlet(last) &&
    isSourceLike(first) &&
    !/^\p{Lu}\.? /u.test(first)
  );
}

/** `Mandiant: Report on the group` */
const outletAndTitle = /^(\p{Lu}[\p{L}\p{N}.&’'-]*(?:\s[\p{L}\p{N}.&’'-]+){0,3}):\s([\p{Lu}“"][^.;]{3,160})$/u;
const notOutlet = /^(?:note|notes|see|nb|source|sources|example|e\.g|figure|table|comment|date|time|also)$/i;

/** Books, interviews, documents, statutes, undated sources, and the short titles of earlier notes. */
function readUndated(text: string, { start, end }: Span, hasUrl: boolean): Omit<NoteItem, 'span'> | undefined {
  const words = text.slice(start, end).replace(/[\s.,:<(]+$/u, '');
  const symbol = documentSymbol.exec(words);
  if (symbol)
    return { source: { start: start + symbol.index, end: start + symbol.index + symbol[0].length, name: symbol[0] } };
  const book = imprint.exec(words) ?? finalYear.exec(words);
  const first = firstName(words);
  const name = first && { start, end: start + first.length, name: first };
  const title = lastQuotation(text, { start, end });
  if (book && name) return { source: name, ...(title && { title }), ...located(text, start, end) };
  if (interview.test(words) && /^\p{Lu}/u.test(words))
    return { source: { start, end: start + words.length, name: words } };
  if (name && (statute.test(words) || undated.test(words))) return { source: name, ...(title && { title }) };
  const labeled = outletAndTitle.exec(words);
  if (labeled && !notOutlet.test(labeled[1]!) && isSourceLike(labeled[1]!)) {
    const [, outlet, rest] = labeled;
    const value = rest!.replace(/^[“"]|[”"]$/g, '');
    return {
      source: { start, end: start + outlet!.length, name: outlet! },
      title: { value, span: { start: start + words.length - rest!.length, end: start + words.length } },
    };
  }
  if (hasUrl || title) {
    const outlet = outletBefore(text, { start: title?.span.end ?? start, end: start + words.length });
    if (outlet === 'comment') return hasUrl || !title ? undefined : { title };
    return { ...(outlet && { source: outlet }), ...(title && { title }) };
  }
  const place = locator.exec(words);
  return place && /^\p{Lu}[^,]{1,60},\s\p{Lu}/u.test(words)
    ? { repeats: 'earlier', ...(name && { source: name }), ...located(text, start, end) }
    : undefined;
}

/** The words before the first comma. */
function firstName(words: string): string | undefined {
  const name = words.split(',', 1)[0]!.trim();
  return isSourceLike(name) && name.split(/\s+/).length <= 8 ? name : undefined;
}
