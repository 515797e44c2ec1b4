/** Runs of capitalized words that may be a name: `Islamic State in Khorasan Province`, `Mohammed bin Salman`. */

import type { Knowledge } from './knowledge/knowledge.ts';
import type { Token } from './tokens.ts';

/** Tokens from `from` up to and without `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Longer than any name. */
const MAX_WORDS = 14;
const initial = /^\p{Lu}$/u;
const allCapitals = /^[\p{Lu}\p{N}.&-]+s?$/u;
/** `MoD`, `CoI`, `UNSCom`. */
const mixedAcronym = /^\p{Lu}{1,3}\p{Ll}{1,2}\p{Lu}{1,2}$/u;
const twoCapitals = /\p{Lu}[\p{Lu}\p{N}.&-]*[\p{Lu}\p{N}]/u;

/** The runs of a text in order; they do not overlap. */
export function capitalizedRuns(tokens: readonly Token[], knowledge: Knowledge): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!beginsName(tokens[at]!, knowledge)) {
      at++;
      continue;
    }
    const to = runEnd(tokens, at, knowledge);
    runs.push({ from: at, to });
    at = to;
  }
  return runs;
}

function beginsName(token: Token, { words }: Knowledge): boolean {
  if (!token.isCapital || words.calendar.has(token.folded)) return false;
  return !words.functionWords.has(token.folded) || isAcronym(token);
}

/** Whether a word is written in capitals: `NATO`, `U.S.`, `VBIEDs`. */
export function isAcronym({ text }: Token): boolean {
  return (allCapitals.test(text) && twoCapitals.test(text)) || mixedAcronym.test(text);
}

function runEnd(tokens: readonly Token[], from: number, knowledge: Knowledge): number {
  let to = from + 1;
  while (to < tokens.length && to - from < MAX_WORDS) {
    const next = continuation(tokens, from, to, knowledge);
    if (next === undefined) return to;
    to = next;
  }
  return to;
}

/** The end of the run after it takes on the next words; undefined if it ends here. */
function continuation(
  tokens: readonly Token[],
  from: number,
  to: number,
  { words, entities }: Knowledge,
): number | undefined {
  const last = tokens[to - 1]!;
  const next = tokens[to]!;
  const isName = (token: Token | undefined): boolean =>
    token?.isCapital === true &&
    !words.calendar.has(token.folded) &&
    (!words.functionWords.has(token.folded) || isAcronym(token));
  if (initial.test(last.text) && /^\.\s$/u.test(last.gap) && isName(next)) return to + 1;
  if (/^\.\s$/u.test(last.gap) && isAbbreviatedTitle(last.text) && isName(next)) return to + 1;
  if (last.gap === ' & ' || (last.gap === '/' && isAcronym(last))) return isName(next) ? to + 1 : undefined;
  // `UK-France Summit` is one name; `UK-France relations` names two countries.
  if (last.gap === '-' || last.gap === '–')
    return isName(next) && next.gap === ' ' && tokens[to + 1]?.isCapital ? to + 1 : undefined;
  if (last.gap !== ' ') return undefined;
  if (isName(next)) return to + 1;
  const [second, third] = [tokens[to + 1], tokens[to + 2]];
  if (next.gap !== ' ' || !second) return undefined;
  if (words.particles.has(next.folded) && next.text === next.folded) {
    if (isName(second) && !/^[ye]$/.test(next.folded)) return to + 2;
    if (second.gap === ' ' && words.particles.has(second.folded) && isName(third)) return to + 3;
  }
  if (last.fullEnd > last.end) return undefined;
  // A connective, perhaps with an article, and the name that follows it.
  const target = second.folded === 'the' && second.gap === ' ' ? to + 2 : to + 1;
  const isArticle = target === to + 2;
  const named = tokens[target];
  if (!named || !isName(named)) return undefined;
  const joined = target + 1;
  const head = last.folded;
  const first = tokens[from]!.folded;
  if (next.folded === 'of') {
    const isHead = words.ofHeads.has(head) || words.ofHeads.has(head.replace(/s$/, ''));
    const isTitleOfWork =
      to - from === 1 && !last.isSentenceStart && !isArticle && !entities.has(head) && !entities.has(named.folded);
    return isHead || isTitleOfWork ? joined : undefined;
  }
  if (next.folded === 'for' || next.folded === 'on')
    return words.ofHeads.has(head) &&
      !['state', 'president', 'group'].includes(head) &&
      !isKnownBefore(tokens, from, to, entities)
      ? joined
      : undefined;
  if (next.folded === 'to')
    return words.ofHeads.has(head) && !isArticle && !entities.has(named.folded) ? joined : undefined;
  if (next.folded === 'against') return words.ofHeads.has(head) ? joined : undefined;
  if (next.folded === 'in' || next.folded === 'without')
    return words.inHeads.has(head) && (first === 'islamic' || head !== 'state') ? joined : undefined;
  if (next.folded === 'and') {
    const hasConnective = tokens.slice(from, to).some(({ folded }) => folded === 'of' || folded === 'for');
    if (first === 'islamic' && hasConnective) return joined;
    const isField = hasConnective && words.fieldHeads.has(headOfConnective(tokens, from, to));
    return isField && !isArticle && !entities.has(head) && !entities.has(named.folded) ? joined : undefined;
  }
  return undefined;
}

function headOfConnective(tokens: readonly Token[], from: number, to: number): string {
  for (let at = from + 1; at < to; at++)
    if (tokens[at]!.folded === 'of' || tokens[at]!.folded === 'for') return tokens[at - 1]!.folded;
  return '';
}

function isKnownBefore(tokens: readonly Token[], from: number, to: number, entities: Knowledge['entities']): boolean {
  const name = tokens.slice(from, to).map(({ folded }) => folded);
  return entities.has(name.join(' '));
}

function isAbbreviatedTitle(text: string): boolean {
  return /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Brig|Sen|Rep|Gov|Hon|Rev|St|Mt|Ft)$/.test(text);
}
