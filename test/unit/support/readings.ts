/** What is read in a text, as text, for inline snapshots. */
import { slice } from '../../../server/src/base/text/span.ts';
import type { Citation } from '../../../server/src/syntax/ast.ts';
import { readBrief } from '../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../server/src/syntax/brief/records.ts';
import { isSourceMissing } from '../../../server/src/syntax/citation/missing.ts';

/** Each text, read as a brief of its own, with its citations behind an arrow. */
export function readings(...texts: readonly string[]): string {
  return texts.map((text) => `${text.replaceAll('\n', '⏎')} → ${reading(text)}`).join('\n');
}

/** The same for texts that stand in parentheses behind a statement. */
export function itemReadings(...items: readonly string[]): string {
  return items.map((item) => `(${item}) → ${reading(`The harbor was closed (${item}).`)}`).join('\n');
}

/** The citations of a text: form where it is no parenthesis, source, date as written, slips, other fields. */
export function reading(text: string): string {
  const shown = recordsOf(readBrief(text)).map(({ at, value }) =>
    showCitation(value, (span) => slice(text, { start: at + span.start, end: at + span.end })),
  );
  return shown.join(' + ') || 'none';
}

function showCitation(citation: Citation, textOf: (span: { start: number; end: number }) => string): string {
  const { form, source, when, id, title, author, locator, url, archive, accessed, formErrors, isRepeat, loss } =
    citation;
  const name = source?.name ?? id?.value ?? (isSourceMissing(citation) ? 'MISSING' : '–');
  const fields = { title, author, locator, url, archive };
  return [
    form === 'parenthesis' ? '' : `${form}:`,
    name,
    when ? `@ ${textOf(when.span).replace(/\s+/g, ' ')}` : '',
    ...Object.entries(fields).map(([field, value]) => (value ? `${field}=${value.value}` : '')),
    accessed ? `accessed=${textOf(accessed)}` : '',
    isRepeat ? 'repeat' : '',
    loss ?? '',
    ...formErrors.map(({ kind }) => `!${kind}`),
  ]
    .filter(Boolean)
    .join(' ');
}
