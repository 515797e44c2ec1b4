/** What the preview asks of the server, and what it is answered. The client imports these types. */

import type { Range } from 'vscode-languageserver';
import type { CardLine } from './card.ts';

import type { PreviewPart } from './previewPart.ts';

/** A page in parts; `version` is that of the text it was made of. */
export interface Preview {
  readonly version: number;
  readonly title: string;
  readonly parts: readonly PreviewPart[];
}

interface FileParams {
  readonly uri: string;
}

interface BriefParams extends FileParams {
  /** The title of a brief that gives itself none. */
  readonly name: string;
}

/** By method: the parameters and the answer; null where the file is no open brief. */
export interface PreviewRequests {
  'briefmark/preview': { params: BriefParams; result: Preview };
  /** What is known of the name or citation at an offset. */
  'briefmark/previewCard': {
    params: FileParams & { readonly offset: number };
    result: { readonly lines: readonly CardLine[] };
  };
  /** The brief as one HTML file. */
  'briefmark/export': { params: BriefParams; result: { readonly html: string } };
  /** The prose of the ranges, one after the other, or of the whole brief. */
  'briefmark/withoutTags': {
    params: FileParams & { readonly ranges: readonly Range[] };
    result: { readonly text: string };
  };
}
