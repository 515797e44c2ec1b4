/** A part of the page that stands for itself, so that only those that changed have to be shown anew. */
export interface PreviewPart {
  /** The line it begins at; of `data-line` in it the zero. */
  readonly line: number;
  /** The offset of that line; of `data-at` in it the zero. */
  readonly at: number;
  readonly html: string;
}
