/**
 * What a feature is. A new one is one file beside this one and one line in `index.ts`: a function from a place in a
 * workspace to plain data, and how that data is said in LSP.
 */

import type { ClientCapabilities, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import type { Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../base/text/span.ts';
import type { Config } from '../rules/config/config.ts';
import type { CheckSettings } from '../rules/engine/settings.ts';
import type { Brief, Registry } from '../syntax/ast.ts';

import type { Workspace } from '../workspace/workspace.ts';

/** An open document as it was read. */
export type OpenFile = { readonly document: TextDocument } & (
  | { readonly kind: 'brief'; readonly value: Brief }
  | {
      readonly kind: 'registry';
      readonly value: Registry;
      /** Of a `.briefmark.yaml`, which as a registry defines nothing. */
      readonly config?: Config;
    }
);

/** What a feature may look at. */
export interface FeatureContext {
  readonly workspace: Workspace;
  readonly client: ClientCapabilities;
  /** Commands the client can run: only those may be named in actions and lenses. */
  readonly clientCommands: ReadonlySet<string>;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  readonly settings: {
    readonly codeLens: { readonly enabled: boolean };
    readonly inlayHints: HintSettings;
  };
  /** How a file is checked. */
  readonly checkSettingsFor: (uri: string) => CheckSettings;
  /** Where the page of a rule is, if anywhere. */
  readonly ruleUrl: (code: string) => string | undefined;
  /** The open document of that URI, if it is a brief or a registry. */
  readonly open: (uri: string) => OpenFile | undefined;
  /** The version of an open document; null for a closed one, as LSP's edits want it. */
  readonly versionOf: (uri: string) => number | null;
  /** Whether all files of the workspace have been read. */
  readonly isIndexed: () => boolean;
  /** Resolves once they have been. */
  readonly whenIndexed: () => Promise<void>;
  /** The text of any file: of the open document, else from where it is kept. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** To be awaited now and then by work of any length, so that others are answered meanwhile: what it looked at may have changed then. */
  readonly yieldIfDue: () => Promise<void> | undefined;
  /** A span of any file of the workspace in lines and columns. */
  readonly rangeIn: (uri: string, span: Span) => Range;
  /** Asks the client to apply an edit; answers whether it did. */
  readonly applyEdit: (label: string, edit: WorkspaceEdit) => Promise<boolean>;
}

export interface Feature<Params = never, Result = unknown> {
  /** The LSP request, e.g. `textDocument/hover`. */
  readonly method: string;
  /** What the server says of it in its capabilities; nothing when this client cannot use it. */
  readonly capability: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  /** Options it is registered with after the start, by clients that can; `capability` is silent of it then. */
  readonly registration?: (client: ClientCapabilities) => object | undefined;
  /** Undefined is answered as `empty`. */
  readonly answer: (params: Params, context: FeatureContext) => Result | undefined | Promise<Result | undefined>;
  /** The answer when there is nothing, where LSP does not allow null. */
  readonly empty?: Result;
}

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Which hints are wanted. */
export type HintSettings = Readonly<Record<'years' | 'ids', boolean>>;
