/**
 * `@rferl-2021-09-05 [p. 3]` in a sentence, `[-@key]`: keys as Pandoc reads them, citations only if a registry has the key, since
 * any other `@handle` is text. docs/format.md, section 1.
 */

import type { Citation, Inlines } from '../../ast.ts';
import type { CitationForm } from '../citationForm.ts';
import { createCitation } from '../createCitation.ts';
import { createOverlapCheck } from '../findOutside.ts';
import { key } from './key.ts';

/** A key that stands alone, so that no mail address, path or account is one, and the page in brackets behind it. */
const narrative =
  /(?<![\p{L}\p{M}\p{N}_.%+@/:=?&#\\~$-])@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.:#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199})(?:[ \t](\[([\p{L}§][^\][@\n]{0,60}\d[^\][@\n]{0,20})\](?![(:[])))?/gu;
/** `[-@key, p. 3]`: the author is in the sentence. */
const suppressed =
  /\[-@([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[.:#$%&+?<>~/-](?=[\p{L}\p{N}_])){0,199})(?:,?[ \t]([^\][@;\n]{1,80}))?\](?![(:[])/gu;

export const narrativeKey: CitationForm = {
  ...key,
  id: 'narrative-key',
  listedAs: 'key',
  read: { keys: findKeys },
  brackets: undefined,
  conversionTitle: undefined,
  write: () => undefined,
};

const NONE: readonly Citation[] = [];

function findKeys(text: string, { atoms }: Inlines): readonly Citation[] {
  if (!text.includes('@')) return NONE;
  const isFree = createOverlapCheck(atoms);
  const found = [...text.matchAll(narrative), ...text.matchAll(suppressed)].sort((a, b) => a.index - b.index);
  return found.flatMap((match) => {
    const [words, id, bracket, inBracket] = match;
    const start = match.index;
    const span = { start, end: start + words.length };
    if (!isFree(span)) return [];
    const idStart = start + words.indexOf('@') + 1;
    const locator = words.startsWith('[') ? bracket : inBracket;
    const locatorStart = span.end - 1 - (locator?.length ?? 0);
    return createCitation({
      form: 'narrative-key',
      span,
      group: span,
      id: { value: id!, span: { start: idStart, end: idStart + id!.length } },
      locator: locator ? { value: locator, span: { start: locatorStart, end: span.end - 1 } } : undefined,
    });
  });
}
