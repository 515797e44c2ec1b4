/** A mention of a name in prose: the name, and the phrase around it. */

import type { Span } from '../../../base/text/span.ts';

const SUGGESTED_TYPES = ['person', 'org', 'group', 'place', 'event', 'weapon', 'media'] as const;
export type SuggestedType = (typeof SUGGESTED_TYPES)[number];

/** What a type was concluded from; the words are in `reasons.ts`. */
export type Evidence =
  | 'title'
  | 'role'
  | 'given-name'
  | 'known'
  | 'class-word'
  | 'people'
  | 'fighters'
  | 'acronym-definition'
  | 'speech'
  | 'preposition'
  | 'list'
  | 'acronym'
  | 'designation'
  | 'apposition'
  | 'form';

/** How far evidence is trusted: a larger number wins. */
export const EVIDENCE_WEIGHT: Readonly<Record<Evidence, number>> = {
  known: 10,
  title: 9,
  fighters: 9,
  'class-word': 8,
  people: 8,
  designation: 8,
  role: 7,
  'acronym-definition': 7,
  apposition: 6,
  'given-name': 6,
  preposition: 4,
  speech: 4,
  list: 3,
  acronym: 2,
  form: 1,
};

export interface Mention {
  /** The phrase: the name with its article, title, and the noun that it describes. */
  readonly span: Span;
  /** The name on one line, without article and title. */
  readonly name: string;
  readonly type: SuggestedType;
  readonly evidence: Evidence;
  /** The word that was decisive, for the reason: the title, the class word, the preposition. */
  readonly cue: string;
  /** Whether it is a title without a name, or a phrase such as `people of Mosul`: a mention, but no name for a registry. */
  readonly isDescription: boolean;
  /** A shorter or longer form of the same name that stands in brackets behind it. */
  readonly acronym?: string;
  /** The title in front of a person's name. */
  readonly title?: string;
  /** Whether a capital at the start of a sentence is all that makes it a name. */
  readonly isDoubtful: boolean;
}
