/** Completion offers as plain data. */

import type { Span } from '../../base/text/span.ts';
import type { Replacement } from '../../edits/citation/replaceSource.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { Workspace } from '../../workspace/workspace.ts';

export type OfferKind = 'type' | 'entity' | 'outlet' | 'source' | 'date' | 'rule' | 'field' | 'value' | 'entry';

export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  /** Shown beside the label: who, what, when. */
  readonly detail?: string;
  /** Replaces the typed text. */
  readonly text: string;
  /** Whether its text is a snippet: offered only to editors that can fill it in. */
  readonly isSnippet?: boolean;
  /** What else has to change with it, away from the cursor: the note of a marker. */
  readonly edits?: readonly Replacement[];
  /** Everything the offer can be found by: names, aliases, title, id. The most likely one comes first. */
  readonly names: readonly string[];
  /** The subject of the documentation that the editor may request later. */
  readonly subject?: OfferSubject;
  /** Characters that accept the offer and are then inserted. */
  readonly commit?: readonly string[];
}

/** An entity, a source or a rule. */
export interface OfferSubject {
  readonly kind: 'entity' | 'source' | 'rule';
  readonly id: string;
}

/** The offers at a position, best first. */
export interface OfferList {
  /** The typed part: from its start to the cursor, on one line. */
  readonly typed: Span;
  /** The typed part and the rest of it after the cursor, which would make no sense after a completion. */
  readonly whole: Span;
  /** Whether the rest after the cursor may also be kept, if the editor is set to insert rather than replace. */
  readonly supportsInsert?: boolean;
  readonly offers: Iterable<Offer>;
  /** Whether more offers match than are listed, so that the next letter may bring others. */
  readonly isPartial?: boolean;
  /** Adds to the text of an offer what this position needs: a space, a bracket or a quotation mark. */
  readonly write?: (text: string) => string;
}

/** The file and position of a completion request. */
export interface CompletionContext {
  readonly uri: string;
  readonly workspace: Workspace;
  readonly text: string;
  readonly offset: number;
  /** Absent in a registry. */
  readonly brief?: Brief;
  /** Set for a `.briefmark.yaml`. */
  readonly isConfig?: boolean;
  readonly isReview?: boolean;
}

/**
 * Recognizes one context. Returns undefined if the position is not in that context, so that the next provider is asked.
 */
export type CompletionProvider = (context: CompletionContext) => OfferList | undefined;
