/** The parameters and results of the server's commands. */
import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';

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
  readonly text: string;
  /** The sentence before the citation, on one line. */
  readonly sentence: string;
  /** The quick fixes: a report of that day, or to ignore the finding. */
  readonly fixes: readonly { readonly title: string; readonly edit: WorkspaceEdit }[];
  /** Arguments for `briefmark.addSource`, to add a source that no registry has. */
  readonly addSourceArguments?: AddSourceArguments;
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

/** By command: the parameters and the result. The result is null if the file is not an open brief. */
export interface ServerCommands {
  'briefmark.server.missingSources': {
    params: FileParams;
    result: { readonly version: number; readonly missing: readonly MissingSource[] };
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
  /** Inserts a footnote in the style of the brief. `cursor`: where its words go, in UTF-16 offsets after the edit. Refuses with a reason. */
  'briefmark.server.insertFootnote': {
    params: FileParams & { readonly position: Position };
    result: VersionedEdit & { readonly cursor: number };
  };
  /** Checks whether the range can be tagged; with an id, returns the edit that tags it. Refuses with a reason. */
  'briefmark.server.tagSelection': {
    params: RangeParams & { readonly id?: string };
    result: VersionedEdit & { readonly text: string; readonly suggestedId: string };
  };
  /** Adds an entity to the registry and tags the range. */
  'briefmark.server.addEntity': {
    params: RangeParams & { readonly id: string; readonly type: string; readonly name: string };
    result: VersionedEdit;
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
