/** Marks that ask for a source. docs/format.md, "Placeholders and leftovers". */

// cspell:ignore erence sourc tktk beleg fehlt quelle requerida fuente nécessaire manquante carece fontes fonte senza potrzebny przypis źródło kaynak belirtilmeli bele quel fuen senz potr źród kayn care érence font исто источник указан
import { matchesBehind } from '../../base/text/matchesBehind.ts';
import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';

/** In brackets anywhere: they have no other meaning. */
const bracketed =
  /(?<!\[)\[(?:\*\*|\*)?\s?(?:citation(?:s)? needed|cite|citation|source|sources|source needed|source tbd|source tbc|source missing|better source needed|(?:un)?reliable source\??|reference needed|link|links|link needed|footnote(?: needed)?|refs?|sourc(?:e|es)\?|(?:sources?|refs?|citations?|cite) ?: ?(?:[^\][\n]{1,60}\?)?|(?:add|insert|find|check) (?:a )?(?:source|citation|reference|ref|link|footnote)s?(?: here)?|ref(?:erence)?s? needed|ref(?:erence)? ?\?|need(?:s)? (?:a )?(?:source|citation|reference)|tk|tktk|\?{2,}|@?todo|@tbd|@fixme|@\?+|@(?=\](?![\p{L}\p{N}]))|cita requerida|fuente\?|quelle(?: fehlt|\?)|beleg(?: fehlt|\?)|(?:citation|source|réf(?:\.|érence)?) (?:nécessaire|manquante)|source \?|carece de fontes|fonte\?|senza fonte|potrzebny przypis|źródło\?|kaynak belirtilmeli|источник(?: не указан)?\??)(?:\s?\?{0,3})\s?(?:\*\*|\*)?\](?![(:[\]])/giu;
/** A whole parenthesis that says that a source is to come. */
const parenthesized =
  /\((?:sources?|refs?|references?|citations?|cites?|links?|urls?)\s?:?\s?(?:\?{1,5}|tbd|tbc|tk|needed|missing|unknown|xx+)\)|\((?:quellen?|belege?|fuentes?|fontes?|źródło|kaynak|источник|réf(?:\.|érence)?)\s?:?\s?(?:\?{1,5}|fehlt|fehlen|falta|manquante?|manca)\)|\((?:citation needed|source needed|cite!?|citation|(?:add|insert|find|needs?) (?:an? )?(?:source|citation|cite|reference|ref|link)|\?{2,5})\)|\(todo ?:? (?:add |insert |find )?(?:a )?(?:cite|source|citation|reference|ref)s?\)|\((?:outlet|source|author|name|publication|newspaper),\s?(?:month day|date|year|day month)(?:,?\s?(?:year))?\)|\((?:author|name|surname)s?\s?,?\s(?:year|date|xxxx)\)|\(\p{Lu}[\p{L}’'-]+(?:\s(?:and|&)\s\p{Lu}[\p{L}’'-]+|\set al\.)?,?\sXXXX[a-z]?\)/giu;
/** `(TK)` and a dated one: unless they are an acronym or a schedule. */
const dated = /\((?:source|outlet|tbd|tbc|tk|xxx?|author)\s?,\s?[^()]{3,40}\)/giu;
const tk = /\(TK\)/g;
const capitalizedBefore = /\p{Lu}[\p{L}\p{M}’'-]{0,40}\s?$/u;
const statementEnd = /^\s?(?:[.;,!?]|$|\n)/u;

const bracketedWord =
  /\*{0,2}\s?(?:cit|sour|add|ins|find|check|ref|need|tk|\?|@?todo|@[tf?\]]|better|un?rel|link|foot|fuen|quel|bele|réf|care|font|senz|potr|źród|kayn|исто)/iuy;
const parenthesizedWord =
  /quel|bele|fuen|font|źród|kayn|исто|réf|sour|surn|ref|cit[ae]|link|url|\?\?|outl|autho|name|newsp|publ|tb[dc]|tk|todo|add |inse|find|need|xx/iuy;

/** True for every paragraph with a placeholder, and few others. */
export function mayHoldPlaceholder(text: string): boolean {
  return (
    matchesBehind(text, '[', bracketedWord) || matchesBehind(text, '(', parenthesizedWord) || text.includes('XXXX')
  );
}

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
