/** A small card of facts, as hovers show it, and how it is set in Markdown and in plain text. */

import { parseWebAddress } from '../../base/text/webAddress.ts';
import type { CardLine } from '../../protocol/card.ts';

/** Names and titles come from files: a longer one is cut. */
const MAX_LINE_LENGTH = 400;

/**
 * The card as Markdown. Everything that comes from files is escaped, to the last punctuation mark: no link, image,
 * HTML or command can come out of it. Only web addresses become links.
 */
export function toMarkdown(lines: readonly CardLine[]): string {
  return lines.map(markdownLine).join('\n\n');
}

/** The card for clients that show text as it is. */
export function toPlainText(lines: readonly CardLine[]): string {
  return lines.map(plainLine).join('\n');
}

function markdownLine(line: CardLine): string {
  switch (line.kind) {
    case 'title':
      return `**${escapeMarkdown(line.text)}**${line.note ? ` · ${escapeMarkdown(line.note)}` : ''}`;
    case 'text':
      return escapeMarkdown(line.text);
    case 'field':
      return `${escapeMarkdown(line.label)}: ${escapeMarkdown(line.value)}`;
    case 'page':
      return `[${escapeMarkdown(line.label)}](<${line.url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
    case 'link': {
      const url = parseWebAddress(line.url);
      return url === undefined
        ? `${escapeMarkdown(line.label)}: ${escapeMarkdown(line.url)}`
        : `[${escapeMarkdown(line.label)}](<${url}>)`;
    }
  }
}

function plainLine(line: CardLine): string {
  switch (line.kind) {
    case 'title':
      return toSingleLine(line.text) + (line.note ? ` (${toSingleLine(line.note)})` : '');
    case 'text':
      return toSingleLine(line.text);
    case 'field':
      return `${line.label}: ${toSingleLine(line.value)}`;
    case 'link':
    case 'page':
      return `${line.label}: ${toSingleLine(line.url)}`;
  }
}

function escapeMarkdown(text: string): string {
  return toSingleLine(text).replace(/[!-/:-@[-`{-~]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : `\\${char}`,
  );
}

function toSingleLine(text: string): string {
  const line = text
    .slice(0, 2 * MAX_LINE_LENGTH)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
}
