/** The custom requests of the preview, the sign-off sheet, the export and the copy without tags. */

import type { Range } from 'vscode-languageserver';
import type { CardLine } from './card.ts';
import type { ExportFormat } from './exportFormat.ts';
import type { PreviewPart } from './previewPart.ts';

/** A page in parts; `version` is the version of the text it was rendered from. */
export interface Preview {
  readonly version: number;
  readonly title: string;
  /** The language of the page, BCP 47. */
  readonly language: string;
  readonly parts: readonly PreviewPart[];
}

/** An export. */
export interface ExportedFiles {
  /** `suffix` follows the name of the brief in the name of the file; `content` is base64. */
  readonly files: readonly { readonly suffix: string; readonly content: string }[];
  /** What it leaves out, one sentence each. */
  readonly leftOut: readonly string[];
}

interface FileParams {
  readonly uri: string;
}

interface BriefParams extends FileParams {
  /** The title of a brief that has none. */
  readonly name: string;
}

/** By method: the parameters and the result. The result is null if the file is not an open brief. */
export interface PreviewRequests {
  'briefmark/preview': { params: BriefParams; result: Preview };
  /** The hover card of the name or citation at an offset. */
  'briefmark/previewCard': {
    params: FileParams & { readonly offset: number };
    result: { readonly lines: readonly CardLine[] };
  };
  /** The sign-off sheet, with what only the house may read. `data-at` leads to statements, citations and findings. */
  'briefmark/signoffSheet': { params: BriefParams; result: Preview };
  /** The formats of `briefmark/export`, in the order in which they are offered. */
  'briefmark/exportFormats': { params: object; result: readonly ExportFormat[] };
  /**
   * The brief as files, the main one first; `format` is the id of an `ExportFormat`. Null also for an unknown format. Ratings and
   * entries above the marking of the brief are in them if `internal`.
   */
  'briefmark/export': {
    params: BriefParams & { readonly format: string; readonly internal?: boolean };
    result: ExportedFiles;
  };
  /** The prose of the ranges, each on lines of its own; without ranges, of the whole brief. */
  'briefmark/withoutTags': {
    params: FileParams & { readonly ranges: readonly Range[] };
    result: { readonly text: string };
  };
}
