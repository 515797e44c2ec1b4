import { CSL_DATE_FIELDS } from '../../syntax/registry/csl.ts';
import { dateWords, toEdtf } from './dates.ts';
import { namesOf, textOf, type WriteReferences, type WrittenReference } from './writer.ts';

/** The type of an entry, and its subtype, by the type of CSL. */
const TYPES: Readonly<Record<string, readonly [type: string, subtype?: string]>> = {
  'article-journal': ['article'],
  'article-newspaper': ['article', 'newspaper'],
  'article-magazine': ['article', 'magazine'],
  article: ['article'],
  book: ['book'],
  chapter: ['incollection'],
  'entry-encyclopedia': ['inreference'],
  'entry-dictionary': ['inreference'],
  'paper-conference': ['inproceedings'],
  webpage: ['online'],
  post: ['online', 'forumpost'],
  'post-weblog': ['online', 'blogpost'],
  report: ['report'],
  thesis: ['thesis'],
  dataset: ['dataset'],
  software: ['software'],
  patent: ['patent'],
  standard: ['standard'],
  periodical: ['periodical'],
  review: ['review'],
  pamphlet: ['booklet'],
  manuscript: ['unpublished'],
  personal_communication: ['letter'],
  interview: ['misc', 'interview'],
  broadcast: ['misc', 'broadcast'],
  graphic: ['image'],
  motion_picture: ['video'],
  song: ['audio'],
  performance: ['performance'],
  legislation: ['legislation'],
  legal_case: ['jurisdiction'],
  treaty: ['legal'],
};
const FIELDS: readonly (readonly [bibtex: string, csl: string])[] = [
  ['shorttitle', 'title-short'],
  ['shortjournal', 'container-title-short'],
  ['series', 'collection-title'],
  ['publisher', 'publisher'],
  ['location', 'publisher-place'],
  ['eventtitle', 'event-title'],
  ['venue', 'event-place'],
  ['origtitle', 'original-title'],
  ['origpublisher', 'original-publisher'],
  ['volume', 'volume'],
  ['volumes', 'number-of-volumes'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['chapter', 'chapter-number'],
  ['pagetotal', 'number-of-pages'],
  ['type', 'genre'],
  ['abstract', 'abstract'],
  ['keywords', 'keyword'],
  ['note', 'note'],
  ['annotation', 'annote'],
];
const VERBATIM_FIELDS: readonly (readonly [bibtex: string, csl: string])[] = [
  ['url', 'URL'],
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['pmcid', 'PMCID'],
];
const DATES: readonly (readonly [bibtex: string, csl: string])[] = [
  ['date', 'issued'],
  ['eventdate', 'event-date'],
  ['origdate', 'original-date'],
  ['urldate', 'accessed'],
];
const ARTICLES: ReadonlySet<string> = new Set(['article', 'periodical', 'review', 'online', 'misc']);

/** BibLaTeX in UTF-8. Fields that BibLaTeX does not have are left out. */
export const writeBibtex: WriteReferences = (references) => references.map(writeOne).join('\n');

function writeOne({ id, fields }: WrittenReference): string {
  const lines: string[] = [];
  const add = (name: string, value: string) => void (value !== '' && lines.push(`  ${name} = {${value}}`));
  const text = (name: string) => tex(textOf(fields[name]));
  const [type, subtype = ''] = TYPES[textOf(fields.type)] ?? ['misc'];
  add('entrysubtype', subtype);
  add('title', text('title'));
  for (const [bibtex, csl] of [
    ['author', 'author'],
    ['editor', 'editor'],
    ['translator', 'translator'],
    ['bookauthor', 'container-author'],
  ] as const)
    add(bibtex, namesOf(fields[csl]).map(formatName).join(' and '));
  add(ARTICLES.has(type) ? 'journaltitle' : 'booktitle', text('container-title'));
  for (const [bibtex, csl] of DATES) add(bibtex, toEdtf(fields[csl]) ?? tex(dateWords(fields[csl])));
  for (const [bibtex, csl] of FIELDS) if (!CSL_DATE_FIELDS.has(csl)) add(bibtex, text(csl));
  add('number', text('issue') || text('collection-number') || text('number'));
  add('pages', text('page').replace(/(?<=\d)-(?=\d)/g, '--'));
  for (const [bibtex, csl] of VERBATIM_FIELDS)
    add(
      bibtex,
      textOf(fields[csl]).replace(/[{}\\]/g, (char) => encodeURIComponent(char)),
    );
  add('langid', text('language'));
  return `@${type}{${id},\n${lines.join(',\n')}\n}\n`;
}

/** `van der Meer, Jr., Gerard`; an organization is in braces. */
function formatName(name: Readonly<Record<string, string>>): string {
  if (name.literal !== undefined) return `{${tex(name.literal)}}`;
  const [dropping, particle] = [name['dropping-particle'] ?? '', name['non-dropping-particle'] ?? ''];
  const { family = '', given = '', suffix = '' } = name;
  const isLower = (word: string) => /^\p{P}*\p{Ll}/u.test(word);
  const isPlain = [family, given, suffix, dropping].every((part) => !/,|\band\b|=/.test(part)) && particle === '';
  const hasParticle = dropping !== '' && !dropping.split(' ').every(isLower);
  // The form with commas tells a particle from the family name by its first letter.
  if (isPlain && family !== '' && given !== '' && !isLower(family) && !hasParticle)
    return [[dropping, family].filter(Boolean).join(' '), suffix, given].filter(Boolean).map(tex).join(', ');
  const parts = { family, given, prefix: particle || dropping, suffix };
  const written = Object.entries(parts).flatMap(([label, part]) => (part === '' ? [] : [`${label}={${tex(part)}}`]));
  return [...written, ...(particle === '' ? [] : ['useprefix=true'])].join(', ');
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** A text as TeX reads it, without line breaks. */
function tex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^`]/g, (char) => SPECIAL[char]!)
    .replace(/[&%$#_]/g, (char) => `\\${char}`)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}");
}
