/** Titles and roles in front of the names of persons: `US Secretary of State John Kerry`. */

import type { Knowledge } from './knowledge/knowledge.ts';
import { isAcronym, type Run } from './runs.ts';
import type { Token } from './tokens.ts';

export interface Titled {
  /** Where the name begins; the end of the run if there is none. */
  readonly nameFrom: number;
}

/** The title and the name of a run that holds a title; undefined if it holds none, or is the name of something else. */
export function splitTitle(tokens: readonly Token[], { from, to }: Run, knowledge: Knowledge): Titled | undefined {
  const { words, entities, demonyms } = knowledge;
  let titleEnd = -1;
  for (let at = from; at < to; at++) {
    const { folded } = tokens[at]!;
    const pair = at > from ? `${tokens[at - 1]!.folded} ${folded}` : '';
    if (words.titles.has(folded) || words.titles.has(pair)) titleEnd = at + 1;
    // The name of a person holds no further title: `President Abdel Fattah al-Sisi`.
    else if (
      titleEnd >= 0 &&
      tokens[at]!.isCapital &&
      !words.titleOpeners.has(folded) &&
      !words.titleFields.has(folded)
    )
      break;
  }
  if (titleEnd < 0) return undefined;
  let at = titleEnd;
  const connective = tokens[at]?.folded;
  if (at < to && (connective === 'of' || connective === 'for' || connective === 'to'))
    at = fieldEnd(tokens, at + 1, to, knowledge);
  // What stands in front of the title: its own words, a country, an institution. Otherwise the title is a part of a name.
  const before = tokens.slice(from, titleEnd - 1);
  const isTitlePart = before.every(
    (token) =>
      words.titleOpeners.has(token.folded) ||
      words.titles.has(token.folded) ||
      demonyms.has(token.folded) ||
      entities.has(token.folded) ||
      isAcronym(token) ||
      words.orgHeads.has(token.folded) ||
      token.fullEnd > token.end ||
      [
        'and',
        'of',
        'the',
        'for',
        'to',
        'united',
        'nations',
        'states',
        'kingdom',
        'saudi',
        'south',
        'north',
        'european',
        'union',
        'interior',
        'state',
      ].includes(token.folded) ||
      words.titleFields.has(token.folded),
  );
  const lastWord = tokens[to - 1]!.folded;
  const isOrganization =
    at < to &&
    (words.orgHeads.has(lastWord) ||
      words.documentHeads.has(lastWord) ||
      words.eventHeads.has(lastWord) ||
      words.placeHeads.has(lastWord));
  if (isOrganization) return undefined;
  const titleWord = tokens[titleEnd - 1]!.folded;
  if (at >= to) {
    if (!isTitlePart || (titleEnd - from === 1 && to === titleEnd && words.titlesBeforeNames.has(titleWord)))
      return undefined;
    return { nameFrom: to };
  }
  // `Harbor Minister Ida Holm`: any words can say what the office is, if a name follows.
  const isOffice = to - at > 1 || !words.titlesBeforeNames.has(titleWord);
  if (!isTitlePart && !isOffice) return undefined;
  return { nameFrom: at };
}

/** Where the field of a title ends: `State`, `Human Rights`, `MEK Resettlement`. A given name begins the name. */
function fieldEnd(tokens: readonly Token[], start: number, to: number, { words, entities }: Knowledge): number {
  const at = start < to && tokens[start]!.folded === 'the' ? start + 1 : start;
  for (let size = Math.min(4, to - at); size > 0; size--) {
    const field = tokens.slice(at, at + size).map(({ folded }) => folded);
    const name = field.join(' ');
    if (words.titleFields.has(name) || entities.has(name) || entities.has(`the ${name}`)) {
      const next = tokens[at + size];
      // `Foreign Affairs and Trade`
      return at + size < to && next && !next.isCapital
        ? fieldEnd(tokens, at + size + 1, to, { words, entities } as Knowledge)
        : at + size;
    }
  }
  for (let index = at + 1; index < to - 1; index++) if (words.givenNames.has(tokens[index]!.folded)) return index;
  return to;
}
