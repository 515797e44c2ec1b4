/** The entries of a BibTeX file as they are written: types, keys, fields, and where each stands. http://www.bibtex.org/Format/ */

import * as l10n from '@vscode/l10n';
import type { Steps } from '../../base/memo/steps.ts';
import { quote } from '../../base/text/quote.ts';
import type { Located, Span } from '../../base/text/span.ts';
import type { RegistryProblem } from '../../syntax/ast.ts';

/** A part of a file that begins with `@type{`. */
export interface Block extends Span {
  /** In lower case: `article`, `string`, `comment`. */
  readonly type: string;
  /** Where the type is written, with its `@`. */
  readonly head: Span;
  /** Behind the opening brace. */
  readonly bodyStart: number;
  /** Before the closing brace. */
  readonly bodyEnd: number;
  readonly isClosed: boolean;
}

/** A field of an entry, as it is written. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The value with TeX in it; macros are replaced. */
  readonly value: string;
  /** Without braces or quotation marks. */
  readonly span: Span;
}

export interface EntryFields {
  readonly key: Located<string> | undefined;
  /** The first of several with one name counts. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly problems: readonly RegistryProblem[];
}

/** A longer comment is not looked for, so that no line is searched again and again. */
const MAX_COMMENT_LENGTH = 500;
/** After this many values that are not closed, the rest of an entry is not read. */
const MAX_UNCLOSED_VALUES = 8;

const blockHead = /@[ \t]*([A-Za-z]+)[ \t\r\n]*([{(])/y;
/** The head of an entry at the start of a line: what comes before and is still open was never closed. */
const entryHead = /[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(][ \t]*[^\s,{}()="#%]*[ \t]*,/y;
const keyPattern = /[^\s,{}="#%~\\]+/y;
const fieldName = /[^\s,{}()="#%@\\]+/y;
const word = /[^\s,{}()="#%@\\]+/y;

/** Finds the blocks of a file, in order, one a step. What is outside of them is a comment. */
export function* findBlocks(text: string, report: (problem: RegistryProblem) => void): Steps<readonly Block[]> {
  const blocks: Block[] = [];
  let at = text.indexOf('@');
  while (at >= 0) {
    const block = readBlock(text, at);
    if (block) {
      blocks.push(block);
      if (block.isClosed && block.type !== 'comment') reportStrayFields(text, block.end, report);
      yield;
    }
    at = text.indexOf('@', block ? block.end : at + 1);
  }
  return blocks;
}

function readBlock(text: string, start: number): Block | undefined {
  blockHead.lastIndex = start;
  const match = blockHead.exec(text);
  if (!match || isInComment(text, start)) return undefined;
  const type = match[1]!.toLowerCase();
  const bodyStart = blockHead.lastIndex;
  const head = { start, end: start + match[0].length - 1 };
  const { bodyEnd, isClosed } = findEnd(text, bodyStart, match[2] === '(');
  return { type, head, start, bodyStart, bodyEnd, isClosed, end: isClosed ? bodyEnd + 1 : bodyEnd };
}

/** Whether a `%` comments out the line up to an offset. */
function isInComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_COMMENT_LENGTH), at);
  return /^[ \t]*%/.test(before.slice(before.lastIndexOf('\n') + 1));
}

function findEnd(text: string, bodyStart: number, isRound: boolean): { bodyEnd: number; isClosed: boolean } {
  let depth = 0;
  for (let at = bodyStart; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE) {
      if (depth === 0 && !isRound) return { bodyEnd: at, isClosed: true };
      if (depth > 0) depth--;
    } else if (code === ROUND_CLOSE && isRound && depth === 0) return { bodyEnd: at, isClosed: true };
    else if (code === LINE_FEED) {
      entryHead.lastIndex = at + 1;
      if (entryHead.test(text)) return { bodyEnd: at, isClosed: false };
    }
  }
  return { bodyEnd: text.length, isClosed: false };
}

const [BACKSLASH, OPEN, CLOSE, ROUND_CLOSE, LINE_FEED] = [0x5c, 0x7b, 0x7d, 0x29, 0x0a];
const strayField = /[\s,}]*([A-Za-z][\w-]*)[ \t]*=[ \t]*[{"\d]/y;

/** Fields behind the end of an entry are in no entry: one brace too many closed it. */
function reportStrayFields(text: string, end: number, report: (problem: RegistryProblem) => void): void {
  strayField.lastIndex = end;
  const name = strayField.exec(text)?.[1];
  if (name === undefined) return;
  const at = text.indexOf(name, end);
  report({
    message: l10n.t(
      'The entry above ends before {0}, so this field is not read. Remove the brace too many above.',
      quote(name),
    ),
    span: { start: at, end: at + name.length },
  });
}

/** Reads the key and the fields of an entry. `macros` are the abbreviations of the file, by their names in lower case. */
export function readFields(text: string, block: Block, macros: ReadonlyMap<string, string>): EntryFields {
  const problems: RegistryProblem[] = [];
  const fields = new Map<string, Field>();
  const reader = createReader(text, block, macros, problems);
  const key = reader.key();
  if (!block.isClosed)
    problems.push({
      message: l10n.t('This entry is not closed, so its last fields may be lost. Add the missing “}”.'),
      span: block.head,
    });
  for (let field = reader.field(); field; field = reader.field())
    if (!fields.has(field.name)) fields.set(field.name, field);
  return { key, fields, problems };
}

/** The abbreviation that a `@string` defines; undefined if it cannot be read. */
export function readMacro(
  text: string,
  block: Block,
  macros: ReadonlyMap<string, string>,
): { readonly name: string; readonly value: string } | undefined {
  const field = createReader(text, block, macros, []).field();
  return field && { name: field.name, value: field.value };
}

function createReader(
  text: string,
  { bodyStart, bodyEnd, head, isClosed }: Block,
  macros: ReadonlyMap<string, string>,
  problems: RegistryProblem[],
) {
  let at = bodyStart;
  let unclosedValues = 0;
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (pattern.test(text)) at = Math.min(pattern.lastIndex, bodyEnd);
  };
  const take = (pattern: RegExp): Located<string> | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || at >= bodyEnd || pattern.lastIndex > bodyEnd) return undefined;
    const span = { start: at, end: pattern.lastIndex };
    at = span.end;
    return { value: match[0], span };
  };
  const report = (message: string, span: Span, isLesser = false) =>
    void problems.push({ message, span, ...(isLesser && { isLesser: true as const }) });

  /** `{…}` or `"…"`; undefined if it is not closed. */
  const delimited = (): Located<string> | undefined => {
    const isQuoted = text[at] === '"';
    const start = at + 1;
    let depth = 0;
    for (let end = start; end < bodyEnd; end++) {
      const char = text[end];
      if (char === '\\') end++;
      else if (char === '{') depth++;
      else if (char === '}' && depth > 0) depth--;
      else if (depth === 0 && char === (isQuoted ? '"' : '}')) {
        at = end + 1;
        return { value: text.slice(start, end), span: { start, end } };
      }
    }
    return undefined;
  };
  const part = (): Located<string> | undefined => {
    if (text[at] === '{' || text[at] === '"') return delimited();
    const bare = take(word);
    if (!bare || /^\d/.test(bare.value)) return bare;
    const macro = macros.get(bare.value.toLowerCase());
    if (macro === undefined && !MONTH_MACROS.has(bare.value.toLowerCase()))
      report(
        l10n.t(
          'There is no @string {0}, so its name is read. Define it, or put the words in braces.',
          quote(bare.value),
        ),
        bare.span,
        true,
      );
    return { ...bare, value: macro ?? bare.value };
  };
  const value = (): Located<string> | undefined => {
    const first = part();
    if (!first) return undefined;
    let joined = first;
    for (;;) {
      skip(blanks);
      if (text[at] !== '#' || at >= bodyEnd) return joined;
      at++;
      skip(blanks);
      const next = part();
      if (!next) return joined;
      joined = { value: joined.value + next.value, span: { start: joined.span.start, end: next.span.end } };
    }
  };

  return {
    key(): Located<string> | undefined {
      skip(blanks);
      const key = take(keyPattern);
      skip(blanks);
      if (key && (text[at] === ',' || at >= bodyEnd)) return key;
      at = key && text[at] === '=' ? key.span.start : at;
      report(
        l10n.t('This entry has no key by which briefs could cite it. Write one behind the brace, and a comma.'),
        head,
      );
      return undefined;
    },
    field(): Field | undefined {
      for (;;) {
        skip(separators);
        if (at >= bodyEnd) return undefined;
        const name = take(fieldName);
        skip(blanks);
        if (!name || text[at] !== '=' || at >= bodyEnd) {
          const start = name?.span.start ?? at;
          report(l10n.t('This is no field. Write fields as “name = {value}”, with commas between them.'), {
            start,
            end: Math.max(start + 1, name?.span.end ?? at + 1),
          });
          at = nextField(text, Math.max(at, start + 1), bodyEnd);
          continue;
        }
        at++;
        skip(blanks);
        const read = value();
        if (!read) {
          // Of an entry that is not closed the last value is not closed either, and that was reported.
          if (isClosed || at >= bodyEnd || (text[at] !== '{' && text[at] !== '"'))
            report(l10n.t('The value of {0} cannot be read. Put it in braces.', quote(name.value)), name.span);
          at = ++unclosedValues < MAX_UNCLOSED_VALUES ? nextField(text, at + 1, bodyEnd) : bodyEnd;
          continue;
        }
        skip(blanks);
        if (at < bodyEnd && text[at] !== ',')
          report(l10n.t('A comma is missing behind {0}.', quote(name.value)), name.span, true);
        return { name: name.value.toLowerCase(), nameSpan: name.span, value: read.value, span: read.span };
      }
    },
  };
}

const blanks = /\s*/y;
const separators = /[\s,]*/y;
/** The months of every style of BibTeX. */
const MONTH_MACROS: ReadonlySet<string> = new Set('jan feb mar apr may jun jul aug sep oct nov dec'.split(' '));
const lineWithField = /\n[ \t,]*(?=[A-Za-z][\w-]*[ \t]*=)/g;

/** The start of the next line that begins with a field, or the end of the entry. */
function nextField(text: string, from: number, end: number): number {
  lineWithField.lastIndex = from;
  const match = lineWithField.exec(text.slice(0, end));
  return match ? match.index + match[0].length : end;
}
