/**
 * What a parenthesis says: a citation, and of which items, or something else. FORMAT.md, section 2: the readings are
 * tried in the order given there, the first one wins.
 */

import type { Draft, Located, Span } from '../../base/text/span.ts';
import type { Citation, Inline, Pattern, Reading, Slip, SourceName, Tag, When } from '../ast.ts';

import { readWhen } from '../date/writtenDate.ts';
import { isDash, isMark, type Token, tokenize } from '../tokens.ts';
import { skipLeadIn } from './leadIns.ts';
import { domainOf, isSourceLike } from './sourceName.ts';

const credit =
  /^\s*(?:(?:photo|image|picture|map|graphic)\s)?(?:sources?|credits?|courtesy(?: of)?|photo|image)\s?:\s*(?=\S)/i;
const acronym = /^[\p{Lu}\p{N}][\p{L}\p{N}/&.-]{1,14}$/u;
const authorDate =
  /^\s*(?:(?:see(?: also)?|cf\.?|e\.g\.,?)\s)?[\p{Lu}\p{Lo}'‘’][^\d,;]{1,80},?\s(?:19|20)\d\d[a-z]?(?:\s?[,–-]\s?(?:\d{4}[a-z]?|pp?\.\s?[\d–-]+|[a-z](?=,|$)))*(?:\s?:\s?[\d–-]+)?\s*$/u;
const imprint = /^\s*\p{Lu}[^:;\d]{1,60}:\s[^:;\d]{1,120},\s?\d{4}\s*$/u;

/**
 * Reads the parenthesis at `group` (both parentheses included) of `text`.
 * `atoms` are the tags, links and code spans inside it, in order.
 */
export function readGroup(text: string, group: Span, atoms: readonly Inline[]): Reading {
  const inner = { start: group.start + 1, end: group.end - 1 };
  const words = text.slice(inner.start, inner.end);
  const hasDigit = /\d/.test(words);
  const credited = credit.exec(words);
  if (hasDigit || atoms.length > 0) {
    const items = splitItems(tokenize(text, inner, atoms));
    if (hasDigit && items.every((item) => item.length > 0 && readWhen(item, 0))) return { kind: 'date' };
    if (imprint.test(words) && !credited) return { kind: 'imprint' };
    const citations = readItems(text, group, items, atoms);
    if (citations.length > 0) return { kind: 'citation', citations };
    if (hasDigit && !credited && words.split(';').every((item) => authorDate.test(item)))
      return { kind: 'author-date' };
  }
  if (credited) return { kind: 'credit', source: { start: inner.start + credited[0].length, end: inner.end } };
  if (acronym.test(words) && words.replace(/[^\p{Lu}\p{N}]/gu, '').length > 1 && /\p{Lu}/u.test(words)) {
    return { kind: 'acronym', short: inner };
  }
  return { kind: 'text' };
}

/** Cuts at the `;` that stand in no inner parenthesis or bracket. */
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
    const before = citations.at(-1);
    const read = readPlain(text, group, tokens, atoms) ?? (before && readFurtherDates(group, tokens, before));
    if (read) citations.push(read);
  }
  return citations;
}

function sourceTags(tokens: readonly Token[], atoms: readonly Inline[]): Tag[] {
  return tokens.flatMap((token) => {
    const atom = token.kind === 'atom' ? atomAt(atoms, token) : undefined;
    return atom?.kind === 'tag' && atom.type.value === 'src' ? [atom] : [];
  });
}

/** `[RFE/RL](src:rferl-2021-09-05), September 5`. A tag with more words around it, or beside another tag, is its own item. */
function readTagged(group: Span, tokens: readonly Token[], tags: readonly Tag[]): Citation[] {
  return tags.map((tag) => {
    const from = tokens.findIndex((token) => token.start === tag.start) + 1;
    const rest = isMark(tokens[from], ',') ? from + 1 : from;
    const when = rest < tokens.length ? readWhen(tokens, rest) : undefined;
    const alone = skipLeadIn(tokens) === from - 1 && (when !== undefined || from === tokens.length);
    const { start, end } = tag.surface.span;
    const span = alone ? spanOf(tokens) : { start: tag.start, end: tag.end };
    return citationOf('tag', span, group, tag.id, { start, end, name: fold(tag.surface.value) }, when);
  });
}

/** Always with all fields, so that all citations are alike for V8: what reads them is much faster then. */
export function citationOf(
  form: Citation['form'],
  span: Span,
  group: Span,
  id: Located<string> | undefined,
  source?: SourceName,
  when?: When,
  slips: readonly Slip[] = NO_SLIPS,
  pattern?: Pattern,
): Citation {
  return { form, span, group, id, source, when, slips, pattern };
}

const NO_SLIPS: readonly Slip[] = [];

/** The second item of `(TASS, May 2; May 3)`: a date alone goes with the source before it. */
function readFurtherDates(group: Span, tokens: readonly Token[], before: Citation): Citation | undefined {
  const when = tokens.length > 0 && before.form === 'plain' ? readWhen(tokens, 0) : undefined;
  return when && citationOf('plain', spanOf(tokens), group, undefined, before.source, when);
}

/** `Source, Month Day` in all its forms, or `, Month Day` where the source is missing; undefined for anything else. */
function readPlain(
  text: string,
  group: Span,
  tokens: readonly Token[],
  atoms: readonly Inline[],
): Citation | undefined {
  const from = skipLeadIn(tokens);
  let weak: Citation | undefined;
  for (let at = from; at < tokens.length; at++) {
    const when = readWhen(tokens, at);
    if (!when) continue;
    const item = (source: SourceName | undefined, slips: Slip[]) =>
      citationOf('plain', spanOf(tokens), group, undefined, source, when, slips);
    const before = tokens.slice(from, at);
    if (before.every((token) => token.kind === 'mark')) {
      // Only punctuation is left before the date; with a comma in it, `(, May 3)` or `(“,” May 3)`, that was a source.
      return before.some((token) => isMark(token, ',')) ? item(undefined, slipsOfDate(when)) : undefined;
    }
    const { month, day } = when.dates[0]!.value;
    const commas = countSeparators(tokens, from, at);
    // `(Filiu, 2009)` is an author–date reference; in `(Theresa May 2017)` May is no month.
    if (month === undefined) continue;
    if (commas === 0 && (!tokens[at]!.spaced || (day === undefined && !when.accessed))) continue;
    const source = readSource(text, before.slice(0, before.length - commas), atoms);
    // A date inside a name makes no better one: `(On, July 11, July 9)` is text.
    if (!source && commas > 0) return weak;
    if (!source) continue;
    const read = item(source, [...slipsOfSeparator(tokens, at, commas), ...slipsOfDate(when)]);
    // In `Channel 4, 10 May` the 4 is no day: a number with no comma before it waits for something better.
    if (commas > 0 || tokens[at]!.kind === 'word') return weak && commas === 0 ? weak : read;
    weak ??= read;
  }
  return weak;
}

/** How many commas (or, by mistake, colons and dashes) stand between the name and the date at `at`. */
function countSeparators(tokens: readonly Token[], from: number, at: number): number {
  const isSeparator = (token: Token) =>
    token.kind === 'mark' && (',:'.includes(token.text) || (token.spaced && isDash(token)));
  let count = 0;
  while (at - count > from && isSeparator(tokens[at - count - 1]!)) count++;
  return count;
}

function readSource(text: string, tokens: readonly Token[], atoms: readonly Inline[]): SourceName | undefined {
  let last = tokens.length;
  let place: Span | undefined;
  let short: Span | undefined;
  for (const [open, close] of ['[]', '()']) {
    if (!isMark(tokens[last - 1], close!)) continue;
    const start = tokens.findLastIndex((token, index) => index < last && isMark(token, open!));
    if (start < 1) return undefined;
    const inside = { start: tokens[start]!.end, end: tokens[last - 1]!.start };
    if (close === ']') place = inside;
    else short = inside;
    last = start;
  }
  const named = tokens.slice(0, last);
  const [only] = named;
  if (!only) return undefined;
  const { start, end } = spanOf(named);
  const source = (name: string, domain: string | undefined, entity?: string): SourceName => {
    const made: Draft<SourceName> = { start, end, name };
    if (domain) made.domain = domain;
    if (entity !== undefined) made.entity = entity;
    if (place) made.place = place;
    if (short) made.short = short;
    return made;
  };
  const atom = named.length === 1 && only.kind === 'atom' ? atomAt(atoms, only) : undefined;
  if (atom?.kind === 'tag') return source(fold(atom.surface.value), undefined, atom.id.value);
  if (atom?.kind === 'link') {
    const domain = domainOf(atom.target.value);
    return source(fold(text.slice(atom.text.start, atom.text.end)) || (domain ?? atom.target.value), domain);
  }
  const name = fold(plainText(text, { start, end }, atoms));
  return isSourceLike(name) ? source(name, domainOf(name)) : undefined;
}

/** The words of a span, tags and links given by their surfaces. */
function plainText(text: string, span: Span, atoms: readonly Inline[]): string {
  let words = '';
  let at = span.start;
  for (const atom of atoms) {
    if (atom.start < at || atom.end > span.end) continue;
    words += text.slice(at, atom.start);
    if (atom.kind === 'tag') words += atom.surface.value;
    else if (atom.kind === 'link') words += text.slice(atom.text.start, atom.text.end);
    at = atom.end;
  }
  return words + text.slice(at, span.end);
}

function slipsOfSeparator(tokens: readonly Token[], at: number, commas: number): Slip[] {
  const before = tokens[at - commas - 1]!;
  const date = tokens[at]!;
  if (!tokens.slice(at - commas, at).some((token) => isMark(token, ','))) {
    return [{ kind: 'no-comma', at: { start: before.end, end: date.start } }];
  }
  const slips: Slip[] = [];
  const comma = tokens[at - commas]!;
  if (comma.spaced) slips.push({ kind: 'space-before-comma', at: { start: before.end, end: comma.end } });
  if (commas > 1) slips.push({ kind: 'extra-comma', at: { start: comma.end, end: tokens[at - 1]!.end } });
  else if (!date.spaced) {
    slips.push({ kind: 'no-space', at: { start: comma.start, end: date.start } });
  }
  return slips;
}

function slipsOfDate(when: When): Slip[] {
  return when.strayStop ? [{ kind: 'stray-stop', at: when.strayStop }] : [];
}

function atomAt(atoms: readonly Inline[], token: Token): Inline | undefined {
  return atoms.find((atom) => atom.start === token.start);
}

const emphasis = /\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;

function fold(name: string): string {
  return name.replace(emphasis, '').replace(/\s+/g, ' ').trim();
}

function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}
