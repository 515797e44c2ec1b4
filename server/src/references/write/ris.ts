import { RIS_TYPES } from '../ris.ts';
import { dateEnds, dateWords } from './dates.ts';
import { namesOf, textOf, type WriteReferences, type WrittenReference } from './writer.ts';

const risTypes: ReadonlyMap<string, string> = new Map([...RIS_TYPES].reverse().map(([ris, csl]) => [csl, ris]));
const FIELDS: readonly (readonly [tag: string, csl: string])[] = [
  ['TI', 'title'],
  ['T3', 'collection-title'],
  ['J2', 'container-title-short'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['VL', 'volume'],
  ['ET', 'edition'],
  ['M3', 'genre'],
  ['UR', 'URL'],
  ['DO', 'DOI'],
  ['LA', 'language'],
  ['ST', 'title-short'],
  ['AB', 'abstract'],
  ['N1', 'note'],
];

/** RIS, one line a field. Fields that RIS does not have are left out. */
export const writeRis: WriteReferences = (references) => references.map(writeOne).join('\n');

function writeOne({ id, fields }: WrittenReference): string {
  const lines: string[] = [];
  const add = (tag: string, value: string) =>
    void (value !== '' && lines.push(`${tag}  - ${value.replace(/\s+/g, ' ')}`));
  const text = (name: string) => textOf(fields[name]);
  const type = text('type');
  add('TY', risTypes.get(type) ?? 'GEN');
  add('ID', id);
  for (const [tag, csl] of [
    ['AU', 'author'],
    ['ED', 'editor'],
    ['A2', 'container-author'],
    ['A4', 'translator'],
  ] as const)
    for (const name of namesOf(fields[csl])) add(tag, formatName(name));
  for (const [tag, csl] of FIELDS) add(tag, text(csl));
  add('T2', text('container-title'));
  add('IS', text('issue') || text('number'));
  const [from, to] = text('page').split(/[-–]/, 2);
  add('SP', from ?? '');
  add('EP', to ?? '');
  add('SN', text('ISBN') || text('ISSN'));
  for (const keyword of text('keyword').split(',')) add('KW', keyword.trim());
  add('DA', risDate(fields.issued));
  add('PY', dateEnds(fields.issued)?.start[0]?.toString() ?? '');
  add('Y2', risDate(fields.accessed));
  return `${lines.join('\n')}\nER  - \n`;
}

/** `2021/09/05/`, as RIS has it; of a range its first day. */
function risDate(value: unknown): string {
  const ends = dateEnds(value);
  if (!ends) return dateWords(value);
  const [year = 0, month, day] = ends.start;
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}/`;
}

function formatName(name: Readonly<Record<string, string>>): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}
