import type { Span } from '../../base/text/span.ts';
import type { Citation } from '../ast.ts';
import { createCitation } from './citation.ts';

/** A key as Pandoc reads it: punctuation only between letters or digits. */
const keyPattern = /(?:^|[\s-])@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.:#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)/u;

/** The items of `[@rferl-2021-09-05; see @toi-2021-09-13, p. 3]`; parts without a key are left out. */
export function readCitationKeys(text: string, group: Span): Citation[] {
  const citations: Citation[] = [];
  let at = group.start + 1;
  for (const part of text.slice(at, group.end - 1).split(';')) {
    const match = keyPattern.exec(part);
    if (match) {
      const idStart = at + match.index + match[0].length - match[1]!.length;
      const start = at + part.length - part.trimStart().length;
      const span = { start, end: start + part.trim().length };
      const id = { value: match[1]!, span: { start: idStart, end: idStart + match[1]!.length } };
      citations.push(createCitation('key', span, { start: group.start, end: group.end }, id));
    }
    at += part.length + 1;
  }
  return citations;
}
