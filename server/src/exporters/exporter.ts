/** What an exporter is. A new one is one file beside this one and one line in `index.ts`. */

import type { ExportFormat } from '../protocol/exportFormat.ts';
import type { Finding } from '../rules/engine/rule.ts';
import type { Brief } from '../syntax/ast.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A brief to export. */
export interface ExportedBrief {
  readonly uri: string;
  /** The name of its file without the extension: the title of a brief that has none. */
  readonly name: string;
  readonly brief: Brief;
}

export interface ExportOptions {
  /** Replaces the title in the front matter. */
  readonly title?: string;
}

export interface ExportInput {
  readonly briefs: readonly ExportedBrief[];
  /** The briefs, and the registries that apply to them. */
  readonly workspace: Workspace;
  /** The findings in one of the briefs, in text order. They are computed when called, since most formats list none. */
  readonly findings: (brief: ExportedBrief) => readonly Finding[];
  readonly options: ExportOptions;
}

export interface Exporter extends ExportFormat {
  /** The content of the exported file. Imports large libraries dynamically, because listing the formats loads every exporter. */
  readonly write: (input: ExportInput) => Promise<Uint8Array>;
}
