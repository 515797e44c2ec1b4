/** The entry of a reference list that begins with author and year. docs/format.md, "Author–date". */

import { type Span, slice } from '../../../base/text/span.ts';
import { findWebAddresses, isCutOff } from '../webAddresses.ts';
import { datedAs } from './noteFields.ts';
import type { NoteItem } from './noteItem.ts';
import { accessedAt } from './noteWords.ts';

const MAX_LENGTH = 1_000;
/** `Vale, Ann. 2009. Low Tide. …`, `Kroft, J. (2019). The Harbor. …`: the entry of a list that begins with author and year. */
const referenceEntry =
  /^(\p{Lu}[^“”"();\d]{1,200}?(?:\s\([^()\d]{2,80}\))?)(?:\.\s((?:19|20)\d\d)[a-z]?\.|\s\(((?:19|20)\d\d)[a-z]?\)[.,:])\s(?=[\p{Lu}“"«‘])/u;

/** What follows the title: `Ostrava: Pier Press`, `Harbour Review 12(3)`. */
const container = /^[\s.,”"»]*(?:In:?\s)?(?:\p{Lu}[\p{L} .,]{1,40}:\s)?(\p{Lu}[^.,;:()\d/]{1,80})/u;

/** The entry at `span`; undefined for anything else. Its outlet is what follows the title, or else its author. */
export function readReference(text: string, span: Span): NoteItem | undefined {
  const words = slice(text, span);
  const match = referenceEntry.exec(words);
  if (!match || words.length > MAX_LENGTH) return undefined;
  const [lead, authors, plainYear, bracketedYear] = match;
  const name = authors!.replace(/\s+/g, ' ');
  const yearStart = span.start + lead.lastIndexOf((plainYear ?? bracketedYear)!);
  const yearSpan = { start: yearStart, end: yearStart + 4 };
  const titleStart = span.start + lead.length;
  const title = /^[“"«‘]?([^“”"«»\n]{3,300}?)(?:[.?!][”"»’]?(?=\s|$)|[”"»]|’(?=[,.]))/u.exec(
    text.slice(titleStart, span.end),
  );
  const titleEnd = titleStart + (title?.[0].length ?? 0);
  const behind = title ? text.slice(titleEnd, span.end) : '';
  const outlet = container.exec(behind);
  const outletStart = titleEnd + (outlet ? outlet[0].length - outlet[1]!.length : 0);
  const outletName = outlet?.[1]?.trim();
  const authorSpan = { start: span.start, end: span.start + authors!.length };
  const year = Number(plainYear ?? bracketedYear);
  const day = datedAs(text, { start: titleEnd, end: titleEnd + behind.replace(accessedAt, '').length }).when;
  const [url] = findWebAddresses(text, { start: titleStart, end: span.end });
  return {
    span: { start: span.start, end: span.start + words.trimEnd().length },
    source: outletName
      ? { start: outletStart, end: outletStart + outletName.length, name: outletName }
      : { ...authorSpan, name },
    author: { value: name, span: authorSpan },
    when:
      day && day.dates[0]!.value.year === year
        ? day
        : { span: yearSpan, dates: [{ value: { year }, span: yearSpan }], accessed: false },
    ...(title && {
      title: { value: title[1]!.replace(/\s+/g, ' '), span: { start: titleStart, end: titleStart + title[0].length } },
    }),
    ...(url && !isCutOff(url.value) && { url }),
  };
}
