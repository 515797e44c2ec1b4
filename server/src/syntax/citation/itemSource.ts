/** What stands before the date of an item: the outlet, with its place, short form, title and author. */

import type { Located, Mutable, Span } from '../../base/text/span.ts';
import type { Citation, Inline, SourceName } from '../ast.ts';
import type { KnownNames } from '../knownNames.ts';
import { HTML_TAG, isDash, isMark, type Token } from '../tokens.ts';
import { isEmptyTarget } from './linkAddress.ts';
import { isSourceLike, parseDomain } from './sourceName.ts';

export interface ItemSource extends Partial<Pick<Citation, 'source' | 'title' | 'author' | 'url'>> {
  /** Whether a place in capitals follows the name: `Interfax – TBILISI.` */
  readonly hasDateline?: boolean;
}

/** Entities that are no source. */
const PLACE_TYPES = new Set(['place', 'event', 'weapon']);
const quotation = /“[^”]*”|‘(?:[^‘’]|’(?=\p{L}))*’|"[^"]*"|«[^»]*»|„[^“”]*[“”]/gu;
const mayHoldQuotation = /[“"«„‘]/;
const capitals = /^\p{Lu}[\p{Lu}\s’'-]*\.?$/u;
const mayNeedNormalizing = /[*_<]|^\s|\s$|\s\s|[^\S ]/;
const emphasis = new RegExp(String.raw`${HTML_TAG}|\*+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])`, 'gu');

/** The source that the tokens name; `aside` for a tagged place or event; undefined where they name none. */
export function readSource(
  text: string,
  tokens: readonly Token[],
  atoms: readonly Inline[],
  hasComma: boolean,
  known: KnownNames,
): ItemSource | 'aside' | undefined {
  const parts = splitPlaces(withoutWikilink(tokens));
  if (!parts) return undefined;
  const [first] = parts.name;
  if (!first) return undefined;
  const atom = parts.name.length === 1 && first.kind === 'atom' ? atomAt(atoms, first) : undefined;
  if (atom?.kind === 'tag' && PLACE_TYPES.has(atom.type.value)) return 'aside';
  const span = spanOf(parts.name);
  if (atom?.kind === 'tag')
    return { source: createName(span, normalizeName(atom.surface.value), undefined, parts, atom.id.value) };
  if (atom?.kind === 'link') {
    const words = normalizeName(text.slice(atom.text.start, atom.text.end));
    // `[TASS]()` names its source and leads nowhere.
    if (isEmptyTarget(atom.target.value))
      return words ? { source: createName(span, words, undefined, parts) } : undefined;
    const domain = parseDomain(atom.target.value);
    return { source: createName(span, words || (domain ?? atom.target.value), domain, parts), url: atom.target };
  }
  const titled = readTitled(text, span, atoms, parts, known);
  if (titled) return titled;
  const name = normalizeName(plainText(text, span, atoms));
  return isSourceLike(name, hasComma) || known.isOutlet(name)
    ? { source: createName(span, name, parseDomain(name), parts), hasDateline: parts.hasDateline }
    : undefined;
}

interface NameParts {
  readonly name: readonly Token[];
  readonly place: Span | undefined;
  readonly abbreviation: Span | undefined;
  readonly hasDateline: boolean;
}

/** Splits off `[Hong Kong]`, `(MFA)` and `– TBILISI.` at the end; undefined where a bracket has no partner. */
function splitPlaces(tokens: readonly Token[]): NameParts | undefined {
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
    last = isMark(tokens[start - 1], ',') ? start - 1 : start;
  }
  const dash = tokens.findLastIndex(
    (token, index) => index > 0 && index < last - 1 && isDash(token) && token.hasSpaceBefore,
  );
  const dateline =
    dash > 0
      ? tokens
          .slice(dash + 1, last)
          .map(({ text }) => text)
          .join(' ')
      : '';
  const hasDateline = dash > 0 && capitals.test(dateline.replace(/ \.$/, '.'));
  if (hasDateline) {
    place = { start: tokens[dash + 1]!.start, end: tokens[last - 1]!.end };
    last = dash;
  }
  return { name: tokens.slice(0, last), place, abbreviation, hasDateline };
}

/** The words of `[[Reuters]]` and of `[[reuters-agency|Reuters]]`, if they are all there is. */
function withoutWikilink(tokens: readonly Token[]): readonly Token[] {
  const isLink =
    isMark(tokens[0], '[') && isMark(tokens[1], '[') && isMark(tokens.at(-1), ']') && isMark(tokens.at(-2), ']');
  return isLink ? tokens.slice(Math.max(2, tokens.findIndex((token) => isMark(token, '|')) + 1), -2) : tokens;
}

/** `Reuters, “Title,”` and `Author, “Title,” Outlet`. With a quotation alone, that is the name. */
function readTitled(
  text: string,
  span: Span,
  atoms: readonly Inline[],
  parts: NameParts,
  known: KnownNames,
): ItemSource | undefined {
  const words = text.slice(span.start, span.end);
  if (!mayHoldQuotation.test(words)) return undefined;
  const matches = [...words.matchAll(quotation)];
  const [match] = matches;
  if (!match || matches.length > 1) return undefined;
  const titleSpan = { start: span.start + match.index, end: span.start + match.index + match[0].length };
  const before = trimPunctuation(text, { start: span.start, end: titleSpan.start });
  const behind = trimPunctuation(text, { start: titleSpan.end, end: span.end });
  const title = { value: normalizeName(match[0].slice(1, -1).replace(/[,.;]$/, '')), span: titleSpan };
  const outletSpan = behind ?? before;
  // `(“Title,” , April 2)` and `(Vale, “Title”, , April 2)` have lost their outlet; `(“Title”, April 2)` is cited by its title.
  if (!behind && /^\s*,\s*,/.test(text.slice(titleSpan.end, titleSpan.end + 6))) return { title };
  if (!outletSpan)
    return /,["”»“’]$/.test(match[0]) && text.slice(titleSpan.end, span.end + 2).includes(',') ? { title } : undefined;
  const name = normalizeName(plainText(text, outletSpan, atoms));
  if (!isSourceLike(name) && !known.isOutlet(name)) return undefined;
  const source = createName(outletSpan, name, parseDomain(name), parts);
  const author: Located<string> | undefined =
    behind && before ? { value: normalizeName(text.slice(before.start, before.end)), span: before } : undefined;
  return { source, title, ...(author && { author }) };
}

function trimPunctuation(text: string, span: Span): Span | undefined {
  const words = text.slice(span.start, span.end);
  const lead = /^[\s,;:]*/.exec(words)![0].length;
  const length = words.replace(/[\s,;:]+$/, '').length;
  return length > lead ? { start: span.start + lead, end: span.start + length } : undefined;
}

function createName(
  { start, end }: Span,
  name: string,
  domain: string | undefined,
  { place, abbreviation }: NameParts,
  entity?: string,
): SourceName {
  const created: Mutable<SourceName> = { start, end, name };
  if (domain) created.domain = domain;
  if (entity !== undefined) created.entity = entity;
  if (place) created.place = place;
  if (abbreviation) created.abbreviation = abbreviation;
  return created;
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

/** The atom that a token stands for. */
export function atomAt(atoms: readonly Inline[], token: Token): Inline | undefined {
  return token.kind === 'atom' ? atoms.find((atom) => atom.start === token.start) : undefined;
}

/** The name without emphasis marks and HTML tags, its white space folded. */
export function normalizeName(name: string): string {
  // Most names have nothing to normalize.
  if (!mayNeedNormalizing.test(name)) return name;
  return name.replace(emphasis, '').replace(/\s+/g, ' ').trim();
}

/** The span of at least one token. */
export function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}

/** The words that the tokens stand for, with single spaces. */
export function wordsOf(text: string, tokens: readonly Token[]): string {
  return tokens.length === 0 ? '' : text.slice(tokens[0]!.start, tokens.at(-1)!.end).replace(/\s+/g, ' ');
}
