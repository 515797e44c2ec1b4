/**
 * The plug-in for `markdown-it` that the npm package exports: `markdownIt().use(briefmark)`. Every text that it renders is a brief.
 * The page needs the style sheet `media/markdown.css`.
 */
import { type MarkdownIt, typesetBriefs } from '../../protocol/markdownIt/typeset.ts';
import { readMarks } from './readMarks.ts';

/** Typesets tags, notes and missing sources. It knows the syntax of briefs and no registry. */
export function briefmark(markdown: MarkdownIt): void {
  typesetBriefs(markdown, readMarks);
}
