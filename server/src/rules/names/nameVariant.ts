import * as l10n from '@vscode/l10n';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import {
  findVariants,
  type KnownName,
  normalizedWords,
  type VariantIndex,
  variantIndexInSteps,
  variantIndexOf,
} from '../../analysis/names/fuzzyNames.ts';
import { lazy } from '../../base/memo/lazy.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { didYouMean } from '../../base/text/didYouMean.ts';
import { detach, type Span } from '../../base/text/span.ts';
import { nonProseSpans } from '../../names/mentions.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { isSubtypeOf, type Scope } from '../../scope/scope.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { aliasFix } from './aliasFix.ts';

/** A word of prose. */
interface Word extends Span {
  readonly isCapitalized: boolean;
  /** Whether it is made of letters and digits that are compared as they are, in lower case. */
  readonly isAscii: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/uy;
const [APOSTROPHE, HYPHEN, BACKTICK, ASCII] = [0x27, 0x2d, 0x60, 0x7f];
const capitalStart = /^\p{Lu}/u;
const possessive = /['’]s$/;
/** What may stand between the words of a name. */
const nameGap = /^(?:\s{1,4}|[-‐‑–]|['’]\s)$/;
const nameParticle = /^(?:al|el|ul|an|ar|as|at|az|ad|ash|abu|bin|ibn|de|da|von|van)$/;
const adjacentGap = /^[\s-]{1,4}$/;
const openers = patternsFrom(({ names }) => new Set(names.sentenceOpeners));
/** Signs that stand neither in words nor between the words of a name. */
const pieceBreak = /[.,;:!?()[\]"“”…]/g;
/** Pieces of prose in which nothing is near a name: after a keystroke most of a paragraph is what it was. */
const cleanPieces = perObject((_scope: Scope) => new Set<string>());
/** More of them are not remembered: then it begins anew. */
const MAX_CLEAN_PIECES = 5_000;
/** A name that is near to more than these is near to nothing. */
const MAX_CANDIDATES = 3;

/** A name that is almost that of an entity. */
export const nameVariant: Rule = {
  code: 'name-variant',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A name is spelled almost as in the registry.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t(
      'An entity is found in prose by its name and aliases; how else it is spelled, nobody has said.',
    ),
  },
  why: l10n.t(
    'One letter off, and the reader wonders whether this is somebody else; a search for the name misses the statement. Write the name as the registry has it, or add the spelling to the aliases if the house uses both. Inflected forms (Nigerian, Nigerians), first names and short names are left alone: there a letter makes another name.',
  ),
  bad: {
    brief: 'The police linked the cell to Jemaah Islamiya.\n',
    registry: 'entities:\n  - { id: ji, type: group, name: Jemaah Islamiyah }\n',
  },
  fixed: { brief: 'The police linked the cell to Jemaah Islamiyah.\n' },
  good: {
    brief: 'The police linked the cell to Jemaah Islamiyah.\n',
    registry: 'entities:\n  - { id: ji, type: group, name: Jemaah Islamiyah }\n',
  },
  prepare: variantIndexInSteps,
  *paragraph(block, { scope, textOf }) {
    if (scope.entities.size === 0) return;
    const whole = textOf({ start: 0, end: block.content.end });
    const skip = nonProseSpans(block);
    const index = variantIndexOf(scope);
    const isPerson = (id: string) => isSubtypeOf(scope, scope.entities.get(id)?.entry.type.value ?? '', 'person');
    const known = lazy(() => scope.findNames(whole, skip));
    const quiet = cleanPieces(scope);
    let next = 0;
    for (const piece of splitIntoPieces(whole)) {
      while (next < skip.length && skip[next]!.end <= piece.start) next++;
      const isProse = next === skip.length || skip[next]!.start >= piece.end;
      const written = whole.slice(piece.start, piece.end);
      if (isProse && quiet.has(written)) continue;
      let isQuiet = true;
      const mentions = () => {
        isQuiet = false;
        return known();
      };
      const words = wordsIn(whole, piece, skip, next);
      for (let at = 0; at < words.length; ) {
        const found = canBeginName(words, at, whole)
          ? findVariantAt(words, at, whole, index, isPerson, mentions)
          : undefined;
        if (found) yield found.problem;
        at += found?.size ?? 1;
      }
      if (!isProse || !isQuiet) continue;
      if (quiet.size >= MAX_CLEAN_PIECES) quiet.clear();
      quiet.add(detach(written));
    }
  },
  fixes(finding, context) {
    const written = context.text.slice(finding.span.start, finding.span.end);
    const meant = suggestionsOf(finding);
    const ids = Array.isArray(finding.data?.ids) ? finding.data.ids.map(String) : [];
    const alias = ids.length === 1 ? aliasFix({ id: ids[0]!, acronym: written }, context) : undefined;
    return [
      ...meant.map((name) => replacementFix(l10n.t('Change to “{0}”', name), context, finding.span, name)),
      ...(alias ? [alias] : []),
    ];
  },
};

/** The longest run of words from `at` on that is almost a name. */
function findVariantAt(
  words: readonly Word[],
  at: number,
  text: string,
  index: VariantIndex,
  isPerson: (id: string) => boolean,
  mentions: () => readonly Mention[],
): { problem: Problem; size: number } | undefined {
  const normalizedWords: string[] = [];
  let mismatch = -1;
  let longest: { names: readonly KnownName[]; span: Span; size: number } | undefined;
  for (let next = at; next < words.length && normalizedWords.length < index.maxWords; next++) {
    const current = words[next]!;
    if (next > at && !isNameGap(text, words[next - 1]!.end, current.start)) break;
    const normalized = normalizeWord(current, text);
    normalizedWords.push(normalized);
    if (!index.words.has(normalized)) {
      if (mismatch >= 0) break;
      mismatch = normalizedWords.length - 1;
    }
    if (!current.isCapitalized) continue;
    const span = { start: words[at]!.start, end: current.end };
    const candidates = findVariants(text.slice(span.start, span.end), normalizedWords, mismatch, index, isPerson);
    if (candidates.length === 0) continue;
    const isContinued = isAdjacentNamePart(words[next + 1], current, text);
    if (normalizedWords.length === 1 && (isContinued || isAdjacentNamePart(words[at - 1], current, text))) continue;
    const names = isContinued ? candidates.filter(({ id }) => !isPerson(id)) : candidates;
    if (names.length > 0 && names.length <= MAX_CANDIDATES && !overlapsKnownName(span, mentions()))
      longest = { names, span, size: normalizedWords.length };
  }
  if (!longest) return undefined;
  const { names, span, size } = longest;
  const meant = [...new Set(names.map(({ text }) => text))];
  const ids = [...new Set(names.map(({ id }) => id))];
  const written = text.slice(span.start, span.end);
  const problem = l10n.t(
    '“{0}” is almost a name of the registry, but not quite, so readers and searches may take it for another.',
    written,
  );
  const advice = l10n.t('Spell it as the registry does, or add this spelling to the aliases.');
  const message = `${problem}${didYouMean(meant)} ${advice}`;
  return { problem: { span, message, data: { suggestions: meant, ids } }, size };
}

/** Whether a known name stands there already; one that lies inside is another, shorter one. */
function overlapsKnownName({ start, end }: Span, mentions: readonly Mention[]): boolean {
  let low = 0;
  for (let high = mentions.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  for (let next = low; next < mentions.length && mentions[next]!.start < end; next++) {
    const { start: from, end: to } = mentions[next]!;
    if (from < start || to > end || to - from === end - start) return true;
  }
  return false;
}

/** Whether another word of a name stands right beside this one. */
function isAdjacentNamePart(other: Word | undefined, word: Word, text: string): boolean {
  if (!other?.isCapitalized) return false;
  const [first, second] = other.start < word.start ? [other, word] : [word, other];
  return adjacentGap.test(text.slice(first.end, second.start)) && !openers().has(normalizeWord(other, text));
}

function canBeginName(words: readonly Word[], at: number, text: string): boolean {
  const word = words[at]!;
  if (word.isCapitalized) return true;
  return (
    text.charCodeAt(word.end) === HYPHEN &&
    words[at + 1]?.isCapitalized === true &&
    nameParticle.test(normalizeWord(word, text))
  );
}

function isNameGap(text: string, from: number, to: number): boolean {
  return (to === from + 1 && text[from] === ' ') || nameGap.test(text.slice(from, to));
}

/** A word as it is compared. */
function normalizeWord({ start, end, isAscii }: Word, text: string): string {
  const written = text.slice(start, end);
  return isAscii ? written.toLowerCase() : normalizedWords(written).join('');
}

/** The text between signs that stand in no name: whether a piece holds one depends on nothing around it. */
function splitIntoPieces(text: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  pieceBreak.lastIndex = 0;
  while (pieceBreak.test(text)) {
    const end = pieceBreak.lastIndex;
    if (end - 1 > start) pieces.push({ start, end: end - 1 });
    start = end;
  }
  if (start < text.length) pieces.push({ start, end: text.length });
  return pieces;
}

/** The words of a piece outside `skip`, which is in order; the first of them that may touch the piece is the one at `next`. */
function wordsIn(text: string, { start: from, end: to }: Span, skip: readonly Span[], next: number): Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    const first = text.charCodeAt(start);
    if (first <= ASCII && !isAsciiWord(first)) {
      start++;
      continue;
    }
    let end = start;
    // After the last one there is no unit, which is `NaN`.
    let after = first;
    while (isAsciiWord(after)) after = text.charCodeAt(++end);
    const ascii = end > start && !(after > ASCII) && after !== APOSTROPHE && after !== BACKTICK;
    let match = '';
    if (!ascii) {
      wordPattern.lastIndex = start;
      match = wordPattern.exec(text)?.[0] ?? '';
      end = start + match.length;
      if (match === '') {
        start += text.codePointAt(start)! > 0xffff ? 2 : 1;
        continue;
      }
    }
    while (next < skip.length && skip[next]!.end <= start) next++;
    if (!skip[next] || skip[next]!.start >= end)
      words.push(
        ascii
          ? { start, end, isCapitalized: first >= 0x41 && first <= 0x5a, isAscii: ascii }
          : {
              start,
              end: start + match.replace(possessive, '').length,
              isCapitalized: capitalStart.test(match),
              isAscii: ascii,
            },
      );
    start = end;
  }
  return words;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}
