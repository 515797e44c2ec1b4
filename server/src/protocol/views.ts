/** The custom requests of the side bar and the status items. */

import type { Range } from 'vscode-languageserver';
import type { Location } from './location.ts';
import type { PictureRequests } from './pictures.ts';

export type ViewName = 'sources' | 'entities' | 'briefs';

/** `state`: missing sources first, then unknown ones, then other problems; `date`: newest first. */
export const BRIEF_ORDERS = ['state', 'date', 'name'] as const;
export type BriefOrder = (typeof BRIEF_ORDERS)[number];

/** Identifies a node when its children are requested. */
export type ParentKey =
  | { readonly kind: 'missing' | 'unknown' }
  /** `key`: equal for all spellings of one outlet. */
  | { readonly kind: 'outlet'; readonly key: string }
  /** `uri`: the file that defines it. Entries in front matter belong to their brief only. */
  | { readonly kind: 'source' | 'entity'; readonly id: string; readonly uri: string }
  | { readonly kind: 'type'; readonly id: string }
  /** The uses of a source or entity in one brief. */
  | {
      readonly kind: 'uses';
      readonly symbolKind: 'source' | 'entity';
      readonly id: string;
      readonly uri: string;
      readonly brief: string;
    };

interface BaseNode {
  /** Unique in its view, and stable as long as the node represents the same object. */
  readonly id: string;
  /** Requests its children; absent if there are none. */
  readonly key?: ParentKey;
  /** What a click opens. */
  readonly location?: Location;
}

/** All missing or all unknown sources. */
export interface GroupNode extends BaseNode {
  readonly kind: 'group';
  readonly state: 'missing' | 'unknown';
  readonly count: number;
}

/** A citation whose source is missing or unknown. */
export interface CitationNode extends BaseNode {
  readonly kind: 'citation';
  readonly state: 'missing' | 'unknown';
  /** The source as written, or its id. If the source is missing and there is no date: what is left of the citation. */
  readonly name?: string;
  /** Its dates, formatted. */
  readonly dates: string;
  readonly location: Location;
}

export interface OutletNode extends BaseNode {
  readonly kind: 'outlet';
  /** Empty for the group of reports without an outlet. */
  readonly name: string;
  /** Admiralty letter. */
  readonly rating: string;
  readonly reports: number;
  /** The number of citations of its reports. */
  readonly cited: number;
}

/** An entry of a registry of sources. */
export interface SourceNode extends BaseNode {
  readonly kind: 'source';
  readonly title: string;
  readonly date: string;
  /** Admiralty grades such as `B2`, and what they mean. */
  readonly rating: string;
  readonly ratingWords: string;
  readonly cited: number;
  /** Only http and https. */
  readonly url?: string;
  readonly location: Location;
}

export interface TypeNode extends BaseNode {
  readonly kind: 'type';
  /** A built-in type, or the first built-in one that the type extends; empty for others. */
  readonly builtIn: string;
  /** The name of a custom type in the registry; empty for built-in types. */
  readonly name: string;
  readonly count: number;
}

export interface EntityNode extends BaseNode {
  readonly kind: 'entity';
  readonly builtIn: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly mentions: number;
  readonly briefs: number;
  readonly location: Location;
}

/** The uses of a source or entity in one brief. */
export interface UsesNode extends BaseNode {
  readonly kind: 'uses';
  readonly symbolKind: 'source' | 'entity';
  readonly brief: string;
  readonly count: number;
  readonly location: Location;
}

/** One use, with the text around it. */
export interface UseNode extends BaseNode {
  readonly kind: 'use';
  readonly excerpt: string;
  /** Its start and end in `excerpt`. */
  readonly highlight: readonly [number, number];
  readonly location: Location;
}

export interface BriefNode extends BaseNode {
  readonly kind: 'brief';
  readonly brief: string;
  readonly state: BriefState;
  readonly missing: number;
  readonly unknown: number;
  /** Other findings of warning or worse; absent if the brief has not been checked. */
  readonly problems?: number;
  readonly citations: number;
  /** Formatted; empty if the brief has no date. */
  readonly date: string;
  readonly location: Location;
}

/**
 * The worst first. `problems`: other findings of warning or worse; `clean`: checked, and none of these; `unchecked`: nothing is
 * missing or unknown, and the rest has not been checked; `empty`: without citations, so there is nothing to be clean.
 */
export const BRIEF_STATES = ['missing', 'unknown', 'problems', 'unchecked', 'clean', 'empty'] as const;
export type BriefState = (typeof BRIEF_STATES)[number];

export type ViewNode =
  | GroupNode
  | CitationNode
  | OutletNode
  | SourceNode
  | TypeNode
  | EntityNode
  | UsesNode
  | UseNode
  | BriefNode;

export interface ChildrenParams {
  readonly view: ViewName;
  /** Absent for the top level of the view. */
  readonly parent?: ParentKey;
  /** Maximum number of nodes in the result. */
  readonly limit: number;
  /** Only entities with this text in a name, an alias or the id. */
  readonly filter?: string;
  readonly order?: BriefOrder;
}

export interface ChildrenResult {
  readonly nodes: readonly ViewNode[];
  /** Number of all children, including those beyond the limit. */
  readonly total: number;
}

/** Counts for the whole workspace. */
export interface Overview {
  readonly briefs: number;
  readonly registries: number;
  readonly missing: number;
  readonly unknown: number;
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** The sourcing status of one brief. */
export interface BriefStatus {
  readonly state: BriefState;
  /** Without ignored ones. */
  readonly missing: number;
  readonly unknown: number;
  /** Other findings of warning or worse. */
  readonly problems: number;
  /** Number of citations, and of those that have a source. */
  readonly citations: number;
  readonly cited: number;
  /** The range of the first citation with a missing source. */
  readonly firstMissing?: Range;
  readonly profile: 'draft' | 'release';
  /** What was inferred about the brief, in one line: its date and where it comes from, the order of day and month, house style. */
  readonly reading: string;
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** What was found in all files of the workspace, open and closed. */
export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** By method: the parameters and the result. The status is null if the file is not an open brief. */
export interface ViewRequests extends PictureRequests {
  /** Answered when all files have been checked, whether their findings are wanted or not. */
  'briefmark/checkAll': { params: Record<string, never>; result: CheckSummary };
  'briefmark/views/children': { params: ChildrenParams; result: ChildrenResult };
  'briefmark/views/overview': { params: Record<string, never>; result: Overview };
  'briefmark/status': { params: { readonly uri: string }; result: BriefStatus | null };
}

/**
 * Sent to clients whose initialization options have `views: true`, shortly after anything that views show has changed.
 */
export const VIEWS_CHANGED = 'briefmark/viewsChanged';
