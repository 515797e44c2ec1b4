/**
 * Reads a parenthesis as a citation with its items, or as something else. docs/format.md, section 2: the readings are
 * tried in the order given there; the first one wins.
 */

import type { Mutable, Span } from '../../base/text/span.ts';
import type { Citation, FormError, Inline, Parenthetical, SourceName, Tag, When } from '../ast.ts';
import { readWhen } from '../date/writtenDate.ts';
import { isDash, isMark, type Token, tokenize } from '../tokens.ts';
import { createCitation, NO_FORM_ERRORS } from './createCitation.ts';
import { skipLeadIn } from './leadIns.ts';
import { isSourceLike, parseDomain } from './sourceName.ts';
import { createTagCitation, isSourceTag } from './tagItem.ts';

const credit =
  /^\s*(?:(?:photo|image|picture|map|graphic)\s)?(?:sources?|credits?|courtesy(?: of)?|photo|image)\s?:\s*(?=\S)/i;
const acronym = /^[\p{Lu}\p{N}][\p{L}\p{N}/&.-]{1,14}$/u;
const authorDate =
  /^\s*(?:(?:see(?: also)?|cf\.?|e\.g\.,?)\s)?[\p{Lu}\p{Lo}'‘’][^\d,;]{1,80},?\s(?:19|20)\d\d[a-z]?(?:\s?[,–-]\s?(?:\d{4}[a-z]?|pp?\.\s?[\d–-]+|[a-z](?=,|$)))*(?:\s?:\s?[\d–-]+)?\s*$/u;
const imprint = /^\s*\p{Lu}[^:;\d]{1,60}:\s[^:;\d]{1,120},\s?\d{4}\s*$/u;

/**
 * Reads the parenthesis at `group` of `text`, `(` and `)` included. `atoms` are the tags, links and code spans inside it,
 * in order. The spans of the result count in `text`.
 */
export function readParenthesis(text: string, group: Span, atoms: readonly Inline[]): Parenthetical {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const content = text.slice(inner.start, inner.end);
  const hasDigit = /\d/.test(content);
  const creditMatch = credit.exec(content);
  if (hasDigit || atoms.length > 0) {
    const items = splitItems(tokenize(text, inner, atoms));
    if (hasDigit && items.every((item) => item.length > 0 && readWhen(item, 0))) return { kind: 'date' };
    if (imprint.test(content) && !creditMatch) return { kind: 'imprint' };
    const citations = readItems(text, group, items, atoms);
    if (citations.length > 0) return { kind: 'citation', citations };
    if (hasDigit && !creditMatch && content.split(';').every((item) => authorDate.test(item)))
      return { kind: 'author-date' };
  }
  if (creditMatch) return { kind: 'credit', source: { start: inner.start + creditMatch[0].length, end: inner.end } };
  if (acronym.test(content) && content.replace(/[^\p{Lu}\p{N}]/gu, '').length > 1 && /\p{Lu}/u.test(content)) {
    return { kind: 'acronym', short: inner };
  }
  return { kind: 'text' };
}

/** Splits at each `;` outside inner parentheses and brackets. */
function splitItems(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isMark(token, '(') || isMark(token, '[')) depth++;
    else if (isMark(token, ')') || isMark(token, ']')) depth--;
    if (depth === 0 && isMark(token, ';')) items.push([]);
    else items.at(-1)!.push(token);
  }
  return items;
}

function readItems(text: string, group: Span, items: readonly Token[][], atoms: readonly Inline[]): Citation[] {
  const citations: Citation[] = [];
  for (const tokens of items) {
    const tags = sourceTags(tokens, atoms);
    if (tags.length > 0) {
      citations.push(...readTagged(group, tokens, tags));
      continue;
    }
    const previous = citations.at(-1);
    const read = readPlain(text, group, tokens, atoms) ?? (previous && readFurtherDates(group, tokens, previous));
    if (read) citations.push(read);
  }
  return citations;
}

function sourceTags(tokens: readonly Token[], atoms: readonly Inline[]): Tag[] {
  return tokens.flatMap((token) => {
    const atom = token.kind === 'atom' ? atomAt(atoms, token) : undefined;
    return isSourceTag(atom) ? [atom] : [];
  });
}

/** `[RFE/RL](src:rferl-2021-09-05), September 5`. A tag with other words around it, or next to another tag, is an item alone. */
function readTagged(group: Span, tokens: readonly Token[], tags: readonly Tag[]): Citation[] {
  return tags.map((tag) => {
    const from = tokens.findIndex((token) => token.start === tag.start) + 1;
    const rest = isMark(tokens[from], ',') ? from + 1 : from;
    const when = rest < tokens.length ? readWhen(tokens, rest) : undefined;
    const alone = skipLeadIn(tokens) === from - 1 && (when !== undefined || from === tokens.length);
    const span = alone ? spanOf(tokens) : { start: tag.start, end: tag.end };
    return createTagCitation(tag, normalizeName(tag.surface.value), span, group, when);
  });
}

function createItem(
  span: Span,
  group: Span,
  source: SourceName | undefined,
  when: When,
  formErrors: readonly FormError[],
): Citation {
  return createCitation({
    form: 'parenthesis',
    span,
    group,
    source,
    when,
    formErrors,
  });
}

/** The second item of `(TASS, May 2; May 3)`: a date alone belongs to the source before it. */
function readFurtherDates(group: Span, tokens: readonly Token[], previous: Citation): Citation | undefined {
  const when = tokens.length > 0 && !previous.id ? readWhen(tokens, 0) : undefined;
  return when && createItem(spanOf(tokens), group, previous.source, when, NO_FORM_ERRORS);
}

/** `Source, Month Day` in all its forms, or `, Month Day` if the source is missing; undefined for anything else. */
function readPlain(
  text: string,
  group: Span,
  tokens: readonly Token[],
  atoms: readonly Inline[],
): Citation | undefined {
  const from = skipLeadIn(tokens);
  let fallback: Citation | undefined;
  for (let at = from; at < tokens.length; at++) {
    const when = readWhen(tokens, at);
    if (!when) continue;
    const before = tokens.slice(from, at);
    if (before.every((token) => token.kind === 'mark')) {
      // Only punctuation is left before the date. If it contains a comma, as in `(“,” May 3)`, there was a source.
      return before.some((token) => isMark(token, ','))
        ? createItem(spanOf(tokens), group, undefined, when, dateErrors(when))
        : undefined;
    }
    const { month, day } = when.dates[0]!.value;
    const commas = countSeparators(tokens, from, at);
    // `(Filiu, 2009)` is an author–date reference; in `(Theresa May 2017)` May is no month.
    if (month === undefined) continue;
    if (commas === 0 && (!tokens[at]!.hasSpaceBefore || (day === undefined && !when.accessed))) continue;
    const source = readSource(text, before.slice(0, before.length - commas), atoms);
    // With a later date the name does not become a source: `(On, July 11, July 9)` is text.
    if (!source && commas > 0) return fallback;
    if (!source) continue;
    const errors = [...separatorErrors(tokens, at, commas), ...dateErrors(when)];
    const read = createItem(spanOf(tokens), group, source, when, errors);
    // In `Channel 4, 10 May` the 4 is not a day: a number without a comma before it is only a fallback.
    if (commas > 0 || tokens[at]!.kind === 'word') return fallback && commas === 0 ? fallback : read;
    fallback ??= read;
  }
  return fallback;
}

/** The number of commas (or, by mistake, colons and dashes) between the name and the date at `at`. */
function countSeparators(tokens: readonly Token[], from: number, at: number): number {
  const isSeparator = (token: Token) =>
    token.kind === 'mark' && (',:'.includes(token.text) || (token.hasSpaceBefore && isDash(token)));
  let count = 0;
  while (at - count > from && isSeparator(tokens[at - count - 1]!)) count++;
  return count;
}

function readSource(text: string, tokens: readonly Token[], atoms: readonly Inline[]): SourceName | undefined {
  let last = tokens.length;
  let place: Span | undefined;
  let abbreviation: Span | undefined;
  for (const [open, close] of ['[]', '()']) {
    if (!isMark(tokens[last - 1], close!)) continue;
    const start = tokens.findLastIndex((token, index) => index < last && isMark(token, open!));
    if (start < 1) return undefined;
    const inside = { start: tokens[start]!.end, end: tokens[last - 1]!.start };
    if (close === ']') place = inside;
    else abbreviation = inside;
    last = start;
  }
  const nameTokens = tokens.slice(0, last);
  const [firstToken] = nameTokens;
  if (!firstToken) return undefined;
  const { start, end } = spanOf(nameTokens);
  const createSourceName = (name: string, domain: string | undefined, entity?: string): SourceName => {
    const made: Mutable<SourceName> = { start, end, name };
    if (domain) made.domain = domain;
    if (entity !== undefined) made.entity = entity;
    if (place) made.place = place;
    if (abbreviation) made.abbreviation = abbreviation;
    return made;
  };
  const atom = nameTokens.length === 1 && firstToken.kind === 'atom' ? atomAt(atoms, firstToken) : undefined;
  if (atom?.kind === 'tag') return createSourceName(normalizeName(atom.surface.value), undefined, atom.id.value);
  if (atom?.kind === 'link') {
    const domain = parseDomain(atom.target.value);
    return createSourceName(
      normalizeName(text.slice(atom.text.start, atom.text.end)) || (domain ?? atom.target.value),
      domain,
    );
  }
  const name = normalizeName(plainText(text, { start, end }, atoms));
  return isSourceLike(name) ? createSourceName(name, parseDomain(name)) : undefined;
}

/** The words of a span, with each tag and link replaced by its surface. */
function plainText(text: string, span: Span, atoms: readonly Inline[]): string {
  let result = '';
  let at = span.start;
  for (const atom of atoms) {
    if (atom.start < at || atom.end > span.end) continue;
    result += text.slice(at, atom.start);
    if (atom.kind === 'tag') result += atom.surface.value;
    else if (atom.kind === 'link') result += text.slice(atom.text.start, atom.text.end);
    at = atom.end;
  }
  return result + text.slice(at, span.end);
}

function separatorErrors(tokens: readonly Token[], at: number, commas: number): FormError[] {
  const before = tokens[at - commas - 1]!;
  const date = tokens[at]!;
  if (!tokens.slice(at - commas, at).some((token) => isMark(token, ','))) {
    return [{ kind: 'no-comma', at: { start: before.end, end: date.start } }];
  }
  const errors: FormError[] = [];
  const comma = tokens[at - commas]!;
  if (comma.hasSpaceBefore) errors.push({ kind: 'space-before-comma', at: { start: before.end, end: comma.end } });
  if (commas > 1) errors.push({ kind: 'extra-comma', at: { start: comma.end, end: tokens[at - 1]!.end } });
  else if (!date.hasSpaceBefore) {
    errors.push({ kind: 'no-space', at: { start: comma.start, end: date.start } });
  }
  return errors;
}

function dateErrors(when: When): FormError[] {
  return when.strayStop ? [{ kind: 'stray-stop', at: when.strayStop }] : [];
}

function atomAt(atoms: readonly Inline[], token: Token): Inline | undefined {
  return atoms.find((atom) => atom.start === token.start);
}

const emphasis = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

function normalizeName(name: string): string {
  return name.replace(emphasis, '').replace(/\s+/g, ' ').trim();
}

function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}
