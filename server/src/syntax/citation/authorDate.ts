/**
 * Author–date references in parentheses: `(Filiu 2009, 2010a; Marchal and Sheikh, 2015, p. 7)`. Whether a brief uses them is decided for the brief as a
 * whole: alone, `(Tokyo 2020)` looks just like one. docs/format.md, "Author–date".
 */

import type { Span } from '../../base/text/span.ts';

export interface AuthorDateItem {
  readonly span: Span;
  /** As written: `Marchal and Sheikh`. Absent where it was lost. */
  readonly author?: string;
  readonly authorSpan?: Span;
  /** `2009`, `2010a`, `n.d.`, `undated`; one item a year. */
  readonly year: string;
  readonly yearSpan: Span;
  readonly locator?: Span;
  /** Two authors, a letter behind the year, or a page: what a place or an event never has. */
  readonly isDistinctive: boolean;
}

/** The last names of authors, or an organization; at most this long. */
const MAX_AUTHOR_LENGTH = 120;
const year = String.raw`(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|undated|forthcoming|in press`;
const years = new RegExp(`(?:${year})`, 'giu');
const item = new RegExp(
  String.raw`^\s*(?:(?:see(?: also)?|cf\.|e\.g\.|quoted in|cited in),?\s+)?([^,;()\d]{0,${MAX_AUTHOR_LENGTH}}?\d?)(,?\s*)((?:${year})(?:\s?,\s?(?:${year}))*)((?:\s?[,:]\s?(?:pp?\.\s?)?[\divxlc]+(?:\s?[–-]\s?[\divxlc]+)?|\s?,\s?(?:ch|chap|para|sec|fig|table)\.?\s?\d+)?)\s*$`,
  'iu',
);
const authorName =
  /^(?:the\s)?(?:(?:van|von|de|del|der|den|al|el|bin|ibn|ben|da|di|du|la|le|ter|ten)[\s-])*[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]*(?:\s(?:and|&|et|y|und|of|for|the|on|in|de|del|der|des|la|al|al\.|van|von|bin|ibn|[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]*))*$/u;
const twoAuthors = /\s(?:and|&|y|und)\s|\set al\.?$|,\s\p{Lu}/u;

/** The items of the parenthesis at `group` (both brackets included); undefined where one of them is no such reference. */
export function readAuthorDates(text: string, group: Span): AuthorDateItem[] | undefined {
  const items: AuthorDateItem[] = [];
  let start = group.start + 1;
  for (const part of text.slice(start, group.end - 1).split(';')) {
    const found = readItem(part, start);
    if (!found && part.trim() !== '') return undefined;
    if (found) items.push(...found);
    start += part.length + 1;
  }
  return items.length > 0 ? items : undefined;
}

function readItem(part: string, at: number): AuthorDateItem[] | undefined {
  const match = item.exec(part);
  if (!match) return undefined;
  const [, name = '', comma = '', dates = '', tail = ''] = match;
  const author = name.trim().replace(/,$/, '');
  const start = at + part.length - part.trimStart().length;
  const end = at + part.trimEnd().length;
  const datesAt = at + match[0].trimEnd().length - tail.trimEnd().length - dates.length;
  if (author === '' ? !/^\s*,/.test(part) && !comma.includes(',') && !/^\s*$/.test(name) : !authorName.test(author))
    return undefined;
  const locator = tail.replace(/^[\s,:]+/, '').trimEnd();
  const authorAt = at + part.indexOf(name.trim());
  return [...dates.matchAll(years)].map((written, index) => {
    const yearSpan = { start: datesAt + written.index, end: datesAt + written.index + written[0].length };
    const isFirst = index === 0;
    return {
      span: isFirst ? { start, end } : yearSpan,
      ...(author !== '' && { author, authorSpan: { start: authorAt, end: authorAt + author.length } }),
      year: written[0],
      yearSpan,
      ...(locator !== '' && { locator: { start: end - locator.length, end } }),
      isDistinctive: twoAuthors.test(author) || /\d[a-z]$/i.test(written[0]) || /pp?\./i.test(tail),
    };
  });
}

/** An entry of a reference list: `Filiu, Jean-Pierre, “…,” Middle East Journal, 2009.` */
export interface ReferenceEntry {
  readonly span: Span;
  /** The words before the year or the title, for comparison with the authors of references. */
  readonly authors: string;
  readonly year: string;
}

/** The entry that a paragraph under a heading such as *References* is; undefined without a year. */
export function readReferenceEntry(text: string, content: Span): ReferenceEntry | undefined {
  const words = text.slice(content.start, content.end);
  const found = [...words.matchAll(/(?<!\d)((?:1[5-9]|20)\d\d[a-z]?)(?!\d)/g)].at(-1);
  const early = /^[^“"(]{2,120}?\(((?:1[5-9]|20)\d\d[a-z]?|n\.d\.)\)/u.exec(words);
  if (!found && !early) return undefined;
  const authors = words.split(/[“"«(]|\.\s/u, 1)[0]!.trim();
  return { span: content, authors, year: early?.[1] ?? found![1]! };
}

/** Whether a reference means an entry: the same year, and the entry names the first author. */
export function isEntryOf(reference: Pick<AuthorDateItem, 'author' | 'year'>, entry: ReferenceEntry): boolean {
  if (reference.author === undefined || reference.year.toLowerCase() !== entry.year.toLowerCase()) return false;
  const [first] = reference.author.split(/\s(?:and|&|y|und|et al)/u, 1);
  const surname = fold(first!.trim());
  return surname !== '' && fold(entry.authors).includes(surname);
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
