/** What briefs write in their own ways, as Markdown that every tool reads: headings, mastheads, and words that are no Markdown. */

import { shift } from '../../base/text/span.ts';
import { headingLevels } from '../../render/headings.ts';
import type { Change } from '../../render/prose/change.ts';
import { titleOf } from '../../render/title.ts';
import type { Brief } from '../../syntax/ast.ts';
import { blockIndexAt } from '../../syntax/brief/brief.ts';

const atxMark = /^( {0,3})#{1,6}(?=[ \t])/;
/** What stands below the words of an underlined heading. */
const underline = /[ \t]*\r?\n {0,3}(?:=+|-{2,})[ \t]*$/my;

/** Every heading with the marks of its level, below a title of the first level; the lines of a masthead as lines. */
export function markdownChanges(brief: Brief): Change[] {
  return [...headingChanges(brief), ...mastheadChanges(brief)];
}

function headingChanges(brief: Brief): Change[] {
  const { text, blocks, starts } = brief;
  const title = titleOf(brief).line;
  const levels = headingLevels(brief);
  const changes = [...levels].flatMap(([offset, level]): Change[] => {
    const index = blockIndexAt(brief, offset);
    const block = blocks[index]!;
    const { start, end } = shift(block.content, starts[index]!);
    const marks = '#'.repeat(level);
    if (block.kind !== 'heading') return [{ start, end: start, text: `${marks} ` }];
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const atx = atxMark.exec(text.slice(lineStart, lineStart + 10));
    if (atx) return [{ start: lineStart, end: lineStart + atx[0].length, text: marks }];
    underline.lastIndex = end;
    const line = underline.exec(text);
    return [
      { start, end: start, text: `${marks} ` },
      ...(line ? [{ start: end, end: end + line[0].length, text: '' }] : []),
    ];
  });
  if (title === undefined || levels.has(title)) return changes;
  const lineEnd = text.indexOf('\n', title);
  const at = lineEnd < 0 ? text.length : lineEnd;
  return [...changes, { start: title, end: title, text: '# ' }, { start: at, end: at, text: '\n' }];
}

function mastheadChanges({ text, blocks, starts }: Brief): Change[] {
  return blocks.flatMap(({ shape, kind, content }, index): Change[] => {
    if (kind !== 'paragraph' || shape !== 'masthead') return [];
    const { start, end } = shift(content, starts[index]!);
    // Two spaces at the end of a line keep the line.
    return Array.from(text.slice(start, end).matchAll(/[ \t]*\r?\n/g), ({ index: at }) => ({
      start: start + at,
      end: start + at,
      text: '  ',
    }));
  });
}

/** Words as Markdown that means nothing but these words. */
export function escapeMarkdown(words: string): string {
  return escapeInline(words.replace(/\s+/g, ' ').trim(), true);
}

function escapeInline(words: string, isAtStart: boolean): string {
  const inline = words.replace(/[\\`*_[\]<>~^$@|]/g, '\\$&').replace(/&(?=#?\w{1,32};)/g, '\\&');
  if (!isAtStart) return inline;
  return inline.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^(?=[-+#=]|:::)/, '\\');
}

const address = /(\bhttps?:\/\/[^\s<>"]{1,2000}(?<![.,;:!?)]))/;

/** As `escapeMarkdown`; an address is a link. */
export function escapeWithLinks(words: string): string {
  const parts = words.replace(/\s+/g, ' ').trim().split(address);
  return parts.map((part, index) => (index % 2 === 1 ? `<${part}>` : escapeInline(part, index === 0))).join('');
}
