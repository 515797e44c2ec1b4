/** What completion offers, as plain data, and where. */

import type { Span } from '../../base/text/span.ts';
import type { Brief } from '../../syntax/ast.ts';

import type { Workspace } from '../../workspace/workspace.ts';

export type OfferKind = 'type' | 'entity' | 'outlet' | 'source' | 'date' | 'rule' | 'field' | 'value';

export interface Offer {
  readonly kind: OfferKind;
  readonly label: string;
  /** What stands beside the label in the list: who, what, when. */
  readonly detail?: string;
  /** What is put in place of what was typed. */
  readonly text: string;
  /** Everything it may be found by: names, aliases, title, id. The first is the most likely. */
  readonly names: readonly string[];
  /** What the explanation that is asked for later is about. */
  readonly subject?: OfferSubject;
  /** Characters that accept it and are then typed. */
  readonly commit?: readonly string[];
}

/** What an explanation is about: an entity, a source, a rule. */
export interface OfferSubject {
  readonly kind: 'entity' | 'source' | 'rule';
  readonly id: string;
}

/** The offers of a place, best first. */
export interface OfferList {
  /** What is typed of it already: from its start to the cursor, on one line. */
  readonly typed: Span;
  /** The same with what follows the cursor and belongs to it. What completion leaves of it would make no sense. */
  readonly whole: Span;
  /** Whether the rest after the cursor may also be kept, as the editor's setting wants it. */
  readonly supportsInsert?: boolean;
  readonly offers: Iterable<Offer>;
  /** How the text of an offer is written at this place: with the space, bracket or quotation mark that it needs. */
  readonly write?: (text: string) => string;
}

/** Where completion is asked for. */
export interface CompletionContext {
  readonly uri: string;
  readonly workspace: Workspace;
  readonly text: string;
  readonly offset: number;
  /** Absent in a registry. */
  readonly brief?: Brief;
  /** Whether it is a `.briefmark.yaml`. */
  readonly isConfig?: boolean;
}

/** One context beside this file: undefined when the place is none of its own, so that the next one is asked. */
export type CompletionProvider = (place: CompletionContext) => OfferList | undefined;
