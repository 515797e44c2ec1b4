/** Marks that ask for a source. docs/format.md, "Placeholders and leftovers". */

import { words } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { findOutside } from './findOutside.ts';
import { LANGUAGES } from './words/index.ts';

const lists = LANGUAGES.flatMap(({ placeholders = [] }) => placeholders);
const nouns = new Set(lists.flatMap((list) => list.nouns));
const lacking = new Set(lists.flatMap((list) => list.lacking));
const requests = new Set(lists.flatMap((list) => list.requests ?? []));
const qualifiers = new Set(lists.flatMap((list) => list.qualifiers ?? []));
const marks = new Set(lists.flatMap((list) => list.marks ?? []));

/** In brackets they have no other meaning: `[TK]`, `[@TODO]`, `[??]`. */
const bareMark = /^(?:tk|tk ?tk|@?todo|@tbd|@fixme|@\?*|\?{2,})$/;
/** A citation that was not filled in: `(Outlet, Month Day)`, `(AUTHOR, YEAR)`, `(Shaw XXXX)`. */
const template =
  /^(?:(?:outlet|source|author|name|publication|newspaper), ?(?:month day|date|year|day month)(?:,? year)?|(?:author|name|surname)s? ?,? (?:year|date|xxxx)|\p{L}[\p{L}’'-]+(?: (?:and|&) \p{L}[\p{L}’'-]+| et al\.)?,? xxxx[a-z]?)$/u;
const templateWords = words`outlet author authors name names surname surnames publication newspaper`;
/** Unless a link, the label of a note or a definition, or the `[@]` of a mail address. */
const bracketed = /(?<![[\]])\[([^\][]{1,80})\](?![(:[\]]|(?<=\[@\])[\p{L}\p{N}])/gu;
const parenthesized = /\(([^()]{1,80})\)/gu;
/** A dated one, unless it is a schedule: `(Source, June 14)`, `[Source TBC, 14 June]`, `(XXX 14/06/2022)`. */
const dated =
  /[([](?:(?:source|outlet|tbd|tbc|tk|xxx?|author)\s?,\s?[^()[\]]{3,40}|(?:(?:source|outlet|author|publication)(?:\s?\?{1,3}|\s(?:name|tb[cd]|tk|needed|missing|unknown|xx+))?|(?:name of|unknown)\s(?:the\s)?(?:source|outlet|author|publication)|tb[cd]|xxx?)(?:\s?,\s?|\s)(?=\d{1,4}(?:[./-]\d|\.?\s\p{L}{3})|\p{L}{3,9}\.?\s\d)[^()[\]]{3,40})[)\]]/giu;
/** `(CHANNEL, 14 June)` */
const datedCapitals = /\((?:CHANNEL|ACCOUNT|AGENCY|PAPER|NAME)\s?,\s?(?=[^()]*\d)[^()]{3,40}\)/g;
/** In capitals a noun in parentheses is a note of the writer, too: `(LINK)`. */
const capitalNoun = /\(\p{Lu}{4,10}\)/gu;
/** What is left of a wiki: `{{citation needed|date=May 2022}}`. */
const wikiTemplate = /\{\{([^{}|\n]{2,40})(?:\|[^{}\n]{0,80})?\}\}/gu;
/** In parentheses, unless an acronym. */
const tk = /\((?:TK|TKTK|TK TK)\)/g;
/** Bare, as journalists mark what is to come. */
const bareTk = /(?<![\p{L}\p{N}\p{S}/&.([-])(?:TK ?TK|TK)(?![\p{L}\p{N}\p{S}/&)\]-])/gu;
/** Behind these stands a fact to come, `born in TK`, or an airline. */
const prepositionBefore =
  /(?:^|\s)(?:a|an|and|as|at|by|for|from|in|into|less|like|more|near|of|on|or|over|than|the|to|under|until|versus|with),?\s$/iu;
const capitalizedBefore = /\p{Lu}[\p{L}\p{M}’'-]{0,40}\s?$/u;
const statementEnd = /^\s?(?:[.;,!?]|$|\n)/u;

const firstWord = /\s?[*@]{0,3}(\p{L}{2,20}|\?|(?<=@))/uy;
/** What a placeholder in brackets or parentheses starts with. */
const firstWords = new Set([
  ...nouns,
  ...requests,
  ...qualifiers,
  ...templateWords,
  ...[...marks].map((mark) => mark.split(' ', 1)[0]!),
  ...[
    'tk',
    'tktk',
    'todo',
    'tbd',
    'tbc',
    'fixme',
    'xx',
    'xxx',
    'name',
    'unknown',
    'channel',
    'account',
    'agency',
    'paper',
    '?',
    '',
  ],
]);

/** True for every paragraph with a placeholder, and few others. */
export function mayHoldPlaceholder(text: string): boolean {
  return (
    hasFirstWordBehind(text, '[') ||
    hasFirstWordBehind(text, '(') ||
    text.includes('XXXX') ||
    text.includes('TK') ||
    text.includes('{{')
  );
}

function hasFirstWordBehind(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    firstWord.lastIndex = at + 1;
    const word = firstWord.exec(text)?.[1];
    if (word !== undefined && firstWords.has(word.toLowerCase())) return true;
  }
  return false;
}

/** Whether words ask for a source. In brackets a noun alone does; in parentheses only with what is lacking. */
function asksForSource(content: string, isBracketed: boolean): boolean {
  const written = content.toLowerCase().replaceAll('*', '').replace(/\s+/g, ' ').trim();
  if (/^(?:\?{2,5}|cite!?|citation|outlet ?\?)$/.test(written) || (isBracketed && bareMark.test(written))) return true;
  if (template.test(written)) return true;
  const body = written.replace(/ ?\?+$/, '');
  const isAsked = body !== written;
  if (marks.has(body)) return true;
  const labeled = /^(\p{L}+) ?:/u.exec(body);
  if (labeled && nouns.has(labeled[1]!)) {
    const rest = body.slice(labeled[0].length).trim();
    return lacking.has(rest) || (rest === '' ? isBracketed || isAsked : isBracketed && isAsked);
  }
  const [, isToDo, asked] = /^(todo ?:? )?(.*)$/u.exec(body)!;
  const parts = asked!.split(' ');
  // `[source name TK]`
  if (parts[1] === 'name') parts.splice(1, 1);
  // `[time and source TK]`
  if (
    isBracketed &&
    parts.length > 2 &&
    parts.length < 7 &&
    nouns.has(parts.at(-2)!) &&
    /^(?:tk|tb[cd])$/.test(parts.at(-1)!)
  )
    return true;
  const isRequest = requests.has(parts[0]!);
  if (isRequest || (isBracketed && qualifiers.has(parts[0]!))) parts.shift();
  if (isRequest && /^(?:an?|the)$/.test(parts[0]!)) parts.shift();
  if (isRequest && parts.at(-1) === 'here') parts.pop();
  const [noun = '', ...state] = parts;
  if (!nouns.has(noun.replace(/\.$/, ''))) return false;
  if (state.length > 0) return lacking.has(state.join(' '));
  return isBracketed || isAsked || isRequest || isToDo !== undefined;
}

/** A name alone is a slot that a program fills. */
function isWikiRequest(template: string): boolean {
  const [name = ''] = template.split('|', 1);
  return name.trim().includes(' ') && asksForSource(name, true);
}

/** The placeholders of a paragraph outside of `skipped`, in order of place. */
export function findPlaceholders(text: string, skipped: readonly Span[]): Span[] {
  let nameOfTk: boolean | undefined;
  return findOutside(text, skipped, [
    { pattern: bracketed, accepts: ({ start, end }) => asksForSource(text.slice(start + 1, end - 1), true) },
    { pattern: parenthesized, accepts: ({ start, end }) => asksForSource(text.slice(start + 1, end - 1), false) },
    { pattern: dated, accepts: endsStatement },
    { pattern: datedCapitals, accepts: ({ end }) => statementEnd.test(text.slice(end, end + 3)) },
    { pattern: capitalNoun, accepts: isCapitalNoun },
    { pattern: wikiTemplate, accepts: ({ start, end }) => isWikiRequest(text.slice(start + 2, end - 2)) },
    {
      pattern: tk,
      accepts: ({ start }) => !capitalizedBefore.test(text.slice(Math.max(0, start - 42), start)),
    },
    { pattern: bareTk, accepts: (span) => span.end - span.start > 2 || (isAtEnd(span) && !isName()) },
  ]);

  function isCapitalNoun(span: Span): boolean {
    const noun = text.slice(span.start + 1, span.end - 1).toLowerCase();
    if (!nouns.has(noun) || !endsStatement(span)) return false;
    // A name before it: `Long Island News Kiosk (LINK)`
    const before = text.slice(Math.max(0, span.start - 60), span.start);
    return !before.toLowerCase().trimEnd().endsWith(noun) && !/\p{Lu}\S*\s\p{Lu}\S*\s?$/u.test(before);
  }

  /** `The yard was sold TK.` */
  function isAtEnd({ start, end }: Span): boolean {
    const before = text.slice(Math.max(0, start - 40), start);
    return (
      /[\p{Ll}\p{N}],?\s$/u.test(before) &&
      !prepositionBefore.test(before) &&
      /^(?:[.;!?]["”’)]{0,2}(?:\s|$)|\s*$|\s*\n)/u.test(text.slice(end, end + 4))
    );
  }

  /** Whether it stands inside a sentence, too, as the name of something does. */
  function isName(): boolean {
    nameOfTk ??= [...text.matchAll(bareTk)].some(
      ({ index, 0: words }) => words === 'TK' && !isAtEnd({ start: index, end: index + 2 }),
    );
    return nameOfTk || /\p{Lu}\p{L}*\s\(TK\)/u.test(text);
  }

  function endsStatement({ start, end }: Span): boolean {
    const isAfterWords = /\p{Ll}[\p{L}\s,]{8,60}$/u.test(text.slice(Math.max(0, start - 60), start));
    return isAfterWords && statementEnd.test(text.slice(end, end + 3));
  }
}
