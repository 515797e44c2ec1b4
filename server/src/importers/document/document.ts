/** A foreign document as the importers read it, before it is written as a brief. */

export type Inline =
  | string
  /** A link to a web or mail address. */
  | { readonly kind: 'link'; readonly address: string; readonly content: readonly Inline[] }
  /** The marker of a note. */
  | { readonly kind: 'note'; readonly id: string }
  /** A citation as a brief writes it, such as `[@smith-2013, p. 4]`. */
  | { readonly kind: 'keys'; readonly text: string }
  /** The end of a line inside a paragraph. */
  | { readonly kind: 'break' };

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  /** The level of a heading, 1 to 6. */
  readonly heading?: number | undefined;
  readonly isQuotation?: boolean;
  /** What stands before the item of a list, such as `-`, `3.` or `[3]`, and how deep the list is nested, from 0. */
  readonly item?: { readonly label: string; readonly level: number } | undefined;
}

export interface Table {
  readonly kind: 'table';
  /** The cells of each row. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export type Block = Paragraph | Table;

export interface ForeignDocument {
  readonly blocks: readonly Block[];
  /** By the id that markers name. A note that no marker names is not written. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
}

/** The blocks of a cell in one line, parted by spaces. */
export function inOneLine(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [...(block.item ? [`${block.item.label} `] : []), ...block.content, ' ']
      : block.rows.flatMap((row) => row.flatMap((cell) => [...cell, ' '])),
  );
}
