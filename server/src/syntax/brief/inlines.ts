/**
 * One forward pass over a paragraph: tags, citation keys, links, code, comments, and the parentheses that may be
 * citations. docs/format.md, sections 1 and 5: first match wins, nothing nests but parentheses, `\` escapes.
 *
 * Time is linear in the length of the paragraph: every bracket looks ahead no further than the next bracket or
 * parenthesis it may belong to, and code spans and comments are paired from tables made beforehand.
 */

import type { Located } from '../../base/text/span.ts';
import type { Citation, Group, Inline, Inlines, Tag } from '../ast.ts';
import { createCitation } from '../citation/citation.ts';
import { readCitationKeys } from '../citation/citationKeys.ts';
import { readGroupCached } from '../citation/parentheticalCache.ts';

/** A citation group is at most this long, both parentheses included. */
const MAX_GROUP_LENGTH = 600;
/** The surface of a tag or link, or a bracket of keys, is at most this long. */
const MAX_BRACKET_LENGTH = 2_000;
/** Parentheses inside parentheses inside a citation are text. */
const MAX_GROUP_DEPTH = 2;

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

const [BACKSLASH, BACKTICK, LESS_THAN] = [0x5c, 0x60, 0x3c];
const [OPEN_PAREN, OPEN_BRACKET, CLOSE_BRACKET] = [0x28, 0x5b, 0x5d];

const bracketOrEscape = /[[\]\\]/g;
/** `(address "title")` or `(<address>)`; one level of parentheses inside the address. */
const address =
  /\((?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\s*\)/uy;
const tagAddress = new RegExp(`\\(((?:${[...BUILT_IN_TYPES, SOURCE_TYPE].join('|')}):[^()\\n]{0,200})\\)`, 'uy');
const typeName = /^\p{L}[\p{L}\p{N}_-]+$/u;
const hasKey = /(?:^|[\s;-])@[\p{L}\p{N}_]/u;
const validId = /^[\p{L}\p{M}\p{N}._/-]+$/u;

/** Whether `id` may name an entity or a source: letters and digits of any script, `.`, `_`, `-`, `/`. */
export function isValidId(id: string): boolean {
  return validId.test(id);
}

/** What a text holds that has nothing but words. */
export const NO_INLINES: Inlines = { atoms: [], groups: [], citations: [] };
const marks = /[\\`<[\]()]/g;
const isMarkCode = new Uint8Array(0x80);
for (const mark of '\\`<[]()') isMarkCode[mark.charCodeAt(0)] = 1;

/** Where the next mark stands from `from` on; -1 when none does. */
function nextMark(text: string, from: number): number {
  // Where many stand side by side each search would cost more than the rest.
  if (isMarkCode[text.charCodeAt(from)] === 1) return from;
  marks.lastIndex = from;
  // Unlike `exec`, `test` makes nothing.
  return marks.test(text) ? marks.lastIndex - 1 : -1;
}

/** A parenthesis that was opened, and what had been found before it. */
interface OpenGroup {
  readonly start: number;
  /** How many parentheses lie in each other inside it. */
  nestingDepth: number;
  readonly atomCount: number;
  readonly groupCount: number;
  readonly citationCount: number;
}

/** Reads one paragraph. Total: any text at all yields a value. */
export function readInlines(text: string): Inlines {
  const first = nextMark(text, 0);
  if (first < 0) return NO_INLINES;
  const atoms: Inline[] = [];
  const groups: Group[] = [];
  const citations: Citation[] = [];
  const openGroups: OpenGroup[] = [];
  let codeEnds: CodeEnds | undefined;
  let lastCommentEnd: number | undefined;
  let hasSourceTag = false;
  let escaped = -1;

  for (let at = first, next = at + 1; at >= 0; at = nextMark(text, next), next = at + 1) {
    switch (text.charCodeAt(at)) {
      case BACKSLASH:
        escaped = at + 1;
        next = at + 2;
        break;
      case BACKTICK: {
        codeEnds ??= pairCodeSpans(text);
        const end = codeEnds.get(at)!;
        if (end.closed) atoms.push({ kind: 'code', start: at, end: end.offset });
        next = end.offset;
        break;
      }
      case LESS_THAN: {
        if (!text.startsWith('<!--', at)) break;
        lastCommentEnd ??= text.lastIndexOf('-->');
        if (at > lastCommentEnd) break;
        const end = text.indexOf('-->', at + 4) + 3;
        if (end < 3) break;
        atoms.push({ kind: 'comment', start: at, end });
        next = end;
        break;
      }
      case OPEN_BRACKET: {
        const atom = readBracket(text, at, text[at - 1] === '!' && escaped !== at - 1);
        if (!atom) break;
        if (atom.kind !== 'link') next = atom.end;
        if (atom.kind === 'keys') citations.push(...readCitationKeys(text, atom));
        hasSourceTag ||= isSourceTag(atom);
        atoms.push(atom);
        break;
      }
      case CLOSE_BRACKET: {
        // The address of a link is no parenthesis, whatever its text was.
        const target = text.charCodeAt(at + 1) === OPEN_PAREN ? readLinkTarget(text, at + 1) : undefined;
        if (target) next = target.end;
        break;
      }
      case OPEN_PAREN:
        openGroups.push({
          start: at,
          nestingDepth: 0,
          atomCount: atoms.length,
          groupCount: groups.length,
          citationCount: citations.length,
        });
        break;
      default:
        closeGroup(text, openGroups, at + 1, atoms, groups, citations);
    }
  }
  return { atoms, groups, citations: hasSourceTag ? addLoneTagCitations(citations, atoms) : citations };
}

const NO_ATOMS: readonly Inline[] = [];

/** Reads the parenthesis that ends at `end`. What was found inside belongs to it now; citation keys stay what they are. */
function closeGroup(
  text: string,
  openGroups: OpenGroup[],
  end: number,
  atoms: readonly Inline[],
  groups: Group[],
  citations: Citation[],
): void {
  const group = openGroups.pop();
  if (!group) return;
  const { start, nestingDepth: height } = group;
  const parent = openGroups[openGroups.length - 1];
  if (parent && parent.nestingDepth <= height) parent.nestingDepth = height + 1;
  if (end - start > MAX_GROUP_LENGTH || height >= MAX_GROUP_DEPTH) return;
  const innerAtoms = atoms.length > group.atomCount ? atoms.slice(group.atomCount) : NO_ATOMS;
  const reading = readGroupCached(text, { start, end }, innerAtoms);
  if (reading.kind === 'text') return;
  if (groups.length > group.groupCount) groups.length = group.groupCount;
  const content = reading.kind === 'credit' ? reading.source : reading.kind === 'acronym' ? reading.short : undefined;
  groups.push({ start, end, kind: reading.kind, content });
  let keyCitations: Citation[] | undefined;
  if (citations.length > group.citationCount)
    keyCitations = citations.splice(group.citationCount).filter((citation) => citation.form === 'key');
  if (reading.kind === 'citation') for (const citation of reading.citations) citations.push(citation);
  if (keyCitations && keyCitations.length > 0) {
    const found = citations.splice(group.citationCount);
    citations.push(...[...keyCitations, ...found].sort((a, b) => a.span.start - b.span.start));
  }
}

function isSourceTag(atom: Inline): atom is Tag {
  return atom.kind === 'tag' && atom.type.value === SOURCE_TYPE;
}

/** Source tags that stand in no citation group are citations of their own. */
function addLoneTagCitations(citations: Citation[], atoms: readonly Inline[]): Citation[] {
  const citedStarts = new Set(citations.map((citation) => citation.id?.span.start));
  const lone = atoms.flatMap((atom): Citation[] => {
    if (!isSourceTag(atom) || citedStarts.has(atom.id.span.start)) return [];
    const span = { start: atom.start, end: atom.end };
    const { value: name, span: surface } = atom.surface;
    return [createCitation('tag', span, span, atom.id, { start: surface.start, end: surface.end, name })];
  });
  return lone.length === 0 ? citations : [...citations, ...lone].sort((a, b) => a.span.start - b.span.start);
}

/** A tag, a citation key or a link that begins with the `[` at `at`; after a `!` it is an image. */
function readBracket(text: string, at: number, isImage: boolean): Inline | undefined {
  const close = closingBracket(text, at);
  if (close === undefined) return undefined;
  const inside = { start: at + 1, end: close };
  const words = text.slice(inside.start, inside.end);
  const target = text[inside.end + 1] === '(' ? readLinkTarget(text, inside.end + 1) : undefined;
  if (target) {
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
  return hasKey.test(words) ? { kind: 'keys', start: at, end: inside.end + 1 } : undefined;
}

/** The `]` that belongs to the `[` at `at`; undefined when another `[` comes first, or none within reach. */
function closingBracket(text: string, at: number): number | undefined {
  bracketOrEscape.lastIndex = at + 1;
  while (bracketOrEscape.test(text)) {
    const found = bracketOrEscape.lastIndex - 1;
    const mark = text.charCodeAt(found);
    if (mark === OPEN_BRACKET || found - at > MAX_BRACKET_LENGTH) return undefined;
    if (mark === CLOSE_BRACKET) return found;
    bracketOrEscape.lastIndex = found + 2;
  }
  return undefined;
}

interface LinkTarget extends Located<string> {
  readonly end: number;
}

/** Where the address in parentheses ends that begins at `at`, after a `]`; undefined when that is prose. */
export function linkTargetEnd(text: string, at: number): number | undefined {
  return readLinkTarget(text, at)?.end;
}

/** What stands between the parentheses after `]`, when it is an address and not prose. */
function readLinkTarget(text: string, at: number): LinkTarget | undefined {
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

/** For the start of every run of backticks: where the code span ends that it opens, or the end of the run itself. */
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
    // Where a `\` escapes its first backtick, the run begins with the second.
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
