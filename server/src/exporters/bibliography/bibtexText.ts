/**
 * CSL items as BibTeX, in UTF-8. http://www.bibtex.org/Format/
 * Fields of BibTeX are TeX: what means something to TeX is escaped, and titles are in two pairs of braces, so that styles leave their
 * capitals. A brace that has no partner would end the file early, and is written as a command.
 */

import type { CslItem, CslName } from './cslItem.ts';

/** The type of BibTeX and the field for the outlet. Anything else is `misc`. */
const TYPES: Readonly<Record<string, readonly [type: string, outlet: string]>> = {
  'article-journal': ['article', 'journal'],
  'article-magazine': ['article', 'journal'],
  'article-newspaper': ['article', 'journal'],
  article: ['article', 'journal'],
  book: ['book', 'series'],
  chapter: ['incollection', 'booktitle'],
  'entry-encyclopedia': ['incollection', 'booktitle'],
  'entry-dictionary': ['incollection', 'booktitle'],
  'paper-conference': ['inproceedings', 'booktitle'],
  report: ['techreport', 'series'],
  thesis: ['phdthesis', 'series'],
  manuscript: ['unpublished', 'series'],
  webpage: ['online', 'organization'],
  post: ['online', 'organization'],
  'post-weblog': ['online', 'organization'],
};
/** The field for the publisher, where it is not `publisher`. */
const PUBLISHERS: Readonly<Record<string, string>> = { techreport: 'institution', phdthesis: 'school' };
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** What an address may not have in a field, percent-encoded. */
const UNSAFE_IN_ADDRESS = /[\s{}\\"<>^`|~]/g;

/** The entries, one after the other. */
export function formatBibtex(items: readonly CslItem[]): string {
  return items.map(formatEntry).join('\n');
}

function formatEntry(item: CslItem): string {
  const [type, outlet] = TYPES[item.type] ?? ['misc', 'howpublished'];
  const text = (name: string) => (item[name] === undefined ? undefined : escapeTex(String(item[name])));
  const braced = (name: string) => (item[name] === undefined ? undefined : `{${text(name)}}`);
  const [year, month, day] = datePartsOf(item.issued);
  const accessed = datePartsOf(item.accessed);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', namesOf(item.author)],
    ['editor', namesOf(item.editor)],
    ['title', braced('title')],
    [outlet, braced('container-title')],
    [PUBLISHERS[type] ?? 'publisher', braced('publisher')],
    ['address', text('publisher-place')],
    ['edition', text('edition')],
    ['volume', text('volume')],
    ['number', text('issue') ?? text('number')],
    ['chapter', text('chapter-number')],
    ['pages', text('page')?.replace(/(\d)\s*[-–]\s*(\d)/g, '$1--$2')],
    ['year', year === undefined ? undefined : String(year).padStart(4, '0')],
    ['month', month === undefined ? undefined : MONTHS[month - 1]],
    ['day', day === undefined ? undefined : String(day)],
    ['doi', item.DOI === undefined ? undefined : encodeAddress(String(item.DOI))],
    ['isbn', text('ISBN')],
    ['issn', text('ISSN')],
    ['url', item.URL === undefined ? undefined : encodeAddress(String(item.URL))],
    ['urldate', accessed.length === 3 ? accessed.map((part) => String(part).padStart(2, '0')).join('-') : undefined],
    ['langid', text('language')],
    ['abstract', text('abstract')],
    ['note', text('note')],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined || value === '') return [];
    // The months are abbreviations that BibTeX knows.
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`];
  });
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

function datePartsOf(date: unknown): readonly number[] {
  const parts = (date as { readonly 'date-parts'?: unknown } | undefined)?.['date-parts'];
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  return Array.isArray(first) ? first.map(Number).filter((part) => Number.isInteger(part) && part > 0) : [];
}

/** `von Last, Jr, First`; what is no person in braces, so that it is not taken apart. */
function namesOf(names: unknown): string | undefined {
  if (!Array.isArray(names) || names.length === 0) return undefined;
  return (names as readonly CslName[]).map(nameOf).join(' and ');
}

function nameOf(name: CslName): string {
  const { family, given, suffix, literal } = name;
  if (literal !== undefined || family === undefined) return `{${escapeTex(literal ?? given ?? '')}}`;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const last = [...particles, family].flatMap((part) => (part ? protect(part) : [])).join(' ');
  const first = given === undefined ? undefined : protect(given);
  return [last, suffix === undefined ? undefined : protect(suffix), first]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** A part of a name; in braces, if it has what divides names. */
function protect(part: string): string {
  return /,|\sand\s/i.test(part) ? `{${escapeTex(part)}}` : escapeTex(part);
}

function escapeTex(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const paired = pairedBraces(line);
  return line.replace(/[\\~^{}&%$#_]/g, (sign, at: number) => {
    if (sign !== '{' && sign !== '}') return COMMANDS[sign] ?? `\\${sign}`;
    if (paired.has(at)) return `\\${sign}`;
    return sign === '{' ? '\\textbraceleft{}' : '\\textbraceright{}';
  });
}

/** The offsets of the braces that have a partner. */
function pairedBraces(text: string): ReadonlySet<number> {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.length > 0) paired.add(open.pop()!).add(index);
  }
  return paired;
}

/** An address or a DOI, in which nothing ends the field and nothing means something to TeX alone. */
function encodeAddress(address: string): string {
  return address.trim().replace(UNSAFE_IN_ADDRESS, encodeURIComponent).replaceAll('~', '%7E');
}
