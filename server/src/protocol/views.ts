/** What the side bar and the status items ask of the server. The client imports these types; nothing else of the server. */

import type { Range } from 'vscode-languageserver';
import type { PictureRequests } from './pictures.ts';
import type { Place } from './place.ts';

export const VIEWS = ['sources', 'entities', 'briefs'] as const;
export type ViewName = (typeof VIEWS)[number];

/** `state`: missing sources first, then unknown ones; `date`: the newest first. */
export const BRIEF_ORDERS = ['state', 'date', 'name'] as const;
export type BriefOrder = (typeof BRIEF_ORDERS)[number];

/** A node that has children, as the server knows it again. */
export type ParentKey =
  | { readonly kind: 'missing' | 'unknown' }
  /** `key`: what the spellings of one outlet have in common. */
  | { readonly kind: 'outlet'; readonly key: string }
  /** `uri`: where it is defined; what a brief defines for itself is its own. */
  | { readonly kind: 'source' | 'entity'; readonly id: string; readonly uri: string }
  | { readonly kind: 'type'; readonly id: string }
  /** The places of a source or entity in one brief. */
  | {
      readonly kind: 'uses';
      readonly symbolKind: 'source' | 'entity';
      readonly id: string;
      readonly uri: string;
      readonly brief: string;
    };

interface BaseNode {
  /** Unique in its view, and the same as long as what it stands for is the same. */
  readonly id: string;
  /** Asks for its children; absent when there are none. */
  readonly key?: ParentKey;
  /** Where a click leads. */
  readonly place?: Place;
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
  /** The source as written, or its id; absent when it is missing. */
  readonly name?: string;
  /** Its dates, in words. */
  readonly dates: string;
  readonly place: Place;
}

export interface OutletNode extends BaseNode {
  readonly kind: 'outlet';
  /** Empty for reports without an outlet. */
  readonly name: string;
  /** Admiralty letter. */
  readonly rating: string;
  readonly reports: number;
  /** How often its reports are cited. */
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
  readonly place: Place;
}

export interface TypeNode extends BaseNode {
  readonly kind: 'type';
  /** A built-in type, or the first built-in one that it extends; empty for others. */
  readonly builtIn: string;
  /** What the registry calls a type of its own. */
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
  readonly place: Place;
}

/** The uses of a source or entity in one brief. */
export interface UsesNode extends BaseNode {
  readonly kind: 'uses';
  readonly symbolKind: 'source' | 'entity';
  readonly brief: string;
  readonly count: number;
  readonly place: Place;
}

/** One use, with the words around it. */
export interface UseNode extends BaseNode {
  readonly kind: 'use';
  readonly excerpt: string;
  /** Where in `excerpt` it is. */
  readonly highlight: readonly [number, number];
  readonly place: Place;
}

export interface BriefNode extends BaseNode {
  readonly kind: 'brief';
  readonly brief: string;
  readonly state: BriefState;
  readonly missing: number;
  readonly unknown: number;
  readonly citations: number;
  /** In words; empty when the brief has none. */
  readonly date: string;
  readonly place: Place;
}

export type BriefState = 'missing' | 'unknown' | 'clean';

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
  /** Absent for the top of the view. */
  readonly parent?: ParentKey;
  /** At most so many are answered. */
  readonly limit: number;
  /** Of entities: only those that have these words in a name, an alias or the id. */
  readonly filter?: string;
  readonly order?: BriefOrder;
}

export interface ChildrenResult {
  readonly nodes: readonly ViewNode[];
  /** How many there are in all. */
  readonly total: number;
}

/** The workspace in numbers. */
export interface Overview {
  readonly briefs: number;
  readonly registries: number;
  readonly missing: number;
  readonly unknown: number;
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** How one brief stands. */
export interface BriefStatus {
  /** Not those that somebody chose to ignore. */
  readonly missing: number;
  readonly unknown: number;
  /** Items of citations, and how many of them have a source. */
  readonly citations: number;
  readonly cited: number;
  /** Where the first missing source is. */
  readonly firstMissing?: Range;
  readonly profile: 'draft' | 'release';
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** By method: the parameters, and the answer; null where the file is no brief that is known. */
export interface ViewRequests extends PictureRequests {
  'briefmark/views/children': { params: ChildrenParams; result: ChildrenResult };
  'briefmark/views/overview': { params: Record<string, never>; result: Overview };
  'briefmark/status': { params: { readonly uri: string }; result: BriefStatus | null };
}

/** Sent to clients whose initialization options have `views: true`, a moment after anything that views show has changed. */
export const VIEWS_CHANGED = 'briefmark/viewsChanged';
