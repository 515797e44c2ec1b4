/**
 * Reads a parenthesis as a citation with its items, or as something else. docs/format.md, section 2: the readings are
 * tried in the order given there; the first one wins.
 */

import { oneOf, words } from '../../base/text/phrases.ts';
import { type Span, slice } from '../../base/text/span.ts';
import type { Citation, Inline, Parenthetical, Tag } from '../ast.ts';
import { MONTHS } from '../date/monthNames.ts';
import { readWhen } from '../date/writtenDate.ts';
import { type KnownNames, NOTHING_KNOWN } from '../knownNames.ts';
import { isMark, type Token, tokenize } from '../tokens.ts';
import { readAuthorDates } from './authorDate.ts';
import { createCitation } from './createCitation.ts';
import { createOverlapCheck } from './findOutside.ts';
import { splitExtras } from './itemExtras.ts';
import { atomAt, normalizeName, spanOf } from './itemSource.ts';
import { isEmptiedLeadIn, skipLeadIn } from './leadIns.ts';
import { type ItemContext, isOutlet, readItem, readName } from './readItem.ts';
import { dateErrors } from './separators.ts';
import { createTagCitation, isSourceTag } from './tagItem.ts';
import { isTalkCutOff } from './talks.ts';
import { findWebAddresses, isCutOff } from './webAddresses.ts';
import { phrasesOf, SOURCE_LABELS } from './words/index.ts';

const credit = new RegExp(
  String.raw`^\s*${oneOf([...phrasesOf('creditLabels'), ...SOURCE_LABELS])}\s?:\s*(?=\S)`,
  'iu',
);
const acronym = /^[\p{Lu}\p{N}][\p{L}\p{N}/&.-]{1,14}$/u;
const authorDate =
  /^\s*(?:(?:see(?: also)?|cf\.?|e\.g\.,?)\s)?[\p{Lu}\p{Lo}'‘’][^\d,;]{1,80},?\s(?:19|20)\d\d[a-z]?(?:\s?[,–-]\s?(?:\d{4}[a-z]?|pp?\.\s?[\d–-]+|[a-z](?=,|$)))*(?:\s?:\s?[\d–-]+)?\s*$/u;
const imprint = /^\s*\p{Lu}[^:;\d]{1,60}:\s[^:;\d]{1,120},\s?\d{4}\s*$/u;

/** `S/2016/629`, `see A/HRC/49/77, para. 5, and annex 34` */
const documentSymbol =
  /^\s*(?:see(?: also)?\s)?([A-Z]{1,6}(?:\/[A-Z0-9.-]{1,12}){2,5})(?:,\s((?:and\s)?(?:paras?|annex(?:es)?|section|sect|pp?|table|figure|appendix|chap)\b[^;()]{0,60}))?\s*$/u;
/** `S/`, `see S/2021/, para. 14` */
const symbolCutOff =
  /^\s*(?:see(?: also)?\s)?(?:S|A|E|ST)\/(?:[A-Z0-9]{1,6}\/){0,3}\s*(?:,\s?(?:paras?|annex(?:es)?|pp?)\b[^;()]{0,60})?$/u;
const addressAlone = /^\s*(?:see(?: also)?\s)?((?:h(?:tt|xx)ps?:\/\/|www\.)\S{0,24})\s*$/iu;
/** At most this many tokens make a date: `Friday , 3 rd of Sept . , 2021`. */
const MAX_DATE_TOKENS = 10;

/**
 * Reads the parenthesis at `group` of `text`, `(` and `)` included. `atoms` are the tags, links and code spans inside it,
 * in order. The spans of the result count in `text`.
 */
export function readParenthesis(
  text: string,
  group: Span,
  atoms: readonly Inline[],
  known: KnownNames = NOTHING_KNOWN,
): Parenthetical {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const content = text.slice(inner.start, inner.end);
  const hasDigit = /\d/.test(content);
  // `(interview with , Tokyo)`
  const isTalkAlone = !hasDigit && content.includes(' ,') && isTalkCutOff(content);
  if (isTalkAlone || isEmptiedLeadIn(content) || symbolCutOff.test(content))
    return { kind: 'citation', citations: [createCitation({ form: 'parenthesis', span: group, group })] };
  const hasColon = content.includes(':');
  const creditMatch = hasColon ? credit.exec(content) : null;
  const symbols = hasDigit && content.includes('/') ? readSymbols(group, inner.start, content) : undefined;
  if (symbols) return { kind: 'citation', citations: symbols };
  if (hasDigit || atoms.length > 0 || content.includes('://') || mayBeEmptied.test(content)) {
    const items = splitItems(tokenize(text, inner, withAddresses(text, inner, atoms)), inner.end);
    if (hasDigit && items.every(({ tokens }) => tokens.length > 0 && readWhen(tokens, 0))) return { kind: 'date' };
    if (hasColon && imprint.test(content) && !creditMatch) return { kind: 'imprint' };
    const { citations, hasAside } = readItems({ text, group, atoms, known }, items);
    if (citations.length > 0 && !isAuthorDateWithLoss(text, group, citations, items.length))
      return { kind: 'citation', citations };
    if (!creditMatch && isAuthorDate(text, group, content)) return { kind: 'author-date' };
    if (hasAside) return { kind: 'aside' };
  }
  if (creditMatch) return { kind: 'credit', source: { start: inner.start + creditMatch[0].length, end: inner.end } };
  if (acronym.test(content) && content.replace(/[^\p{Lu}\p{N}]/gu, '').length > 1 && /\p{Lu}/u.test(content)) {
    return { kind: 'acronym', short: inner };
  }
  return { kind: 'text' };
}

/** With the addresses that hold a semicolon, at which nothing is to be split. */
function withAddresses(text: string, inner: Span, atoms: readonly Inline[]): readonly Span[] {
  const content = slice(text, inner);
  if (!content.includes('://') || !/\S;\S/.test(content)) return atoms;
  const addresses = findWebAddresses(text, inner)
    .map(({ span }) => span)
    .filter((span) => slice(text, span).includes(';') && !/;(?:https?:|www\.)/i.test(slice(text, span)));
  const isFree = createOverlapCheck(atoms);
  return [...atoms, ...addresses.filter(isFree)].sort((a, b) => a.start - b.start);
}

function isAuthorDate(text: string, group: Span, content: string): boolean {
  return content.split(';').every((item) => authorDate.test(item)) || readAuthorDates(text, group) !== undefined;
}

/** `(Shaw, 2015; , 2020)`: the item without an author belongs to references by author and year. */
function isAuthorDateWithLoss(text: string, group: Span, citations: readonly Citation[], itemCount: number): boolean {
  const onlyYears = citations.every(({ source, when }) => !source && when?.dates.every(({ value }) => !value.month));
  return citations.length < itemCount && onlyYears && readAuthorDates(text, group) !== undefined;
}

/** Without a digit only these can be citations: `(, March)`, `(Reuters, )`, `(X, undated)`, `(ibid.)`. */
const mayBeEmptied = new RegExp(
  String.raw`^\s*(?:see\s)?,|,\s*$|(?<!\p{L})${oneOf(phrasesOf('undated'), { space: ' ' })}\s*(?:$|[;,])|,\s*${oneOf(MONTHS)}\s*$|forthcoming|in press|^\s*(?:ibid|id\.)|^\s*;`,
  'iu',
);

const openingOfSentence = /(?:^|[^\p{L}\p{N}\s(]\s|\n)[^.!?\n]{0,400}$/u;
const callBefore = /[\p{L}\p{N}_]\(/u;

/** Whether nothing is left between the parentheses, or no more of an address than `https://` or `https://t.me/`. */
export function isEmptied(inside: string): boolean {
  const address = addressAlone.exec(inside)?.[1];
  return address === undefined ? /^[\s;]*$/.test(inside) : isCutOff(address);
}

/**
 * `()` behind a space at the end of a statement: what stood there is lost. Not in a sentence that calls functions, as `open()`
 * does.
 */
export function readEmptyParenthesis(text: string, group: Span): Parenthetical {
  const before = textBefore(text, group);
  const isLost = endsStatement(text, group) && !callBefore.test(openingOfSentence.exec(before)?.[0] ?? before);
  if (!isLost) return { kind: 'text' };
  return { kind: 'citation', citations: [createCitation({ form: 'parenthesis', span: group, group })] };
}

/** `( May 3)` at the end of a statement: the space stood behind a source. In `( May 3 )` it belongs to the parenthesis. */
export function readBehindLostSpace(text: string, group: Span): Parenthetical | undefined {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const when = readWhen(tokenize(text, inner, []), 0);
  if (!when || when.span.start !== inner.start + 1 || when.span.end !== inner.end) return undefined;
  if (when.dates[0]!.value.day === undefined || !endsStatement(text, group)) return undefined;
  return { kind: 'citation', citations: [createCitation({ form: 'parenthesis', span: inner, group, when })] };
}

function textBefore(text: string, { start }: Span): string {
  return text.slice(Math.max(0, start - 400), start);
}

/** Whether a parenthesis stands behind words and a space, at the end of a sentence or before a comma or a semicolon. */
function endsStatement(text: string, group: Span): boolean {
  const before = textBefore(text, group);
  return (
    /[\p{Ll}\p{N}”"’)]\s$/u.test(before) &&
    /\p{Ll}{2,}\s\S/u.test(before) &&
    /^(?:[.,;]|\s*$)/u.test(text.slice(group.end, group.end + 2))
  );
}

/** Before a further symbol. */
const symbolJoint = /(?:,?\sand|,)\s(?=(?:see\s)?[ASE]\/[\dA-Z])/u;

/** The symbols of documents that are all of a parenthesis; one that was cut off is missing. */
function readSymbols(group: Span, from: number, content: string): Citation[] | undefined {
  const citations: Citation[] = [];
  let at = 0;
  for (const part of content.split(symbolJoint)) {
    at = content.indexOf(part, at);
    const start = from + at;
    const symbol = documentSymbol.exec(part);
    if (symbol) citations.push(createSymbolCitation(group, start, symbol));
    else if (symbolCutOff.test(part))
      citations.push(createCitation({ form: 'parenthesis', span: { start, end: start + part.length }, group }));
    else return undefined;
    at += part.length;
  }
  return citations;
}

function createSymbolCitation(group: Span, from: number, [whole, symbol, behind]: RegExpExecArray): Citation {
  const start = from + whole.indexOf(symbol!);
  const end = from + whole.trimEnd().length;
  const locator = behind?.trimEnd();
  return createCitation({
    form: 'parenthesis',
    span: { start, end },
    group,
    source: { start, end: start + symbol!.length, name: symbol! },
    locator: locator ? { value: locator, span: { start: end - locator.length, end } } : undefined,
  });
}

const NO_TAGS: readonly Tag[] = [];

interface ItemTokens {
  readonly tokens: readonly Token[];
  /** Where its semicolon stands, or the parenthesis ends. */
  readonly end: number;
}

/** Splits at each `;` outside inner parentheses and brackets. */
function splitItems(tokens: readonly Token[], end: number): ItemTokens[] {
  const items: ItemTokens[] = [];
  let depth = 0;
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    if (isMark(token, '(') || isMark(token, '[')) depth++;
    else if (isMark(token, ')') || isMark(token, ']')) depth--;
    if (depth !== 0 || !isMark(token, ';')) continue;
    items.push({ tokens: tokens.slice(first, index), end: token.end });
    first = index + 1;
  }
  return [...items, { tokens: tokens.slice(first), end }];
}

/** `(AFP, May 3; and Dawn, May 4)` */
const connectives = new Set(words`and also und auch et y e и та ve`);

function readItems(context: ItemContext, items: readonly ItemTokens[]): { citations: Citation[]; hasAside: boolean } {
  const citations: Citation[] = [];
  let hasAside = false;
  /** The semicolons around an empty item, whose source is missing. Behind the last one there need not be an item. */
  let lost: Span | undefined;
  for (const [index, { tokens: all, end }] of items.entries()) {
    const tokens = index > 0 && connectives.has(all[0]?.lower ?? '') ? all.slice(1) : all;
    if (tokens.length === 0) {
      const { start } = context.group;
      if (index === 0 || (index < items.length - 1 && citations.length > 0))
        lost = { start: index === 0 ? start + 1 : items[index - 1]!.end - 1, end };
      continue;
    }
    const read = readOneOrMore(context, tokens, lost ? undefined : citations.at(-1), items[index - 1]);
    if (read === 'aside') hasAside = true;
    else if (read.length > 0) {
      if (lost && !isSourcelessDate(read))
        citations.push(createCitation({ form: 'parenthesis', span: lost, group: context.group }));
      citations.push(...read);
      lost = undefined;
    } else if (lost) {
      const when = readWhen(tokens, 0);
      if (when)
        citations.push(
          createCitation({
            form: 'parenthesis',
            span: { start: lost.end - 1, end: when.span.end },
            group: context.group,
            when,
          }),
        );
      // `(; TASS)`
      else if (isOutlet(slice(context.text, spanOf(tokens)), context.known))
        citations.push(createCitation({ form: 'parenthesis', span: lost, group: context.group }));
      lost = undefined;
    }
  }
  // `(TASS, May 2; ; )`
  if (lost && citations.length > 0)
    citations.push(createCitation({ form: 'parenthesis', span: lost, group: context.group }));
  return { citations, hasAside };
}

function isSourcelessDate([first]: readonly Citation[]): boolean {
  return first !== undefined && !first.source && !first.id;
}

/** The citations of one item; several where commas stand for semicolons. */
function readOneOrMore(
  context: ItemContext,
  tokens: readonly Token[],
  previous: Citation | undefined,
  before: ItemTokens | undefined,
): readonly Citation[] | 'aside' {
  const tags = sourceTags(tokens, context.atoms);
  if (tags.length > 0) return readTagged(context, tokens, tags);
  const parts = splitAfterDates(tokens);
  if (parts.length > 1) {
    const read = parts.map((part) => readItem(context, part));
    const items = read.filter((item) => item !== undefined && item !== 'aside');
    if (items.length === parts.length)
      return items.map((item, index) => (index > 0 ? withSemicolonError(item, items[index - 1]!) : item));
  }
  const read = readItem(context, tokens);
  if (read === 'aside') return 'aside';
  if (read) return splitTwoOutlets(read, context.known);
  return readDateOnly(context, tokens, previous, before) ?? [];
}

/** `(TASS, May 2; May 3)`: a date of the source before it. `(Reuters; June 14)`: the date of the item before it. */
function readDateOnly(
  context: ItemContext,
  tokens: readonly Token[],
  previous: Citation | undefined,
  before: ItemTokens | undefined,
): readonly Citation[] | undefined {
  const when = readWhen(tokens, 0);
  if (!when) return undefined;
  const { group } = context;
  const found = before && readName(context, before.tokens);
  if (!found && previous && !previous.id && previous.when)
    return [createCitation({ form: 'parenthesis', span: spanOf(tokens), group, source: previous.source, when })];
  if (!found) return undefined;
  const semicolon = { start: before.end - 1, end: before.end };
  const span = { start: spanOf(before.tokens).start, end: spanOf(tokens).end };
  const formErrors = [{ kind: 'semicolon' as const, at: semicolon }, ...dateErrors(when)];
  return [createCitation({ form: 'parenthesis', span, group, ...found, when, formErrors })];
}

/** Splits `AFP, March 2, RFI, March 2` at the comma after a date that a name follows. */
function splitAfterDates(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let first = 0;
  let hasNumber = false;
  for (let comma = 2; comma < tokens.length - 2; comma++) {
    const next = tokens[comma + 1]!;
    hasNumber ||= tokens[comma]!.kind === 'number';
    if (!hasNumber || !isMark(tokens[comma], ',') || next.kind !== 'word' || !/^\p{Lu}/u.test(next.text)) continue;
    if (readWhen(tokens.slice(comma + 1, comma + 1 + MAX_DATE_TOKENS), 0) || !endsInDate(tokens.slice(first, comma)))
      continue;
    parts.push(tokens.slice(first, comma));
    first = comma + 1;
    hasNumber = false;
  }
  return first === 0 ? [tokens] : [...parts, tokens.slice(first)];
}

/** Whether a name and a date stand at the end of the tokens. */
function endsInDate(tokens: readonly Token[]): boolean {
  for (let from = Math.max(1, tokens.length - MAX_DATE_TOKENS); from < tokens.length; from++)
    if (readWhen(tokens, from)?.dates[0]?.value.month !== undefined) return true;
  return false;
}

function withSemicolonError(item: Citation, before: Citation): Citation {
  const at = { start: before.span.end, end: before.span.end + 1 };
  return { ...item, formErrors: [{ kind: 'semicolon', at }, ...item.formErrors] };
}

const hasAnd = /\s(?:and|&)\s/u;

/** `(Reuters and Dawn, May 3)`: two outlets, if both are known. */
function splitTwoOutlets(item: Citation, known: KnownNames): readonly Citation[] {
  const { source, span } = item;
  const match = source && hasAnd.test(source.name) && /^(.+?)(\s(?:and|&)\s)(.+)$/u.exec(source.name);
  if (!match || source.end - source.start !== source.name.length) return [item];
  const [, first, joint, second] = match;
  if (isOutlet(source.name, known) || !isOutlet(first!, known) || !isOutlet(second!, known)) return [item];
  const firstEnd = source.start + first!.length;
  const secondStart = firstEnd + joint!.length;
  return [
    {
      ...item,
      span: { start: span.start, end: firstEnd },
      source: { start: source.start, end: firstEnd, name: first! },
    },
    {
      ...item,
      span: { start: secondStart, end: span.end },
      source: { start: secondStart, end: source.end, name: second! },
    },
  ];
}

function sourceTags(tokens: readonly Token[], atoms: readonly Inline[]): readonly Tag[] {
  if (atoms.length === 0) return NO_TAGS;
  return tokens.flatMap((token) => {
    const atom = atomAt(atoms, token);
    return isSourceTag(atom) ? [atom] : [];
  });
}

/** `[RFE/RL](src:rferl-2021-09-05), September 5`. A tag with other words around it, or next to another tag, is an item alone. */
function readTagged({ text, group }: ItemContext, all: readonly Token[], tags: readonly Tag[]): Citation[] {
  const { tokens, locator } = splitExtras(text, all);
  return tags.map((tag) => {
    const from = tokens.findIndex((token) => token.start === tag.start) + 1;
    const rest = isMark(tokens[from], ',') ? from + 1 : from;
    const when = rest < tokens.length ? readWhen(tokens, rest) : undefined;
    const alone = skipLeadIn(tokens) === from - 1 && (when !== undefined || from === tokens.length);
    const span = alone ? spanOf(all) : { start: tag.start, end: tag.end };
    return createTagCitation(tag, normalizeName(tag.surface.value), span, group, when, alone ? locator : undefined);
  });
}
