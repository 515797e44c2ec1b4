/** The custom requests of the graph and the timeline. */

import type { Location } from './location.ts';

/** The briefs that a picture covers: one brief, its folder with subfolders, or all. */
export const RANGE_KINDS = ['brief', 'folder', 'workspace'] as const;
export type RangeKind = (typeof RANGE_KINDS)[number];

export interface PictureRange {
  readonly rangeKind: RangeKind;
  /** The brief; unused for `workspace`. */
  readonly uri?: string;
}

/** Where two entities count as mentioned together: in one paragraph, or anywhere in one brief. */
export const PROXIMITIES = ['paragraph', 'brief'] as const;
export type Proximity = (typeof PROXIMITIES)[number];

/** An entity's id and the file that defines it; `uri` is empty for an undefined entity. */
export interface EntityKey {
  readonly id: string;
  readonly uri: string;
}

export interface GraphNode extends EntityKey {
  readonly name: string;
  /** A built-in type, or the first built-in one that the type extends; empty for others. */
  readonly builtIn: string;
  /** The name of a custom type in the registry; empty for built-in types. */
  readonly typeName: string;
  readonly mentions: number;
  readonly briefs: number;
}

/** `a` and `b` are indexes into `nodes`. For `part-of`, `a` is the part. */
export interface GraphEdge {
  readonly a: number;
  readonly b: number;
  readonly kind: 'together' | 'part-of';
  /** The number of paragraphs or briefs that mention both. */
  readonly count: number;
}

export interface Graph {
  /** Most mentioned first. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Number of all entities and pairs, which can be more than are listed. */
  readonly entities: number;
  readonly pairs: number;
  readonly briefs: number;
  /** Whether all files have been read. */
  readonly isIndexed: boolean;
}

/** A mention with the text around it. */
export interface MentionRow {
  readonly excerpt: string;
  readonly brief: string;
  readonly location: Location;
}

export interface PlainDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** `brief`: the date of a brief; `report`: a cited report; `event`: a date in the prose. */
export type TimelineKind = 'brief' | 'report' | 'event';

export interface TimelineItem {
  readonly kind: TimelineKind;
  readonly date: PlainDate;
  /** Whether the text gives no year, and that of the brief was taken. */
  readonly isYearInferred?: boolean;
  /** The file name of a brief, the title of a report, or the sentence of an event. Empty if the source is missing. */
  readonly title: string;
  /** The outlet of a report, or the brief of an event. */
  readonly detail: string;
  /** For reports: whether the source is missing or in no registry. */
  readonly state?: 'missing' | 'unknown';
  /** The number of citations. */
  readonly count: number;
  /** The first locations. */
  readonly locations: readonly Location[];
}

export interface Timeline {
  /** Sorted by date. */
  readonly items: readonly TimelineItem[];
  /** Number of all items. If there are more, the list contains the latest. */
  readonly total: number;
  /** Number of citations whose year is unknown. */
  readonly undated: number;
  /** Number of briefs whose prose was not searched for dates, because there are too many. */
  readonly unread: number;
  readonly briefs: number;
  readonly isIndexed: boolean;
}

/** By method: the parameters and the result. */
export interface PictureRequests {
  'briefmark/graph': { params: PictureRange & { readonly proximity: Proximity }; result: Graph };
  'briefmark/mentions': {
    params: PictureRange & { readonly entity: EntityKey };
    result: { readonly rows: readonly MentionRow[]; readonly total: number };
  };
  'briefmark/timeline': { params: PictureRange; result: Timeline };
}
