/** A small card of facts, as hovers show it, and how it is set in Markdown and in plain text. */

import { webAddress } from '../../base/text/webAddress.ts';
import type { Line } from '../../protocol/card.ts';

/** Names and titles come from files: a longer one is cut. */
const LONGEST = 400;

/**
 * The card as Markdown. Everything that comes from files is escaped, to the last punctuation mark: no link, image,
 * HTML or command can come out of it. Only web addresses become links.
 */
export function toMarkdown(lines: readonly Line[]): string {
  return lines.map(markdownLine).join('\n\n');
}

/** The card for clients that show text as it is. */
export function toPlainText(lines: readonly Line[]): string {
  return lines.map(plainLine).join('\n');
}

function markdownLine(line: Line): string {
  switch (line.kind) {
    case 'title':
      return `**${escapeMarks(line.text)}**${line.note ? ` · ${escapeMarks(line.note)}` : ''}`;
    case 'text':
      return escapeMarks(line.text);
    case 'field':
      return `${escapeMarks(line.label)}: ${escapeMarks(line.value)}`;
    case 'page':
      return `[${escapeMarks(line.label)}](<${line.url.replace(/[<>\s\\]/g, encodeURIComponent)}>)`;
    case 'link': {
      const url = webAddress(line.url);
      return url === undefined
        ? `${escapeMarks(line.label)}: ${escapeMarks(line.url)}`
        : `[${escapeMarks(line.label)}](<${url}>)`;
    }
  }
}

function plainLine(line: Line): string {
  switch (line.kind) {
    case 'title':
      return oneLine(line.text) + (line.note ? ` (${oneLine(line.note)})` : '');
    case 'text':
      return oneLine(line.text);
    case 'field':
      return `${line.label}: ${oneLine(line.value)}`;
    case 'link':
    case 'page':
      return `${line.label}: ${oneLine(line.url)}`;
  }
}

function escapeMarks(text: string): string {
  return oneLine(text).replace(/[!-/:-@[-`{-~]/g, (mark) =>
    mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : `\\${mark}`,
  );
}

function oneLine(text: string): string {
  const line = text
    .slice(0, 2 * LONGEST)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
