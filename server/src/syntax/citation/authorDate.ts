/**
 * Author–date references in parentheses: `(Filiu 2009, 2010a; Marchal and Sheikh, 2015, p. 7)`. Whether a brief uses them is decided for the brief as a
 * whole: alone, `(Tokyo 2020)` looks just like one. docs/format.md, "Author–date".
 */

import { matchesBehind } from '../../base/text/matchesBehind.ts';
import type { Span } from '../../base/text/span.ts';
import type { Group } from '../ast.ts';
import type { AuthorDateItem, ReferenceEntry } from '../candidates.ts';
import { isPlaceName } from './placeNames.ts';

/** The last names of authors, or an organization; at most this long. */
const MAX_AUTHOR_LENGTH = 120;
/** A longer entry is prose; only its start is looked at. */
const MAX_ENTRY_LENGTH = 1_000;
const MIN_ENTRY_LENGTH = 12;
// cspell:ignore bdoi
const accessOrAddress =
  /https?:|www\.|\bdoi[:.]|(?<!\p{L})(?:(?:last )?(?:accessed|retrieved|visited|viewed)|as of|abgerufen|zugriff|consulté|consultado)\s/iu;
const year = String.raw`(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|undated|forthcoming|in press`;
const years = new RegExp(`(?:${year})`, 'giu');
const PAGE = String.raw`(?:pp?|s|с|p[áa]gs?)\.`;
const pageBehind = new RegExp(PAGE, 'iu');
const item = new RegExp(
  String.raw`^\s*(?:(?:see(?: also)?|cf\.|e\.g\.|quoted in|cited in),?\s+)?([^;()\d]{0,${MAX_AUTHOR_LENGTH}}?\d?)(,?\s*)((?:${year})(?:\s?,\s?(?:${year}))*)((?:\s?[,:]\s?(?:${PAGE}\s?)?[\divxlc]+(?:\s?[–-]\s?[\divxlc]+)?|\s?,\s?(?:ch|chap|para|sec|fig|table)\.?\s?\d+)?)\s*$`,
  'iu',
);
const authorName =
  /^(?:the\s)?(?:(?:van|von|de|del|der|den|al|el|bin|ibn|ben|da|di|du|la|le|ter|ten)[\s-])*[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]*(?:\s(?:and|&|et|y|und|of|for|the|on|in|de|del|der|des|la|al|al\.|van|von|bin|ibn|[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]*))*$/u;
/** `& Sheikh`, `et al.`: the first author is lost. */
const firstAuthorLost = /^,?\s?(?:&\s\p{Lu}|et al\.?$)/u;
/** `and Sheikh`, where a brief cites so: `(and Rome, 1998)` is text elsewhere. */
const firstOfTwoLost = /^(?:and|und|et|y|e|i|и)\s\p{Lu}[\p{L}’'-]+$/u;
/** The comma before `and`, or between names. */
const listComma = /,\s(?:(?:and|&|et|y|e|und)\s)?/u;
const lastOfList = /,?\s(?:and|&|et|y|e|und)\s\p{Lu}/u;
/** `U.S. Department of Defense [DoD]` */
const shortForm = /\s\[[\p{L}\p{N}&.-]{2,15}\]$/u;
const twoAuthors = /\s(?:and|&|y|und)\s|\set al\.?$|,\s\p{Lu}/u;

const withoutYear = /n\.d\.|undated/i;
const yearAndEnd = /\d{4}[a-z]?[,)]/y;
const narrative =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}’'-]{1,40}(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]{1,40}|\set al\.?)?)\s\(((?:1[5-9]|20)\d\d[a-z]?)(?:,\s(?:pp?\.\s?)?[\d–-]{1,12})?\)/gu;

/** All that may be author–date references in a block, in order of position: its parentheses, and `Shaw (2014)`. */
export function findAuthorDates(text: string, groups: readonly Group[]): AuthorDateItem[] {
  const found: AuthorDateItem[] = [];
  for (const group of groups) {
    const isMixed = group.kind === 'citation' && withoutYear.test(text.slice(group.start, group.end));
    if (group.kind === 'author-date' || isMixed) found.push(...(readAuthorDates(text, group) ?? []));
  }
  if (!matchesBehind(text, '(', yearAndEnd)) return found;
  for (const match of text.matchAll(narrative)) {
    const [whole, author, year] = match;
    const start = match.index;
    const yearAt = start + whole.indexOf('(', author!.length) + 1;
    found.push({
      span: { start, end: start + whole.length },
      group: { start, end: start + whole.length },
      author: author!,
      authorSpan: { start, end: start + author!.length },
      year: year!,
      yearSpan: { start: yearAt, end: yearAt + year!.length },
      isDistinctive: false,
      isNarrative: true,
    });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The items of the parenthesis at `group` (both brackets included); undefined where one of them is no such reference. */
export function readAuthorDates(text: string, group: Span): AuthorDateItem[] | undefined {
  const items: AuthorDateItem[] = [];
  let start = group.start + 1;
  const parts = text.slice(start, group.end - 1).split(';');
  for (const [index, part] of parts.entries()) {
    // `(; 2016, p. 12)` and `(Vale, 2015; ; 2016)` have lost an author, `(2016)` is a year.
    const hasLostAuthor = index > 0 && parts[index - 1]!.trim() === '';
    const found = readItem(part, start, group, hasLostAuthor) ?? readFurtherYear(part, start, items.at(-1));
    if (!found && part.trim() !== '') return undefined;
    if (found) items.push(...found);
    start += part.length + 1;
  }
  return items.length > 0 ? items : undefined;
}

const yearAlone = /^\s*((?:1[5-9]|20)\d\d[a-z])\s*$/;

/** The `2022b` of `Vale 2022a; 2022b`. A year without a letter may be that of a source whose author was lost. */
function readFurtherYear(part: string, at: number, before: AuthorDateItem | undefined): AuthorDateItem[] | undefined {
  const year = yearAlone.exec(part)?.[1];
  if (year === undefined || before?.author === undefined) return undefined;
  const start = at + part.indexOf(year);
  const span = { start, end: start + year.length };
  const { group, author, authorSpan } = before;
  return [{ span, group, author, ...(authorSpan && { authorSpan }), year, yearSpan: span, isDistinctive: true }];
}

function readItem(part: string, at: number, group: Span, canLackAuthor: boolean): AuthorDateItem[] | undefined {
  const match = item.exec(part);
  if (!match) return undefined;
  const [, name = '', , dates = '', tail = ''] = match;
  const named = name.trim().replace(/,$/, '').replace(shortForm, '');
  const isFirstOfTwoLost = firstOfTwoLost.test(named);
  const isLost = isFirstOfTwoLost || firstAuthorLost.test(named);
  const author = isLost ? '' : named;
  const start = at + part.length - part.trimStart().length;
  const end = at + part.trimEnd().length;
  const datesAt = at + match[0].trimEnd().length - tail.trimEnd().length - dates.length;
  if (author === '' ? !isLost && !/^\s*,/.test(part) && !canLackAuthor : !isAuthors(author)) return undefined;
  const locator = tail.replace(/^[\s,:]+/, '').trimEnd();
  const authorAt = at + part.indexOf(name.trim());
  return [...dates.matchAll(years)].map((written, index) => {
    const yearSpan = { start: datesAt + written.index, end: datesAt + written.index + written[0].length };
    const isFirst = index === 0;
    return {
      span: isFirst ? { start, end } : yearSpan,
      group,
      ...(author !== '' && { author, authorSpan: { start: authorAt, end: authorAt + author.length } }),
      year: written[0],
      yearSpan,
      ...(locator !== '' && { locator: { value: locator, span: { start: end - locator.length, end } } }),
      ...(isFirstOfTwoLost && { canBeText: true }),
      isDistinctive:
        twoAuthors.test(author) || /^\D/.test(written[0]) || /\d[a-z]$/i.test(written[0]) || pageBehind.test(tail),
    };
  });
}

/** `Shaw`, `Shaw and Vale`, `Shaw, Vale, and Sheikh`; not `Rome, Paris and London`. */
function isAuthors(names: string): boolean {
  if (!names.includes(',')) return authorName.test(names);
  return lastOfList.test(names) && names.split(listComma).every((part) => authorName.test(part) && !isPlaceName(part));
}

/** The entry that a paragraph under a heading such as *References* is; undefined without a year. */
export function readReferenceEntry(text: string, content: Span): ReferenceEntry | undefined {
  const entry = text.slice(content.start, Math.min(content.end, content.start + MAX_ENTRY_LENGTH));
  // The day of access and the figures of an address are not the year of the entry.
  const words = entry.slice(0, Math.max(accessOrAddress.exec(entry)?.index ?? entry.length, MIN_ENTRY_LENGTH));
  const found = [...words.matchAll(/(?<!\d)((?:1[5-9]|20)\d\d[a-z]?)(?!\d)/g)].at(-1);
  const early = /^[^“"(]{2,120}?\(((?:1[5-9]|20)\d\d[a-z]?|n\.d\.)\)/u.exec(words);
  if (!found && !early) return undefined;
  const authors = words.split(/[“"«(]|\.\s/u, 1)[0]!.trim();
  return { span: content, authors, year: early?.[1] ?? found![1]! };
}

/** Whether a reference means an entry: the same year, and the entry names the first author. */
export function isEntryOf(reference: Pick<AuthorDateItem, 'author' | 'year'>, entry: ReferenceEntry): boolean {
  if (reference.author === undefined || reference.year.toLowerCase() !== entry.year.toLowerCase()) return false;
  const [first] = reference.author.split(/,|\s(?:and|&|y|und|et al)/u, 1);
  const surname = fold(first!.trim());
  return surname !== '' && fold(entry.authors).includes(surname);
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
