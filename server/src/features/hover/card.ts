/** Cards of facts, as hovers show them, formatted as Markdown or plain text. */

import { oneLine } from '../../base/text/oneLine.ts';
import { parseWebAddress } from '../../base/text/webAddress.ts';
import type { CardLine } from '../../protocol/card.ts';

/** Names and titles come from files; longer ones are truncated. */
const MAX_LINE_LENGTH = 400;

/**
 * The card as Markdown. All text from files is escaped, including all punctuation, so that it cannot produce a link,
 * image, HTML or command. Only web addresses become links.
 */
export function toMarkdown(lines: readonly CardLine[]): string {
  return lines.map(markdownLine).join('\n\n');
}

/** The card for clients without Markdown. */
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
  return oneLine(text, MAX_LINE_LENGTH);
}
