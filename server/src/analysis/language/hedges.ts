/** Words that leave open how likely something is. */
import type { Span } from '../../base/text/span.ts';

/** Its span counts from the start of the text it was looked for in. */
export interface Hedge extends Span {
  /** What readers take it for, in percent. */
  readonly from: number;
  readonly to: number;
  /** Whether it is a judgement by itself: "it is possible that", "cannot be ruled out". */
  readonly isJudgement: boolean;
  /** Whether the word gives leave as often as it estimates: "may". */
  readonly isPermission: boolean;
}

interface HedgeKind {
  /** Sticks to the case of prose: the month is "May". */
  readonly pattern: RegExp;
  readonly from: number;
  readonly to: number;
  readonly isJudgement?: true;
  readonly isPermission?: true;
}

/** "Could" tells of ability or of the past, too: only what happens by itself is an estimate. */
const EVENT_VERBS =
  'well|lead|result|trigger|escalate|collapse|fail|spark|prompt|worsen|provoke|deteriorate|unravel|happen|occur|erupt|resume|intensify|backfire|destabili[sz]e';

const HEDGE_KINDS: readonly HedgeKind[] = [
  // Not "weapons that may", "those who might", nor "may" as a right; "military might" is no verb.
  {
    pattern: /(?<!\b(?:who|which|that|what|whatever|whoever|you|[Ii]f|as)\s)\bmay\s+(?:not\s+)?(?=[a-z])/g,
    from: 20,
    to: 80,
    isPermission: true,
  },
  {
    pattern:
      /(?<!\b(?:who|which|that|what|whatever|whoever|[Ii]f|as|the|its|their|his|her|our|own|of|with|military|naval|economic|financial|political|industrial|air|sea)\s|[’']s?\s)\bmight\s+(?:not\s+)?(?=(?!of\b|and\b|or\b|in\b|to\b|is\b|was\b|has\b|had\b|will\b|would\b|on\b|against\b|alone\b|as\b|at\b)[a-z])/g,
    from: 20,
    to: 80,
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:who|which|that|what|[Ii]f|as)\\s)\\bcould\\s+(?=(?:(?:also|still|soon|eventually|then|again|further|even)\\s+)?(?:${EVENT_VERBS})\\b)`,
      'g',
    ),
    from: 20,
    to: 80,
  },
  // "Could not possibly"; "perhaps 200 men", "perhaps the best known" estimate no event.
  {
    pattern:
      /(?<!\b(?:can|cannot|can[’']t|could|not)\s)\b[Pp]ossibly\b(?!\s+(?:the|an?|as|more|most|\d|two|three|dozens|hundreds))/g,
    from: 20,
    to: 80,
  },
  {
    pattern:
      /\b[Pp]erhaps\b(?!\s+(?:the|an?|as|more|most|even|because|not|only|\d|one|two|three|four|five|ten|half|dozens|hundreds|thousands|unsurprisingly|surprisingly))/g,
    from: 20,
    to: 80,
  },
  {
    pattern: /\b[Ii]t\s+(?:is|remains)\s+(?:(?:also|still|even|entirely|quite|certainly)\s+)?possible\s+that\b/g,
    from: 1,
    to: 55,
    isJudgement: true,
  },
  {
    pattern:
      /\b(?:cannot|can[’']t|can\s+not)\s+(?:(?:yet|entirely|fully|completely)\s+)?be\s+(?:(?:entirely|fully|completely)\s+)?(?:ruled\s+out|excluded)\b/g,
    from: 1,
    to: 55,
    isJudgement: true,
  },
  {
    pattern:
      /\b(?:[Ww]e|I)\s+(?:cannot|can[’']t|do\s+not)\s+(?:(?:yet|entirely|fully)\s+)?(?:rule\s+out|exclude|dismiss\s+the\s+possibility|discount\s+the\s+possibility)\b/g,
    from: 1,
    to: 55,
    isJudgement: true,
  },
  { pattern: /\b(?:extremely|exceedingly|overwhelmingly)\s+(?:likely|probable)\b/gi, from: 80, to: 99 },
  { pattern: /\b(?:extremely|exceedingly)\s+(?:unlikely|improbable)\b/gi, from: 1, to: 20 },
  { pattern: /(?<!\bnot\s)\b(?:quite|fairly|reasonably|pretty|rather)\s+(?:likely|probable)\b/gi, from: 55, to: 80 },
  { pattern: /\b(?:virtually|practically)\s+certain(?:ly)?\b/gi, from: 95, to: 99 },
];

/** Every kind has one of these in it. */
const anyHedgePattern =
  /\b(?:may|might|could)\s|possibl|perhaps|rule|exclude|dismiss|discount|likely|probable|certain/i;

/** Whether there may be a hedge in a text: most have none. */
export function mayContainHedge(text: string): boolean {
  return anyHedgePattern.test(text);
}

/** The hedges of a sentence in order of place. Spans hold the words without the space behind them. */
export function hedgesIn(sentence: string): Hedge[] {
  if (!mayContainHedge(sentence)) return [];
  const found = HEDGE_KINDS.flatMap(({ pattern, from, to, isJudgement: judges = false, isPermission = false }) =>
    [...sentence.matchAll(pattern)].map(
      ({ 0: words, index }): Hedge => ({
        start: index,
        end: index + words.trimEnd().length,
        from,
        to,
        isJudgement: judges,
        isPermission,
      }),
    ),
  );
  return found.sort((a, b) => a.start - b.start);
}
