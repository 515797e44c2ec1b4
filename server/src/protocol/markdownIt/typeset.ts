/**
 * Typesets briefs in any `markdown-it`: tags become names, lost sources are marked as such, notes get their numbers.
 *
 * Each mark is set between noncharacters in the source, the text in between stays for Markdown to read, and the noncharacters
 * become elements when the inlines are read. Lines do not move, so previews scroll as before. Where the two ends of a mark are not in
 * the same element, or in code or an address, the mark is dropped and the text stays.
 */
import type { default as createMarkdownIt, Env, Token } from 'markdown-it';
import { element, escapeHtml } from '../html.ts';
import { type Mark, type Reading, TAG_TYPES } from './mark.ts';

export type MarkdownIt = ReturnType<typeof createMarkdownIt>;

// Noncharacters, which Unicode reserves for internal use: sixteen digits, two brackets around them, and the end of a mark.
const FIRST_DIGIT = 0xfdd0;
const [OPEN, OPENED, CLOSE] = ['\uFDE0', '\uFDE1', '\uFDE2'];
const noncharacter = /[\uFDD0-\uFDEF]/g;
const noncharacters = /[\uFDD0-\uFDEF]|%EF%B7%[9A][0-9A-F]/g;
const boundary = /(\uFDE0[\uFDD0-\uFDDF]{1,8}\uFDE1|\uFDE2)/;
const tagTarget = /^([A-Za-z][\w-]{0,60}):(.{1,300})$/;

const ELEMENTS = { missing: 'mark', marker: 'sup', number: 'span', key: 'span' } as const;

/**
 * Adds the rules to a `markdown-it`, and returns it. `read` reads what a text holds beside tags; undefined if the text is no
 * brief, which leaves it as it is.
 */
export function typesetBriefs(markdown: MarkdownIt, read: (text: string) => Reading | undefined): MarkdownIt {
  const readings = new WeakMap<Env, Reading>();
  markdown.core.ruler.before('normalize', 'briefmark_read', (state) => {
    const reading = state.inlineMode ? undefined : read(state.src);
    if (!reading) return;
    readings.set(state.env, reading);
    state.src = withBoundaries(state.src.replace(noncharacter, '\uFFFD'), reading.marks);
  });
  markdown.core.ruler.push('briefmark_typeset', ({ tokens, env, Token: TokenClass }) => {
    const reading = readings.get(env);
    if (!reading) return;
    readings.delete(env);
    for (const token of tokens) {
      if (token.children) {
        token.children = markChildren(token.children, reading.marks, TokenClass);
        nameTags(token.children, [...TAG_TYPES, ...reading.types]);
      }
      clean(token);
    }
  });
  markdown.renderer.rules.briefmark_lead = (tokens, index) => {
    const { content, meta } = tokens[index]!;
    return element('strong', {}, escapeHtml(content)) + (meta as { readonly gap: string }).gap;
  };
  return markdown;
}

function withBoundaries(text: string, marks: readonly Mark[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [index, { start, end }] of marks.entries()) {
    const digits = [...index.toString(16)].map((digit) =>
      String.fromCharCode(FIRST_DIGIT + Number.parseInt(digit, 16)),
    );
    parts.push(text.slice(at, start), OPEN!, ...digits, OPENED!, text.slice(start, end), CLOSE!);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

function indexIn(opening: string): number {
  return [...opening.slice(1, -1)].reduce((index, digit) => index * 16 + digit.charCodeAt(0) - FIRST_DIGIT, 0);
}

type TokenConstructor = new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** A mark whose end has not come yet. */
interface Opened {
  readonly mark: Mark;
  readonly depth: number;
  /** The number of tokens before it. */
  readonly at: number;
}

/** The tokens with elements for the marks whose two ends have the same parent. */
function markChildren(tokens: readonly Token[], marks: readonly Mark[], TokenClass: TokenConstructor): Token[] {
  const made: Token[] = [];
  let depth = 0;
  let opened: Opened | undefined;
  const create = (type: string, content: string, meta: Record<string, unknown> | null = null) => {
    const token = new TokenClass(type, '', 0);
    token.content = content;
    token.meta = meta;
    return token;
  };
  const elementOf = ({ kind, lead }: Mark, inside: readonly Token[]) => {
    const start = new TokenClass('briefmark_open', ELEMENTS[kind], 1);
    start.attrSet('class', `briefmark-${kind}`);
    const gap = inside.length === 0 || inside[0]!.content.startsWith(',') ? '' : ' ';
    const before = lead === undefined ? [] : [create('briefmark_lead', lead, { gap })];
    return [start, ...before, ...inside, new TokenClass('briefmark_close', ELEMENTS[kind], -1)];
  };
  /** Where the mark cannot have an element, what stands before it is said nevertheless. */
  const giveUp = () => {
    if (opened?.mark.lead !== undefined) made.splice(opened.at, 0, ...elementOf(opened.mark, []));
    opened = undefined;
  };
  const open = (mark: Mark) => {
    giveUp();
    const before = made.at(-1);
    if (mark.kind === 'number' && before?.type === 'softbreak') before.type = 'hardbreak';
    opened = { mark, depth, at: made.length };
  };
  const close = () => {
    if (!opened) return;
    const { mark, at } = opened;
    const inside = made.slice(at);
    const isReplaced = mark.words !== undefined && inside.every(({ type }) => type === 'text');
    made.splice(at, inside.length, ...elementOf(mark, isReplaced ? [create('text', mark.words!)] : inside));
    opened = undefined;
  };
  for (const token of tokens) {
    if (token.nesting < 0) depth--;
    if (opened && depth < opened.depth) giveUp();
    if (token.nesting > 0) depth++;
    if (token.type !== 'text') {
      made.push(token);
      continue;
    }
    for (const part of token.content.split(boundary)) {
      const mark = part.startsWith(OPEN!) ? marks[indexIn(part)] : undefined;
      if (mark) open(mark);
      else if (part === CLOSE) opened?.depth === depth ? close() : giveUp();
      else if (part !== '') made.push(create('text', part));
    }
  }
  giveUp();
  return made;
}

/** Turns the links of tags into names; links do not nest, so the next end of a link is that of this one. */
function nameTags(tokens: readonly Token[], tagTypes: readonly string[]): void {
  let isTag = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const [, type = '', id = ''] = tagTarget.exec(decoded(String(token.attrGet('href') ?? ''))) ?? [];
      isTag = tagTypes.includes(type);
      if (!isTag) continue;
      const kind = `briefmark-entity is-${TAG_TYPES.includes(type) ? type : 'other'}`;
      token.type = 'briefmark_open';
      token.attrs = [
        ['class', type === 'src' ? 'briefmark-source' : kind],
        ['title', `${type}: ${id}`],
      ];
    } else if (token.type === 'link_close' && isTag) token.type = 'briefmark_close';
    else continue;
    token.tag = 'span';
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Removes what is left of marks where they cannot be shown: in code, in HTML, in addresses. */
function clean(token: Token): void {
  token.content = token.content.replace(noncharacter, '');
  token.info = token.info.replace(noncharacter, '');
  if (token.attrs)
    token.attrs = token.attrs.map(
      ([name, value]) => [name, String(value).replace(noncharacters, '')] as [string, string],
    );
  for (const child of token.children ?? []) clean(child);
}
