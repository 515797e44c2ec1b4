/** The names in a prose text, each with its phrase and its type. */

import { extendLeft, extendRight } from './extension.ts';
import { foldWords } from './knowledge/fold.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Mention, SuggestedType } from './phrase.ts';
import { capitalizedRuns, isAcronym, type Run } from './runs.ts';
import { splitTitle } from './titles.ts';
import { type Token, tokensIn } from './tokens.ts';
import { typeOf } from './typing.ts';

/** A line is in headline style if it has at least this many words, and at least this share of them is capitalized. */
const MIN_HEADLINE_WORDS = 2;
/** Longer words in capitals are emphasized, not abbreviated. */
const MAX_ACRONYM_LENGTH = 9;
const HEADLINE_SHARE = 0.7;

/** The mentions in a text, in order. They do not overlap. */
export function mentionsInProse(text: string, knowledge: Knowledge): Mention[] {
  const tokens = tokensIn(text, (name) => knowledge.entities.has(name));
  const headlines = headlineTokens(tokens, knowledge);
  const found = capitalizedRuns(tokens, knowledge).flatMap((run) =>
    trimmed(tokens, run, knowledge).flatMap((part) => {
      const mention = mentionOf(text, tokens, part, knowledge);
      return mention
        ? [headlines.has(part.from) ? { ...mention, isDoubtful: mention.evidence !== 'known' } : mention]
        : [];
    }),
  );
  return confirmed(withoutOverlaps(withListTypes(text, found)));
}

/** The run without words that only begin its sentence, and parted where two names stand side by side. */
function trimmed(tokens: readonly Token[], run: Run, knowledge: Knowledge): Run[] {
  const { words, entities } = knowledge;
  let { from, to } = run;
  const folded = (start: number, end: number) =>
    tokens
      .slice(start, end)
      .map((token) => token.folded)
      .join(' ');
  // "Following Assad", "Analysts": ordinary words with the capital of the sentence.
  while (from < to && tokens[from]!.isSentenceStart && !isAcronym(tokens[from]!)) {
    const rest = to - from - 1;
    const last = tokens[to - 1]!.folded;
    const isHead =
      words.orgHeads.has(last) ||
      words.groupHeads.has(last) ||
      words.placeHeads.has(last) ||
      words.titles.has(last) ||
      words.eventHeads.has(last);
    if (!words.common.has(tokens[from]!.folded)) break;
    if (
      entities.has(folded(from, to)) ||
      (rest > 0 && (isHead || rest > 1) && !words.functionWords.has(tokens[from]!.folded))
    )
      break;
    from++;
    // A connective cannot begin a name.
    while (from < to && !tokens[from]!.isCapital) from++;
  }
  if (from >= to) return [];
  // `Monday Prime Minister`, `US-led`: the calendar ends runs already; a hyphenated adjective is none.
  const last = tokens[to - 1]!;
  if (to - from === 1 && (isHyphenatedAdjective(last, knowledge) || /^(?:mid|pre|post|late|early)-/u.test(last.folded)))
    return [];
  return [{ from, to }];
}

/** `Syrian-led`, `ISIL-held`: the name is a part of an adjective. */
function isHyphenatedAdjective({ text }: Token, { words, demonyms, entities }: Knowledge): boolean {
  const [, start = '', end] = /^(.+)-(\p{Ll}+)$/u.exec(text) ?? [];
  if (end === undefined) return false;
  if (demonyms.has(foldWords(start)) || entities.has(foldWords(start))) return !entities.has(foldWords(text));
  return (
    !words.particles.has(end) &&
    /(?:ed|en|led|held|run|based|wide|style|era|born|made|funded|linked|like|free|ing|level|born|owned)$/.test(end)
  );
}

function mentionOf(text: string, tokens: readonly Token[], run: Run, knowledge: Knowledge): Mention | undefined {
  const { words, entities, demonyms, peoples } = knowledge;
  const { from, to } = run;
  const last = tokens[to - 1]!;
  const first = tokens[from]!;
  const name = textOf(text, tokens, from, to);
  const folded = foldWords(name);
  const isKnown = entities.has(folded);
  if (!isKnown && isNoName(name)) return undefined;
  if (
    !isKnown &&
    (isDocument(tokens, run, knowledge) ||
      isOnlyPart(folded, knowledge) ||
      words.abbreviations.has(last.folded) ||
      (to - from > 1 && last.folded === 'time'))
  )
    return undefined;
  const isDoubtful =
    to - from === 1 &&
    first.isSentenceStart &&
    !isKnown &&
    !isAcronym(first) &&
    !demonyms.has(folded) &&
    !peoples.has(folded) &&
    first.fullEnd === first.end;

  const titled = isKnown ? undefined : splitTitle(tokens, run, knowledge);
  if (titled) {
    const start = extendLeft(tokens, from, knowledge).articleStart;
    const named = titled.nameFrom < to;
    const title = textOf(text, tokens, from, titled.nameFrom);
    return {
      span: { start, end: last.end },
      name: named ? textOf(text, tokens, titled.nameFrom, to) : title,
      type: 'person',
      evidence: named ? 'title' : 'role',
      cue: title,
      isDescription: !named,
      title,
      isDoubtful: !named && to - from === 1 && first.isSentenceStart && start === first.start,
    };
  }

  // `Defence Secretaries`, `Ministers`: several persons without names.
  if (
    !isKnown &&
    to - from <= 2 &&
    words.titles.has(singularOf(last.folded)) &&
    !words.titles.has(last.folded) &&
    !words.orgHeads.has(last.folded)
  ) {
    const start = extendLeft(tokens, from, knowledge, false, false).articleStart;
    return {
      span: { start, end: last.end },
      name,
      type: 'org',
      evidence: 'role',
      cue: name,
      isDescription: true,
      isDoubtful,
    };
  }

  const right = extendRight(tokens, run, knowledge);
  if (demonyms.has(folded) && !right) return undefined;
  const around = extendLeft(tokens, from, knowledge, right === undefined);
  const alone = extendLeft(tokens, from, knowledge, false, false);
  if (right?.personFrom !== undefined) {
    const end = right.end;
    const cue = textOf(text, tokens, to, right.personFrom);
    const personName = textOf(text, tokens, right.personFrom, right.to);
    return {
      span: { start: alone.articleStart, end },
      name: personName,
      type: 'person',
      evidence: 'title',
      cue,
      isDescription: false,
      title: textOf(text, tokens, from, right.personFrom),
      isDoubtful: false,
    };
  }
  const typed = typeOf(text, tokens, run, { left: around, right }, knowledge);
  if (!typed) return undefined;
  const left = around.phrase === 'place' && typed.type !== 'place' ? alone : around;
  const isBody = ['org', 'group'].includes(entities.get(folded)?.type ?? '');
  const isInstitution = right !== undefined && words.institutions.has(right.head.toLowerCase());
  const isPhrase =
    right !== undefined &&
    ((isInstitution && !isBody) ||
      demonyms.has(folded) ||
      right.isPossessive ||
      (right.kind === 'people' && entities.get(folded)?.type === 'place'));
  const phrase = left.phrase === 'people' && !isBody;
  const nameOfPhrase = isPhrase
    ? textOf(text, tokens, from, right.to).replace(/['’]s /u, ' ')
    : phrase
      ? text.slice(left.phraseStart, last.end).replace(/\s+/gu, ' ')
      : name;
  return {
    span: { start: left.articleStart, end: right?.end ?? last.end },
    name: nameOfPhrase,
    ...typed,
    isDescription: (isPhrase && !isInstitution) || phrase,
    isDoubtful: isDoubtful && right === undefined && left.phrase === undefined && typed.evidence !== 'speech',
  };
}

/** `Resolution 2328`, `Figure 3`, `the Counter-Terrorism Act`. */
function isDocument(tokens: readonly Token[], { from, to }: Run, { words }: Knowledge): boolean {
  const last = tokens[to - 1]!;
  const singular = last.folded.replace(/s$/, '');
  if (words.documentHeads.has(last.folded) || words.documentHeads.has(singular))
    return to - from > 1 || !last.isSentenceStart || /^\s?\p{N}/u.test(tokens[to]?.text ?? '');
  return false;
}

function singularOf(folded: string): string {
  return folded.replace(/ies$/, 'y').replace(/s$/, '');
}

/** Numbers of documents and files, single letters, and emphasis. */
function isNoName(name: string): boolean {
  return (
    /\p{N}{4}|\.\p{L}{2,4}$|\/.*\/|^\p{N}+\p{Lu}+$/u.test(name) ||
    name.length < 2 ||
    (name.length > MAX_ACRONYM_LENGTH &&
      name === name.toUpperCase() &&
      /\p{Ll}/u.test(name.toLowerCase()) &&
      !/[\s-]/.test(name))
  );
}

/** `Foreign`, `Northern`, `Minister`: a part of a name that stands alone in a list of such parts. */
function isOnlyPart(folded: string, { words }: Knowledge): boolean {
  return (words.titleOpeners.has(folded) && !words.orgHeads.has(folded)) || words.directions.has(folded);
}

/** In a list of names those without evidence of their own are what the others are: `Homs, X and Y`. */
function withListTypes(text: string, mentions: readonly Mention[]): Mention[] {
  const result = [...mentions];
  for (let first = 0; first < mentions.length; ) {
    let end = first + 1;
    while (end < mentions.length && isListGap(text.slice(mentions[end - 1]!.span.end, mentions[end]!.span.start)))
      end++;
    const items = mentions.slice(first, end);
    if (
      items.length > 2 ||
      (items.length === 2 &&
        /(?:and|or|including|such as) (?:the )?$/u.test(text.slice(items[0]!.span.end, items[1]!.span.start)))
    ) {
      const sure = items.filter(({ evidence }) => !['form', 'acronym', 'list'].includes(evidence));
      const [type] = mostFrequent(sure.map((item) => item.type));
      if (type && type !== 'person')
        for (let at = first; at < end; at++) {
          const item = result[at]!;
          if (item.evidence === 'form' || (item.evidence === 'acronym' && type !== 'place'))
            result[at] = { ...item, type, evidence: 'list', cue: items.find((other) => other.type === type)!.name };
        }
    }
    first = end;
  }
  return result;
}

function isListGap(gap: string): boolean {
  return /^(?:, (?:and |or )?(?:the )?| (?:and|or) (?:the )?|; (?:and )?|,? (?:including|such as|like) (?:the )?)$/u.test(
    gap,
  );
}

function mostFrequent(types: readonly SuggestedType[]): SuggestedType[] {
  const counts = new Map<SuggestedType, number>();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type]) => type);
}

function withoutOverlaps(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of mentions) {
    const before = kept.at(-1);
    if (before && before.span.end > mention.span.start) continue;
    kept.push(mention);
  }
  return kept;
}

/** Without the doubtful ones, unless the same name stands elsewhere beyond doubt. */
function confirmed(mentions: readonly Mention[]): Mention[] {
  const sure = new Set(
    mentions.flatMap(({ name, isDoubtful, isDescription }) =>
      isDoubtful || isDescription
        ? []
        : foldWords(name).split(' ').length > 1
          ? [foldWords(name), foldWords(name).split(' ').at(-1)!]
          : [foldWords(name)],
    ),
  );
  return mentions.filter(({ name, isDoubtful }) => !isDoubtful || sure.has(foldWords(name)));
}

/** The tokens in lines of headline style, in which capitals say nothing. */
function headlineTokens(tokens: readonly Token[], { words }: Knowledge): Set<number> {
  const result = new Set<number>();
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (at < tokens.length - 1 && !tokens[at]!.gap.includes('\n')) continue;
    const line = tokens.slice(start, at + 1);
    const long = line.filter(({ text, folded }) => text.length > 3 && !words.functionWords.has(folded));
    const isHeadline =
      long.length >= MIN_HEADLINE_WORDS &&
      !/[.!?]/u.test(tokens[at]!.gap) &&
      long.filter(({ isCapital }) => isCapital).length >= long.length * HEADLINE_SHARE;
    if (isHeadline || line.filter(isAcronym).length > Math.max(3, line.length / 2))
      for (let index = start; index <= at; index++) result.add(index);
    start = at + 1;
  }
  return result;
}

/** The words as written, on one line. */
export function textOf(text: string, tokens: readonly Token[], from: number, to: number): string {
  return to <= from ? '' : text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ');
}
