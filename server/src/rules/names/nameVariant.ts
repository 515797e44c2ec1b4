import * as l10n from '@vscode/l10n';
import { patternsFrom } from '../../analysis/language/words/index.ts';
import { findVariants } from '../../analysis/names/fuzzyNames.ts';
import {
  type KnownName,
  normalizedWords,
  type VariantIndex,
  variantIndexInSteps,
  variantIndexOf,
} from '../../analysis/names/variantIndex.ts';
import { lazy } from '../../base/memo/lazy.ts';
import { perObject } from '../../base/memo/perObject.ts';
import { partitionPoint } from '../../base/memo/search.ts';
import { alternatives } from '../../base/text/didYouMean.ts';
import { findFolded } from '../../base/text/foldedView.ts';
import { detach, type Span } from '../../base/text/span.ts';
import type { Mention } from '../../names/nameFinder.ts';
import { nonProseSpans } from '../../names/registryNames.ts';
import { isSubtypeOf, type Scope } from '../../scope/scope.ts';
import { replacementFix, suggestionsOf } from '../engine/fixSupport.ts';
import type { Problem, Rule } from '../engine/rule.ts';
import { aliasFix } from './aliasFix.ts';

/** A word of prose. */
interface Word extends Span {
  readonly isCapitalized: boolean;
  /** Whether it consists of ASCII letters and digits, so that lower case is its normal form. */
  readonly isAscii: boolean;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/uy;
const [APOSTROPHE, HYPHEN, BACKTICK, ASCII] = [0x27, 0x2d, 0x60, 0x7f];
const capitalStart = /^\p{Lu}/u;
const possessive = /['’]s$/;
/** May separate the words of a name. */
const nameGap = /^(?:\s{1,4}|[-‐‑–]|['’]\s)$/;
const nameParticle = /^(?:al|el|ul|an|ar|as|at|az|ad|ash|abu|bin|ibn|de|da|von|van)$/;
const adjacentGap = /^[\s-]{1,4}$/;
/** Words that start sentences but not names. */
const openers = patternsFrom(({ names }) => new Set(names.sentenceOpeners));
/** Punctuation that occurs neither in words nor between the words of a name. */
const pieceBreak = /[.,;:!?()[\]"“”…]/g;
/**
 * Texts of pieces without candidates for a variant. After a keystroke most pieces of a paragraph are unchanged and can
 * be skipped.
 */
const cleanPieces = perObject((_scope: Scope) => new Set<string>());
/** Bounds the memory of `cleanPieces`: at this size the set is cleared. */
const MAX_CLEAN_PIECES = 5_000;
/** A spelling similar to more names than this is not reported: it is probably an ordinary word. */
const MAX_CANDIDATES = 3;

/** A name that is almost the name of an entity. */
export const nameVariant: Rule = {
  code: 'name-variant',
  severity: { draft: 'information', release: 'warning' },
  title: l10n.t('A name is spelled almost as in the registry.'),
  standard: {
    name: 'Briefmark format, section 4',
    requirement: l10n.t('Briefmark finds an entity in prose by its name and aliases; it knows no other spellings.'),
  },
  why: l10n.t(
    'With one letter changed, readers wonder whether this is someone else, and a search for the name misses the statement. Write the name as in the registry, or add the spelling to the aliases if your house uses both. The rule skips inflected forms (Nigerian, Nigerians), first names and short names, where one letter makes a different name.',
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
    const index = variantIndexOf(scope);
    if (index.maxWords === 0) return;
    const whole = textOf({ start: 0, end: block.content.end });
    const skip = nonProseSpans(block, whole);
    const isPerson = (id: string) => isSubtypeOf(scope, scope.entities.get(id)?.entry.type.value ?? '', 'person');
    const knownMentions = lazy(() => findFolded(whole, skip, scope.findNames));
    const clean = cleanPieces(scope);
    let nextSkip = 0;
    for (const piece of splitIntoPieces(whole)) {
      while (nextSkip < skip.length && skip[nextSkip]!.end <= piece.start) nextSkip++;
      const isProse = nextSkip === skip.length || skip[nextSkip]!.start >= piece.end;
      const pieceText = whole.slice(piece.start, piece.end);
      if (isProse && clean.has(pieceText)) continue;
      let isClean = true;
      const mentions = () => {
        isClean = false;
        return knownMentions();
      };
      const words = wordsIn(whole, piece, skip, nextSkip);
      for (let at = 0; at < words.length; ) {
        const found = canBeginName(words, at, whole)
          ? findVariantAt(words, at, whole, index, isPerson, mentions)
          : undefined;
        if (found) yield found.problem;
        at += found?.size ?? 1;
      }
      if (!isProse || !isClean) continue;
      if (clean.size >= MAX_CLEAN_PIECES) clean.clear();
      clean.add(detach(pieceText));
    }
  },
  fixes(finding, context) {
    const surface = context.text.slice(finding.span.start, finding.span.end);
    const suggestions = suggestionsOf(finding);
    const ids = Array.isArray(finding.data?.ids) ? finding.data.ids.map(String) : [];
    const alias = ids.length === 1 ? aliasFix({ id: ids[0]!, acronym: surface }, context) : undefined;
    return [
      ...suggestions.map((name) =>
        replacementFix(l10n.t('Change “{0}” to “{1}”', surface, name), context, finding.span, name),
      ),
      ...(alias ? [alias] : []),
    ];
  },
};

/** The longest run of words starting at `at` that is almost a name. */
function findVariantAt(
  words: readonly Word[],
  at: number,
  text: string,
  index: VariantIndex,
  isPerson: (id: string) => boolean,
  mentions: () => readonly Mention[],
): { problem: Problem; size: number } | undefined {
  const normalizedWords: string[] = [];
  const unknown: number[] = [];
  let longest: { names: readonly KnownName[]; span: Span; size: number } | undefined;
  for (let next = at; next < words.length && normalizedWords.length < index.maxWords; next++) {
    const current = words[next]!;
    if (next > at && !isNameGap(text, words[next - 1]!.end, current.start)) break;
    const normalized = normalizeWord(current, text);
    normalizedWords.push(normalized);
    if (!index.hasWord(normalized)) {
      // Two words may be written in another transliteration.
      if (unknown.length > 1 || (unknown.length > 0 && !current.isCapitalized)) break;
      unknown.push(normalizedWords.length - 1);
    }
    if (!current.isCapitalized) continue;
    const span = { start: words[at]!.start, end: current.end };
    const candidates = findVariants(text.slice(span.start, span.end), normalizedWords, unknown, index, isPerson);
    if (candidates.length === 0) continue;
    const isContinued = isAdjacentNamePart(words[next + 1], current, text);
    if (normalizedWords.length === 1 && (isContinued || isAdjacentNamePart(words[at - 1], current, text))) continue;
    const names = isContinued ? candidates.filter(({ id }) => !isPerson(id)) : candidates;
    if (names.length > 0 && names.length <= MAX_CANDIDATES && !overlapsKnownName(span, mentions()))
      longest = { names, span, size: normalizedWords.length };
  }
  if (!longest) return undefined;
  const { names, span, size } = longest;
  const suggestions = [...new Set(names.map(({ text }) => text))];
  const ids = [...new Set(names.map(({ id }) => id))];
  const surface = text.slice(span.start, span.end);
  const message = l10n.t(
    '“{0}” looks like a misspelling of {1}. Correct it, or add it to the aliases.',
    surface,
    alternatives(suggestions),
  );
  return { problem: { span, message, data: { suggestions, ids } }, size };
}

/**
 * Whether the span is, or partly overlaps, a known name. A shorter name inside the span is a different name and does
 * not count.
 */
function overlapsKnownName({ start, end }: Span, mentions: readonly Mention[]): boolean {
  const first = partitionPoint(mentions.length, (index) => mentions[index]!.end <= start);
  for (let next = first; next < mentions.length && mentions[next]!.start < end; next++) {
    const { start: from, end: to } = mentions[next]!;
    if (from < start || to > end || to - from === end - start) return true;
  }
  return false;
}

/** Whether `other` is directly beside `word` and belongs to the same name. */
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

/** The normal form in which words are compared. */
function normalizeWord({ start, end, isAscii }: Word, text: string): string {
  const surface = text.slice(start, end);
  return isAscii ? surface.toLowerCase() : normalizedWords(surface).join('');
}

/** Splits at punctuation that occurs in no name, so that each piece can be checked on its own. */
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

/**
 * The words of a piece outside `skip`, which is sorted; `next` is the index of the first skipped span that may touch
 * the piece.
 */
function wordsIn(text: string, { start: from, end: to }: Span, skip: readonly Span[], next: number): Word[] {
  const words: Word[] = [];
  for (let start = from; start < to; ) {
    const first = text.charCodeAt(start);
    if (first <= ASCII && !isAsciiWord(first)) {
      start++;
      continue;
    }
    let end = start;
    // At the end of the text this is `NaN`.
    let unit = first;
    while (isAsciiWord(unit)) unit = text.charCodeAt(++end);
    const isAscii = end > start && !(unit > ASCII) && unit !== APOSTROPHE && unit !== BACKTICK;
    let match = '';
    if (!isAscii) {
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
        isAscii
          ? { start, end, isCapitalized: first >= 0x41 && first <= 0x5a, isAscii }
          : {
              start,
              end: start + match.replace(possessive, '').length,
              isCapitalized: capitalStart.test(match),
              isAscii,
            },
      );
    start = end;
  }
  return words;
}

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}
