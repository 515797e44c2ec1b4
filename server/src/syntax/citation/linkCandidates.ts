/** Links and addresses in the sentences of a paragraph. docs/format.md, "Links". */

// cspell:ignore licen
import { type Located, type Span, slice } from '../../base/text/span.ts';
import type { Inline } from '../ast.ts';
import { normalizeName } from './itemSource.ts';
import { isEmptyTarget } from './linkAddress.ts';
import { findWebAddresses } from './webAddresses.ts';

/** `inline`: `[text](address)`; `reference`: `[text][label]`; `bare`: an address in a sentence, with or without `<>`. */
export interface LinkCandidate {
  readonly kind: 'inline' | 'reference' | 'bare';
  /** The whole link. */
  readonly span: Span;
  readonly text?: Located<string>;
  /** Absent in a reference, and where the link has lost it. */
  readonly address?: Located<string>;
  /** Of a reference; the text itself in `[text][]`. */
  readonly label?: string;
  /** Whether the address was lost, as in `[text]()` and `[text](https://)`, or the words before a date, as in `[](https://…), May 3`. */
  readonly isEmpty: boolean;
}

/** Words of links that lead on or away, and support no statement. */
const notEvidence =
  /^(?:read (?:more|also|on)|more|(?:un)?subscribe|share|listen|register|download|leave a comment|comments?$|here to (?:subscribe|donate)|support us|reply$|like$|sign up|log ?in|here'?s how|contact(?: us)?|donate|print|e-?mail|follow(?: us)?|watch live|click here(?: to (?:subscribe|see|view|watch|read|listen))?(?! for)|cc[ -]by.*|creative commons.*|licen[cs]e)\b/i;
/** `Photo: [agency](https://…)` credits a picture. */
const creditBefore = /(?:^|[\s(])(?:photo|image|picture|map|video|graphic)s?(?: credit| by| via)?:\s$/i;
/** `Read more on the campaign here: https://…` */
const leadOnBefore =
  /(?:^|[.!?\n]\s?)\s*(?:read more|subscribe|sign up|follow us|register|donate|download)\b[^.!?\n]{0,120}$/i;
/** `(AFP, ` */
const inBrackets = /[([][^()[\]\n]{1,200}$/;
/** `[](https://…), September 22`: the words of the link were its source. */
const dateBehind = /^\s?,\s(?:\p{Lu}\p{L}{2,8}\.?\s\d|\d{1,2}\s\p{L}{3}|\d{4}-)/u;
/** `[](#_ftn7)`: the number of the note is lost. */
const noteAnchor = /^#_?(?:ftn|edn|fn|cite|note)/i;
const referencePattern = /\[((?:[^\][\\\n]|\\.){1,300})\]\[([^\][\n]{0,40})\]/g;
const lowerCaseWord = /(?:^|[^\p{L}])\p{Ll}{2,}/u;
const onlyKey = /^[\s*_>#|-]*\p{L}{1,20}(?: \p{L}{1,20}){0,2}:[\s*_]*$/u;

/** The links that stand in a sentence. `atoms`: what the paragraph holds besides its words, in order of place. */
export function findLinkCandidates(text: string, atoms: readonly Inline[]): LinkCandidate[] {
  const found: LinkCandidate[] = [];
  for (const atom of atoms) {
    if (atom.kind !== 'link' || text[atom.start] === '!') continue;
    const target = atom.target.value.trim();
    const words = normalizeName(slice(text, atom.text));
    const common = {
      kind: 'inline' as const,
      span: { start: atom.start, end: atom.end },
      text: { value: words, span: atom.text },
    };
    if (isEmptyTarget(target) || (words === '' && noteAnchor.test(target))) {
      if (words !== '' || followsWord(text, atom.start)) found.push({ ...common, isEmpty: true });
    } else if (words === '' && dateBehind.test(text.slice(atom.end, atom.end + 16))) {
      found.push({ ...common, address: atom.target, isEmpty: true });
    } else if (!notEvidence.test(words) && !creditBefore.test(text.slice(Math.max(0, atom.start - 24), atom.start)))
      found.push({ ...common, address: atom.target, isEmpty: false });
  }
  found.push(...references(text, atoms), ...bareAddresses(text, atoms));
  found.sort((a, b) => a.span.start - b.span.start);
  return linksInSentences(text, found);
}

function* references(text: string, atoms: readonly Inline[]): Generator<LinkCandidate> {
  if (!text.includes('][')) return;
  for (const match of text.matchAll(referencePattern)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (atoms.some((atom) => atom.start < span.end && span.start < atom.end)) continue;
    const words = normalizeName(match[1]!);
    // `[3][4]`, `m[0][1]`, `[^1][^2]` are no links.
    if (/^[\d^]/.test(words) || !/\p{L}/u.test(words) || text[span.start - 1] === '!' || text[span.start - 1] === ']')
      continue;
    const label = match[2]!.trim() || words;
    const value = { value: words, span: { start: span.start + 1, end: span.start + 1 + match[1]!.length } };
    yield { kind: 'reference', span, text: value, label, isEmpty: false };
  }
}

/** Addresses in brackets, behind a colon, or at the end of a sentence. */
function* bareAddresses(text: string, atoms: readonly Inline[]): Generator<LinkCandidate> {
  if (!(text.includes('://') || text.includes('www.'))) return;
  for (const address of findWebAddresses(text, { start: 0, end: text.length })) {
    const { start, end } = address.span;
    // A defanged address in running text is an indicator, not a source.
    if (!/^(?:https?:\/\/|www\.)/i.test(slice(text, address.span)) || slice(text, address.span).includes('[.]'))
      continue;
    if (atoms.some((atom) => atom.start < end && start < atom.end)) continue;
    if (isDefinition(text, start)) continue;
    const isAngled = text[start - 1] === '<' && text[end] === '>';
    const before = text.slice(Math.max(0, start - 3), start);
    const behind = text.slice(end, end + 3);
    const isBracketed =
      (/[([]\s*$/.test(before) && /^\s*[)\],;]/.test(behind)) ||
      (/^\s*[)\]]/.test(behind) && inBrackets.test(text.slice(Math.max(0, start - 200), start)));
    const isCited =
      isAngled ||
      isBracketed ||
      /:\s*$/.test(before) ||
      /^[.!?]?["”’)]?(?:\s*$|\s+(?=\p{Lu}|\[))/u.test(text.slice(end, end + 8));
    if (!isCited || leadOnBefore.test(text.slice(Math.max(0, start - 160), start))) continue;
    const span = isAngled ? { start: start - 1, end: end + 1 } : address.span;
    yield { kind: 'bare', span, address, isEmpty: false };
  }
}

/** Whether the line up to the address at `at` is `[label]:`. */
function isDefinition(text: string, at: number): boolean {
  const before = at <= 60 ? `\n${text.slice(0, at)}` : text.slice(at - 60, at);
  return /\n[ \t>]{0,8}\[[^\][\n]{1,40}\]:\s{0,8}<?$/.test(before);
}

/** Whether the link directly follows a word, so that something must have stood in its brackets. */
function followsWord(text: string, at: number): boolean {
  return (
    /[\p{L}\p{N}.,)”"]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) ||
    /\S \($/.test(text.slice(Math.max(0, at - 3), at))
  );
}

/** The links whose line, links taken out, has lower-case words and punctuation and is more than a key. */
function linksInSentences(text: string, links: readonly LinkCandidate[]): LinkCandidate[] {
  const kept: LinkCandidate[] = [];
  for (let first = 0; first < links.length; ) {
    const lineStart = text.lastIndexOf('\n', links[first]!.span.start) + 1;
    const newline = text.indexOf('\n', links[first]!.span.start);
    const lineEnd = newline < 0 ? text.length : newline;
    let next = first + 1;
    while (next < links.length && links[next]!.span.start < lineEnd) next++;
    const ofLine = links.slice(first, next);
    if (isSentence(text, { start: lineStart, end: lineEnd }, ofLine)) kept.push(...ofLine);
    first = next;
  }
  return kept;
}

function isSentence(text: string, line: Span, links: readonly LinkCandidate[]): boolean {
  let words = '';
  let linkedLength = 0;
  let at = line.start;
  for (const { span, text: label } of links) {
    words += `${text.slice(at, Math.max(at, span.start))} `;
    linkedLength += label?.value.length ?? 0;
    at = Math.max(at, span.end);
  }
  words = (words + text.slice(at, line.end)).replace(/^[\s>*+-]*(?:\d+\.)?/, '').trim();
  return (
    !onlyKey.test(words) && lowerCaseWord.test(words) && /[.,;:!?…)]/.test(words) && words.length * 4 > linkedLength
  );
}
