/** A hedge in a language file: its phrases, and the words around them that make something else of them. */
export interface HedgeWords {
  readonly phrases: readonly string[];
  /** The range that readers take it for, in percent. */
  readonly from: number;
  readonly to: number;
  /** Not right after one of these words. */
  readonly notAfter?: readonly string[];
  /** Nor right after a possessive: "Russia's might". */
  readonly notAfterPossessive?: true;
  /** Only before a word in lower case, as verbs are: "May" is a month. */
  readonly beforeLowerCase?: true;
  /** Of the words in lower case, not before these. */
  readonly notBefore?: readonly string[];
  /** Only before one of these verbs, with or without one of the adverbs between. */
  readonly beforeVerbs?: readonly string[];
  readonly adverbs?: readonly string[];
  /** Not before a word that begins with one of these, nor before a digit. */
  readonly notBeforeStart?: readonly string[];
  /** Whether it is a hedge in capitals, too. */
  readonly inAnyCase?: true;
  /** Whether the phrase is a judgment by itself: "it is possible that". */
  readonly isJudgment?: true;
  /** Whether the word gives permission as often as it estimates: "may". */
  readonly isPermission?: true;
}
