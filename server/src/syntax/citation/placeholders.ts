/**
 * Marks that ask for a source, and what writing assistants leave behind where one was. docs/format.md, "Placeholders and leftovers".
 */

import type { Span } from '../../base/text/span.ts';

export interface PlaceholderMatch {
  readonly form: 'placeholder' | 'leftover';
  readonly span: Span;
}

/** In brackets anywhere: they have no other meaning. */
const bracketed =
  /\[(?:\*\*|\*)?\s?(?:citation(?:s)? needed|cite|citation|source|sources|source needed|source tbd|source tbc|source missing|sourc(?:e|es)\?|add source|insert source|ref(?:erence)?s? needed|ref(?:erence)? ?\?|need(?:s)? (?:a )?(?:source|citation|reference)|tk|tktk|\?{2,}|@?todo|@tbd|@fixme|@\?+)(?:\s?\?{0,3})\s?(?:\*\*|\*)?\](?![(:[])/giu;
/** A whole parenthesis that says that a source is to come. */
const parenthesized =
  /\((?:sources?|refs?|references?|citations?)\s?:?\s?(?:\?{1,5}|tbd|tbc|tk|needed|missing|unknown|xx+)\)|\((?:citation needed|source needed|\?{2,5})\)|\((?:outlet|source|author|name|publication|newspaper),\s?(?:month day|date|year|day month)(?:,?\s?(?:year))?\)|\((?:author|name|surname)s?\s?,?\s(?:year|date|xxxx)\)|\(\p{Lu}[\p{L}’'-]+(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]+|\set al\.)?,?\sXXXX[a-z]?\)/giu;
/** `(TK)` and a dated one: unless they are an acronym or a schedule. */
const dated = /\((?:source|outlet|tbd|tbc|tk|xxx?|author)\s?,\s?[^()]{3,40}\)/giu;
const tk = /\(TK\)/g;
const capitalizedBefore = /\p{Lu}[\p{L}\p{M}’'-]*\s?$/u;
const statementEnd = /^\s?(?:[.;,!?]|$|\n)/u;

/** What copies of chat answers hold instead of sources; an address behind it makes it a citation. */
const leftover =
  /【\d+(?::\d+)?†[^】\n]{0,80}】|[\uE200-\uE2FF]{0,2}\bcite(?:[\uE200-\uE2FF]?turn\d+[a-z]+\d+)+[\uE200-\uE2FF]{0,2}|[\uE200-\uE2FF]?cite[\uE200-\uE2FF](?:turn\d+[a-z]+\d+[\uE200-\uE2FF]?)+|(?<=[.,;!?\p{L}\p{N})”"])cite(?:turn\d+[a-z]+\d+)+|:contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oai_citation:\d+[‡†][^\]\n]{0,120}\](?!\()|\[oai_citation:\d+[‡†][^\]\n]{0,120}\]\((?!https?:)[^)\n]{0,200}\)|\[cite:\s?\d+(?:,\s?\d+)*\]|\[cite_start\](?![^[]{0,4000}\[cite:)/gu;

const mayHold = /[[(【]|cite|contentReference/u;

/** The placeholders and leftovers of a paragraph outside of code and comments, in order of place. */
export function findPlaceholders(text: string, skipped: readonly Span[]): PlaceholderMatch[] {
  if (!mayHold.test(text)) return [];
  const found: PlaceholderMatch[] = [];
  const add = (
    form: PlaceholderMatch['form'],
    pattern: RegExp,
    accepts: (match: RegExpExecArray) => boolean = () => true,
  ) => {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const isTaken = [...skipped, ...found.map((one) => one.span)].some(
        (one) => one.start < span.end && span.start < one.end,
      );
      if (!isTaken && accepts(match)) found.push({ form, span });
    }
  };
  add('leftover', leftover);
  add('placeholder', bracketed);
  add('placeholder', parenthesized);
  add('placeholder', dated, (match) => endsStatement(text, match));
  add('placeholder', tk, (match) => !capitalizedBefore.test(text.slice(Math.max(0, match.index - 40), match.index)));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function endsStatement(text: string, match: RegExpExecArray): boolean {
  const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
  return (
    statementEnd.test(behind) && /\p{Ll}[\p{L}\s,]{8,}$/u.test(text.slice(Math.max(0, match.index - 60), match.index))
  );
}
