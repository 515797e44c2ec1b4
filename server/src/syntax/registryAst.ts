/** The nodes of registries and of front matter. `ast.ts` exports them with those of briefs. */

import type { Located, Span } from '../base/text/span.ts';
import type { CalendarDate } from './calendarDate.ts';

/** The contents of an `entities.yaml` or `sources.yaml`, or of the same keys in front matter. docs/format.md, section 4. */
export interface Registry {
  readonly types: readonly TypeEntry[];
  readonly entities: readonly EntityEntry[];
  readonly sources: readonly SourceEntry[];
  /** Whether the text has the key `entities` (or `references`; in front matter `sources`), even if it is empty. */
  readonly declaresEntities: boolean;
  readonly declaresSources: boolean;
  /** Set for a bibliography, which another program writes: it is read, and never changed. */
  readonly isBibliography?: true;
  /** Of a configuration: paths of bibliographies. */
  readonly bibliography?: readonly Located<string>[];
  /** All mistakes in order of position. An entry with a mistake is used as far as it can be read. */
  readonly problems: readonly RegistryProblem[];
  /** `# brief-ignore unused-source` above an entry, `# brief-ignore-file …`. */
  readonly ignores: readonly RegistryIgnoreComment[];
}

/** A registry without any entries. */
export const EMPTY_REGISTRY: Registry = {
  types: [],
  entities: [],
  sources: [],
  declaresEntities: false,
  declaresSources: false,
  problems: [],
  ignores: [],
};

/** A comment that silences rules, for the next entry or for the file. */
export interface RegistryIgnoreComment extends Span {
  readonly scope: 'file' | 'next';
  readonly codes: readonly Located<string>[];
}

/** The topics of mistakes that have a rule of their own. */
const PROBLEM_TOPICS = ['rating', 'hash', 'tlp'] as const;
export type ProblemTopic = (typeof PROBLEM_TOPICS)[number];

/** A mistake of syntax or schema. */
export interface RegistryProblem {
  /** Undefined for mistakes of syntax and schema in general, which are most. */
  readonly topic?: ProblemTopic;
  readonly message: string;
  readonly span: Span;
  /** The most likely replacement for the words at `span`. */
  readonly suggestion?: string;
  /** Set if the value is used all the same, so that the mistake matters to other programs only. */
  readonly isLesser?: true;
}

/** What a mistake says besides its message and place. */
export type ProblemDetail = Omit<RegistryProblem, 'message' | 'span'>;

/** One entry of a list, with its mistakes. Usually one of the lists holds one value, and the others are empty. */
export interface ParsedEntry extends Pick<Registry, 'types' | 'entities' | 'sources' | 'problems'> {
  /** The offset in the text from which the spans of the entry were computed last. */
  baseOffset: number;
  /** All spans of the entry; collected when they have to be moved for the first time. */
  spans?: readonly Span[];
}

/** What an entry may say that its entity becomes in a STIX bundle. */
export const STIX_TYPES = ['threat-actor', 'intrusion-set', 'tool', 'malware'] as const;
export type StixType = (typeof STIX_TYPES)[number];

/** A type of entity beside the built-in ones. */
export interface TypeEntry {
  readonly id: Located<string>;
  readonly span: Span;
  readonly name: string;
  readonly extends?: Located<string>;
}

export interface EntityEntry {
  readonly id: Located<string>;
  /** The whole entry. */
  readonly span: Span;
  readonly type: Located<string>;
  readonly name: Located<string>;
  readonly aliases: readonly Located<string>[];
  /** The family name, of a person; by default it follows from the name. */
  readonly family?: string;
  readonly description?: string;
  readonly partOf?: Located<string>;
  readonly wikidata?: Located<string>;
  /** Admiralty letter A–F; for outlets only. */
  readonly reliability?: Located<string>;
  /** The hosts of its pages; for outlets only. */
  readonly domains: readonly Located<string>[];
  /** Telegram, X, YouTube: a citation should name an account. */
  readonly platform: boolean;
  /** Traffic Light Protocol marking as written. */
  readonly tlp?: Located<string>;
  /** What it becomes in a STIX bundle, where its type does not tell. */
  readonly stix?: Located<string>;
}

/** One CSL item. */
export interface SourceEntry {
  readonly id: Located<string>;
  /** The whole entry. */
  readonly span: Span;
  /** CSL type, e.g. `article-newspaper`. */
  readonly type?: string;
  readonly title?: string;
  /** What the report says, in a few sentences. */
  readonly abstract?: string;
  /** The outlet: CSL `container-title`, else `publisher`. */
  readonly outlet?: Located<string>;
  /** Names of the authors, "Given Family" or the literal name. */
  readonly authors: readonly string[];
  readonly issued?: Located<CalendarDate>;
  readonly accessed?: Located<CalendarDate>;
  readonly url?: Located<string>;
  /** Admiralty letter A–F; overrides the outlet's. */
  readonly reliability?: Located<string>;
  /** Admiralty digit 1–6. */
  readonly credibility?: Located<string>;
  readonly archive?: Located<string>;
  readonly sha256?: Located<string>;
  /** Traffic Light Protocol marking as written. */
  readonly tlp?: Located<string>;
  /** The CSL fields that describe a source and have any value. */
  readonly filledFields: readonly string[];
  /** All fields of CSL as written, `custom` aside, for formats that carry them on. */
  readonly csl: Readonly<Record<string, unknown>>;
}

/** The fields between the `---` lines at the top of a brief. docs/format.md, section 3. */
export interface FrontMatter {
  readonly title?: Located<string>;
  readonly date?: Located<CalendarDate>;
  readonly publication?: Located<string>;
  readonly author?: Located<string>;
  readonly tlp?: Located<string>;
  readonly profile?: Located<string>;
  /** The language of the prose, as `en-GB`. */
  readonly lang?: Located<string>;
  /** Paths of bibliographies, as in Pandoc. */
  readonly bibliography: readonly Located<string>[];
  /** Rule codes switched off for this brief. */
  readonly ignore: readonly Located<string>[];
  /** The inline `sources` and `entities`; its problems include those of the other fields. */
  readonly registry: Registry;
}
