/** Reads the Markdown of a document: what the renderer of pages knows, without HTML. */

import markdownIt from 'markdown-it';

const RULES =
  'heading list blockquote hr table emphasis strikethrough backticks escape entity newline link image autolink';

const reader = markdownIt('zero', { maxNesting: 100 }).enable(RULES.split(' '));

export type MarkdownToken = ReturnType<typeof reader.parse>[number];

export function readMarkdown(text: string): readonly MarkdownToken[] {
  return reader.parse(text, {});
}

export function readInlineMarkdown(text: string): readonly MarkdownToken[] {
  return reader.parseInline(text, {}).flatMap(({ children }) => children ?? []);
}
