/** The parameters and results of the server's commands. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { ReviewAction } from './review.ts';

/** Client commands that hovers link to: the quick fixes at a place, and the list of what the registries lack. */
export const FIX_AT = 'briefmark.fixAt';
export const SET_UP_REGISTRIES = 'briefmark.setUpRegistries';

export interface FileParams {
  readonly uri: string;
}

export interface RangeParams extends FileParams {
  readonly range: Range;
}

/** An edit that may be applied only while the document has this version. */
export interface VersionedEdit {
  readonly version: number;
  readonly edit: WorkspaceEdit;
}

/** A citation whose source is missing. */
export interface MissingSource {
  /** The range of the item: `, September 22`. */
  readonly range: Range;
  /** Behind the bracket of its group: where the cursor goes. */
  readonly end: Position;
  readonly text: string;
  /** The sentence that it belongs to, on one line. */
  readonly sentence: string;
  /** Arguments for `briefmark.addSource`, to add a source that no registry has. */
  readonly addSourceArguments?: AddSourceArguments;
}

/** An edit with what it does. */
export interface TitledEdit {
  readonly title: string;
  readonly edit: WorkspaceEdit;
}

/** A source that a citation may have lost, and the edit that writes it. */
export interface SourceSuggestion {
  readonly outlet: string;
  /** Empty if the source is not in the registry. */
  readonly title: string;
  readonly date: string;
  readonly isInRegistry: boolean;
  /** What its title shares with the sentence, as the sentence writes it: names first. */
  readonly shared: readonly string[];
  readonly edit: WorkspaceEdit;
}

/** The argument of the client command `briefmark.addSource`: a citation (span in UTF-16 offsets) and its dates. */
export interface AddSourceArguments extends FileParams {
  readonly span: { readonly start: number; readonly end: number };
  readonly version: number | null;
  readonly dates: readonly { readonly year?: number; readonly month?: number; readonly day?: number }[];
}

/** A report as a list shows it. */
export interface ReportSummary {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
}

/** A report that can be cited at a position, and the two ways to write it there. */
export interface CitationChoice extends ReportSummary {
  /** `(RFE/RL, September 5)`, or `; RFE/RL, September 5` inside a group; absent when the entry lacks outlet or date. */
  readonly plainText?: string;
  /** The same with a source tag, or as a key among keys. */
  readonly taggedText: string;
}

export interface EntitySummary {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
}

/** A finding about a citation: number `index` of `count`, counted from 1. */
export interface SourcingProblem {
  readonly range: Range;
  readonly message: string;
  readonly index: number;
  readonly count: number;
}

/** Something that a brief names or cites and no registry has. */
export interface RegistrySuggestion {
  /** Tells it from the others of the brief. */
  readonly key: string;
  /** What kind of entry it becomes. */
  readonly kind: 'source' | 'entity';
  readonly name: string;
  /** The type of the entity, or the CSL type of the source. */
  readonly type: string;
  readonly count: number;
  /** The sentence of the first mention; of a source its date and title. */
  readonly detail: string;
  /** Why it has this type; empty for a source. */
  readonly reason: string;
}

/** An entity that is added to a registry. */
export interface NewEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** What the user says of an entry that does not come from a citation. */
export type EntryToAdd =
  | { readonly kind: 'entity'; readonly name: string; readonly type?: string }
  | {
      readonly kind: 'source';
      readonly outlet?: string;
      readonly title?: string;
      readonly url?: string;
      /** ISO 8601. */
      readonly date?: string;
    };

/** A mention that can be tagged. */
export interface AnnotationCandidate {
  /** Its words, in UTF-16 offsets. */
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
  /** Its sentence, on one line. */
  readonly sentence: string;
  /** The ids of the entities that it may name; several if they share the name. */
  readonly entities: readonly string[];
}

/** An entity that a mention may name. */
export interface AnnotationEntity {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Whether no registry has it yet. */
  readonly isNew: boolean;
  /** Why it has its type; empty if a registry has it. */
  readonly reason: string;
}

/** A candidate that someone accepted: its span, the entity, and the type of a new one. */
export interface AcceptedMention {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly type: string;
}

/** By command: the parameters and the result. The result is null if the file is not an open brief. */
export interface ServerCommands {
  'briefmark.server.missingSources': {
    params: FileParams;
    result: { readonly version: number; readonly missing: readonly MissingSource[] };
  };
  /** What can be done about the missing source whose range starts at the position. */
  'briefmark.server.sourceSuggestions': {
    params: FileParams & { readonly position: Position };
    result: {
      readonly version: number;
      /** The most likely source first. */
      readonly sources: readonly SourceSuggestion[];
      /** Whether the first one is much more likely than the others. */
      readonly isLeadClear: boolean;
      /** The other fixes, such as creating a missing note. */
      readonly fixes: readonly TitledEdit[];
      readonly ignore?: TitledEdit;
    };
  };
  'briefmark.server.citations': {
    params: FileParams & { readonly position: Position };
    /** `at` is where the text is inserted: at the cursor, or at the end of the item that contains the cursor. */
    result: { readonly version: number; readonly at: Position; readonly choices: readonly CitationChoice[] };
  };
  'briefmark.server.entities': {
    params: FileParams;
    result: { readonly entities: readonly EntitySummary[]; readonly types: readonly string[] };
  };
  /** The names of the outlets in the registries. */
  'briefmark.server.outlets': { params: FileParams; result: readonly string[] };
  /** The nearest finding after (`1`) or before (`-1`) the position, wrapping around at the ends of the file. */
  'briefmark.server.nextProblem': {
    params: FileParams & { readonly position: Position; readonly direction: 1 | -1 };
    result: SourcingProblem;
  };
  /** Tags all mentions with exactly one candidate. */
  'briefmark.server.tagAllNames': {
    params: FileParams;
    result: VersionedEdit & { readonly mentions: number; readonly entities: number };
  };
  /** What the registries lack for a brief; with `selected` keys, also the edit that adds these entries. Refuses with a reason. */
  'briefmark.server.setUpRegistries': {
    params: FileParams & {
      readonly selected?: readonly string[];
      /** The types of entities that the user has changed, by key. */
      readonly types?: readonly { readonly key: string; readonly type: string }[];
      readonly version?: number;
    };
    result: {
      readonly version: number;
      /** The types that an entity can have. */
      readonly types: readonly string[];
      readonly suggestions: readonly RegistrySuggestion[];
      readonly edit?: WorkspaceEdit;
    };
  };
  /** How many citations a text has that belongs to a file of the folders and is no brief yet; null for any other file. */
  'briefmark.server.citationsInText': {
    params: FileParams & { readonly text: string };
    result: { readonly citations: number };
  };
  /** The edit that lists a text file under `include` in the configuration of its folder. Refuses with a reason. */
  'briefmark.server.includeFile': {
    params: FileParams;
    result: { readonly edit: WorkspaceEdit; readonly config: string };
  };
  /**
   * The mentions that can be tagged, in text order; with `accepted`, also one edit that tags those and adds the new entities among
   * them. `left`: how many could not be tagged. Refuses with a reason.
   */
  'briefmark.server.annotate': {
    params: FileParams & { readonly accepted?: readonly AcceptedMention[]; readonly version?: number };
    result: {
      readonly version: number;
      readonly candidates: readonly AnnotationCandidate[];
      readonly entities: readonly AnnotationEntity[];
      readonly types: readonly string[];
      readonly edit?: WorkspaceEdit;
      readonly tagged?: number;
      readonly added?: number;
      readonly left?: number;
    };
  };
  /**
   * The change of the file with the review of the brief, as a replacement in `review`, its text (null: no file yet). `name` and
   * `time` (ISO 8601) are those of the comment or sign-off. Refuses if the brief has another version, or the file cannot be read.
   */
  'briefmark.server.editReview': {
    params: FileParams & {
      readonly version: number;
      readonly review: string | null;
      readonly action: ReviewAction;
      readonly name: string;
      readonly time: string;
    };
    result: { readonly start: number; readonly end: number; readonly text: string };
  };
  /** Inserts a footnote in the style of the brief. `cursor`: where its words go, in UTF-16 offsets after the edit. Refuses with a reason. */
  'briefmark.server.insertFootnote': {
    params: FileParams & { readonly position: Position };
    result: VersionedEdit & { readonly cursor: number };
  };
  /**
   * The edit that tags the words of the range as the entity `id`; without an id, as the one that they name, if they name exactly
   * one. Without a selection the words are the name at the cursor. Refuses with a reason.
   */
  'briefmark.server.tagSelection': {
    params: RangeParams & { readonly id?: string };
    result: VersionedEdit & {
      /** The words that are tagged. */
      readonly range: Range;
      readonly text: string;
      /** The entities that have this name. */
      readonly named: readonly string[];
      /**
       * If the edit does not tag, since it is not clear which entity is meant: what would be added if it is none of the registries,
       * with the reason for its type.
       */
      readonly proposal?: NewEntity & { readonly reason: string };
    };
  };
  /** Adds an entity to the registry and tags the range. */
  'briefmark.server.addEntity': { params: RangeParams & NewEntity; result: VersionedEdit };
  /**
   * Proposes what is not said of an entry; with an id, adds the entry to the registry. `folder`: where the registry is created if there is
   * none. The file need not be a brief. Refuses with a reason.
   */
  'briefmark.server.addEntry': {
    params: FileParams & { readonly entry: EntryToAdd; readonly id?: string; readonly folder?: string };
    result: {
      readonly id: string;
      /** The type of an entity, the outlet and the date of a source, and why: empty if nothing is known. */
      readonly type: string;
      readonly reason: string;
      readonly outlet: string;
      readonly date: string;
      /** The registry that takes the entry: its URI, whether it exists, and otherwise the folders in which it can be created. */
      readonly registry: string;
      readonly exists: boolean;
      readonly folders: readonly string[];
    };
  };
  /** Adds a report for a citation without a source, and inserts the outlet into the text. Refuses with a reason. */
  'briefmark.addSourceEntry': { params: SourceToAdd; result: { readonly ids: readonly string[] } };
}

export type ServerCommandId = keyof ServerCommands;

/** The source that the user enters for a citation without one. */
export interface SourceToAdd {
  readonly uri: string;
  /** The span of the citation in UTF-16 offsets, and the version of the document it refers to. */
  readonly span: { readonly start: number; readonly end: number };
  readonly version: number | null;
  readonly outlet: string;
  readonly title?: string;
  readonly url?: string;
  /** ISO 8601; needed only if the year does not follow from the date of the brief. */
  readonly date?: string;
}
