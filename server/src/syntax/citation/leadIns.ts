/** Lead-ins, the words that can precede a source: `see also`, `cf.`, `e.g.,`, `Source:`. docs/format.md, section 2. */
import { oneOf, spellings } from '../../base/text/phrases.ts';
import { readWhen } from '../date/writtenDate.ts';
import { isMark, type Token, tokenize } from '../tokens.ts';
import { phrasesOf, SOURCE_LABELS } from './words/index.ts';

interface LeadIn {
  readonly tokens: readonly Token[];
  /** A label has a colon: `Source: TASS, May 3`. */
  readonly kind: 'reference' | 'example' | 'label';
}

const leadIns: readonly LeadIn[] = [
  ...readLeadIns([...phrasesOf('leadIns'), ...phrasesOf('attributions')], 'reference'),
  ...readLeadIns(phrasesOf('leadInTails'), 'example'),
  ...readLeadIns([...phrasesOf('creditLabels'), ...SOURCE_LABELS], 'label'),
].sort((a, b) => b.tokens.length - a.tokens.length);

/** By first word; the longer of two that start alike comes first. */
const leadInsByFirstWord = new Map<string, LeadIn[]>();
for (const leadIn of leadIns) {
  const word = wordOf(leadIn.tokens[0]);
  leadInsByFirstWord.set(word, [...(leadInsByFirstWord.get(word) ?? []), leadIn]);
}

function readLeadIns(phrases: readonly string[], kind: LeadIn['kind']): readonly LeadIn[] {
  return spellings(phrases).map((phrase) => ({ tokens: tokenize(phrase, { start: 0, end: phrase.length }, []), kind }));
}

/** Only a lead-in, and a space, comma or colon behind it: `(via )`, `(h/t: )`. */
const onlyLeadIn = new RegExp(
  `^\\s*${oneOf([...phrasesOf('leadIns'), ...phrasesOf('leadInTails'), ...phrasesOf('attributions')])}(?:\\s*:\\s*|,?\\s+)$`,
  'iu',
);

/** `(posted on )` */
const cutOff = new RegExp(`^\\s*(?:[\\p{L}’'-]+\\s){0,4}${oneOf(phrasesOf('prepositions'))}\\s+$`, 'iu');
const spaceOrColonAtEnd = /[\s:]$/;

/** Whether a parenthesis has lost what its lead-in leads to. */
export function isEmptiedLeadIn(content: string): boolean {
  return spaceOrColonAtEnd.test(content) && (onlyLeadIn.test(content) || cutOff.test(content));
}

const capitals = /^\p{Lu}{2,}$/u;

/** How many tokens the lead-ins at the start of an item take. */
export function skipLeadIn(tokens: readonly Token[]): number {
  let at = 0;
  for (let end: number | undefined = 0; end !== undefined; end = endOfLeadIn(tokens, at)) at = end;
  return at;
}

/** The index behind the lead-in at `from`, if what it leads to follows, or a comma that is left of it. */
function endOfLeadIn(tokens: readonly Token[], from: number): number | undefined {
  for (const leadIn of leadInsByFirstWord.get(wordOf(tokens[from])) ?? []) {
    const end = matchLeadIn(tokens, from, leadIn.tokens);
    if (end === undefined) continue;
    if (isMark(tokens[end], ':')) return end + 1;
    // `CFR`, `VIA`: in capitals it is a name.
    if (leadIn.kind === 'label' || capitals.test(tokens[from]!.text)) continue;
    if (!isMark(tokens[end], ',')) {
      if (tokens[end]?.hasSpaceBefore) return end;
      continue;
    }
    // The comma in `e.g., May 3` belongs to the lead-in; the one in `see, May 3` is what is left of a lost source.
    const isLost = leadIn.kind !== 'example' && (!tokens[end + 1] || readWhen(tokens, end + 1));
    return isLost ? end : end + 1;
  }
  return undefined;
}

/** A full stop may follow each word: `cf. Reuters`. */
function matchLeadIn(tokens: readonly Token[], from: number, leadIn: readonly Token[]): number | undefined {
  let at = from;
  for (const [index, expected] of leadIn.entries()) {
    if (wordOf(tokens[at]) !== wordOf(expected)) return undefined;
    at++;
    if (isMark(tokens[at], '.') && !isMark(leadIn[index + 1], '.')) at++;
  }
  return at;
}

function wordOf(token: Token | undefined): string {
  return token?.lower.replace('’', "'") ?? '';
}
