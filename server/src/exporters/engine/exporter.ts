/** What an exporter is. A new one is one file beside this one and one line in `index.ts`. */

import type { Steps } from '../../base/memo/steps.ts';
import type { ExportFormat } from '../../protocol/exportFormat.ts';
import type { Finding } from '../../rules/engine/rule.ts';
import type { CheckSettings } from '../../rules/engine/settings.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation } from '../../syntax/ast.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ReviewText } from './reviewText.ts';

/** A brief to export. */
export interface ExportedBrief {
  readonly uri: string;
  /** The path of its file as the user would write it. */
  readonly file: string;
  /** The name of its file without the extension: the title of a brief that has none. */
  readonly name: string;
  readonly brief: Brief;
  /** What the registries and its front matter define. */
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly settings: CheckSettings;
  /** The citations whose lost source is reported; other lost sources are ignored or switched off. */
  readonly lost: ReadonlySet<Citation>;
  /** The findings, in text order. They are computed when called, since most formats list none. */
  readonly findings: () => readonly Finding[];
  /** The file with its review; undefined if there is none. Read when called, since most formats do not need it. */
  readonly review: () => Promise<ReviewText | undefined>;
}

export interface ExportOptions {
  /** Replaces the title of the brief. */
  readonly title?: string;
  /** Whether ratings and entries above the marking of the brief are in the export, and what the registries do not know. */
  readonly internal?: boolean;
}

export interface ExportInput {
  /** One; or several, if the exporter bundles them. */
  readonly briefs: readonly ExportedBrief[];
  /** Runs long work, with a pause between its steps where others wait. */
  readonly run: <T>(steps: Steps<T>) => Promise<T>;
  readonly options: ExportOptions;
}

/** A file of an export. */
export interface ExportedFile {
  /** What follows the name of the brief in the name of the file: `.html`, `.sources.csv`. */
  readonly suffix: string;
  readonly content: Uint8Array;
}

export interface Exported {
  /** The first one is the main one. */
  readonly files: readonly ExportedFile[];
  /** What this export leaves out, one sentence each, for the person who exports. */
  readonly leftOut: readonly string[];
}

export interface Exporter extends ExportFormat {
  /** Whether several briefs make one file. */
  readonly isBundle: boolean;
  /** The exported files. Imports large libraries dynamically, because listing the formats loads every exporter. */
  readonly write: (input: ExportInput) => Promise<Exported>;
}

/** The brief of an export that holds one. */
export function onlyBrief({ briefs }: ExportInput): ExportedBrief {
  const [only, ...others] = briefs;
  if (!only || others.length > 0) throw new RangeError(`This format holds one brief, not ${briefs.length}.`);
  return only;
}

/** A text as the content of a file. */
export function textFile(suffix: string, text: string): ExportedFile {
  return { suffix, content: new TextEncoder().encode(text) };
}
