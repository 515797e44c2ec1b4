/** What the commands of the server are asked and answer. The client imports these types; nothing else of the server. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';

export interface FileParams {
  readonly uri: string;
}

export interface RangeParams extends FileParams {
  readonly range: Range;
}

/** An edit that may only be applied while the file it is about still has this version. */
export interface VersionedEdit {
  readonly version: number;
  readonly edit: WorkspaceEdit;
}

/** A citation that has lost its source. */
export interface MissingSource {
  /** The item: `, September 22`. */
  readonly range: Range;
  readonly text: string;
  /** The sentence it stands behind, on one line. */
  readonly sentence: string;
  /** What the light bulb offers there: a report of that day, or to let it be. */
  readonly fixes: readonly { readonly title: string; readonly edit: WorkspaceEdit }[];
  /** What `briefmark.addSource` takes to add one that no registry has. */
  readonly addSourceArguments?: AddSourceArguments;
}

/** The argument of the client's command `briefmark.addSource`: a citation in UTF-16 offsets, and its days. */
export interface AddSourceArguments extends FileParams {
  readonly span: { readonly start: number; readonly end: number };
  readonly version: number | null;
  readonly dates: readonly { readonly year?: number; readonly month?: number; readonly day?: number }[];
}

/** A report, in words to choose it by. */
export interface ReportSummary {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly date: string;
}

/** A report that can be cited at a place, and the two ways to write it there. */
export interface CitationChoice extends ReportSummary {
  /** `(RFE/RL, September 5)`, or `; RFE/RL, September 5` inside a group; absent when the entry lacks outlet or date. */
  readonly plainText?: string;
  /** The same with a source tag, or a key among keys. */
  readonly taggedText: string;
}

export interface EntitySummary {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
}

/** A finding about a citation: the `index`th of `count`, counted from 1. */
export interface SourcingProblem {
  readonly range: Range;
  readonly message: string;
  readonly index: number;
  readonly count: number;
}

/** By name: the argument, and the answer; null where the file is no open brief. */
export interface ServerCommands {
  'briefmark.server.missingSources': {
    params: FileParams;
    result: { readonly version: number; readonly missing: readonly MissingSource[] };
  };
  'briefmark.server.citations': {
    params: FileParams & { readonly position: Position };
    /** `at` is where the text goes: at the cursor, or at the end of the item the cursor is in. */
    result: { readonly version: number; readonly at: Position; readonly choices: readonly CitationChoice[] };
  };
  'briefmark.server.entities': {
    params: FileParams;
    result: { readonly entities: readonly EntitySummary[]; readonly types: readonly string[] };
  };
  /** Names of outlets the registries know. */
  'briefmark.server.outlets': { params: FileParams; result: readonly string[] };
  /** The nearest after (`1`) or before (`-1`) the position; round the end of the file. */
  'briefmark.server.nextProblem': {
    params: FileParams & { readonly position: Position; readonly direction: 1 | -1 };
    result: SourcingProblem;
  };
  /** Tags all names that one entity bears. */
  'briefmark.server.tagAllNames': {
    params: FileParams;
    result: VersionedEdit & { readonly mentions: number; readonly entities: number };
  };
  /** Whether the words of the range can be tagged; with an id the edit that does it. Refused with a reason. */
  'briefmark.server.tagSelection': {
    params: RangeParams & { readonly id?: string };
    result: VersionedEdit & { readonly text: string; readonly suggestedId: string };
  };
  /** Enters an entity and tags the words of the range. */
  'briefmark.server.addEntity': {
    params: RangeParams & { readonly id: string; readonly type: string; readonly name: string };
    result: VersionedEdit;
  };
  /** Enters a report for a citation without a source, and puts the outlet into the text. Refused with a reason. */
  'briefmark.addSourceEntry': { params: SourceToAdd; result: { readonly ids: readonly string[] } };
}

export type ServerCommandId = keyof ServerCommands;

/** What the client sends to name the source of a citation that has lost it. */
export interface SourceToAdd {
  readonly uri: string;
  /** The citation, in UTF-16 offsets, and the version of the document it was found in. */
  readonly span: { readonly start: number; readonly end: number };
  readonly version: number | null;
  readonly outlet: string;
  readonly title?: string;
  readonly url?: string;
  /** ISO; needed only where the year is not known from the brief. */
  readonly date?: string;
}
