/** Marks that ask for a source. docs/format.md, "Placeholders and leftovers". */

// cspell:ignore erence sourc tktk
import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';

/** In brackets anywhere: they have no other meaning. */
const bracketed =
  /(?<!\[)\[(?:\*\*|\*)?\s?(?:citation(?:s)? needed|cite|citation|source|sources|source needed|source tbd|source tbc|source missing|sourc(?:e|es)\?|add source|insert source|ref(?:erence)?s? needed|ref(?:erence)? ?\?|need(?:s)? (?:a )?(?:source|citation|reference)|tk|tktk|\?{2,}|@?todo|@tbd|@fixme|@\?+)(?:\s?\?{0,3})\s?(?:\*\*|\*)?\](?![(:[\]])/giu;
/** A whole parenthesis that says that a source is to come. */
const parenthesized =
  /\((?:sources?|refs?|references?|citations?)\s?:?\s?(?:\?{1,5}|tbd|tbc|tk|needed|missing|unknown|xx+)\)|\((?:citation needed|source needed|\?{2,5})\)|\((?:outlet|source|author|name|publication|newspaper),\s?(?:month day|date|year|day month)(?:,?\s?(?:year))?\)|\((?:author|name|surname)s?\s?,?\s(?:year|date|xxxx)\)|\(\p{Lu}[\p{L}’'-]+(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]+|\set al\.)?,?\sXXXX[a-z]?\)/giu;
/** `(TK)` and a dated one: unless they are an acronym or a schedule. */
const dated = /\((?:source|outlet|tbd|tbc|tk|xxx?|author)\s?,\s?[^()]{3,40}\)/giu;
const tk = /\(TK\)/g;
const capitalizedBefore = /\p{Lu}[\p{L}\p{M}’'-]{0,40}\s?$/u;
const statementEnd = /^\s?(?:[.;,!?]|$|\n)/u;

/** Matches every paragraph with a placeholder, and few others. */
export const mayHoldPlaceholder =
  /\[\*{0,2}\s?(?:[cC](?:it|IT)|[sS](?:our|OUR)|[aA](?:dd|DD)|[iI](?:ns|NS)|[rR](?:ef|EF)|[nN](?:eed|EED)|[tT][kK]|\?|@?[tT][oO]|@[tT?fF])|\((?:[sS](?:our|OUR|urn)|[rR](?:ef|EF)|[cC](?:itat|ITAT)|\?\?|[oO](?:utl|UTL)|[aA](?:utho|UTHO)|[nN](?:ame|AME|ewsp)|[pP](?:ubl|UBL)|[tT][bB][dDcC]|[tT][kK]|[xX]{2})|XXXX/;

/** The placeholders of a paragraph outside of `skipped`, in order of place. */
export function findPlaceholders(text: string, skipped: readonly Span[]): Span[] {
  return findOutside(text, skipped, [
    { pattern: bracketed },
    { pattern: parenthesized },
    { pattern: dated, accepts: endsStatement },
    {
      pattern: tk,
      accepts: ({ start }) => !capitalizedBefore.test(text.slice(Math.max(0, start - 42), start)),
    },
  ]);

  function endsStatement({ start, end }: Span): boolean {
    const isAfterWords = /\p{Ll}[\p{L}\s,]{8,60}$/u.test(text.slice(Math.max(0, start - 60), start));
    return isAfterWords && statementEnd.test(text.slice(end, end + 3));
  }
}
