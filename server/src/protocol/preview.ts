/** What the preview asks of the server, and what it is answered. The client imports these types. */

import type { Range } from 'vscode-languageserver';
import type { Line } from './card.ts';

import type { Part } from './previewPart.ts';

/** A page in parts; `version` is that of the text it was made of. */
export interface Preview {
  readonly version: number;
  readonly title: string;
  readonly parts: readonly Part[];
}

interface OfFile {
  readonly uri: string;
}

interface OfBrief extends OfFile {
  /** The title of a brief that gives itself none. */
  readonly name: string;
}

/** By method: the parameters and the answer; null where the file is no open brief. */
export interface PreviewRequests {
  'briefmark/preview': { params: OfBrief; result: Preview };
  /** What is known of the name or citation at an offset. */
  'briefmark/previewCard': {
    params: OfFile & { readonly offset: number };
    result: { readonly lines: readonly Line[] };
  };
  /** The brief as one HTML file. */
  'briefmark/export': { params: OfBrief; result: { readonly html: string } };
  /** The prose of the ranges, one after the other, or of the whole brief. */
  'briefmark/withoutTags': {
    params: OfFile & { readonly ranges: readonly Range[] };
    result: { readonly text: string };
  };
}
