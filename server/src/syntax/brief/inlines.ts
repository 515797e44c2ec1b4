/**
 * One forward pass over a block: tags, links, code, comments, and the citations that the forms of `citation/forms/` find
 * on the way. docs/format.md, sections 1 and 5: the first match wins, nothing nests but parentheses, `\` escapes.
 *
 * Time is linear in the length of the block: every bracket looks ahead no further than the next bracket or parenthesis
 * it may belong to, and code spans and comments are paired from tables made beforehand.
 */

import type { Located, Span } from '../../base/text/span.ts';
import { isValidId } from '../../base/text/validId.ts';
import {
  BUILT_IN_TYPES,
  type Citation,
  type Group,
  type Inline,
  type Inlines,
  type Link,
  type Parenthetical,
  SOURCE_TYPE,
  type Tag,
} from '../ast.ts';
import type { OpenedCitations } from '../citation/citationForm.ts';
import { CITATION_FORMS } from '../citation/forms/index.ts';
import { byPosition, mergeCitations } from '../citation/mergeCitations.ts';
import { closingBracket } from '../closingBracket.ts';
import type { KnownNames } from '../knownNames.ts';

/** A citation group is at most this long, both parentheses included: docs/format.md, section 2. */
export const MAX_GROUP_LENGTH = 600;
/** Parentheses nest at most this deep in a citation. Each level reads its content again, so the limit keeps time linear. */
const MAX_GROUP_DEPTH = 2;

const URL_SCHEMES = new Set(
  `about bitcoin blob callto chrome chrome-extension cid command data dav did doi edge facetime feed file ftp ftps gemini geo git gopher
  hdl http https imap info ipfs ipp irc ircs isbn jabber javascript ldap ldaps magnet maps matrix mailto message mid ms-settings
  msteams news nfs nntp notion obsidian onenote pop rsync rtsp s3 sandbox sftp sip sips skype slack sms smb spotify ssh steam svn tel telnet
  tftp tg urn vbscript view-source vnc vscode vscode-insiders webcal whatsapp ws wss x-apple.systempreferences xmpp zoommtg zotero`.split(
    /\s+/,
  ),
);

const [BACKSLASH, BACKTICK, LESS_THAN] = [0x5c, 0x60, 0x3c];
const [OPEN_PAREN, CLOSE_PAREN, OPEN_BRACKET, CLOSE_BRACKET] = [0x28, 0x29, 0x5b, 0x5d];

const OPENING_READERS = CITATION_FORMS.flatMap(({ read: { opening } }) => {
  return opening ? { codes: [...opening.characters].map((char) => char.charCodeAt(0)), read: opening.read } : [];
});
const PARENTHESIS_READERS = CITATION_FORMS.flatMap(({ read }) => read.parenthesis ?? []);
const ATOM_READERS = CITATION_FORMS.flatMap(({ read }) => read.atom ?? []);
const BLOCK_READERS = CITATION_FORMS.flatMap(({ read }) => read.block ?? []);
const KEY_READERS = CITATION_FORMS.flatMap(({ read }) => read.keys ?? []);
/** The code units at which something may begin or end: those of the language, and those that open a citation. */
const MARK_CODES = new Set([
  ...[...'\\`<[]()'].map((mark) => mark.charCodeAt(0)),
  ...OPENING_READERS.flatMap(({ codes }) => codes),
]);

/** `(address "title")` or `(<address>)`; one level of parentheses inside the address. */
const address =
  /\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)/uy;
const tagAddress = new RegExp(`\\(((?:${[...BUILT_IN_TYPES, SOURCE_TYPE].join('|')}):[^()\\n]{0,200})\\)`, 'uy');
const typeName = /^\p{L}[\p{L}\p{N}_-]+$/u;

/** The inlines of a text that has only words. */
export const NO_INLINES: Inlines = { atoms: [], groups: [], citations: [] };
const marks = new RegExp(
  `[${Array.from(MARK_CODES, (code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}]`,
  'g',
);
/** By code unit, for those of ASCII. */
const isMarkCode = new Uint8Array(0x80);
for (const code of MARK_CODES) isMarkCode[code] = 1;

/** Where the next mark is, from `from` on; -1 if there is none. */
function nextMark(text: string, from: number): number {
  // In runs of marks a search for each would cost more than everything else.
  if (isMarkCode[text.charCodeAt(from)] === 1) return from;
  marks.lastIndex = from;
  // Unlike `exec`, `test` allocates nothing.
  return marks.test(text) ? marks.lastIndex - 1 : -1;
}

/** A parenthesis that was opened, and what had been found before it. */
interface OpenGroup {
  readonly start: number;
  /** How deep parentheses nest inside it. */
  nestingDepth: number;
  readonly atomCount: number;
  readonly groupCount: number;
  readonly citationCount: number;
}

/** Reads one block; spans count from its start. Total: any text at all yields a value. `known`: what the registries say. */
export function readInlines(text: string, known: KnownNames): Inlines {
  const first = nextMark(text, 0);
  if (first < 0) return NO_INLINES;
  const atoms: Inline[] = [];
  const groups: Group[] = [];
  /** Those in parentheses. */
  const citations: Citation[] = [];
  /** Those that begin with an opening character of their form. */
  const opened: Citation[] = [];
  const openGroups: OpenGroup[] = [];
  let codeEnds: CodeEnds | undefined;
  let lastCommentEnd: number | undefined;
  let escaped = -1;

  for (let at = first, next = at + 1; at >= 0; at = nextMark(text, next), next = at + 1) {
    const code = text.charCodeAt(at);
    switch (code) {
      case BACKSLASH:
        escaped = at + 1;
        next = at + 2;
        continue;
      case BACKTICK: {
        codeEnds ??= pairCodeSpans(text);
        const end = codeEnds.get(at)!;
        if (end.closed) atoms.push({ kind: 'code', start: at, end: end.offset });
        next = end.offset;
        continue;
      }
      case OPEN_PAREN:
        openGroups.push({
          start: at,
          nestingDepth: 0,
          atomCount: atoms.length,
          groupCount: groups.length,
          citationCount: citations.length,
        });
        continue;
      case CLOSE_PAREN:
        closeGroup(text, openGroups, at + 1, atoms, groups, citations, known);
        continue;
      case CLOSE_BRACKET: {
        // The address of a link is not a parenthesis, whatever the text of the link was.
        const target = text.charCodeAt(at + 1) === OPEN_PAREN ? readLinkTarget(text, at + 1) : undefined;
        if (target) next = target.end;
        continue;
      }
      case LESS_THAN: {
        if (!text.startsWith('<!--', at)) break;
        lastCommentEnd ??= text.lastIndexOf('-->');
        if (at > lastCommentEnd) break;
        // `<!-->` and `<!--->` are empty comments.
        const end = text.indexOf('-->', at + 2) + 3;
        if (end < 3) break;
        atoms.push({ kind: 'comment', start: at, end });
        next = end;
        continue;
      }
      case OPEN_BRACKET: {
        const atom = readTagOrLink(text, at, text[at - 1] === '!' && escaped !== at - 1);
        if (!atom) break;
        if (atom.kind === 'tag' || text[atom.start] === '!') next = atom.end;
        atoms.push(atom);
        continue;
      }
    }
    const found = readOpened(text, at, code);
    if (!found) continue;
    atoms.push({ kind: 'citation', start: at, end: found.end });
    for (const citation of found.citations) opened.push(citation);
    next = found.end;
  }
  const alone = atoms.length > 0 ? citationsOfAtoms(atoms, citations) : NO_CITATIONS;
  if (opened.length === 0 && alone.length === 0) return { atoms, groups, citations };
  const all = [...citations, ...opened, ...alone].sort(byPosition);
  return { atoms, groups, citations: all };
}

const NO_ATOMS: readonly Inline[] = [];
const NO_CITATIONS: readonly Citation[] = [];

/** Reads the parenthesis that ends at `end`. Parentheses inside it that were read before are part of it now. */
function closeGroup(
  text: string,
  openGroups: OpenGroup[],
  end: number,
  atoms: readonly Inline[],
  groups: Group[],
  citations: Citation[],
  known: KnownNames,
): void {
  const group = openGroups.pop();
  if (!group) return;
  const { start, nestingDepth } = group;
  const parent = openGroups[openGroups.length - 1];
  if (parent && parent.nestingDepth <= nestingDepth) parent.nestingDepth = nestingDepth + 1;
  if (end - start > MAX_GROUP_LENGTH || nestingDepth >= MAX_GROUP_DEPTH) return;
  const innerAtoms = atoms.length > group.atomCount ? atoms.slice(group.atomCount) : NO_ATOMS;
  const reading = readParenthesis(text, { start, end }, innerAtoms, known);
  if (!reading || reading.kind === 'text') return;
  if (groups.length > group.groupCount) groups.length = group.groupCount;
  const content = reading.kind === 'credit' ? reading.source : reading.kind === 'acronym' ? reading.short : undefined;
  groups.push({ start, end, kind: reading.kind, content });
  if (citations.length > group.citationCount) citations.length = group.citationCount;
  if (reading.kind === 'citation') for (const citation of reading.citations) citations.push(citation);
}

/** The reading of the first form for which the parenthesis is more than text; undefined if there is none. */
function readParenthesis(
  text: string,
  group: Span,
  atoms: readonly Inline[],
  known: KnownNames,
): Parenthetical | undefined {
  for (const read of PARENTHESIS_READERS) {
    const reading = read(text, group, atoms, known);
    if (reading.kind !== 'text') return reading;
  }
  return undefined;
}

function readOpened(text: string, at: number, code: number): OpenedCitations | undefined {
  for (const { codes, read } of OPENING_READERS) {
    const found = codes.includes(code) ? read(text, at) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The inlines of a block that is no heading, with the citations that a form finds only in the block as a whole. */
export function withBlockCitations(text: string, inlines: Inlines, known: KnownNames): Inlines {
  let { citations } = inlines;
  for (const read of BLOCK_READERS) {
    const found = read(text, inlines, known);
    if (found.length > 0) citations = mergeCitations(citations, found);
  }
  return citations === inlines.citations ? inlines : { ...inlines, citations };
}

/** What is a citation in a block only if a registry has its id, in order of position. */
export function readKeys(text: string, inlines: Inlines): readonly Citation[] {
  return KEY_READERS.flatMap((read) => read(text, inlines));
}

/** The tags, links and code spans that are citations on their own, because no citation in parentheses holds them. */
function citationsOfAtoms(atoms: readonly Inline[], citations: readonly Citation[]): readonly Citation[] {
  let found: Citation[] | undefined;
  let next = 0;
  for (const atom of atoms) {
    for (const read of ATOM_READERS) {
      const citation = read(atom);
      if (!citation) continue;
      while (next < citations.length && citations[next]!.span.end <= atom.start) next++;
      if (next === citations.length || citations[next]!.span.start > atom.start) {
        found ??= [];
        found.push(citation);
      }
      break;
    }
  }
  return found ?? NO_CITATIONS;
}

/** A tag or a link that begins with the `[` at `at`; after a `!` it is an image. */
function readTagOrLink(text: string, at: number, isImage: boolean): Tag | Link | undefined {
  const close = closingBracket(text, at);
  if (close === undefined || text.charCodeAt(close + 1) !== OPEN_PAREN) return undefined;
  const target = readLinkTarget(text, close + 1);
  if (!target) return undefined;
  const inside = { start: at + 1, end: close };
  const words = text.slice(inside.start, inside.end);
  const tag = isImage || words.includes('\n') ? undefined : readTagTarget(target);
  if (tag) {
    const surface = { value: words, span: inside };
    return { kind: 'tag', start: at, end: target.end, surface, type: tag.type, id: tag.id };
  }
  return {
    kind: 'link',
    start: isImage ? at - 1 : at,
    end: target.end,
    text: inside,
    target: { value: target.value, span: target.span },
  };
}

interface LinkTarget extends Located<string> {
  readonly end: number;
}

/** The end of the link address in parentheses that begins at `at`, right after a `]`; undefined if that is prose. */
export function linkTargetEnd(text: string, at: number): number | undefined {
  return readLinkTarget(text, at)?.end;
}

/** The address between the parentheses after a `]`; undefined if that is prose. */
function readLinkTarget(text: string, at: number): LinkTarget | undefined {
  const match = execAt(address, text, at) ?? execAt(tagAddress, text, at);
  if (!match) return undefined;
  const value = match[1] ?? match[2] ?? '';
  const start = at + 1 + (text[at + 1] === '<' ? 1 : 0);
  return { value, span: { start, end: start + value.length }, end: at + match[0].length };
}

/**
 * `type:id`. A known type makes a tag whatever the id; an unknown type only with a valid id, and if it is not a URL scheme
 * (a single letter is a Windows drive).
 */
function readTagTarget(target: LinkTarget): Pick<Tag, 'type' | 'id'> | undefined {
  const { value, span } = target;
  const colon = value.indexOf(':');
  if (colon < 0) return undefined;
  const type = value.slice(0, colon);
  const id = value.slice(colon + 1);
  const isKnownType = type === SOURCE_TYPE || BUILT_IN_TYPES.includes(type);
  if (
    !isKnownType &&
    (!typeName.test(type) || URL_SCHEMES.has(type.toLowerCase()) || !isValidId(id) || id.startsWith('//'))
  )
    return undefined;
  const { start, end } = span;
  return {
    type: { value: type, span: { start, end: start + type.length } },
    id: { value: id, span: { start: start + type.length + 1, end } },
  };
}

type CodeEnds = ReadonlyMap<number, { readonly offset: number; readonly closed: boolean }>;

/** For the start of each run of backticks: the end of the code span it opens, or of the run itself if it opens none. */
function pairCodeSpans(text: string): CodeEnds {
  const ends = new Map<number, { offset: number; closed: boolean }>();
  const nextOfLength = new Map<number, number>();
  const pair = (start: number, length: number) => {
    const closing = nextOfLength.get(length);
    ends.set(start, { offset: (closing ?? start) + length, closed: closing !== undefined });
  };
  for (let last = text.lastIndexOf('`'); last >= 0; ) {
    let start = last;
    while (start > 0 && text.charCodeAt(start - 1) === BACKTICK) start--;
    const length = last + 1 - start;
    pair(start, length);
    // If a `\` escapes its first backtick, the run begins with the second.
    if (text.charCodeAt(start - 1) === BACKSLASH) pair(start + 1, length - 1);
    nextOfLength.set(length, start);
    last = start === 0 ? -1 : text.lastIndexOf('`', start - 1);
  }
  return ends;
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
