/** One item of a parenthesis: `Source, Month Day` in all its forms. docs/format.md, section 2. */

import { closestMatches } from '../../base/text/didYouMean.ts';
import { oneOf } from '../../base/text/phrases.ts';
import type { Located, Span } from '../../base/text/span.ts';
import type { Citation, CitedDate, Inline, When } from '../ast.ts';
import { MONTHS, readEnglishMonth } from '../date/monthNames.ts';
import { accessVerbs, readMonthAndYear, readWhen } from '../date/writtenDate.ts';
import type { KnownNames } from '../knownNames.ts';
import { isMark, isWord, type Token } from '../tokens.ts';
import { isCertainOutlet, isKnownOutlet } from './agencies.ts';
import { isAside } from './asides.ts';
import { createCitation } from './createCitation.ts';
import { isLanguageNote, splitExtras } from './itemExtras.ts';
import { atomAt, type ItemSource, readSource, spanOf, wordsOf } from './itemSource.ts';
import { skipLeadIn } from './leadIns.ts';
import { outletOfAddress } from './linkAddress.ts';
import { isLostBehind, isNameLost, isSeparatorOfNothing } from './lostItem.ts';
import { isPlaceholderName } from './placeholders.ts';
import { countSeparators, dateErrors, isAfterTitle, separatorErrors } from './separators.ts';
import { isSourceLike } from './sourceName.ts';
import { readUnreadDate } from './unreadDate.ts';
import { phrasesOf } from './words/index.ts';

/** What an item is read from. `text` is what all spans count in. */
export interface ItemContext {
  readonly text: string;
  /** The parenthesis, brackets included. */
  readonly group: Span;
  /** The tags, links and code spans in the parenthesis, in order. */
  readonly atoms: readonly Inline[];
  readonly known: KnownNames;
}

/** `aside`: it ends in a date and names no source. */
export type ItemReading = Citation | 'aside' | undefined;

const MIN_MONTH_LENGTH = 5;
/** A date at the start of an item is followed by a name of at most this many tokens. */
const MAX_NAME_TOKENS = 6;
const dateArticles = new Set(phrasesOf('dateArticles'));
/** Reads the tokens of one item; undefined for anything but a citation or an aside. */
export function readItem(context: ItemContext, all: readonly Token[]): ItemReading {
  const { text } = context;
  const lead = skipLeadIn(all);
  const body = all.slice(lead);
  const { tokens, locator, url } = splitExtras(text, body, lead > 0);
  const create = (fields: Partial<Citation>) =>
    createCitation({
      form: 'parenthesis',
      span: spanOf(all),
      group: context.group,
      locator,
      // Where the name is lost, an address does not make up for it: readers do not see it.
      ...((fields.source || fields.id) && { url }),
      ...fields,
    });
  const createIfRead = (fields: Partial<Citation> | undefined) => fields && create(fields);
  if (tokens.every((token) => token.kind === 'mark') && !(url && tokens.length === 0))
    return (isMark(body[0], ',') || isLostBehind(all[lead - 1])) && (locator !== undefined || tokens.length > 0)
      ? create({})
      : undefined;
  if (isRepeat(tokens)) return create({ isRepeat: true });
  return (
    readAccessed(context, tokens, create) ??
    readRelayed(context, tokens, create) ??
    readDated(context, tokens, create) ??
    readMonthAlone(tokens, create) ??
    readDottedDay(context, tokens, create) ??
    readDateFirst(context, tokens, create) ??
    readMisspelled(context, tokens, create) ??
    readUndated(context, tokens, create) ??
    readBehindComma(context, tokens, create) ??
    createIfRead(readUnreadDate(text, tokens, context.atoms, context.known)) ??
    (url && readLinked(context, tokens, url, create))
  );
}

/** `Reuters, https://…`, `May 3, https://…`, `see https://…`: what is not said, the address says. */
function readLinked(
  context: ItemContext,
  tokens: readonly Token[],
  url: Located<string>,
  create: Create,
): Citation | undefined {
  const when = readWhen(tokens, 0);
  if (when || tokens.length === 0) return create({ source: outletOfAddress(url), ...(when && { when }) });
  const found = readName(context, tokens);
  return found && create(found);
}

/** `MoFA, 18 April 2022, accessed 2 May`: both days. */
function readAccessed(context: ItemContext, tokens: readonly Token[], create: Create): ItemReading {
  const at = tokens.findLastIndex(({ lower }) => accessVerbs.has(lower));
  if (at < 3 || !isMark(tokens[at - 1], ',') || !readWhen(tokens, at)) return undefined;
  const read = readDated(context, tokens.slice(0, at - 1), create);
  return read && read !== 'aside' && read.source ? { ...read, accessed: spanOf(tokens.slice(at)) } : undefined;
}

/** Before who a report rests on, behind its date. */
const relayWords = new Set(phrasesOf('relays'));

/** `Al-Monitor, 1 November 2021, quoting a smuggler` */
function readRelayed(context: ItemContext, tokens: readonly Token[], create: Create): ItemReading {
  const at = tokens.findIndex(({ lower }, index) => relayWords.has(lower) && isMark(tokens[index - 1], ','));
  if (at < 4 || at === tokens.length - 1) return undefined;
  const read = readDated(context, tokens.slice(0, at - 1), create);
  return read && read !== 'aside' && read.source ? read : undefined;
}

/** `UNHCR n.d.`, without a comma or with one: of an author by name a reference list has to tell. */
const acronymUndated = /^(\p{Lu}[\p{Lu}\p{N}/&-]{1,11}),?\sn\.\s?d\.$/u;
const undated = new RegExp(`^${oneOf(phrasesOf('undated'), { space: ' ' })}$`, 'iu');

/** `, letter of 4 May`, `–, “Title,” May 3`: only what follows the source is left, and its date. */
function readBehindComma({ text, group }: ItemContext, tokens: readonly Token[], create: Create): Citation | undefined {
  const comma = tokens.findIndex((token) => token.kind !== 'mark' || isMark(token, ','));
  if (!isMark(tokens[comma], ',')) return undefined;
  // `(, n.d.)` alone has lost an author.
  const isAlone = text.slice(group.start + 1, tokens[0]!.start).trim() === '';
  if (!isAlone && undated.test(wordsOf(text, tokens.slice(comma + 1)))) return create({});
  const found = tokens.flatMap((_, at) => readWhen(tokens, at) ?? []).find(({ dates: [date] }) => date!.value.month);
  return found && create({ when: found });
}

type Create = (fields: Partial<Citation>) => Citation;

/** `ibid.`: the citation before it, which only the whole brief tells. */
function isRepeat([first, stop, ...rest]: readonly Token[]): boolean {
  if (rest.length > 0 || (stop && !isMark(stop, '.'))) return false;
  return isWord(first, 'ibid') || isWord(first, 'ibidem') || (isWord(first, 'id') && stop !== undefined);
}

/** `Source, Month Day`; `, Month Day` if the source is missing. */
function readDated(context: ItemContext, tokens: readonly Token[], create: Create): ItemReading {
  const { text, atoms, known } = context;
  let fallback: Citation | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const when = readWhen(tokens, at) ?? readMonthAndYear(tokens, at);
    if (!when) continue;
    const isAfterArticle = dateArticles.has(tokens[at - 1]?.lower ?? '') && isMark(tokens[at - 2], ',');
    const from = isAfterArticle ? at - 1 : at;
    const before = tokens.slice(0, from);
    if (before.every((token) => token.kind === 'mark' || isEmptyLink(text, atomAt(atoms, token)))) {
      // Only punctuation is left before the date: there was a source.
      const isLost = before.some((token) => token.kind === 'atom' || isMark(token, ',') || isMark(token, '.'));
      const isCutOff = when.dates[0]!.value.day !== undefined && isSeparatorOfNothing(before, tokens[at]!);
      return isLost || isCutOff ? create({ when, formErrors: dateErrors(when) }) : undefined;
    }
    const [first] = when.dates;
    const { month, day } = first!.value;
    const commas = countSeparators(tokens, from);
    const nameTokens = before.slice(0, before.length - commas);
    const name = wordsOf(text, nameTokens);
    const isLost =
      isLanguageNote(text, nameTokens) ||
      isNameLost(text, nameTokens, tokens[from - commas]) ||
      ((commas > 0 || isFurther(context, tokens) || /^xx+$/i.test(name)) &&
        isPlaceholderName(name) &&
        !known.isOutlet(name));
    if (isLost) return create({ when, formErrors: dateErrors(when) });
    // `(Filiu, 2009)` is an author–date reference; in `(Theresa May 2017)` May is no month.
    const isYear = month === undefined && !first!.calendar;
    const isSeason = tokens[at]!.kind === 'word';
    if (isYear && !(commas > 0 && (isSeason ? isCertainOutlet({ name }, known) : isOutlet(name, known)))) continue;
    if (commas === 0 && !isAfterTitle(nameTokens, text) && !canLackComma(tokens[at]!, day, when)) continue;
    const station = withoutBroadcast(nameTokens);
    const found = readSource(text, station, atoms, commas > 0 || station !== nameTokens, known);
    if (found === 'aside') return 'aside';
    // With a later date the name does not become a source: `(On, July 11, July 9)` is text.
    if (!found && commas > 0) return fallback;
    if (!found) continue;
    if (!isEntity(found) && isNoOutlet(found, known)) return 'aside';
    if (
      commas > 0 &&
      isOutletLost(found, nameTokens, tokens[from - commas], text) &&
      !isOutlet(found.source!.name, known)
    )
      return create({ title: found.title, author: found.author, when, formErrors: dateErrors(when) });
    const broadcast = station === nameTokens ? undefined : spanOf(nameTokens.slice(station.length + 1));
    const errors = broadcast ? [] : separatorErrors(text, tokens, from, commas, found);
    const formErrors = [...errors, ...dateErrors(when)];
    const locator = broadcast && { value: text.slice(broadcast.start, broadcast.end), span: broadcast };
    const read = create({ ...found, ...(locator && { locator }), when, formErrors });
    // In `Channel 4, 10 May` the 4 is not a day: a number without a comma before it is only a fallback.
    if (commas > 0 || tokens[at]!.kind === 'word') return fallback && commas === 0 ? fallback : read;
    fallback ??= read;
  }
  return fallback;
}

/** Without the `, in Russian 0915 gmt` behind the name of a station, which says which broadcast is cited. */
function withoutBroadcast(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findLastIndex((token, index) => isWord(token, 'in') && isMark(tokens[index - 1], ','));
  if (at < 2) return tokens;
  const [language, time, zone] = tokens.slice(at + 1);
  const isBroadcast =
    /^\p{Lu}\p{Ll}+$/u.test(language?.text ?? '') &&
    (!time || (/^\d{4}$/.test(time.text) && /^(?:gmt|utc)$/.test(zone?.lower ?? '')));
  return isBroadcast && tokens.length - at <= 4 ? tokens.slice(0, at - 1) : tokens;
}

/** Whether other items stand before it in its parenthesis. */
function isFurther({ text, group }: ItemContext, [first]: readonly Token[]): boolean {
  return first !== undefined && text.slice(group.start + 1, first.start).trim() !== '';
}

/** `[](https://…), June 14`: the words were its source. */
function isEmptyLink(text: string, atom: Inline | undefined): boolean {
  return atom?.kind === 'link' && !/[\p{L}\p{N}]/u.test(text.slice(atom.text.start, atom.text.end));
}

function isEntity({ source }: ItemSource): boolean {
  return source?.entity !== undefined;
}

/** Whether it reads like a law, an event or the like, and no outlet has this name. */
function isNoOutlet({ source }: ItemSource, known: KnownNames): boolean {
  const name = source?.name ?? '';
  return isAside(name) && !known.isOutlet(name);
}

/** Whether a name is that of an outlet, well known or in a registry. */
export function isOutlet(name: string, known: KnownNames): boolean {
  return isKnownOutlet(name) || known.isOutlet(name);
}

function canLackComma(first: Token, day: number | undefined, { accessed, dates: [date] }: When): boolean {
  const isMonthInFigures = first.kind === 'number' && date!.value.month !== undefined;
  return first.hasSpaceBefore && (day !== undefined || isMonthInFigures || accessed || date!.calendar !== undefined);
}

/** `Ann Vale, “The Pier,” , May 3`: two commas stood around the outlet. */
function isOutletLost(
  { source, title }: ItemSource,
  tokens: readonly Token[],
  comma: Token | undefined,
  text: string,
): boolean {
  return source !== undefined && title !== undefined && comma?.hasSpaceBefore === true && isAfterTitle(tokens, text);
}

/** `, March`: a month alone is a date only where the source is missing. */
function readMonthAlone(tokens: readonly Token[], create: Create): Citation | undefined {
  const at = tokens.findIndex((token) => token.kind !== 'mark');
  const month = readEnglishMonth(tokens, at);
  if (!month || month.next < tokens.length || !tokens.slice(0, at).some((token) => isMark(token, ',')))
    return undefined;
  const span = spanOf(tokens.slice(at));
  const dates: CitedDate[] = [{ value: { month: month.value }, span }];
  return create({ when: { span, dates, accessed: false } });
}

/** `Коммерсантъ, 12.05`, `FAZ, 3.5.`: behind an outlet without doubt, no time and no number of a section. */
function readDottedDay({ text, atoms, known }: ItemContext, all: readonly Token[], create: Create): ItemReading {
  const tokens = isMark(all.at(-1), '.') ? all.slice(0, -1) : all;
  const [comma, day, stop, month] = tokens.slice(-4);
  if (!isMark(comma, ',') || !isMark(stop, '.') || stop!.hasSpaceBefore || month?.hasSpaceBefore) return undefined;
  const value = { month: Number(month?.text), day: Number(day?.text) };
  if (!isDay(day) || !isDay(month) || value.month < 1 || value.month > 12 || value.day < 1 || value.day > 31)
    return undefined;
  const found = readSource(text, tokens.slice(0, -4), atoms, true, known);
  if (!found || found === 'aside' || !found.source || !isCertainOutlet(found.source, known)) return undefined;
  const span = spanOf(all.slice(tokens.length - 3));
  return create({ ...found, when: { span, dates: [{ value, span }], accessed: false } });
}

/** `Aug 23, Kyodo`; `Aug 23, ` and `Aug 23, ?` if the source is missing. */
function readDateFirst({ text, atoms, known }: ItemContext, tokens: readonly Token[], create: Create): ItemReading {
  for (let comma = 1; comma < tokens.length; comma++) {
    if (!isMark(tokens[comma], ',')) continue;
    const when = readWhen(tokens.slice(0, comma), 0);
    const nameTokens = tokens.slice(comma + 1);
    if (!when) return undefined;
    if (nameTokens.every(({ kind }) => kind === 'mark')) return create({ when });
    if (when.dates[0]!.value.day === undefined || nameTokens.length > MAX_NAME_TOKENS) continue;
    if (nameTokens.some(({ kind }) => kind === 'number')) continue;
    const found = readSource(text, nameTokens, atoms, false, known);
    if (!found || found === 'aside') continue;
    if (!isEntity(found) && isNoOutlet(found, known)) return 'aside';
    return create({ ...found, when, formErrors: [{ kind: 'date-first', at: spanOf(tokens) }] });
  }
  return undefined;
}

/** `Reuters, Febuary 3`. */
function readMisspelled(context: ItemContext, tokens: readonly Token[], create: Create): ItemReading {
  const at = tokens.findIndex(
    ({ kind, text }, index) =>
      kind === 'word' &&
      text.length >= MIN_MONTH_LENGTH &&
      (isMark(tokens[index - 1], ',') || tokens[index - 1]?.kind === 'number') &&
      (isDay(tokens[index + 1]) || isDay(tokens[index - 1])),
  );
  const misspelled = tokens[at];
  const [month, another] = misspelled ? closestMatches(misspelled.lower, MONTHS, 2) : [];
  if (!misspelled || month === undefined || another !== undefined || month === misspelled.lower) return undefined;
  const corrected = tokens.with(at, { ...misspelled, text: month, lower: month });
  const read = readDated(context, corrected, create);
  if (!read || read === 'aside') return undefined;
  return {
    ...read,
    formErrors: [
      ...read.formErrors,
      { kind: 'misspelled-month', at: { start: misspelled.start, end: misspelled.end } },
    ],
  };
}

function isDay(token: Token | undefined): boolean {
  return token?.kind === 'number' && token.text.length <= 2;
}

/** `Reuters, undated` and, as a slip, `Reuters, `. */
function readUndated(
  { text, atoms, known }: ItemContext,
  tokens: readonly Token[],
  create: Create,
): Citation | undefined {
  if (tokens.length > 4 && acronymUndated.test(wordsOf(text, tokens))) {
    const end = tokens.findIndex((token) => isMark(token, ',') || isWord(token, 'n'));
    const named = readSource(text, tokens.slice(0, end), atoms, true, known);
    return named && named !== 'aside' ? create(named) : undefined;
  }
  const comma = tokens.findLastIndex((token) => isMark(token, ','));
  if (comma < 1) return undefined;
  const behind = wordsOf(text, tokens.slice(comma + 1));
  const found = readSource(text, tokens.slice(0, comma), atoms, true, known);
  if (!found || found === 'aside' || isNoOutlet(found, known)) return undefined;
  // `n.d.` stands behind authors, too.
  if (undated.test(behind) && (!behind.includes('.') || isOutlet(found.source?.name ?? '', known)))
    return create(found);
  if (behind !== '') return undefined;
  const at = { start: tokens[comma]!.start, end: tokens[comma]!.end };
  return create({ ...found, formErrors: [{ kind: 'no-date', at }] });
}

/** `Reuters` of `(Reuters; June 14)`: a name alone. */
export function readName({ text, atoms, known }: ItemContext, tokens: readonly Token[]): ItemSource | undefined {
  if (tokens.length === 0 || tokens.some(({ kind }) => kind === 'number')) return undefined;
  const found = readSource(text, tokens, atoms, false, known);
  if (!found || found === 'aside' || isNoOutlet(found, known)) return undefined;
  const name = found.source?.name ?? '';
  return isSourceLike(name) || known.isOutlet(name) ? found : undefined;
}
