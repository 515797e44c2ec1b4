/** Addresses and handles in a text: a name inside one is no mention, and nothing in one becomes a tag. */

import { outermostSpans, type Span } from '../base/text/span.ts';
import { parseDomain } from '../syntax/citation/sourceName.ts';

/** Longer tokens are looked at up to here, in UTF-16 units. */
const MAX_TOKEN_LENGTH = 2_000;

/** Without one of these a text has no address. */
const mayHoldAddress = /@|:\/\/|\.[\p{L}\p{N}]|<[a-z/]|^ {0,3}\[/imu;
const token = /[^\s"“”„«»<>()[\]{}|]+/g;
/** Tags of HTML with their `href` and `src`, and autolinks. */
const markup = /<[a-z/][^<>]{0,2000}>/giu;
/** `[label]: https://…`, the whole line. */
const linkDefinition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]+\S.*$/gmu;
const scheme = /[a-z][a-z0-9+.-]{1,20}:\/\//i;
const mailAddressChar = /[\p{L}\p{N}._%+-]/u;
const doi = /^(?:doi:)?10\.\d{4,9}\//i;
const surroundingMarks = /^['’‘*_~]+|['’‘*_~.,;:!?…]+$/gu;

/**
 * The spans of URLs, domains, mail addresses, handles (`@name`), DOIs, link definitions and HTML tags in a text, in text
 * order. An address that is being typed counts, too.
 */
export function addressSpansIn(text: string): Span[] {
  if (!mayHoldAddress.test(text)) return [];
  const spans: Span[] = [];
  for (const pattern of [markup, linkDefinition])
    for (const { 0: found, index } of text.matchAll(pattern)) spans.push({ start: index, end: index + found.length });
  for (const { 0: found, index } of text.matchAll(token)) {
    const start = addressStart(found.slice(0, MAX_TOKEN_LENGTH));
    if (start !== undefined) spans.push({ start: index + start, end: index + found.length });
  }
  return outermostSpans(spans);
}

/** Where an address begins in a token; undefined if there is none. */
function addressStart(word: string): number | undefined {
  const withScheme = scheme.exec(word);
  if (withScheme) return withScheme.index;
  const at = word.indexOf('@');
  if (at >= 0) {
    let start = at;
    while (start > 0 && mailAddressChar.test(word[start - 1]!)) start--;
    return start;
  }
  if (!word.includes('.')) return undefined;
  if (/^www\./i.test(word)) return 0;
  const marks = /^['’‘*_~]*/u.exec(word)![0].length;
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
