/**
 * One forward pass over a paragraph: tags, citation keys, links, code, comments, and the parentheses that may be
 * citations. FORMAT.md, sections 1 and 5: first match wins, nothing nests but parentheses, `\` escapes.
 *
 * Time is linear in the length of the paragraph: every bracket looks ahead no further than the next bracket or
 * parenthesis it may belong to, and code spans and comments are paired from tables made beforehand.
 */
import type { Citation, Reading } from './citation.ts';
import { readKeys } from './citationKeys.ts';
import { readKnownGroup } from './group.ts';
import type { Located, Span } from './span.ts';

/** Something that is read as a whole: no citation or name is looked for inside it. */
export type Inline = Tag | Link | Opaque;

/** `[surface](type:id)`. */
export interface Tag extends Span {
  readonly kind: 'tag';
  readonly surface: Located<string>;
  /** `src` for a source; anything else is a type of entity, known or not. */
  readonly type: Located<string>;
  /** As written, even when it is no valid id. */
  readonly id: Located<string>;
}

/** An ordinary Markdown link or image. */
export interface Link extends Span {
  readonly kind: 'link';
  readonly text: Span;
  readonly target: Located<string>;
}

export interface Opaque extends Span {
  readonly kind: 'code' | 'comment' | 'keys';
}

/** A parenthesis that was read, and what it turned out to be. Those that are plain text are left out. */
export interface Group extends Span {
  readonly reading: Exclude<Reading['kind'], 'text'>;
  /** What a credit or an acronym holds. */
  readonly content?: Span;
}

/** Everything a paragraph holds besides its words, each list in order of place. Offsets count from the paragraph's start. */
export interface Inlines {
  readonly atoms: readonly Inline[];
  readonly groups: readonly Group[];
  readonly citations: readonly Citation[];
}

/** A citation group is at most this long, both parentheses included. */
const LONGEST_GROUP = 600;
/** The surface of a tag or link, or a bracket of keys, is at most this long. */
const LONGEST_BRACKET = 2_000;
/** Parentheses inside parentheses inside a citation are text. */
const DEEPEST_GROUP = 2;

export const BUILT_IN_TYPES: readonly string[] = ['person', 'org', 'group', 'place', 'event', 'weapon', 'media', 'doc'];
/** The type of source tags. */
export const SOURCE_TYPE = 'src';

const URL_SCHEMES = new Set(
  `about bitcoin blob callto chrome chrome-extension cid command data dav did doi edge facetime feed file ftp ftps gemini geo git gopher
  hdl http https imap info ipfs ipp irc ircs isbn jabber javascript ldap ldaps magnet maps matrix mailto message mid ms-settings
  msteams news nfs nntp notion obsidian onenote pop rsync rtsp s3 sftp sip sips skype slack sms smb spotify ssh steam svn tel telnet
  tftp tg urn vbscript view-source vnc vscode vscode-insiders webcal whatsapp ws wss x-apple.systempreferences xmpp zoommtg zotero`.split(
    /\s+/,
  ),
);

const bracketOrEscape = /[[\]\\]/g;
/** `(address "title")` or `(<address>)`; one level of parentheses inside the address. */
const address =
  /\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)/uy;
const tagAddress = new RegExp(`\\(((?:${[...BUILT_IN_TYPES, SOURCE_TYPE].join('|')}):[^()\\n]{0,200})\\)`, 'uy');
const typeAndId = /^(\p{L}[\p{L}\p{N}_-]+):(.*)$/su;
const hasKey = /(?:^|[\s;-])@[\p{L}\p{N}_]/u;
const validId = /^[\p{L}\p{M}\p{N}._/-]+$/u;

/** Whether `id` may name an entity or a source: letters and digits of any script, `.`, `_`, `-`, `/`. */
export function isValidId(id: string): boolean {
  return validId.test(id);
}

const special = /[\\`<[(]/;
/** What a text holds that has nothing but words. */
export const NO_INLINES: Inlines = { atoms: [], groups: [], citations: [] };

/** Reads one paragraph. Total: any text at all yields a value. */
export function readInlines(text: string): Inlines {
  if (!special.test(text)) return NO_INLINES;
  const atoms: Inline[] = [];
  const groups: Group[] = [];
  const citations: Citation[] = [];
  const open: { start: number; height: number; atoms: number; groups: number; citations: number }[] = [];
  const codeEnds = pairCodeSpans(text);
  const lastCommentEnd = text.lastIndexOf('-->');
  const pattern = /[\\`<[\]()]/g;
  let escaped = -1;

  const close = (end: number) => {
    const group = open.pop();
    if (!group) return;
    const parent = open.at(-1);
    if (parent) parent.height = Math.max(parent.height, group.height + 1);
    if (end - group.start > LONGEST_GROUP || group.height >= DEEPEST_GROUP) return;
    const span = { start: group.start, end };
    const reading = readKnownGroup(text, span, atoms.slice(group.atoms));
    if (reading.kind === 'text') return;
    // What was found inside belongs to the outer reading now; citation keys stay what they are.
    groups.length = group.groups;
    const inside = citations.splice(group.citations);
    const content = reading.kind === 'credit' ? reading.source : reading.kind === 'acronym' ? reading.short : undefined;
    groups.push({ ...span, reading: reading.kind, ...(content && { content }) });
    const found = reading.kind === 'citation' ? reading.citations : [];
    const keys = inside.filter((citation) => citation.form === 'key');
    citations.push(...(keys.length === 0 ? found : [...keys, ...found].sort((a, b) => a.span.start - b.span.start)));
  };

  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const at = match.index;
    switch (match[0]) {
      case '\\':
        escaped = at + 1;
        pattern.lastIndex = at + 2;
        break;
      case '`': {
        const end = codeEnds.get(at)!;
        if (end.closed) atoms.push({ kind: 'code', start: at, end: end.offset });
        pattern.lastIndex = end.offset;
        break;
      }
      case '<': {
        if (!text.startsWith('<!--', at) || at > lastCommentEnd) break;
        const end = text.indexOf('-->', at + 4) + 3;
        if (end < 3) break;
        atoms.push({ kind: 'comment', start: at, end });
        pattern.lastIndex = end;
        break;
      }
      case '[': {
        const atom = readBracket(text, at, text[at - 1] === '!' && escaped !== at - 1);
        if (!atom) break;
        if (atom.kind !== 'link') pattern.lastIndex = atom.end;
        if (atom.kind === 'keys') citations.push(...readKeys(text, atom));
        atoms.push(atom);
        break;
      }
      case ']': {
        // The address of a link is no parenthesis, whatever its text was.
        const target = text[at + 1] === '(' ? readTarget(text, at + 1) : undefined;
        if (target) pattern.lastIndex = target.end;
        break;
      }
      case '(':
        open.push({ start: at, height: 0, atoms: atoms.length, groups: groups.length, citations: citations.length });
        break;
      default:
        close(at + 1);
    }
  }
  return { atoms, groups, citations: withLoneTags(citations, atoms) };
}

/** Source tags that stand in no citation group are citations of their own. */
function withLoneTags(citations: Citation[], atoms: readonly Inline[]): Citation[] {
  if (atoms.length === 0) return citations;
  const known = new Set(citations.map((citation) => citation.id?.span.start));
  const lone = atoms.flatMap((atom): Citation[] => {
    if (atom.kind !== 'tag' || atom.type.value !== SOURCE_TYPE || known.has(atom.id.span.start)) return [];
    const span = { start: atom.start, end: atom.end };
    const source = { ...atom.surface.span, name: atom.surface.value };
    return [{ form: 'tag', span, group: span, id: atom.id, source, slips: [] }];
  });
  return lone.length === 0 ? citations : [...citations, ...lone].sort((a, b) => a.span.start - b.span.start);
}

/** A tag, a citation key or a link that begins with the `[` at `at`; after a `!` it is an image. */
function readBracket(text: string, at: number, image: boolean): Inline | undefined {
  const close = closingBracket(text, at);
  if (close === undefined) return undefined;
  const inside = { start: at + 1, end: close };
  const words = text.slice(inside.start, inside.end);
  const target = text[inside.end + 1] === '(' ? readTarget(text, inside.end + 1) : undefined;
  if (target) {
    const tag = image || words.includes('\n') ? undefined : readTagTarget(target);
    if (tag) return { kind: 'tag', start: at, end: target.end, surface: { value: words, span: inside }, ...tag };
    return {
      kind: 'link',
      start: image ? at - 1 : at,
      end: target.end,
      text: inside,
      target: { value: target.value, span: target.span },
    };
  }
  return hasKey.test(words) ? { kind: 'keys', start: at, end: inside.end + 1 } : undefined;
}

/** The `]` that belongs to the `[` at `at`; undefined when another `[` comes first, or none within reach. */
function closingBracket(text: string, at: number): number | undefined {
  bracketOrEscape.lastIndex = at + 1;
  for (let match = bracketOrEscape.exec(text); match; match = bracketOrEscape.exec(text)) {
    if (match[0] === '[' || match.index - at > LONGEST_BRACKET) return undefined;
    if (match[0] === ']') return match.index;
    bracketOrEscape.lastIndex = match.index + 2;
  }
  return undefined;
}

interface Target extends Located<string> {
  readonly end: number;
}

/** Where the address in parentheses ends that begins at `at`, after a `]`; undefined when that is prose. */
export function addressEnd(text: string, at: number): number | undefined {
  return readTarget(text, at)?.end;
}

/** What stands between the parentheses after `]`, when it is an address and not prose. */
function readTarget(text: string, at: number): Target | undefined {
  const match = execAt(address, text, at) ?? execAt(tagAddress, text, at);
  if (!match) return undefined;
  const value = match[1] ?? match[2] ?? '';
  const start = at + 1 + (text[at + 1] === '<' ? 1 : 0);
  return { value, span: { start, end: start + value.length }, end: at + match[0].length };
}

/**
 * `type:id`. A known type makes a tag whatever the id; an unknown one only with a valid id, and if it is no scheme of
 * addresses (a single letter is a Windows drive).
 */
function readTagTarget(target: Target): Pick<Tag, 'type' | 'id'> | undefined {
  const [, type, id] = typeAndId.exec(target.value) ?? [];
  if (type === undefined || id === undefined) return undefined;
  const known = type === SOURCE_TYPE || BUILT_IN_TYPES.includes(type);
  if (!known && (URL_SCHEMES.has(type.toLowerCase()) || !isValidId(id) || id.startsWith('//'))) return undefined;
  const { start, end } = target.span;
  return {
    type: { value: type, span: { start, end: start + type.length } },
    id: { value: id, span: { start: start + type.length + 1, end } },
  };
}

const NO_CODE_SPANS: ReadonlyMap<number, { offset: number; closed: boolean }> = new Map();

/** For the start of every run of backticks: where the code span ends that it opens, or the end of the run itself. */
function pairCodeSpans(text: string): ReadonlyMap<number, { offset: number; closed: boolean }> {
  if (!text.includes('`')) return NO_CODE_SPANS;
  const ends = new Map<number, { offset: number; closed: boolean }>();
  const runs = [...text.matchAll(/`+/g)];
  const nextOfLength = new Map<number, number>();
  const pair = (start: number, length: number) => {
    const closing = nextOfLength.get(length);
    ends.set(start, { offset: (closing ?? start) + length, closed: closing !== undefined });
  };
  for (const run of runs.reverse()) {
    const { length } = run[0];
    pair(run.index, length);
    // Where a `\` escapes its first backtick, the run begins with the second.
    if (text[run.index - 1] === '\\') pair(run.index + 1, length - 1);
    nextOfLength.set(length, run.index);
  }
  return ends;
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
