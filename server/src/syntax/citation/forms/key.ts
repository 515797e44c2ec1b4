/** `[@rferl-2021-09-05; see @toi-2021-09-13, p. 3]`: citation keys as Pandoc reads them. docs/format.md, section 1. */

import * as l10n from '@vscode/l10n';
import type { Span } from '../../../base/text/span.ts';
import type { Citation } from '../../ast.ts';
import { closingBracket } from '../../closingBracket.ts';
import type { CitationForm } from '../citationForm.ts';
import { createCitation } from '../createCitation.ts';

/** Punctuation only between letters or digits: https://pandoc.org/MANUAL.html#citation-syntax */
const keyPattern = /(?:^|[\s-])@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.:#$%&+?<>~/-](?=[\p{L}\p{N}_]))*)/u;
const hasKey = /(?:^|[\s;-])@[\p{L}\p{N}_]/u;
/** `[-@key]` is read by `narrativeKey.ts`. */
const isSuppressed = /^-@[^@]*$/;
/** `[@TODO]` and `[@source]` are placeholders. */
const asksForKey = /^\s*@(?:todo|tbd|fixme|xx+|source|citation|cite|cite-?key|ref|key)\s*$/i;
const separator = /^[,\s]+/;

export const key: CitationForm = {
  id: 'key',
  read: {
    opening: {
      characters: '[',
      read(text, at) {
        const close = closingBracket(text, at);
        const words = close === undefined ? '' : text.slice(at + 1, close);
        if (close === undefined || !hasKey.test(words) || asksForKey.test(words) || isSuppressed.test(words))
          return undefined;
        const end = close + 1;
        return { end, citations: readKeys(text, { start: at, end }) };
      },
    },
  },
  idRole: 'key',
  lostRule: 'missing-source',
  brackets: '[]',
  conversionTitle: l10n.t('Convert to citation keys'),
  idSpan: ({ id }) => id && { start: id.span.start - 1, end: id.span.end },
  write: (entry, _briefDate, suffix) => `@${entry.id.value}${suffix}`,
  tokens: ({ id }) => (id ? [{ ...id.span, role: 'key' }] : []),
  outlineLabel: ({ span }, text) => text.slice(span.start, span.end),
};

/** Whether `[@id]` is read as a citation of exactly this id. */
export function isCitationKey(id: string): boolean {
  const text = `[@${id}]`;
  return readKeys(text, { start: 0, end: text.length })[0]?.id?.value === id;
}

/** The items of a bracket, `[` and `]` included; parts without a key are left out. */
function readKeys(text: string, { start, end }: Span): Citation[] {
  const citations: Citation[] = [];
  let at = start + 1;
  for (const part of text.slice(at, end - 1).split(';')) {
    const match = keyPattern.exec(part);
    if (match) {
      const trimmed = part.trim();
      const itemStart = at + part.length - part.trimStart().length;
      const idEnd = at + match.index + match[0].length;
      const rest = trimmed.slice(idEnd - itemStart);
      const locator = rest.replace(separator, '');
      const itemEnd = itemStart + trimmed.length;
      citations.push(
        createCitation({
          form: 'key',
          span: { start: itemStart, end: itemEnd },
          group: { start, end },
          locator:
            locator === '' ? undefined : { value: locator, span: { start: itemEnd - locator.length, end: itemEnd } },
          id: { value: match[1]!, span: { start: idEnd - match[1]!.length, end: idEnd } },
        }),
      );
    }
    at += part.length + 1;
  }
  return citations;
}
