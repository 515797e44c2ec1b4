/** A reference as the entry of a registry. */

import type { Located, Mutable, Span } from '../base/text/span.ts';
import type { CalendarDate, SourceEntry } from '../syntax/ast.ts';
import { readCslDate } from '../syntax/date/cslDate.ts';
import { cslFieldsOf, DESCRIPTIVE_FIELDS } from '../syntax/registry/csl.ts';
import type { CslFields, Reference } from './model/reference.ts';

/** The entry for the index. What has no place of its own stands at the id. */
export function toSource({ id, span, fields, places }: Reference): SourceEntry {
  const at = (name: string): Span => ({ ...(places[name] ?? id.span) });
  const text = (name: string, of: CslFields = fields): Located<string> | undefined => {
    const value = of[name];
    const words = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    return words === '' ? undefined : { value: words, span: at(name) };
  };
  const date = (name: string): Located<CalendarDate> | undefined => {
    const read = fields[name] === undefined ? undefined : readCslDate(fields[name]).date;
    return read && { value: read, span: at(name) };
  };
  const doi = text('DOI');
  const custom = isFields(fields.custom) ? fields.custom : {};
  const source: Mutable<SourceEntry> = {
    id: { value: id.value, span: { ...id.span } },
    span: { ...span },
    authors: authorsOf(fields.author),
    filledFields: DESCRIPTIVE_FIELDS.filter((name) => fields[name] !== undefined),
    csl: cslFieldsOf(fields),
  };
  const [type, title, abstract] = ['type', 'title', 'abstract'].map((name) => text(name)?.value);
  if (type !== undefined) source.type = type;
  if (title !== undefined) source.title = title;
  if (abstract !== undefined) source.abstract = abstract;
  const outlet = text('container-title') ?? text('publisher');
  if (outlet) source.outlet = outlet;
  const [issued, accessed] = [date('issued'), date('accessed')];
  if (issued) source.issued = issued;
  if (accessed) source.accessed = accessed;
  const url = text('URL') ?? (doi && { value: `https://doi.org/${doi.value}`, span: doi.span });
  if (url) source.url = url;
  for (const name of ['reliability', 'credibility', 'archive', 'sha256', 'tlp'] as const) {
    const value = text(name, custom);
    if (value) source[name] = value;
  }
  return source;
}

const NAME_PARTS = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];

function authorsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((name: unknown) => {
    if (typeof name === 'string') return name.trim() || [];
    if (!isFields(name)) return [];
    const literal = name.literal ?? name.name;
    if (typeof literal === 'string' && literal.trim() !== '') return literal.trim();
    return NAME_PARTS.flatMap((part) => (typeof name[part] === 'string' ? name[part] : [])).join(' ') || [];
  });
}

function isFields(value: unknown): value is CslFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
