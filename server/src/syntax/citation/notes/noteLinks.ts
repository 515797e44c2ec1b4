/** The addresses in a note, and its text without the markup of links. docs/format.md, "Notes". */

import type { Located, Span } from '../../../base/text/span.ts';
import { slice } from '../../../base/text/span.ts';
import type { KnownNames } from '../../knownNames.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { isOutlet } from '../readItem.ts';
import { findWebAddresses } from '../webAddresses.ts';
import type { NoteItem } from './noteItem.ts';

/** An address, bare or that of a Markdown link. */
export interface NoteAddress {
  readonly url: Located<string>;
  /** The address, or all of the link. */
  readonly whole: Span;
  /** The words of a link; absent for a bare address. */
  readonly words?: Span;
}

const markdownLink =
  /(?<!!)\[((?:[^\][]|\[[^\][]*\])*)\]\(\s*<?((?:https?|hxxps?):\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\)/giu;

/** The links of a note, in order of position. */
export function findNoteLinks(text: string, span: Span): NoteAddress[] {
  return Array.from(slice(text, span).matchAll(markdownLink), ({ 0: whole, 1: words = '', index }) => {
    const start = span.start + index;
    const wordsSpan = { start: start + 1, end: start + 1 + words.length };
    const [url] = findWebAddresses(text, { start: wordsSpan.end, end: start + whole.length });
    return { whole: { start, end: start + whole.length }, words: wordsSpan, url: url! };
  }).filter(({ url }) => url !== undefined);
}

/**
 * The text with spaces where the markup and the addresses of links stand, so that the words of links read like any others and
 * every offset stays what it is.
 */
export function withoutLinkMarkup(text: string, links: readonly NoteAddress[]): string {
  let plain = '';
  let at = 0;
  for (const { whole, words } of links) {
    plain += `${text.slice(at, whole.start)} ${text.slice(words!.start, words!.end)}${' '.repeat(whole.end - words!.end)}`;
    at = whole.end;
  }
  return plain + text.slice(at);
}

/** `pier.example/news/12`: without a scheme it is an address in notes alone. */
const domainWithPath =
  /(?<![\p{L}\p{N}./@:_-])(?:[a-z\d-]{1,63}\.){1,4}(?:com|org|net|info|gov|edu|[a-z]{2})\/[^\s<>"“”«»;,)\]]{3,500}/gu;

function findDomains(text: string, span: Span, found: readonly NoteAddress[]): NoteAddress[] {
  const words = slice(text, span);
  if (!words.includes('/')) return [];
  const isFree = createOverlapCheck(found.map(({ whole }) => whole));
  return Array.from(words.matchAll(domainWithPath), ({ index, 0: written }) => {
    const value = written.replace(/[.:]+$/, '');
    const start = span.start + index;
    const whole = { start, end: start + value.length };
    return { url: { value: `https://${value}`, span: whole }, whole };
  }).filter(({ whole }) => isFree(whole));
}

/** The bare addresses and the links of a part of a note, in order of position. `plain` has no markup of links. */
export function addressesIn(plain: string, part: Span, links: readonly NoteAddress[]): NoteAddress[] {
  const written = findWebAddresses(plain, part).map((url): NoteAddress => ({ url, whole: url.span }));
  const domains = findDomains(plain, part, written);
  const bare = domains.length === 0 ? written : [...written, ...domains].sort((a, b) => a.whole.start - b.whole.start);
  // A part may begin behind the bracket of its first link, which is a space in `plain`.
  const own = links.filter(({ words }) => words!.start >= part.start && words!.start < part.end);
  return own.length === 0 ? bare : [...bare, ...own].sort((a, b) => a.whole.start - b.whole.start);
}

/** The span with all of each link that it has a part of. */
export function aroundLinks({ start, end }: Span, links: readonly NoteAddress[]): Span {
  const own = links.filter(({ whole }) => whole.start < end && whole.end > start);
  return {
    start: Math.min(start, ...own.map(({ whole }) => whole.start)),
    end: Math.max(end, ...own.map(({ whole }) => whole.end)),
  };
}

/** A link whose words are an outlet names it; other words are its title or say nothing. */
export function outletOfLink(text: string, { words }: NoteAddress, known: KnownNames): Pick<NoteItem, 'source'> {
  const name = words && slice(text, words).trim();
  return words && name && isOutlet(name, known) ? { source: { ...words, name } } : {};
}

/** Whether an address is that of an archive: a copy of another page. */
export function isArchive(url: string): boolean {
  return /^https?:\/\/(?:web\.archive\.org|archive\.(?:ph|is|today|org|md|li|vn|fo))\//i.test(url);
}
