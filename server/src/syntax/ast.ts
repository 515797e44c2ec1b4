import type { Located, Span } from '../base/text/span.ts';
import type { CalendarDate } from './date/writtenDate.ts';

/** What an `entities.yaml` or `sources.yaml` (or the same keys in a brief's front matter) says. FORMAT.md, section 4. */
export interface Registry {
  readonly types: readonly TypeEntry[];
  readonly entities: readonly EntityEntry[];
  readonly sources: readonly SourceEntry[];
  /** Whether the key `entities` (or `references`, in front matter `sources`) stands in the text at all, even empty. */
  readonly declaresEntities: boolean;
  readonly declaresSources: boolean;
  /** Every mistake, in order of place. An entry with a mistake is still used as far as it can be read. */
  readonly problems: readonly RegistryProblem[];
  /** `# brief-ignore unused-source` above an entry, `# brief-ignore-file …`. */
  readonly ignores: readonly RegistryIgnore[];
}

/** One that says nothing. */
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
export interface RegistryIgnore extends Span {
  readonly scope: 'file' | 'next';
  readonly codes: readonly Located<string>[];
}

/** What a mistake is about that has a rule of its own. */
export const PROBLEM_TOPICS = ['rating', 'hash', 'tlp'] as const;
export type ProblemTopic = (typeof PROBLEM_TOPICS)[number];

/** A mistake of syntax or schema. */
export interface RegistryProblem {
  /** Absent of mistakes of form, which are most. */
  readonly topic?: ProblemTopic;
  readonly message: string;
  readonly span: Span;
  /** What most likely was meant instead of the words at `span`. */
  readonly suggestion?: string;
}

/** What one entry of a list says, with its mistakes; in nearly all of them one list holds one value. */
export interface EntryReading extends Pick<Registry, 'types' | 'entities' | 'sources' | 'problems'> {
  /** Where in the text the entry began when its places were counted last. */
  at: number;
  /** All of these places, once they have had to be moved. */
  spans?: readonly Span[];
}

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
  readonly description?: string;
  readonly partOf?: Located<string>;
  readonly wikidata?: Located<string>;
  /** Admiralty letter A–F; of outlets. */
  readonly reliability?: Located<string>;
  /** Telegram, X, YouTube: a citation should name an account. */
  readonly platform: boolean;
  /** Traffic Light Protocol marking, as it is written. */
  readonly tlp?: Located<string>;
}

/** One CSL item. */
export interface SourceEntry {
  readonly id: Located<string>;
  /** The whole entry. */
  readonly span: Span;
  /** CSL type, e.g. `article-newspaper`. */
  readonly type?: string;
  readonly title?: string;
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
  /** Traffic Light Protocol marking, as it is written. */
  readonly tlp?: Located<string>;
  /** Which of the CSL fields that describe a source have a value, whatever it is. */
  readonly filled: readonly string[];
}

/** What stands between the `---` lines at the top of a brief. FORMAT.md, section 3. */
export interface FrontMatter {
  readonly title?: Located<string>;
  readonly date?: Located<CalendarDate>;
  readonly publication?: Located<string>;
  readonly author?: Located<string>;
  readonly tlp?: Located<string>;
  readonly profile?: Located<string>;
  /** Rule codes switched off for this brief. */
  readonly ignore: readonly Located<string>[];
  /** The inline `sources` and `entities`; its problems include those of the other fields. */
  readonly registry: Registry;
}
