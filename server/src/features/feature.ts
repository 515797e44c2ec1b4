/**
 * What a feature is: a function from a position in a workspace to plain data, and its translation to LSP. It holds no
 * state (a memo keyed by immutable values is not state). A new feature is one file in a folder beside this one and one line in
 * `index.ts`.
 */

import type { ClientCapabilities, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/text/span.ts';
import type { CheckSummary } from '../protocol/views.ts';
import type { Config } from '../rules/config/config.ts';
import type { Brief, Registry } from '../syntax/ast.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Revision } from './revision.ts';

/** An open document and what was read from its text. */
export type OpenFile = { readonly document: TextDocument } & (
  | { readonly kind: 'brief'; readonly value: Brief }
  | {
      readonly kind: 'registry';
      readonly value: Registry;
      /** Of a `.briefmark.yaml`, which defines nothing as a registry. */
      readonly config?: Config;
      /** Set of a review of a brief, which has nothing of a registry but problems. */
      readonly isReview?: true;
    }
);

/** What a feature may see. */
export interface FeatureContext {
  readonly workspace: Workspace;
  readonly client: ClientCapabilities;
  /** The commands that the client can run; code actions and code lenses may name no others. */
  readonly clientCommands: ReadonlySet<string>;
  /** A file as the client spells it: for what is not a message but text, such as links. */
  readonly spellingOf: (uri: string) => string;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** Whether a file is in a workspace folder, and not excluded: all briefs that belong to it are known. */
  readonly isInFolder: (uri: string) => boolean;
  /** Everything but the text that an answer about a file depends on. An answer is valid as long as this object is the same. */
  readonly revisionOf: (uri: string) => Revision;
  /** The address of the documentation of a rule, if there is one. */
  readonly ruleUrl: (code: string) => string | undefined;
  /** The open document with that URI, if it is a brief or a registry. */
  readonly open: (uri: string) => OpenFile | undefined;
  /** The version of an open document; null for a closed one, as in LSP's edits. */
  readonly versionOf: (uri: string) => number | null;
  /** Resolves once all files of the workspace have been read. */
  readonly whenIndexed: () => Promise<void>;
  /** The text of any file: the open document, otherwise the file on disk; undefined if it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /**
   * To be awaited between the steps of longer work, so that other requests are answered meanwhile. What the work has seen may
   * have changed afterwards.
   */
  readonly yieldIfDue: () => Promise<void> | undefined;
  /** A span of any file of the workspace as lines and characters. */
  readonly rangeIn: (uri: string, span: Span) => Range;
  /**
   * The number of findings in a closed brief, of warning or worse and not about missing or unknown sources, when it was checked
   * last; undefined if it was not.
   */
  readonly problemsIn: (uri: string) => number | undefined;
  /** Checks a closed brief in the background, unless that number is up to date; views are told when it has changed. */
  readonly checkSoon: (uri: string) => void;
  /** Resolves when all files of the workspace have been checked. */
  readonly checkAll: () => Promise<CheckSummary>;
  /** Asks the client to apply an edit. Resolves to whether it did. */
  readonly applyEdit: (label: string, edit: WorkspaceEdit) => Promise<boolean>;
}

export interface Feature<Params = never, Result = unknown> {
  /** The LSP request, e.g. `textDocument/hover`. */
  readonly method: string;
  /** Its part of the server's capabilities; empty when this client cannot use it. */
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  /**
   * Options for dynamic registration, where the client supports it; `capability` is empty then. Without a `documentSelector`,
   * they are for all documents, also those that a folder includes.
   */
  readonly registration?: (client: ClientCapabilities) => object | undefined;
  /** The languages of included documents in which the feature is offered beside those of others. Default: all. */
  readonly includedLanguages?: readonly string[];
  /** Undefined is sent as `empty`. */
  readonly answer: (params: Params, context: FeatureContext) => Result | undefined | Promise<Result | undefined>;
  /** The empty answer, where LSP does not allow null. */
  readonly empty?: Result;
}

/** A span of a document as lines and characters. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
