/** The phrase around a name: `the people of Mosul`, `eastern Aleppo`, `Coalition military forces`. */

import type { Knowledge } from './knowledge/knowledge.ts';
import type { Run } from './runs.ts';
import type { Token } from './tokens.ts';

/** What stands in front of the name. */
export interface LeftExtension {
  /** Where the phrase begins, with its article. */
  readonly articleStart: number;
  /** Where it begins without the article. */
  readonly phraseStart: number;
  /** `people`: the people of a place; `place`: a part of one. */
  readonly phrase?: 'people' | 'place';
  readonly cue: string;
  /** What the name belongs to: `Fighters` in front of `of the Sorrel Brigade`. */
  readonly noun: Token | undefined;
  /** The word in front of the phrase. */
  readonly before: Token | undefined;
}

/** The noun behind a name that is a part of its phrase. */
export interface RightExtension {
  readonly end: number;
  readonly to: number;
  readonly head: string;
  readonly kind: 'people' | 'place' | 'weapon' | 'class';
  readonly isPossessive: boolean;
  /** Where the name of a person begins that follows a title: `Syrian president Bashar al-Assad`. */
  readonly personFrom?: number;
}

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our', 'all', 'both', 'other', 'some']);
const MAX_MODIFIERS = 2;

export function extendLeft(
  tokens: readonly Token[],
  from: number,
  { words }: Knowledge,
  isPlain = true,
  takesDirections = true,
): LeftExtension {
  let at = from;
  let phrase: LeftExtension['phrase'];
  let cue = '';
  const previous = (): Token | undefined => (at > 0 && tokens[at - 1]!.gap === ' ' ? tokens[at - 1] : undefined);
  while (takesDirections && previous() && words.directions.has(previous()!.folded) && !previous()!.isCapital) {
    at--;
    phrase = 'place';
    cue = tokens[at]!.text;
  }
  const beforeArticle = previous()?.folded === 'the' ? at - 1 : at;
  const connective =
    beforeArticle > 0 && tokens[beforeArticle - 1]!.gap === ' ' ? tokens[beforeArticle - 1]! : undefined;
  const noun =
    connective && beforeArticle > 1 && tokens[beforeArticle - 2]!.gap === ' ' ? tokens[beforeArticle - 2]! : undefined;
  if (isPlain && noun && !(noun.isCapital && !noun.isSentenceStart)) {
    if (connective!.folded === 'of' && words.placePhrases.has(noun.folded))
      [at, phrase, cue] = [beforeArticle - 2, 'place', noun.text];
    else if (['of', 'from'].includes(connective!.folded) && words.peoplePhrases.has(noun.folded))
      [at, phrase, cue] = [beforeArticle - 2, 'people', noun.text];
  }
  const phraseStart = tokens[at]!.start;
  const article = previous();
  const before = article && ARTICLES.has(article.folded) ? tokens[at - 2] : article;
  return {
    articleStart: article && ARTICLES.has(article.folded) ? article.start : phraseStart,
    phraseStart,
    ...(phrase && { phrase }),
    cue,
    noun: connective && ['of', 'from'].includes(connective.folded) ? noun : undefined,
    before,
  };
}

export function extendRight(
  tokens: readonly Token[],
  { from, to }: Run,
  knowledge: Knowledge,
): RightExtension | undefined {
  const { words, demonyms, entities } = knowledge;
  const last = tokens[to - 1]!;
  if (last.gap !== ' ') return undefined;
  const isPossessive = last.fullEnd > last.end;
  let at = to;
  let modifiers = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (token.isCapital && !token.isSentenceStart) break;
    const pair = token.gap === ' ' && tokens[at + 1] ? `${token.folded} ${tokens[at + 1]!.folded}` : '';
    const isHead = words.collectives.has(token.folded);
    const nextIsHead =
      token.gap === ' ' &&
      tokens[at + 1] &&
      (words.collectives.has(tokens[at + 1]!.folded) || words.modifiers.has(tokens[at + 1]!.folded));
    if (words.collectives.has(pair)) return headAt(at + 1, 'people');
    if (isHead && !(nextIsHead && modifiers < MAX_MODIFIERS && words.modifiers.has(token.folded)))
      return headAt(at, 'people');
    if (!isPossessive && words.placeHeads.has(token.folded) && !(nextIsHead && words.modifiers.has(token.folded)))
      return headAt(at, 'place');
    if (!isPossessive && words.weaponHeads.has(token.folded) && modifiers === 0) return headAt(at, 'weapon');
    if (
      token.gap !== ' ' ||
      modifiers >= MAX_MODIFIERS ||
      !(
        words.modifiers.has(token.folded) ||
        words.directions.has(token.folded) ||
        /-(?:backed|led|based|linked|affiliated)$/.test(token.folded)
      )
    )
      return undefined;
    modifiers++;
    at++;
  }
  return undefined;

  function headAt(index: number, kind: RightExtension['kind']): RightExtension | undefined {
    const head = tokens[index]!;
    const name = tokens
      .slice(from, to)
      .map(({ folded }) => folded)
      .join(' ');
    // A person has no troops, and "Assad's family" is not Assad; a regime is.
    if (
      isPossessive &&
      !['regime', 'government', 'army', 'forces', 'administration', 'troops', 'military'].includes(head.folded)
    )
      return undefined;
    const next = tokens[index + 1];
    const isTitle = kind === 'people' && words.titles.has(head.folded);
    if (
      isTitle &&
      head.gap === ' ' &&
      next?.isCapital &&
      !words.calendar.has(next.folded) &&
      (demonyms.has(name) || entities.has(name))
    ) {
      let end = index + 1;
      while (
        end < tokens.length &&
        end - index < 5 &&
        (tokens[end]!.isCapital || words.particles.has(tokens[end]!.folded))
      ) {
        end++;
        if (tokens[end - 1]!.gap !== ' ' || tokens[end - 1]!.fullEnd > tokens[end - 1]!.end) break;
      }
      return { end: tokens[end - 1]!.end, to: end, head: head.text, kind, isPossessive, personFrom: index + 1 };
    }
    return { end: head.end, to: index + 1, head: head.text, kind, isPossessive };
  }
}
