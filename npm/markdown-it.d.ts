/** What the plug-in needs of a `markdown-it`, whose types need not be installed. */
interface MarkdownIt {
  readonly core: { readonly ruler: object };
  readonly renderer: { readonly rules: object };
}

/**
 * The plug-in for `markdown-it`: `markdownIt().use(briefmark)`. It takes every text that is rendered for a brief, and typesets tags,
 * notes and missing sources, without any registry. The page needs the style sheet `briefmark/markdown.css`.
 */
export function briefmark(markdown: MarkdownIt): void;
