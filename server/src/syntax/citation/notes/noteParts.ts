/**
 * Citations whose parts are separated by stops or slashes: `“Title”. Outlet. Date. Retrieved Date.` and `Title // Outlet. Date.`
 * docs/format.md, "Notes".
 */

import { type Located, type Span, slice } from '../../../base/text/span.ts';
import type { When } from '../../ast.ts';
import { readWhen } from '../../date/writtenDate.ts';
import { tokenize } from '../../tokens.ts';
import { isSourceLike } from '../sourceName.ts';
import { findWebAddresses, isCutOff } from '../webAddresses.ts';
import { MAX_DATE_TOKENS } from './noteDate.ts';
import type { NoteItem } from './noteItem.ts';
import { accessedStart, availableStart, backlinks } from './noteWords.ts';

const MAX_LENGTH = 1_000;
/** `^ a b “Title”. ` and `Smith, John (4 March 2022). “Title”. `: the marks of a wiki, the author and the day before the title. */
const titled = new RegExp(
  String.raw`^(?:${backlinks})?(?:(\p{Lu}[^()“”"«».;]{1,120}?)\s\(([^()]{4,40})\)\.\s)?[“"«]([^“”"«»]{3,400})[”"»]\.\s`,
  'u',
);
/** `Title // Outlet. ` */
const slashed = /^([^\n;]{3,300}?)\s\/\/\s/u;
/** The part up to its stop; the dot of `example.com` is none. */
const part = /^([^;]{2,120}?)\.?(?=\.\s|\.$|,\s|$)[.,]?\s*/u;

/** The citation whose parts stops part; undefined for any other note. */
export function readParts(text: string, span: Span): NoteItem | undefined {
  const words = slice(text, span);
  if (words.length > MAX_LENGTH) return undefined;
  const wiki = titled.exec(words);
  const lead = wiki ?? slashed.exec(words);
  if (!lead) return undefined;
  const head = lead[0];
  const [, author, day] = wiki ?? [];
  let at = head.length;
  const outlet = part.exec(words.slice(at));
  const name = outlet?.[1]?.replace(/\s+/g, ' ').trim();
  if (!outlet || !name || !isSourceLike(name, true) || readDate(text, span.start + at, name.length)) return undefined;
  const source = { start: span.start + at, end: span.start + at + outlet[1]!.length, name };
  at += outlet[0].length;
  const dayStart = day === undefined ? 0 : span.start + head.indexOf(`(${day})`) + 1;
  let when: When | undefined = day === undefined ? undefined : readDate(text, dayStart, day.length);
  let accessed: Span | undefined;
  for (let rest = words.slice(at); rest !== ''; rest = words.slice(at)) {
    const next = part.exec(rest);
    if (!next) break;
    when ??= readDate(text, span.start + at, next[1]!.length);
    if (accessedStart.test(rest)) accessed ??= { start: span.start + at, end: span.start + at + next[1]!.length };
    else if (!availableStart.test(rest) && !isPlain(next[1]!)) return undefined;
    at += next[0].length;
  }
  const [url] = findWebAddresses(text, span).filter(({ value }) => !isCutOff(value));
  if (!when && !url && !accessed && wiki && day === undefined) return undefined;
  const title = titleOf(text, span, head, wiki ? wiki[3]! : lead[1]!);
  const authorSpan = author === undefined ? undefined : locate(text, span.start + head.indexOf(author), author);
  return {
    span: { start: span.start, end: span.start + words.replace(/[\s.]+$/u, '').length },
    source,
    title,
    ...(authorSpan && { author: authorSpan }),
    ...(when && { when }),
    ...(url && { url }),
    ...(accessed && { accessed }),
  };
}

/** What may stand behind an outlet: dates, addresses, numbers of issues and pages, but no sentence. */
function isPlain(words: string): boolean {
  return !/(?:^|\s)(?:is|was|were|are|has|had|said|says|that|which)\s/u.test(words);
}

function titleOf(text: string, span: Span, head: string, words: string): Located<string> {
  return locate(text, span.start + head.indexOf(words), words);
}

function locate(text: string, start: number, words: string): Located<string> {
  const span = { start, end: start + words.length };
  return { value: slice(text, span).replace(/\s+/g, ' ').trim(), span };
}

/** The date that is all of `length` characters. */
function readDate(text: string, start: number, length: number): When | undefined {
  const tokens = tokenize(text, { start, end: start + length }, []);
  if (tokens.length === 0 || tokens.length > MAX_DATE_TOKENS) return undefined;
  const when = readWhen(tokens, 0);
  return when && when.dates[0]!.value.month !== undefined ? when : undefined;
}
