/**
 * What stands in a note: the citations, separated by `;`, or by a stop before a new one; a note that only explains has none.
 * docs/format.md, "Notes".
 */

import { oneOf } from '../../../base/text/phrases.ts';
import type { Located, Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { SourceName, When } from '../../ast.ts';
import { readWhen } from '../../date/writtenDate.ts';
import type { KnownNames } from '../../knownNames.ts';
import { HTML_TAG, tokenize } from '../../tokens.ts';
import { isOutlet } from '../readItem.ts';
import { isSourceLike } from '../sourceName.ts';
import { findWebAddresses, isCutOff } from '../webAddresses.ts';
import { SOURCE_LABELS } from '../words/index.ts';
import { isCutOffAtTitle, isNameLost } from './lostName.ts';
import { lastDate, MAX_DATE_TOKENS } from './noteDate.ts';
import { portionMarkLength, readDescriptor } from './noteDescriptor.ts';
import { documentName } from './noteDocument.ts';
import { datedAs, lastQuotation, located, withoutStop } from './noteFields.ts';
import type { NoteItem } from './noteItem.ts';
import {
  addressesIn,
  aroundLinks,
  findNoteLinks,
  isArchive,
  type NoteAddress,
  outletOfLink,
  withoutLinkMarkup,
} from './noteLinks.ts';
import { outletBefore } from './noteOutlet.ts';
import { readParts } from './noteParts.ts';
import { notePieces, quotationSpans } from './notePieces.ts';
import { readReference } from './noteReference.ts';
import { isRemains } from './noteRemains.ts';
import { dashedTitle, datedParenthesis, imprint, kindOfText, notOutlet } from './noteShapes.ts';
import { readAccessed, readUndated } from './noteUndated.ts';
import {
  accessedAt,
  accessedStart,
  archivedStart,
  availableStart,
  backlinks,
  earlierNote,
  ibid,
  leadIn,
  tail,
} from './noteWords.ts';

const wikiBacklinks = new RegExp(`^${backlinks}`);
/** `[NSA: Guidance]()` as the whole note. */
const linkWithoutAddress = /^\[[^\][]{0,300}\]\(\s?(?:|#|<>|(?:https?:\/\/)?(?:www\.)?)\s?\)\.?$/u;
const htmlTag = new RegExp(HTML_TAG, 'g');
const MAX_ITEM_LENGTH = 1_000;
/** A label says what the note is. */
const sourceLabel = new RegExp(String.raw`^${oneOf(SOURCE_LABELS)}\s?:\s*`, 'iu');
const wordBehind = /^[\s,]*[\p{Ll}]/u;

/**
 * The citations of the note whose text is at `span`; none where it only explains. The items of a note that lost its source
 * have neither `source` nor `url`.
 */
export function readNoteItems(written: string, span: Span, known: KnownNames): NoteItem[] {
  const items = readItems(written, span, known);
  if (!slice(written, span).includes('//') || !items.every(hasSource)) return items;
  // `Reuters, “The Harbor,” May 3, 2022, https://`
  const cut = findWebAddresses(written, span).find(({ value }) => isCutOff(value));
  if (!cut) return items;
  const { start } = cut.span;
  return [
    ...items.map((item) => (item.span.end > start ? { ...item, span: { start: item.span.start, end: start } } : item)),
    { span: cut.span, loss: 'no-address' },
  ];
}

function hasSource({ source, url, archive, title, repeats }: NoteItem): boolean {
  return (source ?? url ?? archive ?? title ?? repeats) !== undefined;
}

function readItems(written: string, span: Span, known: KnownNames): NoteItem[] {
  if (isRemains(slice(written, span))) return [{ span }];
  if (linkWithoutAddress.test(slice(written, span))) return [{ span, loss: 'no-address' }];
  const name = outletAlone(written, span, known);
  if (name) return [{ span, source: name }];
  const links = findNoteLinks(written, span);
  const text = withoutTags(links.length > 0 ? withoutLinkMarkup(written, links) : written, span);
  // `[](https://…)`
  if (links.length > 0 && slice(text, span).trim() === '')
    return links.map(({ whole, url }) => ({ span: whole, ...address(url) }));
  const lead = wikiBacklinks.exec(slice(text, span))?.[0].length ?? 0;
  const whole =
    readReference(text, { start: span.start + lead, end: span.end }) ??
    readDescriptor(text, span) ??
    readParts(text, span);
  if (whole) return [whole];
  // `; AFP, May 4`: of two sources the first was deleted.
  const items: NoteItem[] = text[span.start] === ';' ? [{ span: { start: span.start, end: span.start + 1 } }] : [];
  let author: Span | undefined;
  for (const one of notePieces(text, span)) {
    // `Cisco Talos. “Title.” May 3, 2022.`
    const piece = author && /^[“"«„]/.test(text[one.start] ?? '') ? { start: author.start, end: one.end } : one;
    author = items.length === 0 && isAuthor(slice(text, one)) ? one : undefined;
    // What is longer explains; no reader would find its source.
    if (piece.end - piece.start > MAX_ITEM_LENGTH) continue;
    const addition = items.length > 0 ? additionTo(text, piece, items.at(-1)!, links) : undefined;
    if (addition) items[items.length - 1] = addition;
    else items.push(...readPiece(text, piece, known, links));
  }
  return links.length > 0 ? items.map((item) => ({ ...item, span: aroundLinks(item.span, links) })) : items;
}

const MAX_OUTLET_LENGTH = 60;

/** The outlet that is all of a note: `Reuters.` */
function outletAlone(text: string, { start, end }: Span, known: KnownNames): SourceName | undefined {
  if (end - start > MAX_OUTLET_LENGTH) return undefined;
  const name = slice(text, { start, end }).replace(/[\s.,]+$/u, '');
  if (/[,;]/.test(name) || !isOutlet(name, known)) return undefined;
  // With a date it is more than a name, whatever a registry calls its outlets.
  return datedAs(text, { start, end }).when ? undefined : { start, end: start + name.length, name };
}

/** The text with spaces for the HTML tags in `span`. */
function withoutTags(text: string, span: Span): string {
  const words = slice(text, span);
  if (!words.includes('<')) return text;
  const plain = words.replace(htmlTag, ({ length }) => ' '.repeat(length));
  return text.slice(0, span.start) + plain + text.slice(span.end);
}

const MAX_AUTHOR_WORDS = 6;

/** Whether a sentence is the name of an author or an outlet alone. */
function isAuthor(words: string): boolean {
  const name = words.replace(/\.$/, '');
  return (
    words.endsWith('.') && !/[\d;:]/.test(name) && name.split(/\s+/).length <= MAX_AUTHOR_WORDS && isSourceLike(name)
  );
}

/** `accessed May 3`, `archived at https://…`, a further address: they belong to the citation before them. */
function additionTo(
  text: string,
  piece: Span,
  previous: NoteItem,
  links: readonly NoteAddress[],
): NoteItem | undefined {
  const words = slice(text, piece);
  const [found] = addressesIn(text, piece, links);
  const url = found?.url;
  const span = { start: previous.span.start, end: piece.end };
  // `“Title,” Reuters, May 3, 2022. https://…`
  const isAddressAlone =
    found && found.whole.start <= piece.start + 1 && found.whole.end >= withoutStop(text, piece).end - 1;
  if (url && isAddressAlone && !previous.url && (previous.when || previous.title) && !isCutOff(url.value))
    return { ...previous, span, ...(isArchive(url.value) ? { archive: url } : { url }) };
  if (accessedStart.test(words)) return { ...previous, span, accessed: withoutStop(text, piece) };
  // `NSA: Actors Exploit Routers. October 20, 2020.`
  const when = previous.when ? undefined : dateAlone(text, piece);
  if (when) return { ...previous, span, when };
  if (url && archivedStart.test(words)) return { ...previous, span, archive: url };
  if (url && availableStart.test(words) && !previous.url) return { ...previous, span, url };
  return undefined;
}

/** The date that is all of a piece. */
function dateAlone(text: string, piece: Span): When | undefined {
  if (!/^[\p{L}\d]/u.test(slice(text, piece))) return undefined;
  const tokens = tokenize(text, withoutStop(text, piece), []);
  const when = tokens.length <= MAX_DATE_TOKENS ? readWhen(tokens, 0) : undefined;
  return when && !when.accessed && when.span.end >= tokens.at(-1)!.end ? when : undefined;
}

function readPiece(text: string, piece: Span, known: KnownNames, links: readonly NoteAddress[]): NoteItem[] {
  let { start, end } = piece;
  for (const lengthOf of [portionMarkLength, labelLength, leadInLength]) {
    const lead = lengthOf(text.slice(start, end));
    if (start + lead < end) start += lead;
  }
  const words = text.slice(start, end);
  if (words === '' || /^[\p{P}\s]*$/u.test(words)) return [];
  const span = piece;
  if (ibid.test(words)) return [{ span, repeats: 'previous', ...located(text, start, end) }];
  const addresses = addressesIn(text, { start, end }, links);
  const urls = addresses.map(({ url }) => url);
  if (earlierNote.test(words)) return [{ span, repeats: 'earlier', ...located(text, start, end) }];

  // Only addresses, with what joins them: each is a citation.
  const rest = addresses.reduceRight(
    (left, { whole: at }) => left.slice(0, Math.max(0, at.start - start)) + left.slice(at.end - start),
    words,
  );
  if (urls.length > 0 && /^(?:[\s,;.<>()[\]]|and|also|see)*$/iu.test(rest))
    return addresses.map((one) => ({ span: one.whole, ...address(one.url), ...outletOfLink(text, one, known) }));

  const [url] = urls.filter(({ value }) => !isArchive(value));
  const archive = urls.find(({ value }) => isArchive(value));
  const [bare] = addresses.filter((one) => !one.words);
  const cut = accessedAt.exec(words)?.index;
  const limit = Math.min(cut === undefined ? end : start + cut, bare?.whole.start ?? end);
  const accessed = cut === undefined ? {} : { accessed: withoutStop(text, { start: start + cut, end }) };
  const common = { span, ...(url && address(url)), ...(archive && { archive }), ...accessed };
  const cited = text.slice(start, limit);
  // `, “The Harbor,” Dawn, May 3`: the author was deleted, the outlet was not.
  const comma = /^,\s*(?=[“"«„])/u.exec(cited)?.[0].length;
  const behindComma = comma === undefined ? [] : readPiece(text, { start: start + comma, end }, known, links);
  if (behindComma.length === 1 && behindComma[0]!.source) return [{ ...behindComma[0]!, span }];
  if (urls.length === 0 && isCutOffAtTitle(cited)) return [common];
  if (isNameLost(cited))
    return withAddressApart(
      { ...common, ...datedAs(text, { start, end: limit }), ...located(text, start, limit) },
      bare,
    );
  const source = documentName(text, withoutStop(text, { start, end: limit }), /\d/.test(cited));
  if (source) return [{ ...common, source, ...datedAs(text, { start, end: limit }), ...located(text, start, limit) }];
  // `Hansen, Al-Shabaab in Somalia (London: Hurst, 2013), p. 60`: the year belongs to the imprint.
  const isBook = !cited.trimStart().startsWith('(') && imprint.test(cited) && !datedParenthesis.test(cited);
  const dated = isBook ? undefined : readDated(text, { start, end: limit }, known);
  if (dated?.isComment) return withAddress(common);
  if (dated) return withAddressApart({ ...common, ...dated.item }, outletGap.test(cited) ? bare : undefined);
  const undatedItem =
    readUndated(text, { start, end: limit }, url !== undefined, known) ??
    (cut === undefined ? undefined : readAccessed(text, { start, end: limit }));
  return undatedItem ? [{ ...common, ...undatedItem }] : withAddress(common);
}

/** `“Ships Lost,” , May 3`: the gap of the outlet shows, whatever stands behind the date. */
const outletGap = /[”"’»“]\s?,?\s,\s/u;

/** A citation that has lost its outlet, and the address behind it: a reader does not see from it who said so. */
function withAddressApart(item: NoteItem, bare: NoteAddress | undefined): NoteItem[] {
  const { url, archive: _, ...lost } = item;
  if (!url || !bare || item.source || !item.when) return [item];
  return [
    { ...lost, span: { start: item.span.start, end: bare.whole.start } },
    { span: bare.whole, url },
  ];
}

/** `Source: ` */
function labelLength(words: string): number {
  return sourceLabel.exec(words)?.[0].length ?? 0;
}

function leadInLength(words: string): number {
  return leadIn.exec(words)?.[0].length ?? 0;
}

/** Prose that gives an address cites it. */
function withAddress(common: NoteItem): NoteItem[] {
  return common.url || common.archive ? [common] : [];
}

function address(url: Located<string>): Pick<NoteItem, 'url'> {
  return isCutOff(url.value) ? {} : { url };
}

interface Dated {
  readonly isComment: boolean;
  readonly item: Omit<NoteItem, 'span'>;
}

/** `Author, “Title,” Outlet, Date, p. n`: what stands before the last date is the outlet. */
function readDated(text: string, { start, end }: Span, known: KnownNames): Dated | undefined {
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
    if (words === '') return readDated(text, { start: start + open + 1, end: close }, known);
    // `Council of the EU — Statement on the strait (March 2, 2026)`
    const isDateOnly = text.slice(start + open + 1, from).trim() === '' && text.slice(next, close).trim() === '';
    const dashed = isDateOnly ? readLabeled(words, start) : undefined;
    if (dashed) return { isComment: false, item: { ...dashed, when } };
    // `Vale, “Low Tide”, Harbor Review, no. 91 (2003), pp. 5-9`
    const isIssue = isDateOnly && lastQuotation(text, { start, end: start + open }) !== undefined;
    if (!isIssue && !isSourceLike(words)) return isComment;
  }
  const before = { start, end: from };
  const title = lastQuotation(text, before);
  const nameStart = title ? title.span.end : start;
  // `Outlet, “Title,” Date`: with nothing behind the title, its outlet stands before it; `“Title,” , Date` has lost it.
  const between = text.slice(nameStart, from).trim();
  // `“They Killed Us”: An Investigation, Date`: what a colon joins to the title belongs to it.
  const isTitleLast =
    title !== undefined &&
    (/^[–—-]?$/.test(between) ||
      (between === ',' && !hasInnerComma(text, title)) ||
      (/^:\s[^,]+,$/.test(between) && slice(text, { start, end: title.span.start }).trim() !== ''));
  const named = isTitleLast ? { start, end: title.span.start } : { start: nameStart, end: from };
  const isKind = title !== undefined && kindOfText.test(text.slice(nameStart, from).replace(/^[\s,]+|[\s,]+$/g, ''));
  const name = outletBefore(text, isKind ? { start, end: title.span.start } : named, known);
  const author = title && !isTitleLast && !isKind ? authorBefore(text, { start, end: title.span.start }) : undefined;
  const parts = { ...(title && { title }), ...(author && { author }), when, ...located(text, start, end) };
  const labeled = title ? undefined : readLabeled(slice(text, before).replace(/[\s,]+$/u, ''), start);
  if (labeled) return { isComment: false, item: { ...labeled, when, ...located(text, start, end) } };
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

/** `Council of the EU — Statement on the strait`, `RFI – Radio France Internationale: Tchad: affrontements`, which begin at `start`. */
function readLabeled(words: string, start: number): Pick<NoteItem, 'source' | 'title'> | undefined {
  const match = dashedTitle.exec(words);
  const [, name, value] = match ?? [];
  if (!name || !value || notOutlet.test(name) || !isSourceLike(name)) return undefined;
  const end = start + words.length;
  return {
    source: { start, end: start + name.length, name },
    title: { value, span: { start: end - value.length, end } },
  };
}

function hasInnerComma(text: string, { span }: Located<string>): boolean {
  return text[span.end - 2] === ',';
}

const onlyPunctuation = /^[\s\p{P}]*$/u;

function authorBefore(text: string, span: Span): Located<string> | undefined {
  const value = slice(text, span).replace(/[\s,:]+$/u, '');
  return value === '' ? undefined : { value, span: { start: span.start, end: span.start + value.length } };
}
