/** The type of a name, and what it was concluded from. */

import type { LeftExtension, RightExtension } from './extension.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Evidence, SuggestedType } from './phrase.ts';
import { isAcronym, type Run } from './runs.ts';
import type { Token } from './tokens.ts';

export interface Typed {
  readonly type: SuggestedType;
  readonly evidence: Evidence;
  readonly cue: string;
  readonly acronym?: string;
}

interface Context {
  readonly left: LeftExtension;
  readonly right: RightExtension | undefined;
}

/** `T-72`, `Su-25`, `F-16`, `S-400`, `AK-47M`. */
const designation = /^(?:\p{Lu}\p{Ll}?\p{Lu}{0,2}|MiG|Kh|Shahed)-?\p{N}{1,3}\p{Lu}{0,2}s?$/u;
const bracketed = /^ \($/u;
/** A name in apposition: `Mosul, a city in northern Iraq`. */
const MAX_APPOSITION_WORDS = 6;

/** The type of the name in a run; undefined if the words are no name. */
export function typeOf(
  text: string,
  tokens: readonly Token[],
  run: Run,
  context: Context,
  knowledge: Knowledge,
): Typed | undefined {
  const { words, entities, demonyms, peoples, countries } = knowledge;
  const { from, to } = run;
  const { left, right } = context;
  const run_ = tokens.slice(from, to);
  const folded = run_.map((token) => token.folded).join(' ');
  const first = run_[0]!;
  const last = run_.at(-1)!;
  const known = entities.get(folded) ?? entities.get(folded.replace(/^the /, ''));
  const acronym = acronymBehind(text, tokens, to);
  const withAcronym = (typed: Typed): Typed => (acronym ? { ...typed, acronym } : typed);

  if (right?.kind === 'people') {
    const isPerson = words.singlePersons.has(right.head.toLowerCase());
    if (known?.type === 'group' || known?.type === 'org')
      return withAcronym({ type: isPerson ? 'person' : known.type, evidence: 'known', cue: right.head });
    if (isPerson) return { type: 'person', evidence: 'people', cue: right.head };
    const isGroup = words.groupHeads.has(right.head.toLowerCase());
    return { type: isGroup ? 'group' : 'org', evidence: 'people', cue: right.head };
  }
  if (right?.kind === 'place') return { type: 'place', evidence: 'class-word', cue: right.head };
  if (right?.kind === 'weapon' && !known) return { type: 'weapon', evidence: 'class-word', cue: right.head };
  if (left.phrase === 'people') return { type: 'org', evidence: 'people', cue: left.cue };
  if (words.weapons.has(folded) || words.weapons.has(folded.replace(/s$/, '')))
    return { type: 'weapon', evidence: 'known', cue: first.text };
  if (run_.length === 1 && designation.test(first.text))
    return { type: 'weapon', evidence: 'designation', cue: first.text };
  if (known) return withAcronym({ type: known.type, evidence: 'known', cue: known.name });
  if (left.phrase === 'place' && words.placePhrases.has(left.cue.toLowerCase()))
    return { type: 'place', evidence: 'class-word', cue: left.cue };
  if (peoples.has(folded)) return { type: 'group', evidence: 'people', cue: last.text };
  const outlet = knowledge.outlets.get(folded);
  if (outlet && folded.length > 1) return { type: 'media', evidence: 'known', cue: outlet.name };
  const branchOf = run_.findIndex(({ folded: one }, at) => at > 0 && (one === 'in' || one === 'of'));
  const parent =
    branchOf > 0
      ? entities.get(
          run_
            .slice(0, branchOf)
            .map((token) => token.folded)
            .join(' '),
        )
      : undefined;
  if (parent && parent.type !== 'place') return withAcronym({ type: parent.type, evidence: 'known', cue: parent.name });
  if (run_.length >= 2 && words.eventOpeners.has(first.folded))
    return { type: 'event', evidence: 'class-word', cue: first.text };
  const classified = classWordType(run_, knowledge);
  // Armies have brigades, too: `Fighters of the Sorrel Brigade` tells which kind it is.
  if (classified && left.noun && words.groupHeads.has(left.noun.folded) && words.groupHeads.has(last.folded))
    return withAcronym({ type: 'group', evidence: 'fighters', cue: left.noun.text });
  if (classified) return withAcronym(classified);
  if (run_.length >= 2 && words.placeOpeners.has(first.folded))
    return { type: 'place', evidence: 'class-word', cue: first.text };
  if (acronym && run_.length >= 2) return { type: 'org', evidence: 'acronym-definition', cue: acronym, acronym };
  if (run_.length >= 2 && run_.length <= 5 && words.givenNames.has(first.folded) && !isAcronym(last))
    return { type: 'person', evidence: 'given-name', cue: first.text };
  const apposition = appositionType(tokens, to, knowledge);
  if (apposition) return apposition;
  if (
    run_.length >= 2 &&
    run_.some(({ folded: one, isCapital }) => !isCapital && ['bin', 'ibn', 'von', 'van', 'bint', 'abu'].includes(one))
  )
    return { type: 'person', evidence: 'form', cue: first.text };
  const next = last.gap === ' ' && last.fullEnd === last.end ? tokens[to] : undefined;
  const isSpeaker = next !== undefined && words.speech.has(next.folded);
  if (isSpeaker && !isAcronym(last)) return { type: 'person', evidence: 'speech', cue: next.text };
  if (left.before && words.placePrepositions.has(left.before.folded) && !isAcronym(last))
    return { type: 'place', evidence: 'preposition', cue: left.before.text };
  if (left.phrase === 'place') return { type: 'place', evidence: 'preposition', cue: left.cue };
  if (isAcronym(last)) return { type: 'org', evidence: 'acronym', cue: last.text };
  // `Rome, Italy`
  const follower = tokens[to];
  if (last.gap === ', ' && follower && countries.has(follower.folded))
    return { type: 'place', evidence: 'apposition', cue: follower.text };
  if (left.articleStart < first.start && run_.length > 1)
    return withAcronym({ type: 'org', evidence: 'form', cue: '' });
  if (demonyms.has(first.folded)) return { type: 'org', evidence: 'class-word', cue: first.text };
  if (run_.length === 1 && words.common.has(folded) && (first.isSentenceStart || first.text.length < 4))
    return undefined;
  if (
    run_.length >= 2 &&
    run_.length <= 4 &&
    run_.every(({ isCapital, folded: one }) => isCapital || words.particles.has(one))
  )
    return { type: 'person', evidence: 'form', cue: '' };
  if (
    left.before === undefined ||
    first.isSentenceStart ||
    (next && words.actions.has(next.folded)) ||
    last.fullEnd > last.end
  )
    return { type: 'person', evidence: 'form', cue: '' };
  return { type: run_.length === 1 && left.articleStart === first.start ? 'person' : 'org', evidence: 'form', cue: '' };
}

function classWordType(run: readonly Token[], { words }: Knowledge): Typed | undefined {
  const last = run.at(-1)!;
  const connective = run.findIndex(
    ({ folded, isCapital }, at) => at > 0 && !isCapital && ['of', 'for', 'to', 'in', 'on', 'against'].includes(folded),
  );
  const heads = connective > 0 ? [run[connective - 1]!, last] : [last];
  for (const head of heads) {
    const singular = head.folded.replace(/s$/, '');
    const has = (list: ReadonlySet<string>) => list.has(head.folded) || list.has(singular);
    const cue = head.text;
    if (words.mediaHeads.has(head.folded) && run.length > 1 && connective < 0)
      return { type: 'media', evidence: 'class-word', cue };
    if (has(words.weaponHeads) && run.length > 1) return { type: 'weapon', evidence: 'class-word', cue };
    if (has(words.eventHeads) && run.length > 1) return { type: 'event', evidence: 'class-word', cue };
    if (has(words.groupHeads) && !has(words.orgHeads)) return { type: 'group', evidence: 'class-word', cue };
    if (words.orgHeads.has(head.folded)) return { type: 'org', evidence: 'class-word', cue };
    if (has(words.placeHeads)) return { type: 'place', evidence: 'class-word', cue };
    if (words.collectives.has(head.folded) && run.length > 1) return { type: 'org', evidence: 'class-word', cue };
    if (connective > 0 && words.ofHeads.has(singular)) return { type: 'org', evidence: 'class-word', cue };
  }
  return undefined;
}

/** `Syria Recovery Trust Fund (SRTF)`. */
function acronymBehind(text: string, tokens: readonly Token[], to: number): string | undefined {
  const last = tokens[to - 1]!;
  const next = tokens[to];
  if (!next || !bracketed.test(last.gap) || !/^\)/.test(next.gap) || !isAcronym(next)) return undefined;
  return text.slice(next.start, next.end);
}

function appositionType(tokens: readonly Token[], to: number, { words }: Knowledge): Typed | undefined {
  if (tokens[to - 1]!.gap !== ', ' || !['a', 'an', 'the'].includes(tokens[to]?.folded ?? '')) return undefined;
  for (let at = to + 1; at < Math.min(tokens.length, to + MAX_APPOSITION_WORDS); at++) {
    const { folded, text, gap } = tokens[at]!;
    if (words.singlePersons.has(folded) || words.titles.has(folded))
      return { type: 'person', evidence: 'apposition', cue: text };
    if (words.groupHeads.has(folded)) return { type: 'group', evidence: 'apposition', cue: text };
    if (words.placeHeads.has(folded)) return { type: 'place', evidence: 'apposition', cue: text };
    if (words.orgHeads.has(folded)) return { type: 'org', evidence: 'apposition', cue: text };
    if (gap !== ' ') return undefined;
  }
  return undefined;
}
