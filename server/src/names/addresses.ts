/** Addresses, paths and handles in a text: a name inside one is no mention, and nothing in one becomes a tag. */

import { outermostSpans, type Span } from '../base/text/span.ts';
import { perBlock } from '../syntax/brief/perBlock.ts';
import { parseDomain } from '../syntax/citation/sourceName.ts';

/** Longer tokens are looked at up to here, in UTF-16 units. */
const MAX_TOKEN_LENGTH = 2_000;

/** Every address has one of these inside its token. Most stops end a sentence, and most words are not looked at. */
const addressMark = /[@#/\\]|\.(?![\s"“”„«»<>()[\]{}|]|$)/g;
const delimiter = /[\s"“”„«»<>()[\]{}|]/;
const restOfToken = /[^\s"“”„«»<>()[\]{}|]*/y;
/** Tags of HTML but the one that breaks a line, with their `href` and `src`, and autolinks. */
const markup = /<(?!br[\s/>])[a-z/][^<>]{0,2000}>/giu;
/** `[label]: https://…`, the whole line. */
const linkDefinition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S.*$/gmu;
const scheme = /[a-z][a-z0-9+.-]{1,20}:\/\//i;
const mailAddressChar = /[\p{L}\p{N}._%+-]/u;
const doi = /^(?:doi:)?10\.\d{4,9}\//i;
/** A path of a Unix or Windows system, or a hashtag. */
const pathOrHashtag = /^(?:~?\/[^/]+\/.|[A-Za-z]:\\|\\\\[^\\]+\\|#\p{L})/u;
const leadingMarks = /^['’‘*_~]*/u;
const surroundingMarks = /^['’‘*_~]+|['’‘*_~.,;:!?…]+$/gu;

/**
 * The spans of URLs, domains, mail addresses, handles (`@name`), hashtags, DOIs, paths, link definitions and HTML tags in a
 * text, in text order. An address that is being typed counts, too.
 */
export function addressSpansIn(text: string): Span[] {
  const spans: Span[] = [];
  if (text.includes('<')) addMatches(spans, text, markup);
  if (text.includes(']:')) addMatches(spans, text, linkDefinition);
  addressMark.lastIndex = 0;
  for (let end = 0; addressMark.test(text); addressMark.lastIndex = end) {
    let tokenStart = addressMark.lastIndex - 1;
    while (tokenStart > end && !delimiter.test(text.charAt(tokenStart - 1))) tokenStart--;
    restOfToken.lastIndex = addressMark.lastIndex;
    restOfToken.test(text);
    end = restOfToken.lastIndex;
    const start = addressStart(text.slice(tokenStart, Math.min(end, tokenStart + MAX_TOKEN_LENGTH)));
    if (start !== undefined) spans.push({ start: tokenStart + start, end });
  }
  return spans.length > 1 ? outermostSpans(spans) : spans;
}

function addMatches(spans: Span[], text: string, pattern: RegExp): void {
  for (const { 0: found, index } of text.matchAll(pattern)) spans.push({ start: index, end: index + found.length });
}

/** The same in the text of a block. */
export const addressesOf = perBlock((_, text) => addressSpansIn(text));

/** Where an address begins in a token; undefined if there is none. */
function addressStart(word: string): number | undefined {
  const withScheme = word.includes('://') ? scheme.exec(word) : undefined;
  if (withScheme) return withScheme.index;
  const at = word.indexOf('@');
  if (at >= 0) {
    let start = at;
    while (start > 0 && mailAddressChar.test(word[start - 1]!)) start--;
    return start;
  }
  if (pathOrHashtag.test(word)) return 0;
  if (!word.includes('.')) return undefined;
  if (/^www\./i.test(word)) return 0;
  const marks = leadingMarks.exec(word)![0].length;
  const bare = word.replace(surroundingMarks, '');
  return doi.test(bare) || isDomain(bare) ? marks : undefined;
}

/** Whether a word is a domain, with or without a path. Its end is in lower case: `Kabul.The` lacks a space. */
function isDomain(word: string): boolean {
  const host = word.split(/[/?#:]/, 1)[0]!;
  const top = host.slice(host.lastIndexOf('.') + 1);
  return (
    /^[a-z]+$/.test(top) && (TOP_LEVEL_DOMAINS.has(top) || /^[a-z]{2}$/.test(top)) && parseDomain(host) !== undefined
  );
}

/** The domains of more than two letters that texts contain; two letters are those of a country. */
const TOP_LEVEL_DOMAINS: ReadonlySet<string> = new Set(
  `com net org int gov edu mil info biz news media press live online site website app dev xyz club blog world global international
  agency email tech team today report arpa name pro coop museum aero jobs mobi travel asia africa onion`.split(/\s+/),
);
