/** What the graph and the timeline ask of the server. The client imports these types; nothing else of the server. */

import type { Place } from './place.ts';

/** How far a picture reaches: one brief, the folder it is in with those below, or everything. */
export const RANGE_KINDS = ['brief', 'folder', 'workspace'] as const;
export type RangeKind = (typeof RANGE_KINDS)[number];

export interface PictureRange {
  readonly rangeKind: RangeKind;
  /** The brief; of no matter to `workspace`. */
  readonly uri?: string;
}

/** What counts as together: in one paragraph, or anywhere in one brief. */
export const PROXIMITIES = ['paragraph', 'brief'] as const;
export type Proximity = (typeof PROXIMITIES)[number];

/** An entity as its id and where it is defined; `uri` is empty when nobody defines it. */
export interface EntityKey {
  readonly id: string;
  readonly uri: string;
}

export interface GraphNode extends EntityKey {
  readonly name: string;
  /** A built-in type, or the first built-in one that it extends; empty for others. */
  readonly builtIn: string;
  /** What the registry calls a type of its own. */
  readonly typeName: string;
  readonly mentions: number;
  readonly briefs: number;
}

/** `a` and `b` are places in the list of nodes; of `part-of`, `a` is the part. */
export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  readonly kind: 'together' | 'part-of';
  /** In how many paragraphs or briefs. */
  readonly count: number;
}

export interface Graph {
  /** The most mentioned first. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** How many there are in all; more than are listed when the rest was cut. */
  readonly entities: number;
  readonly pairs: number;
  readonly briefs: number;
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** A mention with the words around it. */
export interface MentionRow {
  readonly excerpt: string;
  readonly brief: string;
  readonly place: Place;
}

export interface PlainDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** `brief`: the day a brief is of; `report`: one that is cited; `event`: a day that the prose names. */
export type TimelineKind = 'brief' | 'report' | 'event';

export interface TimelineItem {
  readonly kind: TimelineKind;
  readonly date: PlainDate;
  /** Of a brief its file, of a report its title, of an event the sentence. Empty when the source is missing. */
  readonly title: string;
  /** Of a report the outlet, of an event the brief. */
  readonly detail: string;
  /** Of reports: whether the source is missing, or in no registry. */
  readonly state?: 'missing' | 'unknown';
  /** How often it is cited. */
  readonly count: number;
  /** Where, the first ones. */
  readonly places: readonly Place[];
}

export interface Timeline {
  /** By date. */
  readonly items: readonly TimelineItem[];
  /** How many there are in all; when there are more, those are the latest. */
  readonly total: number;
  /** Citations whose year cannot be told. */
  readonly undated: number;
  /** Briefs whose prose was not searched for dates, because there are too many. */
  readonly unread: number;
  readonly briefs: number;
  readonly isIndexed: boolean;
}

/** By method: the parameters, and the answer. */
export interface PictureRequests {
  'briefmark/graph': { params: PictureRange & { readonly proximity: Proximity }; result: Graph };
  'briefmark/mentions': {
    params: PictureRange & { readonly entity: EntityKey };
    result: { readonly rows: readonly MentionRow[]; readonly total: number };
  };
  'briefmark/timeline': { params: PictureRange; result: Timeline };
}
