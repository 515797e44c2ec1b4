/** Marks that ask for a source. docs/format.md, "Placeholders and leftovers". */

import { inEitherCase, oneOf, words } from '../../base/text/phrases.ts';
import type { Span } from '../../base/text/span.ts';
import { isKnownOutlet } from './agencies.ts';
import { findOutside } from './findOutside.ts';
import { phrasesOf, placeholdersOf, SOURCE_LABELS } from './words/index.ts';

const nouns = new Set(placeholdersOf('nouns'));
const lacking = new Set(placeholdersOf('lacking'));
const requests = new Set(placeholdersOf('requests'));
const qualifiers = new Set(placeholdersOf('qualifiers'));
const marks = new Set(placeholdersOf('marks'));

/** In brackets they have no other meaning: `[TK]`, `[@TODO]`, `[??]`. */
const bareMark = /^(?:tk|tk ?tk|@?todo|@(?:tbd|fixme|xx+|source|citation|cite|cite-?key|ref|key)|@\?*|\?{2,})$/;
/** A citation that was not filled in: `(Outlet, Month Day)`, `(AUTHOR, YEAR)`, `(Shaw XXXX)`. */
const template =
  /^(?:(?:outlet|source|author|name|publication|newspaper|agency|organization|journal|publisher)(?: name)?, ?(?:month day|date|year|day month)(?:,? year)?|(?:author|name|surname)s? ?,? (?:year|date|xxxx)|\p{L}[\p{L}’'-]+(?: (?:and|&) \p{L}[\p{L}’'-]+| et al\.)?,? (?:xxxx|(?:19|20)(?:xx|\?\?))[a-z]?)$/u;
const templateWords = words`outlet author authors name names surname surnames publication newspaper agency organization journal publisher`;
/** `[can we source this?]`, `[do we have a link?]` */
const questionForSource =
  /^(?:can|could|do|does|should) (?:we|you|i|anyone|somebody) (?:\p{L}+ )?(?:an? |the )?(?:source|cite|link|reference|citation|footnote)(?: (?:this|that|it|for (?:this|that|it)))?\?$/u;
/** A key that no bibliography has, as Pandoc prints it: `(**vale2020?**)`. */
const unknownKey = /^\*\*[^*?\s]{1,60}\?\*\*$/;
/** Unless a link, the label of a note or a definition, or the `[@]` of a mail address; beside a marker, `[3][source?]`, it is none. */
const bracketed = /(?<!\[|(?<!\[\^?\d{1,4})\])\[([^\][]{1,80})\](?![(:\]]|\[(?!\^?\d{1,4}\])|(?<=\[@\])[\p{L}\p{N}])/gu;
/** `==source?==`, `%%add link%%`: what Obsidian highlights or hides. */
const highlighted = /(?<![=%])(?:==[^=\n]{2,60}==|%%[^%\n]{2,60}%%)(?![=%])/gu;
const parenthesized = /\(([^()]{1,80})\)/gu;
/** `(AP, March 19; source?)` */
const lastItem = /(?<=;\s)[^();[\]\n]{2,40}(?=\))/gu;
/** What holds the place of a source. */
const standIn = String.raw`(?:xx+|tk|n\/a|null|undefined|outlet|link|url|citation|insert source|${oneOf(phrasesOf('sourceLabels'))}|\[(?:(?:outlet|source|agency|media)(?: name)?|name of (?:the )?(?:outlet|source)|redacted)\]|\{{1,2}[\w. ]{1,24}\}{1,2}|<\w{1,24}>)`;
/** As the name of a source, whatever stands around it: `(TASS, May 2; XX, May 3)`. */
const standInName = new RegExp(`^${standIn}$`, 'iu');
/** As the name of a source at the end of a statement: elsewhere it may belong to a schedule. */
const datedMark = /^(?:tb[cd]|author|todo|fixme|(?:no|unknown|missing) (?:source|citation|reference)s?)$/i;
/** `(Source, June 14)`, `(TBD, June 14)`, `(add source, June 14)`, `[XX, June 14]` */
const dated = /[([](?:\[[^[\]()]{2,40}\]|[^(),;[\]]{2,40})\s?,\s?[^();[\]]{3,40}[)\]]/gu;
const described = String.raw`(?:(?:source|outlet|author|publication)(?:\s?\?{1,3}|\s(?:name|tb[cd]|tk|needed|missing|unknown|xx+))?|(?:name of|unknown)\s(?:the\s)?(?:source|outlet|author|publication)|unknown|tb[cd]|xxx?)`;
const startOfDate = String.raw`(?=\d{1,4}(?:[./-]\d|\.?\s\p{L}{3})|\p{L}{3,9}\.?\s\d{1,2}(?!\d))`;
/** `[Source TBC, 14 June]`, `(XXX 14/06/2022)`, `(unknown, June 14)` */
const describedWithDay = new RegExp(
  String.raw`[([]${described}(?:\s?,\s?|\s)${startOfDate}[^();[\]]{3,40}[)\]]`,
  'giu',
);
/** The text of a link whose address did not survive copying. */
const linkText = new RegExp(`(?<=\\p{Ll}[”"’]?\\s)\\(${oneOf(inEitherCase(SOURCE_LABELS))}\\)`, 'gu');
/** What no outlet is called, not even in a schedule: what programs print for nothing, a question. */
const nameless =
  /(?<=\s)\((?:xxx+|null|undefined|nan|#ref!|#n\/a|(?:who|where|source|(?:which|what) (?:paper|outlet|agency|source|channel|site))\?)\s?,\s?(?:\p{L}{3,9}\.?\s\d|\d[\d./-]*(?:\s\p{L}|[./-]\d))[^()]{0,30}\)/giu;
/** The day is to be filled in: `(Reuters, June XX)`. */
const openDate =
  /\(\p{L}[^(),;\n]{1,60},\s(?:\p{Lu}\p{L}{2,8}\.?\s|\d{1,2}\s)?(?:XX|\?\?|TK)(?:\s\p{Lu}\p{L}{2,8}\.?)?(?:,?\s(?:\d{4}|XXXX))?\)/gu;
/** In figures, and of several: `(WHO 5/11/2021; WHO XX/11/2021)`. */
const openFigures =
  /(?<=[(;]\s?)\p{Lu}[^(),;\n]{0,60},?\s(?:XX[./](?:XX|\d{1,2})|\?\?[./](?:\?\?|\d{1,2})|\d{1,2}[./]XX)[./](?:\d{2,4}|XX{1,3})(?=[);])/gu;
/** `(CHANNEL, 14 June)` */
const datedCapitals = /\((?:CHANNEL|ACCOUNT|AGENCY|PAPER|NAME)\s?,\s?(?=[^()]*\d)[^()]{3,40}\)/g;
/** In capitals a noun in parentheses is a note of the writer, too: `(LINK)`. */
const capitalNoun = /\(\p{Lu}{4,10}\)/gu;
/** In parentheses, unless an acronym. */
const tk = /\((?:TK|TKTK|TK TK|XXX+|REFS?)\)/g;
/** `(AFP?)` */
const doubtedOutlet = /(?<=\p{Ll}\s)\((?=[^()]{0,40}\p{Lu}{2}|[^()]{0,40}\s)\p{Lu}[^()?]{1,40}\s?\?\)/gu;
/** Bare, as journalists mark what is to come. */
const bareTk = /(?<![\p{L}\p{N}\p{S}/&.([-])(?:TK ?TK|TK)(?![\p{L}\p{N}\p{S}/&)\]-])/gu;
/** Behind these stands a fact to come, `born in TK`, or an airline. */
const prepositionBefore =
  /(?:^|\s)(?:a|an|and|as|at|by|for|from|in|into|less|like|more|near|of|on|or|over|than|the|to|under|until|versus|with),?\s$/iu;
const capitalizedBefore = /\p{Lu}[\p{L}\p{M}’'-]{0,40}\s?$/u;
const statementEnd = /^[*_]{0,3}\s?(?:[.;,!?]|$|\n)/u;

/** The address of a tag, `[Interfax](media:interfax)`, begins with none. */
const firstWord = /\s?[*@#[<]{0,3}(?!media:)(n\/a|\p{L}{2,20}|\?|(?<=@))/iuy;
/** What a placeholder in brackets or parentheses starts with. */
const firstWords = new Set([
  ...nouns,
  ...requests,
  ...qualifiers,
  ...templateWords,
  ...[...marks].map((mark) => mark.split(' ', 1)[0]!),
  ...['tk', 'tktk', 'todo', 'tbd', 'tbc', 'fixme', 'xx', 'xxx', 'xxxx', '?', ''],
  ...['n/a', 'no', 'name', 'missing', 'unknown', 'null', 'undefined', 'agency', 'media', 'redacted'],
  ...[
    'none',
    'nan',
    'ref',
    'n',
    'who',
    'where',
    'which',
    'what',
    'can',
    'could',
    'do',
    'does',
    'channel',
    'account',
    'paper',
  ],
]);

const CASE_BIT = 0x20;
/** How they begin, which tells most words apart. */
const firstLetters = new Set(Array.from(firstWords, (word) => lettersAt(word, 0)));

/** True for every paragraph with a placeholder, and few others. */
export function mayHoldPlaceholder(text: string): boolean {
  return (
    hasFirstWordBehind(text, '[') ||
    hasFirstWordBehind(text, '(') ||
    hasFirstWordBehind(text, ';') ||
    text.includes('XX') ||
    text.includes('TK') ||
    text.includes('??') ||
    text.includes('==') ||
    text.includes('%%') ||
    text.includes('?)') ||
    text.includes('({')
  );
}

function hasFirstWordBehind(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const letters = lettersAt(text, text[at + 1] === ' ' ? at + 2 : at + 1);
    if (letters !== undefined && !firstLetters.has(letters)) continue;
    firstWord.lastIndex = at + 1;
    const word = firstWord.exec(text)?.[1];
    if (word !== undefined && firstWords.has(word.toLowerCase())) return true;
  }
  return false;
}

/** The first three letters of a word, in either case, as one number; undefined if it does not begin with letters of ASCII. */
function lettersAt(text: string, at: number): number | undefined {
  let letters = 0;
  for (let next = at; next < at + 3; next++) {
    const unit = text.charCodeAt(next) | CASE_BIT;
    if (unit > 0x7f) return undefined;
    if (unit < 0x61 || unit > 0x7a) break;
    letters = letters * 32 + unit - 0x60;
  }
  return letters === 0 ? undefined : letters;
}

/** Whether a name only holds the place of a source. */
export function isPlaceholderName(name: string): boolean {
  return standInName.test(name);
}

/** Whether a note has nothing but words that ask for a source or say that there is none: `url`, `n/a`, `(link removed)`. */
export function isPlaceholderAlone(note: string): boolean {
  if (note.length > MAX_PLACEHOLDER_LENGTH) return false;
  const words = note.replace(/^[\s(*_]+|[\s.)*_]+$/g, '');
  // In brackets a placeholder is one by itself.
  if (/^\s*[[(]/.test(note) && asksForSource(words, false)) return false;
  return lackingAlone.test(words) || (words[0] !== '[' && asksForSource(words, true));
}

const MAX_PLACEHOLDER_LENGTH = 80;
const lackingAlone =
  /^(?:n\/a|unknown|tbd|tbc|tba|xx+|none|missing|null|undefined|\[?(?:deleted|removed|redacted)\]?|\[?(?:link|url|source|citation|reference|footnote|note) (?:removed|deleted|lost|redacted|unavailable)\]?|\[?(?:broken|dead|missing|no) (?:link|url|source|citation|reference)\]?)$/iu;

// Not inside of the function: the bundle creates an expression with the flag `u` wherever it stands, here at each call.
const labelBefore = /^(\p{L}+) ?:/u;
const toDo = /^((?:todo|tb[cd]|tk) ?[:–—-]? )?(.*)$/u;

/** Whether words ask for a source. In brackets a noun alone does; in parentheses only with what is lacking. */
export function asksForSource(content: string, isBracketed: boolean): boolean {
  if (unknownKey.test(content)) return true;
  const written = content.toLowerCase().replaceAll('*', '').replace(/\s+/g, ' ').trim();
  if (/^(?:\?{2,5}|cite!?|citation|outlet ?\?)$/.test(written) || (isBracketed && bareMark.test(written))) return true;
  if (template.test(written) || (isBracketed && questionForSource.test(written))) return true;
  const body = written.replace(/ ?\?+$/, '');
  const isAsked = body !== written;
  if (marks.has(body)) return true;
  const labeled = labelBefore.exec(body);
  if (labeled && nouns.has(labeled[1]!)) {
    const rest = body.slice(labeled[0].length).replace(/[[\]]/g, '').trim();
    return lacking.has(rest) || template.test(rest) || (rest === '' ? isBracketed || isAsked : isBracketed && isAsked);
  }
  const [, isToDo, asked] = toDo.exec(body)!;
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

/** The placeholders of a paragraph outside of `skipped`, in order of place. */
export function findPlaceholders(text: string, skipped: readonly Span[]): Span[] {
  let nameOfTk: boolean | undefined;
  return findOutside(text, skipped, [
    { pattern: bracketed, accepts: ({ start, end }) => asksForSource(text.slice(start + 1, end - 1), true) },
    { pattern: highlighted, accepts: ({ start, end }) => asksForSource(text.slice(start + 2, end - 2), true) },
    { pattern: parenthesized, accepts: ({ start, end }) => asksForSource(text.slice(start + 1, end - 1), false) },
    { pattern: lastItem, accepts: ({ start, end }) => asksForSource(text.slice(start, end), false) },
    { pattern: dated, accepts: (span) => isUnfilled(span) && endsStatement(span) },
    { pattern: describedWithDay, accepts: endsStatement },
    { pattern: datedCapitals, accepts: ({ end }) => statementEnd.test(text.slice(end, end + 3)) },
    { pattern: linkText, accepts: endsStatement },
    { pattern: nameless },
    { pattern: openDate },
    { pattern: openFigures },
    { pattern: capitalNoun, accepts: isCapitalNoun },
    {
      pattern: tk,
      accepts: ({ start }) => !capitalizedBefore.test(text.slice(Math.max(0, start - 42), start)),
    },
    { pattern: doubtedOutlet, accepts: (span) => isOutletAsked(span) && endsStatement(span) },
    { pattern: bareTk, accepts: (span) => span.end - span.start > 2 || (isAtEnd(span) && !isName()) },
  ]);

  function isCapitalNoun(span: Span): boolean {
    const noun = text.slice(span.start + 1, span.end - 1).toLowerCase();
    if (!nouns.has(noun) || !endsStatement(span)) return false;
    // A name before it: `Long Island News Kiosk (LINK)`
    const before = text.slice(Math.max(0, span.start - 60), span.start);
    return !before.toLowerCase().trimEnd().endsWith(noun) && !/\p{Lu}\S*\s\p{Lu}\S*\s?$/u.test(before);
  }

  function isOutletAsked({ start, end }: Span): boolean {
    return isKnownOutlet(text.slice(start + 1, end - 1).replace(/\s?\?$/, ''));
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

  /** Whether what stands before the comma holds the place of a source. */
  function isUnfilled({ start, end }: Span): boolean {
    const name = text
      .slice(start + 1, end)
      .split(',', 1)[0]!
      .trim();
    return standInName.test(name) || datedMark.test(name) || asksForSource(name, false);
  }

  function endsStatement({ start, end }: Span): boolean {
    const isAfterWords = /\p{Ll}[\p{L}\s,]{8,60}\s[*_]{0,3}$/u.test(text.slice(Math.max(0, start - 60), start));
    return isAfterWords && statementEnd.test(text.slice(end, end + 6));
  }
}
