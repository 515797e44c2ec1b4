/** The custom request that compares the sources of two versions of a brief. */

import type { Range } from 'vscode-languageserver';

/** What happened to the source of a statement. */
export interface ChangedSource {
  readonly message: string;
  /** The words of the statement, without tags and citations. */
  readonly statement: string;
  /** The statement in the open brief. */
  readonly range: Range;
}

/** By method: the parameters and the result. */
export interface ComparisonRequests {
  /** What has changed in an open brief since `before`, an earlier text of it. Null for files that are not open briefs. */
  'briefmark/sourceChanges': {
    params: { readonly uri: string; readonly before: string };
    result: readonly ChangedSource[];
  };
}

export type ComparisonRequest = <Method extends keyof ComparisonRequests>(
  method: Method,
  params: ComparisonRequests[Method]['params'],
) => Promise<ComparisonRequests[Method]['result'] | null>;
