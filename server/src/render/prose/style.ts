/** How a brief is written as prose: what becomes of its marks, its citations and its notes. */

import type { Citation, SourceEntry } from '../../syntax/ast.ts';

/** A bracket or parenthesis of citations. */
export interface CitedGroup {
  readonly citations: readonly Citation[];
  /** Each citation as written. */
  readonly items: readonly string[];
  /** The text before each citation, and the one after the last. */
  readonly between: readonly string[];
}

export interface ProseStyle {
  /** Whether emphasis, headings, lists and links keep the marks of Markdown. */
  readonly isMarkdown: boolean;
  /** Which notes are taken out and numbered anew: those of Markdown, or all that markers point to. */
  readonly numbered: 'markdown' | 'all';
  /** What points to numbered notes. */
  readonly marker: (labels: readonly string[]) => string;
  /** Words that do not come from the brief, as text of this style. */
  readonly escape: (words: string) => string;
  /** What stands before a citation whose source is lost; undefined if nothing does. */
  readonly lost?: string;
  /** A group of citations that lead to one entry each, which the readers may know; undefined if it stays as it is. */
  readonly cite?: (group: CitedGroup, entries: readonly SourceEntry[]) => string | undefined;
  /** Whether `@id` in running text stays. */
  readonly keepsBareKeys: boolean;
}
