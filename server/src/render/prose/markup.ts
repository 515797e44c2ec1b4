/** What becomes of the marks of tags, links, headings and emphasis, and of citation keys in running text. */

import { partitionPoint } from '../../base/memo/search.ts';
import { shift, slice } from '../../base/text/span.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Block, Brief, CalendarDate, Citation, Link, SourceEntry } from '../../syntax/ast.ts';
import { formatCitedDate } from '../../syntax/citation/citedDate.ts';
import type { Release } from '../release.ts';
import type { Change } from './change.ts';
import type { ProseStyle } from './style.ts';

const headingMark = /^ {0,3}#{1,6}[ \t]+/gm;
const closingHeadingMark = /(?<=^ {0,3}#[^\n]{1,500}\S)[ \t]+#+[ \t]*$/gm;
const underline = /(?<=\S[ \t]*)\r?\n {0,3}(?:=+|-{2,})[ \t]*$/gm;
const strongOrEmphasis = /(?<![\\\p{L}\p{N}*_])([*_]{1,3})(?=[^\s*_])([^*_\n]{1,600})(?<=\S)\1(?![\p{L}\p{N}*_])/gu;
const escaped = /\\(?=[!-/:-@[-`{-~])/g;

export interface MarkupContext {
  readonly brief: Brief;
  readonly date: CalendarDate | undefined;
  readonly scope: Scope;
  readonly style: ProseStyle;
  readonly release: Release;
}

/** The changes of the marks in a block that begins at `at`. */
export function markupChanges(block: Block, at: number, context: MarkupContext): Change[] {
  const { isMarkdown, keepsBareKeys } = context.style;
  const text = context.brief.text.slice(at, at + block.length);
  const changes: Change[] = [];
  const remove = (start: number, end: number) => {
    if (end > start) changes.push({ start: at + start, end: at + end, text: '' });
  };
  const citationsByAddress = new Map(block.citations.map((citation) => [citation.url?.span.start, citation]));
  for (const atom of block.atoms) {
    if (atom.kind === 'tag') {
      remove(atom.start, atom.surface.span.start);
      remove(atom.surface.span.end, atom.end);
    } else if (atom.kind === 'link' && !isMarkdown)
      changes.push({ ...shift(atom, at), text: linkText(atom, citationsByAddress.get(atom.target.span.start), text) });
  }
  const isLiteral = (offset: number) => {
    const atom = block.atoms[partitionPoint(block.atoms.length, (index) => block.atoms[index]!.start <= offset) - 1];
    return atom !== undefined && atom.kind !== 'tag' && offset < atom.end;
  };
  if (!keepsBareKeys)
    for (const { form, id, span } of block.citations) {
      // In `[-@key]` the sentence has the name already.
      const entry =
        form === 'narrative-key' && text[span.start] === '@' ? context.scope.sources.get(id!.value)?.entry : undefined;
      if (!entry || context.release.isWithheld(entry)) continue;
      const words = context.style.escape(wordsOfBareKey(entry, context.date));
      changes.push({ start: at + span.start, end: at + id!.span.end, text: words });
    }
  if (isMarkdown) return changes;
  if (block.kind === 'heading')
    for (const pattern of [headingMark, closingHeadingMark, underline])
      for (const { 0: mark, index } of text.matchAll(pattern)) remove(index, index + mark.length);
  for (const { 0: whole, 1: mark = '', index } of text.matchAll(strongOrEmphasis)) {
    if (isLiteral(index)) continue;
    remove(index, index + mark.length);
    remove(index + whole.length - mark.length, index + whole.length);
  }
  for (const { index } of text.matchAll(escaped)) if (!isLiteral(index)) remove(index, index + 1);
  return changes;
}

/** The words of a link, with its address if that is the source. */
function linkText(link: Link, citation: Citation | undefined, text: string): string {
  const words = slice(text, link.text)
    .replace(/[*_]{1,3}/g, '')
    .trim();
  const address = link.target.value;
  if (!citation || words === address) return words;
  if (words === '') return address;
  return citation.group.start < link.start ? `${words}, ${address}` : `${words} (${address})`;
}

/** `Tide (May 3)` */
function wordsOfBareKey(entry: SourceEntry, date: CalendarDate | undefined): string {
  const when = entry.issued && ` (${formatCitedDate(entry.issued.value, date)})`;
  return nameOf(entry) + (when ?? '');
}

/** What a source is called in prose. */
export function nameOf({ outlet, authors, title, id }: SourceEntry): string {
  return outlet?.value ?? authors[0] ?? title ?? id.value;
}
