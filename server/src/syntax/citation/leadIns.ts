/** Lead-ins, the words that can precede a source: `see also`, `cf.`, `e.g.,`, `Source:`. docs/format.md, section 2. */
import { oneOf } from '../../base/text/phrases.ts';
import { readWhen } from '../date/writtenDate.ts';
import { isMark, isWord, type Token } from '../tokens.ts';
import { phrasesOf } from './words/index.ts';

interface LeadIn {
  readonly words: readonly string[];
  /** Only with a colon: `(Source: TASS, May 3)`. */
  readonly requiresColon: boolean;
}

const PHRASES =
  `according to;as cited in;as quoted in;as reported by;cf;cited in;citing;compare;e g;for example;quoted in;
  reported by;reported in;see also;see;via;h / t;hat tip;vgl;siehe auch;siehe;zitiert nach;zit nach;véase también;véase;voir aussi;voir;cité par;cfr;vedi;см;цит по`.split(
    /;\s*/,
  );
const LABELS = 'credit;image;map;photo credit;photo;picture;source;sources'.split(';');

/** By first word; the longer of two phrases with the same start comes first. */
const leadInsByFirstWord = new Map<string, LeadIn[]>();
for (const phrases of [PHRASES, LABELS]) {
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    leadInsByFirstWord.set(words[0]!, [
      ...(leadInsByFirstWord.get(words[0]!) ?? []),
      { words, requiresColon: phrases === LABELS },
    ]);
  }
}

/** Only lead-ins, and a space or a colon behind the last one: `(via )`, `(h/t: )`. */
const onlyLeadIns = new RegExp(
  `^\\s*${oneOf([...phrasesOf('leadIns'), ...phrasesOf('attributions')])}(?:\\s*:\\s*|\\s+)$`,
  'iu',
);

/** Whether a parenthesis has lost what its lead-in leads to. */
export function isEmptiedLeadIn(content: string): boolean {
  return onlyLeadIns.test(content);
}

const capitals = /^\p{Lu}{2,}$/u;

/** How many tokens the lead-ins at the start of an item take. */
export function skipLeadIn(tokens: readonly Token[]): number {
  let at = 0;
  for (let found = true; found; ) {
    found = false;
    for (const { words, requiresColon: label } of leadInsByFirstWord.get(tokens[at]?.lower ?? '') ?? []) {
      const end = matchWords(tokens, at, words);
      const colon = end !== undefined && isMark(tokens[end], ':');
      // `CFR`, `VIA`: in capitals it is a name.
      if (end === undefined || (label ? !colon : capitals.test(tokens[at]!.text))) continue;
      found = true;
      at = colon ? end + 1 : end;
      // The comma in `e.g., RBC, May 3` belongs to the lead-in; the one in `see, May 3` is what is left of a lost source.
      if (words[0] === 'e' && isMark(tokens[at], ',')) at++;
      else if (isMark(tokens[at], ',') && tokens[at + 1] && !readWhen(tokens, at + 1)) at++;
      break;
    }
  }
  return at;
}

/** The index after the words, if they are at `from` and a source, its comma or a colon follows; else undefined. */
function matchWords(tokens: readonly Token[], from: number, words: readonly string[]): number | undefined {
  let at = from;
  for (const word of words) {
    if (!(word === '/' ? isMark(tokens[at], word) : isWord(tokens[at], word))) return undefined;
    at++;
    if (isMark(tokens[at], '.')) at++;
  }
  const next = tokens[at];
  return next && (next.hasSpaceBefore || isMark(next, ',') || isMark(next, ':')) ? at : undefined;
}
