/**
 * Notes whose fields are separated by semicolons, as ICD 206 asks for: originator, identifier, date, title, description of the source; with or
 * without portion markings. docs/format.md, "Notes".
 */

import { type Span, slice } from '../../../base/text/span.ts';
import { readWhen } from '../../date/writtenDate.ts';
import { tokenize } from '../../tokens.ts';
import { isSourceLike } from '../sourceName.ts';
import { findWebAddresses, isCutOff } from '../webAddresses.ts';
import { MAX_DATE_TOKENS } from './noteDate.ts';
import type { NoteItem } from './noteItem.ts';

const MAX_LENGTH = 2_000;
const MIN_FIELDS = 3;
/** `(U)`, `(S//NF)`, `(C//REL TO USA, FVEY)` */
const MARK = String.raw`\((?:U|C|S|TS|R|CUI|FOUO|NU|NR|NC|NS)(?://[A-Z0-9 ,/.-]{1,60})?\)`;
const portionMark = new RegExp(`^${MARK}\\s*`);
const loneMark = new RegExp(`^${MARK};`);
const markedDate = /^(?:DOI|DOP|date|dated|as of):?\s/i;
const quotation = /^[“"«](.{1,400}?)[,.]?[”"»]$/u;

/** How long the portion marking at the start of a note is. */
export function portionMarkLength(words: string): number {
  return portionMark.exec(words)?.[0].length ?? 0;
}

/** The citation in a note of fields; undefined for any other note. Without a first field its source is lost. */
export function readDescriptor(text: string, span: Span): NoteItem | undefined {
  const words = slice(text, span);
  if (words.length > MAX_LENGTH || !words.includes(';')) return undefined;
  const all = splitFields(text, span);
  // `(U); SITE; …`: the marking may have a field of its own.
  const fields = loneMark.test(words) ? all.slice(1) : all;
  if (fields.length < MIN_FIELDS) return undefined;
  const dates = fields.map((field) => dateOf(text, field));
  const at = dates.findIndex((date) => date !== undefined);
  if (at < 1 || fields.slice(0, at).some((field) => holdsMore(text, field))) return undefined;
  const [first, ...others] = fields;
  const name = slice(text, first!).replace(/\s+/g, ' ');
  const when = dates[at]!;
  const title = others.find((field) => quotation.test(slice(text, field)));
  const [url] = findWebAddresses(text, span);
  if (name === '' && fields.slice(0, at).some((field) => field.end > field.start)) return undefined;
  if (name !== '' && !isSourceLike(name, true)) return undefined;
  return {
    span: { start: fields.find(({ start, end }) => end > start)!.start, end: withoutStop(text, span) },
    when,
    ...(name !== '' && { source: { ...first!, name } }),
    ...(title && { title: { value: quotation.exec(slice(text, title))![1]!, span: title } }),
    ...(url && name !== '' && !isCutOff(url.value) && { url }),
  };
}

/** Without white space and portion markings. */
function splitFields(text: string, span: Span): Span[] {
  let from = span.start;
  return slice(text, span)
    .split(';')
    .map((part) => {
      const lead = part.length - part.trimStart().length;
      const field = part.trim();
      const mark = portionMarkLength(field);
      const start = from + lead + mark;
      from += part.length + 1;
      return { start, end: Math.max(start, start + field.length - mark) };
    });
}

/** The date that is all of a field. */
function dateOf(text: string, field: Span): NoteItem['when'] {
  const words = slice(text, field);
  const lead = markedDate.exec(words)?.[0].length ?? 0;
  const tokens = tokenize(text, { start: field.start + lead, end: withoutStop(text, field) }, []);
  if (tokens.length === 0 || tokens.length > MAX_DATE_TOKENS) return undefined;
  const when = readWhen(tokens, 0);
  return when && when.span.end >= tokens.at(-1)!.end && when.dates[0]!.value.day !== undefined ? when : undefined;
}

/** Whether a field is a citation of its own: it has a date or an address in it. */
function holdsMore(text: string, field: Span): boolean {
  if (findWebAddresses(text, field).length > 0) return true;
  const tokens = tokenize(text, field, []);
  return tokens.some((_, index) => readWhen(tokens, index)?.dates[0]?.value.month !== undefined);
}

function withoutStop(text: string, { start, end }: Span): number {
  let to = end;
  while (to > start && /[\s.]/.test(text[to - 1]!)) to--;
  return to;
}
