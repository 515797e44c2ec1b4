/** Items of notes without a date: books, interviews, documents, statutes, databases, short titles. docs/format.md, "Notes". */

import type { Located, Span } from '../../../base/text/span.ts';
import type { KnownNames } from '../../knownNames.ts';
import { isSourceLike } from '../sourceName.ts';
import { lastQuotation, located, locator } from './noteFields.ts';
import type { NoteItem } from './noteItem.ts';
import { outletBefore } from './noteOutlet.ts';
import {
  documentSymbol,
  imprint,
  nameAndLocator,
  notOutlet,
  outletAndTitle,
  outletDashTitle,
  reportNumber,
  shortTitle,
  statute,
  undated,
} from './noteShapes.ts';
import { interview } from './noteWords.ts';

const finalYear = /[,\s(]((?:19|20)\d\d)[a-z]?\)?\.?$/u;

/** Books, interviews, documents, statutes, undated sources, and the short titles of earlier notes. */
export function readUndated(
  text: string,
  { start, end }: Span,
  hasUrl: boolean,
  known: KnownNames,
): Omit<NoteItem, 'span'> | undefined {
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
  // `AAN, Who Governs the Port, url`: reports on countries of origin put a link behind the word.
  if (name && /,\s*url$/i.test(words)) return { source: name, ...(title && { title }) };
  if (name && (statute.test(words) || undated.test(words) || reportNumber.test(words)))
    return { source: name, ...(title && { title }) };
  const labeled = outletAndTitle.exec(words) ?? outletDashTitle.exec(words);
  if (labeled && !notOutlet.test(labeled[1]!) && isSourceLike(labeled[1]!)) {
    const [, outlet, rest] = labeled;
    const value = rest!.replace(/^[“"]|[”"]$/g, '');
    return {
      source: { start, end: start + outlet!.length, name: outlet! },
      title: { value, span: { start: start + words.length - rest!.length, end: start + words.length } },
    };
  }
  if (hasUrl || title) {
    const outlet =
      outletBefore(text, { start: title?.span.end ?? start, end: start + words.length }, known) ??
      (title && outletBefore(text, { start, end: title.span.start }, known));
    if (outlet === 'comment') return hasUrl || !title || isInSentence(text, start, title) ? undefined : { title };
    return { ...(outlet && { source: outlet }), ...(title && { title }) };
  }
  if (name && nameAndLocator.test(words)) return { source: name, ...located(text, start, end) };
  return (locator.test(words) && /^\p{Lu}[^,]{1,60},\s[*_]?\p{Lu}/u.test(words)) || shortTitle.test(words)
    ? { repeats: 'earlier', ...(name && { source: name }), ...located(text, start, end) }
    : undefined;
}

/** `IHS Maritime, Sea-web, accessed on 11 January 2022`: a database has no date of its own. */
export function readAccessed(text: string, { start, end }: Span): Omit<NoteItem, 'span'> | undefined {
  const words = text.slice(start, end).replace(/[\s,;(]+$/u, '');
  const name = firstName(words);
  return name && (words.length > name.length || isSourceLike(words.replace(/\s+/g, ' ')))
    ? { source: { start, end: start + name.length, name } }
    : undefined;
}

/** `The army calls it an “end item” of the kind.`: the words before a quotation make it no title. */
function isInSentence(text: string, start: number, { span }: Located<string>): boolean {
  const before = text.slice(start, span.start).replace(/[\s,:–—-]+$/u, '');
  return before !== '' && !isSourceLike(before);
}

/** The words before the first comma. */
function firstName(words: string): string | undefined {
  const name = words.split(',', 1)[0]!.trim();
  return isSourceLike(name) && name.split(/\s+/).length <= 8 ? name : undefined;
}
