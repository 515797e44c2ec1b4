/** The outlet of a citation in a note: what stands before its date or behind its title. docs/format.md, "Notes". */

import { type Span, slice } from '../../../base/text/span.ts';
import type { SourceName } from '../../ast.ts';
import type { KnownNames } from '../../knownNames.ts';
import { isPlaceName } from '../placeNames.ts';
import { isOutlet } from '../readItem.ts';
import { isSourceLike, parseDomain } from '../sourceName.ts';
import { interview } from './noteWords.ts';

// cspell:ignore dans
/** `»Low Tide«, in: Harbor Post`, `« Low Tide », dans Harbor Post` */
const behindTitle = /^(?:(?:in|dans|en|em|w|su)\s?:\s|(?:in|dans|en|em|su)\s)(?=\p{Lu})/iu;
const timeOrHandle = /^(?:@[\w.]+|\d{1,2}[:.]\d{2}.*)$/;
/** A middle part of at least this many words is a title: `Khaama Press, Two killed in Logar, 3 May 2021`. */
const MIN_TITLE_WORDS = 3;

const kindInLowerCase = /^,\s(?!\p{Ll}+(?:ed|ing)\s)\p{Ll}+(?:\s\p{Ll}+){1,2}$/u;

/** The name of the outlet at the end of `span`; undefined where its place is empty, `comment` where prose stands there. */
export function outletBefore(text: string, span: Span, known: KnownNames): SourceName | 'comment' | undefined {
  let words = withoutNumbers(
    slice(text, span)
      .replace(/[\s,;:(–—-]+(?:[*_]{1,2}[\s,;:]*)*$/u, '')
      .replace(/(?<=\p{L}{3})\.$/u, '')
      .replace(/,\s(?:Washington|WASHINGTON),?\sD\.?C\.?$/, ''),
  );
  // `Al-Quds Al-Arabi (London)`, `Wenweipo [Hong Kong]`
  const place = /\s*[([][^()[\]]*[)\]]$/u.exec(words);
  if (place) words = words.slice(0, place.index);
  const offset = words.length - words.replace(/^[\s,.;:–—-]+(?=[^\s])|^[\s,.;:–—*_-]+$/gu, '').length;
  words = words.slice(offset);
  const inside = behindTitle.exec(words)?.[0].length ?? 0;
  if (inside > 0) return outletBefore(text, { start: span.start + offset + inside, end: span.end }, known);
  if (words === '') return undefined;
  const person = interview.exec(words);
  const comma = person || isFirstOutlet(words, known) ? -1 : words.lastIndexOf(',');
  if (comma < 0 && !person) words = firstPart(words);
  const from = comma + 1 + (words.slice(comma + 1).length - words.slice(comma + 1).trimStart().length);
  // `Personal interview, security official, Nairobi`: the kind of interview is the source.
  const written = person ? words.split(',', 1)[0]! : words.slice(from);
  const name = plain(written);
  // `Politique africaine, no. 91 (2003)`: what is followed by the number of an issue is a name, too.
  const hasComma = /,\s*$|,\s(?:vol|no|n°|nr|issue)\.?\s\d+\s\($/iu.test(slice(text, span));
  if (!person && !isSourceLike(name, hasComma) && !known.isOutlet(name)) {
    const first = words.split(',', 1)[0]!;
    // `Ports Research, field documentation`: the kind of a document in lower case.
    const isKind = kindInLowerCase.test(words.slice(first.length)) && /\s/.test(first) && isSourceLike(first);
    if (!isKind && !isSourceLike(words.replace(/\s+/g, ' '))) return 'comment';
    return source(isSourceLike(first) ? first : words, 0);
  }
  return source(written, from);

  function source(value: string, at: number): SourceName {
    // `*TASS*`, but `*Harbor* Post`, whose marks belong to the name.
    const bare = value.replace(/^[\s*_]+|[\s*_]+$/gu, '');
    const core = /[*_]/.test(bare) ? value.trim() : bare;
    const start = span.start + offset + at + value.indexOf(core);
    const domain = parseDomain(core);
    return { start, end: start + core.length, name: plain(core), ...(domain && { domain }) };
  }
}

/** Without emphasis, its white space folded. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/\*|_/g, '');
}

/** `Journal of War, Vol. 3, No. 2`, `RAND Corporation, RR-123`: the outlet without the numbers behind it. */
function withoutNumbers(words: string): string {
  for (let rest = words; ; ) {
    const comma = rest.lastIndexOf(',');
    if (comma < 0 || !issueNumber.test(rest.slice(comma + 1).trim())) return rest;
    rest = rest.slice(0, comma).trimEnd();
  }
}

// cspell:ignore ress ition
const issueNumber =
  /^(?:(?:vol|no|nr|issue|volume|number|series|part|n[°º]|núm|numéro|tome|bd|band|jg|heft|jahrgang|№|т|вып|год)\.?\s?[\dIVX]+[a-z]?|[A-Z]{1,6}[-/]?\d[\w/.-]*|\d{1,3}(?:st|nd|rd|th)\s(?:cong(?:ress)?|sess(?:ion)?|ed(?:ition)?)\.?)$/iu;

/** `Crisis Group Report N°216` */
const reportNumber = /\s(?:N[°º]|No\.?|#)\s?\d{1,5}$/u;

const reportTitle =
  /^(?:\p{L}+ )?(?:annual|quarterly|monthly|weekly|daily|final|interim|progress|situation|mid-?term|country|special) (?:report|update|bulletin|review|brief|survey|statement|assessment)$/iu;

const acronym = /^(?=[^\s]*\p{Lu}{2})[\p{Lu}\d/.&-]{2,12}$/u;
/** Up to the first comma outside parentheses, without a parenthesis at its end: the `AAN` of `AAN (Vale, A.), Police leave`. */
const upToComma = /^[^,(]*(?:\([^()]*\)[^,(]*)*/u;

function firstPart(words: string): string {
  const [part = ''] = upToComma.exec(words) ?? [];
  return part.replace(/\s*\([^()]*\)\s*$/u, '').trimEnd();
}

/** Whether the outlet is the first part: a title or a time, and no outlet, stands behind it. */
function isFirstOutlet(words: string, known: KnownNames): boolean {
  const comma = words.lastIndexOf(',');
  if (comma < 0) return false;
  const [first, last] = [firstPart(words), words.slice(comma + 1).trim()];
  if (timeOrHandle.test(last) || reportNumber.test(first)) return isSourceLike(first);
  if (isOutlet(last, known)) return false;
  // `Guild, Annual report`
  if (reportTitle.test(last)) return isSourceLike(first);
  // `Al-Quds Al-Arabi, London`
  if (isPlaceName(last)) return isSourceLike(first);
  if (acronym.test(first) || isOutlet(first, known)) return true;
  return last.split(/\s+/).length >= MIN_TITLE_WORDS && isSourceLike(first) && !/^\p{Lu}\.? /u.test(first);
}
