/**
 * What programs leave where a reference was: fields of word processors and reference managers, commands of LaTeX, templates of
 * wikis. docs/format.md, "Placeholders and leftovers".
 */

import { oneOf } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';
import { asksForSource } from './placeholders.ts';
import { phrasesOf, placeholdersOf } from './words/index.ts';

/** `Error! Reference source not found.` */
const lostField = new RegExp(`${oneOf(placeholdersOf('errors'))}\\.?`, 'gu');
/** `ADDIN ZOTERO_ITEM CSL_CITATION {…}`, `ADDIN EN.CITE`, `{Shaw, 2023 #114}`, `[CITATION Sha23 \l 1033]` */
const fields =
  /(?:\{\s?)?\bADDIN\s(?:ZOTERO_|CSL_|EN\.|Mendeley\s|PAPERS2_|REFMGR\.)[\w.]{2,20}(?:\sCSL_CITATION)?(?:\s\{[^\n]{0,2000}?\}(?=,\s|\s?[.;:)](?!\x22)|\s\p{L}|\s*$|\n))?|\{\p{Lu}[^{}\n]{1,60},\s(?:(?:19|20)\d\d[a-z]?\s)?#\d{1,6}[^{}\n]{0,60}\}|(?:[[{]\s?)?\bCITATION\s\w{2,24}\s\\l\s\d{4}\s?[\]}]?/gu;
/** `\cite{}`, `\footnote{}`; a key in the braces leads to its source. */
const commands =
  /(?<!\\)\\(?:[a-zA-Z]{0,12}cite[a-zA-Z]{0,12}\*?(?:\[[^\]\n]{0,60}\]){0,2}\{\s?\}|footnote(?:text)?\{\s{0,8}\})/g;
/** An unknown key, as LaTeX prints it behind a statement: `[?]`, `(?, ?)`. */
const unknownKey = /(?<=(?:^|\s)\p{Ll}{2,20}[”"’)]?\s)(?:\[\?\](?=[.,;:]|\s*$|\n)|\(\?[,;]\s?\?\))/gu;
/** `{Citation}`, `{{cn}}`, `{{citation needed|date=May 2025}}`, `<<SOURCE>>` */
const braced = /(?<![\p{L}\p{N}\\$#%=])(?:\{\{?[^{}\n]{1,80}\}\}?|<<[^<>\n]{1,60}>>)/gu;
/** `<ref></ref>`, `<ref name="pier" />`, `<ref>{{cite web}}</ref>` */
const reference = /<ref(?:\s[^<>\n]{0,100})?(?:\/>|>\s{0,4}(?:\{\{[^{}|\n]{0,20}\}\})?\s{0,4}<\/ref>)/giu;
/** A link of a wiki without its page: `[Pier Post|]`, and `[[]]`. */
const emptyWikiLink = /(?<!\[)\[\p{L}[^\][|\n]{1,60}\|\s?\](?!\])|(?<=\p{L}[.,;”"’)]?\s?)\[\[\s?\]\]/gu;

/** `According to , the pier was shut.`: in running text, and no word that means something else there. */
const attributions = phrasesOf('attributions').filter((phrase) => phrase.includes(' ') || phrase.length > 3);
const attributionAlone = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${oneOf(attributions)}\s{1,2}(?:[,;]|\.(?!\S))(?=\s|$)`,
  'giu',
);

/** True for every paragraph with such remains, and few others. */
export function mayHoldRemains(text: string): boolean {
  return (
    text.includes('{') ||
    text.includes('[?]') ||
    text.includes('?, ?') ||
    text.includes('<<') ||
    text.includes('<ref') ||
    text.includes('[[]]') ||
    text.includes('|]') ||
    text.includes('ADDIN ') ||
    text.includes('CITATION ') ||
    text.includes('! ') ||
    standsBehindSpace(text, ',') ||
    standsBehindSpace(text, '.') ||
    text.includes('Errore.')
  );
}

/** Looks for the mark: there are fewer of it than of spaces. */
function standsBehindSpace(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) if (text[at - 1] === ' ') return true;
  return false;
}

/** The remains in a paragraph outside of `skipped`, in order of place. */
export function findRemains(text: string, skipped: readonly Span[]): Span[] {
  return findOutside(text, skipped, [
    { pattern: lostField },
    { pattern: fields },
    { pattern: commands },
    { pattern: unknownKey },
    { pattern: reference },
    { pattern: emptyWikiLink },
    { pattern: braced, accepts: asks },
    { pattern: attributionAlone, accepts: isOutsideParentheses },
  ]);

  function isOutsideParentheses({ start }: Span): boolean {
    const before = text.slice(Math.max(0, start - 200), start);
    return before.lastIndexOf('(') <= before.lastIndexOf(')');
  }

  function asks({ start, end }: Span): boolean {
    const written = text.slice(start, end);
    const [words = ''] = written.replace(/[{}<>]/g, '').split('|', 1);
    const name = words.replaceAll('-', ' ').trim();
    // `{source}` and `{{title}}` are slots that a program fills.
    const isSlot = written.startsWith('{{')
      ? !name.includes(' ') && name !== name.toUpperCase()
      : /^\p{Ll}+$/u.test(name);
    return (written.startsWith('{{') && /^(?:cn|fact)$/i.test(name)) || (!isSlot && asksForSource(name, true));
  }
}
