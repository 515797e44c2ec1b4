/** Corrects slips in the form of a citation. */

import { slice } from '../../base/text/span.ts';
import type { Citation, FormError, FormErrorKind } from '../../syntax/ast.ts';
import { readCitations } from '../../syntax/brief/registryAnswers.ts';
import { monthName } from '../../syntax/date/writtenDate.ts';
import type { KnownNames } from '../../syntax/knownNames.ts';
import type { Replacement } from './replaceSource.ts';

/** Between the source and the date only: one comma and a space put them all right. */
const SEPARATOR_ERRORS = new Set<FormErrorKind>(['no-comma', 'no-space', 'space-before-comma', 'extra-comma']);

/**
 * The replacements after which a citation reads the same without its form errors; empty where there are none. `text` and the spans are
 * those of the block; `known`: what the registries say.
 */
export function fixFormErrors(text: string, citation: Citation, known: KnownNames): readonly Replacement[] {
  const { formErrors } = citation;
  const replacements = formErrors.flatMap((error) => fixOf(text, citation, error) ?? []);
  if (formErrors.some(({ kind }) => SEPARATOR_ERRORS.has(kind))) replacements.push(...fixSeparator(text, citation));
  return replacements.length > 0 && isRight(text, citation, replacements, known) ? replacements : [];
}

function fixOf(text: string, { group, when, source }: Citation, { kind, at }: FormError): Replacement | undefined {
  const words = slice(text, at);
  if (kind === 'stray-stop') return { span: at, text: '' };
  // Another bracket stands in its place.
  if (kind === 'unclosed') return { span: { start: at.end, end: group.end }, text: ')' };
  if (kind === 'semicolon')
    return words === ',' || words === ';' ? { span: at, text: words === ',' ? ';' : ',' } : undefined;
  if (!when || !source) return undefined;
  if (kind === 'misspelled-month') {
    const { month } = when.dates[0]!.value;
    return month === undefined ? undefined : { span: at, text: monthName(month) };
  }
  if (kind !== 'date-first') return undefined;
  const name = text.slice(when.span.end, at.end).replace(/^[\s,]+/, '');
  return { span: at, text: `${name}, ${slice(text, when.span)}` };
}

/** One comma and a space before the date. A line break before the date, and emphasis marks on either side, are kept. */
function fixSeparator(text: string, { source, when }: Citation): Replacement[] {
  if (!source || !when) return [];
  const from = Math.max(source.end, ...[source.place, source.abbreviation].map((part) => (part ? part.end + 1 : 0)));
  const [, before = '', gap = '', after = ''] =
    /^([*_]*)([^*_]*)([*_]*)$/.exec(text.slice(from, when.span.start)) ?? [];
  if (gap === '') return [];
  const space = /\s+$/.exec(gap)?.[0] ?? '';
  const span = { start: from + before.length, end: when.span.start - after.length };
  return [{ span, text: `,${space.includes('\n') ? space : ' '}` }];
}

/** Whether the group is read as before, and this citation without its errors. */
function isRight(
  text: string,
  { group, span, formErrors }: Citation,
  replacements: readonly Replacement[],
  known: KnownNames,
): boolean {
  let fixed = '';
  let at = group.start;
  for (const replacement of [...replacements].sort((a, b) => a.span.start - b.span.start)) {
    if (replacement.span.start < at || replacement.span.end > group.end) return false;
    fixed += text.slice(at, replacement.span.start) + replacement.text;
    at = replacement.span.end;
  }
  fixed += text.slice(at, group.end);
  const before = readCitations(slice(text, group), known);
  const after = readCitations(fixed, known);
  const index = before.findIndex((one) => one.span.start === span.start - group.start);
  const wrong = new Set(formErrors.map(({ kind }) => kind));
  return (
    String(before.map(meaningOf)) === String(after.map(meaningOf)) &&
    after[index]?.formErrors.every(({ kind }) => !wrong.has(kind)) === true
  );
}

function meaningOf({ source, title, when, locator, id }: Citation): string {
  const dates = when?.dates.map(({ value, until }) => [value.year, value.month, value.day, until]);
  return JSON.stringify([source?.name, title?.value, dates, locator?.value, id?.value]);
}
