/** The words with which a language writes citations. A list that is absent is empty. Notation: `base/text/phrases.ts`. */
export interface CitationWords {
  /** Before a source: `See also`, `Cf.` */
  readonly leadIns?: readonly string[];
  /** Before a source in a note, where they begin it: `And`, `For example,`. */
  readonly connectives?: readonly string[];
  /** Behind a lead-in: `See, for example,`. */
  readonly leadInTails?: readonly string[];
  /** Before a source that is named: `(via )`, `(according to )`. */
  readonly attributions?: readonly string[];
  /** Before a source and a colon: `Source: Reuters`. */
  readonly sourceLabels?: readonly string[];
  /** Before several sources, or a list of them, and a colon: `Sources:`. */
  readonly sourceListLabels?: readonly string[];
  /** Before a source and a colon, for what it provided: `Photo: Reuters`. */
  readonly creditLabels?: readonly string[];
  /** The citation before it. */
  readonly ibid?: readonly string[];
  /** A work of an earlier note: `op. cit.` */
  readonly earlierWork?: readonly string[];
  /** What a wiki puts before a note, to lead back to its markers. */
  readonly backlinks?: readonly string[];
  /** A note by its number: `(see note 12)`. */
  readonly noteLabels?: readonly string[];
  /** Between the comma and the date: `(AFP, le 3 mai)`. */
  readonly dateArticles?: readonly string[];
  /** Before a day on which a page was read. */
  readonly accessed?: readonly string[];
  /** Before the address or the day of a copy. */
  readonly archived?: readonly string[];
  /** Behind the date of a report, before who it rests on. */
  readonly relays?: readonly string[];
  /** In the place of a date. */
  readonly undated?: readonly string[];
  /** Before an address. */
  readonly available?: readonly string[];
  /** What may follow the date of a citation in lower case, or how it begins. */
  readonly tails?: readonly string[];
  /** Talks with a person who is the source, and the words between them and the name. */
  readonly talks?: readonly string[];
  readonly talkPrepositions?: readonly string[];
  /** Headings that announce notes or references. */
  readonly noteHeadings?: readonly string[];
  /** Behind these a name follows: `(posted on , May 5)` has lost it. */
  readonly prepositions?: readonly string[];
  /** Kinds of source that say nothing where the name behind them was lost: `(Telegram channel , May 5)`. */
  readonly sourceKinds?: readonly string[];
  /** Marks that ask for a source. */
  readonly placeholders?: {
    /** A source. In brackets one alone asks for it: `[source]`. */
    readonly nouns: readonly string[];
    /** Behind a noun: `[citation needed]`, `(source: tbd)`, `[link to come]`. */
    readonly lacking: readonly string[];
    /** Before a noun: `[add source]`. */
    readonly requests?: readonly string[];
    /** Before a noun, in brackets alone: `[better source]`. */
    readonly qualifiers?: readonly string[];
    /** What Word prints where a reference leads nowhere, without a stop. */
    readonly errors?: readonly string[];
    /** Other marks, whole. */
    readonly marks?: readonly string[];
  };
}
