/**
 * The Markdown around the pieces. A piece passes through `markdown-it` as a placeholder: its number between two noncharacters,
 * code points that Unicode reserves for internal use (https://www.unicode.org/faq/private_use.html#nonchar1). Where a placeholder
 * ends up outside of running text, such as in code or an address, the piece is restored as it was written.
 */
import markdownIt, { type Env, type Token } from 'markdown-it';
import { parseWebAddress } from '../base/text/webAddress.ts';
import { element, escapeHtml } from '../protocol/html.ts';

/** A top-level element: a paragraph, a heading, a whole list. */
export interface Passage {
  /** The line of the file at which it begins. */
  readonly line: number;
  readonly html: string;
}

/** A part of a brief, with paragraphs and lists that are whole. */
export interface MarkdownSource {
  readonly text: string;
  /** For each line of `text`, its line in the file. */
  readonly lines: readonly number[];
}

/** What the renderer needs to know about the brief. */
export interface RenderHooks {
  /** A piece as HTML; inside a link it must contain no other link. `passage` is the line at which its passage begins. */
  readonly renderPiece: (index: number, passage: number, inLink: boolean) => string;
  /** A piece as written in the file. */
  readonly pieceText: (index: number) => string;
  /** The level, 1 for the title, of the heading that begins at a line of the file, in whatever form; undefined if there is none. */
  readonly headingLevel: (line: number) => number | undefined;
  /** The CSS class of the paragraph that begins at a line of the file. */
  readonly paragraphClass: (line: number) => string | undefined;
  /** What is said of an image, with its description and its address. */
  readonly imageWords: (words: string) => string;
  /** Whether elements carry their line, relative to the start of their passage. */
  readonly includeLines: boolean;
}

const PIECE_OPEN = '\uFDD0';
const PIECE_CLOSE = '\uFDD1';
const reservedCharacter = /[\uFDD0\uFDD1]/g;
const placeholder = /\uFDD0(\d+)\uFDD1/g;
const emptyParagraph = /^<p[^>]*>\s*<\/p>$/;
const encodedPlaceholder = /[\uFDD0\uFDD1]|%EF%B7%9[01]/i;

const INLINE_RULES = ['emphasis', 'strikethrough', 'backticks', 'escape', 'entity', 'newline'];
const LINK_RULES = ['link', 'image', 'autolink'];
// No fences, indented code, HTML or link definitions: the format has none, and they can continue over blank lines.
const BLOCK_RULES = ['heading', 'list', 'blockquote', 'hr', 'table'];

/** For text inside an element that may be a link itself. */
const linklessRenderer = markdownIt('zero', { maxNesting: 100 }).enable(INLINE_RULES);
const inlineRenderer = enableLinks(markdownIt('zero', { maxNesting: 100 }).enable([...INLINE_RULES, ...LINK_RULES]));
const documentRenderer = enableLinks(
  markdownIt('zero', { maxNesting: 100 }).enable([...INLINE_RULES, ...LINK_RULES, ...BLOCK_RULES]),
);
documentRenderer.core.ruler.push('pieces', ({ tokens, Token }) => {
  for (const token of tokens) if (token.children) token.children = splitAtPieces(token.children, Token);
});

/** The placeholder of a piece in the text for `renderPassages`. */
export function piecePlaceholder(index: number): string {
  return `${PIECE_OPEN}${index}${PIECE_CLOSE}`;
}

/** The text without the characters of placeholders. */
export function replaceReserved(text: string): string {
  return text.replace(reservedCharacter, '\uFFFD');
}

/** Inline Markdown as HTML, with its outer spaces kept. Links stay text unless `links` says how images are described. */
export function renderInlineMarkdown(words: string, links?: Pick<RenderHooks, 'imageWords'>): string {
  const start = words.length - words.trimStart().length;
  const end = Math.max(start, words.trimEnd().length);
  const inner = words.slice(start, end);
  const html = links ? inlineRenderer.renderInline(inner, { setting: links }) : linklessRenderer.renderInline(inner);
  return words.slice(0, start) + html + words.slice(end);
}

/** What one part of a brief leaves to the next. */
export interface PassageState {
  /** The level of the last heading: one that the brief does not know is at most one level deeper. */
  lastLevel: number;
}

/** The passages of the text, in order. */
export function renderPassages({ text, lines }: MarkdownSource, hooks: RenderHooks, state: PassageState): Passage[] {
  const env: Env = { setting: hooks };
  const tokens = documentRenderer.parse(text, env);
  const passages: Passage[] = [];
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.nesting === 1 || token.type === 'hr') {
      const line = lines[token.map?.[0] ?? 0] ?? 0;
      const top = lines[tokens[from]?.map?.[0] ?? 0] ?? 0;
      const closing = tokens[index + 2];
      const level = token.level === 0 || token.type === 'heading_open' ? headingLevel(token, line, hooks) : undefined;
      if (level !== undefined && closing) {
        state.lastLevel = level.isKnown ? level.value : Math.min(level.value, state.lastLevel + 1);
        token.tag = closing.tag = `h${state.lastLevel}`;
      } else if (token.type === 'paragraph_open' && token.level === 0) {
        const shape = hooks.paragraphClass(line);
        if (shape) token.attrSet('class', shape);
      }
      if (hooks.includeLines && token.map) token.attrSet('data-line', String(line - top));
    }
    if (token.level > 0 || token.nesting === 1 || (token.nesting === 0 && token.type !== 'hr')) continue;
    const line = lines[tokens[from]!.map?.[0] ?? 0] ?? 0;
    env.passage = line;
    const html = documentRenderer.renderer.render(tokens.slice(from, index + 1), documentRenderer.options, env).trim();
    // An empty paragraph held only comments.
    if (!emptyParagraph.test(html)) passages.push({ line, html });
    from = index + 1;
  }
  return passages;
}

/** The level of a heading. One that the brief does not know as such, as in a quotation, has a level of its own. */
function headingLevel(
  token: Token,
  line: number,
  hooks: RenderHooks,
): { readonly value: number; readonly isKnown: boolean } | undefined {
  const known = token.level === 0 ? hooks.headingLevel(line) : undefined;
  if (known !== undefined) return { value: known, isKnown: true };
  return token.type === 'heading_open'
    ? { value: Math.min(6, Number(token.tag.slice(1)) + 1), isKnown: false }
    : undefined;
}

/** Splits text tokens at placeholders. */
function splitAtPieces(
  tokens: readonly Token[],
  TokenClass: new (type: string, tag: string, nesting: 0) => Token,
): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    if (token.type !== 'text' || !token.content.includes(PIECE_OPEN)) return [token];
    return token.content.split(placeholder).flatMap((part, index) => {
      if (part === '') return [];
      const made = new TokenClass(index % 2 === 0 ? 'text' : 'piece', '', 0);
      made.content = part;
      made.meta = { inLink: links > 0 };
      return [made];
    });
  });
}

function enableLinks(markdown: ReturnType<typeof markdownIt>): ReturnType<typeof markdownIt> {
  markdown.validateLink = (url) => !encodedPlaceholder.test(url) && parseWebAddress(url) !== undefined;
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]!;
    // `[words]()` has no target.
    if (token.attrGet('href')) token.attrSet('rel', 'noopener noreferrer');
    else token.attrs = null;
    return renderer.renderToken(tokens, index, options);
  };
  // The page loads nothing: an image is shown as its description and its address.
  rules.image = (tokens, index, _options, env) => {
    const { content } = tokens[index]!;
    const words = `${restorePieces(content, env)} (${tokens[index]!.attrGet('src') ?? ''})`;
    return element('span', { class: 'image' }, escapeHtml(hooksOf(env)?.imageWords?.(words) ?? words));
  };
  rules.code_inline = (tokens, index, _options, env) =>
    element('code', {}, escapeHtml(restorePieces(tokens[index]!.content, env)));
  rules.piece = (tokens, index, _options, env) => {
    const { content, meta } = tokens[index]!;
    return (
      hooksOf(env)?.renderPiece?.(Number(content), Number(env?.passage), (meta as { inLink: boolean }).inLink) ?? ''
    );
  };
  return markdown;
}

function restorePieces(text: string, env: Env | undefined): string {
  return text.replace(placeholder, (_, index: string) => hooksOf(env)?.pieceText?.(Number(index)) ?? '');
}

function hooksOf(env: Env | undefined): Partial<RenderHooks> | undefined {
  return env?.setting as Partial<RenderHooks> | undefined;
}
