/** The paragraphs of a document. */

import { readMarkdown } from './markdown.ts';

/** `text` is inline Markdown. */
export type WordBlock =
  | {
      readonly kind: 'paragraph' | 'heading' | 'bullet' | 'ordered' | 'rule';
      readonly text: string;
      /** The level of a heading, the depth of a list, or how far a quotation is indented. */
      readonly depth: number;
      /** Which ordered list it is in: each counts anew. */
      readonly list: number;
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The blocks of a text in Markdown, in order. */
export function readBlocks(markdown: string): WordBlock[] {
  const blocks: WordBlock[] = [];
  const lists: { readonly kind: 'bullet' | 'ordered'; readonly list: number; isFresh: boolean }[] = [];
  let [quotes, heading, ordered] = [0, 0, 0];
  let rows: string[][] | undefined;
  for (const { type, tag, content } of readMarkdown(markdown)) {
    const list = lists.at(-1);
    if (type === 'bullet_list_open') lists.push({ kind: 'bullet', list: 0, isFresh: false });
    else if (type === 'ordered_list_open') lists.push({ kind: 'ordered', list: ++ordered, isFresh: false });
    else if (type === 'bullet_list_close' || type === 'ordered_list_close') lists.pop();
    else if (type === 'list_item_open' && list) list.isFresh = true;
    else if (type === 'blockquote_open') quotes++;
    else if (type === 'blockquote_close') quotes--;
    else if (type === 'heading_open') heading = Number(tag.slice(1));
    else if (type === 'heading_close') heading = 0;
    else if (type === 'table_open') rows = [];
    else if (type === 'tr_open') rows?.push([]);
    else if (type === 'table_close') {
      if (rows) blocks.push({ kind: 'table', rows });
      rows = undefined;
    } else if (type === 'hr') blocks.push({ kind: 'rule', text: '', depth: 0, list: 0 });
    else if (type !== 'inline') continue;
    else if (rows) rows.at(-1)?.push(content);
    else if (heading > 0) blocks.push({ kind: 'heading', text: content, depth: heading, list: 0 });
    else if (list?.isFresh) {
      list.isFresh = false;
      blocks.push({ kind: list.kind, text: content, depth: lists.length, list: list.list });
    } else blocks.push({ kind: 'paragraph', text: content, depth: quotes + lists.length, list: 0 });
  }
  return blocks;
}
