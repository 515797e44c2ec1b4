/** The fields of an entry of BibTeX or BibLaTeX as those of CSL. https://ctan.org/pkg/biblatex, section 2 */

import type { Span } from '../../base/text/span.ts';
import { type ReadDate, readDate, readDateParts } from '../model/cslDates.ts';
import type { CslFields } from '../model/reference.ts';
import type { Field } from './entries.ts';
import { readNames, splitAtDepthZero } from './names.ts';
import { plainText, verbatimText } from './tex.ts';

export interface CslEntry {
  readonly fields: CslFields;
  readonly places: Readonly<Record<string, Span>>;
  /** The CSL names of date fields that were not understood. */
  readonly unreadDates: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  manual: 'book',
  reference: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  report: 'report',
  techreport: 'report',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  standard: 'standard',
  periodical: 'periodical',
  suppperiodical: 'article-journal',
  review: 'review',
  unpublished: 'manuscript',
  letter: 'personal_communication',
  image: 'graphic',
  artwork: 'graphic',
  video: 'motion_picture',
  movie: 'motion_picture',
  audio: 'song',
  music: 'song',
  performance: 'performance',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
  legal: 'treaty',
};
/** The kinds of articles and pages, by `entrysubtype` and by `type`. */
const SUBTYPES: Readonly<Record<string, string>> = {
  newspaper: 'article-newspaper',
  magazine: 'article-magazine',
  blog: 'post-weblog',
  blogpost: 'post-weblog',
  forumpost: 'post',
  tweet: 'post',
  interview: 'interview',
  broadcast: 'broadcast',
  podcast: 'broadcast',
};
const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  british: 'en-GB',
  australian: 'en-AU',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  dutch: 'nl',
  russian: 'ru',
  ukrainian: 'uk',
  polish: 'pl',
  turkish: 'tr',
  arabic: 'ar',
  chinese: 'zh',
  danish: 'da',
};
const NAME_FIELDS: readonly (readonly [csl: string, bibtex: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['director', 'director'],
];
/** CSL fields of plain words, and the fields of BibTeX that may hold them, the first that is there. */
const TEXT_FIELDS: readonly (readonly [csl: string, ...bibtex: string[]])[] = [
  ['publisher', 'publisher', 'institution', 'school', 'organization', 'howpublished'],
  ['publisher-place', 'location', 'address'],
  ['container-title-short', 'shortjournal'],
  ['title-short', 'shorttitle'],
  ['collection-title', 'series'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['original-title', 'origtitle'],
  ['original-publisher', 'origpublisher'],
  ['volume', 'volume'],
  ['number-of-volumes', 'volumes'],
  ['edition', 'edition'],
  ['version', 'version'],
  ['chapter-number', 'chapter'],
  ['number-of-pages', 'pagetotal'],
  ['abstract', 'abstract'],
  ['keyword', 'keywords'],
  ['note', 'note', 'addendum'],
  ['annote', 'annotation', 'annote'],
];
const VERBATIM_FIELDS: readonly (readonly [csl: string, bibtex: string])[] = [
  ['URL', 'url'],
  ['DOI', 'doi'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMCID', 'pmcid'],
];
const ISSUE_TYPES: ReadonlySet<string> = new Set(['article', 'suppperiodical', 'periodical', 'review']);
const COLLECTION_TYPES: ReadonlySet<string> = new Set(
  'book mvbook inbook collection mvcollection incollection proceedings inproceedings'.split(' '),
);

/** `type` is the type of the entry, in lower case. */
export function toCsl(type: string, written: ReadonlyMap<string, Field>): CslEntry {
  const fields: Record<string, unknown> = {};
  const places: Record<string, Span> = {};
  const unreadDates: string[] = [];
  const find = (...names: readonly string[]) => names.map((name) => written.get(name)).find((one) => one?.value.trim());
  const set = (name: string, value: unknown, field: Field | undefined) => {
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return;
    fields[name] = value;
    if (field) places[name] = field.span;
  };
  const setText = (name: string, field: Field | undefined) => set(name, field && plainText(field.value), field);
  const setTitle = (name: string, subtitleName: string, ...names: readonly string[]) => {
    const field = find(...names);
    const [title, subtitle] = [field, find(subtitleName)].map((one) => (one ? plainText(one.value) : ''));
    set(name, [title, subtitle].filter(Boolean).join(/[?!.:]$/.test(title ?? '') ? ' ' : ': '), field);
  };
  const setDate = (name: string, date: ReadDate | undefined, field: Field | undefined) => {
    set(name, date?.value, field);
    if (date && !date.isUnderstood) unreadDates.push(name);
  };

  fields.type = cslType(type, written);
  setTitle('title', 'subtitle', 'title');
  const usePrefix = /useprefix\s*=\s*true/.test(find('options')?.value ?? '');
  for (const [name, from] of NAME_FIELDS) {
    const field = find(from);
    set(name, field && readNames(field.value, usePrefix), field);
  }
  // Better BibTeX keeps the section of a newspaper in the subtitle of the journal, which is no part of the outlet’s name.
  if (find('journaltitle', 'journal')) setText('container-title', find('journaltitle', 'journal'));
  else if (find('booktitle')) setTitle('container-title', 'booksubtitle', 'booktitle');
  else if (type !== 'book') setTitle('container-title', 'mainsubtitle', 'maintitle');
  const issued = find('date');
  if (issued) setDate('issued', readDate(plainText(issued.value)), issued);
  else {
    const [year, month, day] = ['year', 'month', 'day'].map((name) => plainText(find(name)?.value ?? ''));
    setDate('issued', readDateParts(year!, month!, day!), find('year'));
  }
  for (const [name, from] of [
    ['event-date', 'eventdate'],
    ['original-date', 'origdate'],
    ['accessed', 'urldate'],
  ] as const) {
    const field = find(from);
    setDate(name, field && readDate(plainText(field.value)), field);
  }
  for (const [name, ...from] of TEXT_FIELDS) setText(name, find(...from));
  for (const [name, from] of VERBATIM_FIELDS) {
    const field = find(from);
    set(name, field && verbatimText(field.value), field);
  }
  // `howpublished = {\url{…}}` is how classic BibTeX writes an address.
  const published = find('howpublished');
  if (published && /\\url|^\s*https?:/.test(published.value)) {
    if (fields.publisher === plainText(published.value)) delete fields.publisher;
    if (fields.URL === undefined) set('URL', verbatimText(published.value), published);
  }
  if (typeof fields.DOI === 'string') fields.DOI = fields.DOI.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '');
  if (fields.type === 'article-newspaper') setText('section', find('journalsubtitle'));
  const pages = find('pages');
  set('page', pages && plainText(pages.value).replace(/\s*[-–—]+\s*/g, '-'), pages);
  const [issue, number] = [find('issue'), find('number')];
  if (ISSUE_TYPES.has(type)) setText('issue', number ?? issue);
  else {
    setText('issue', issue);
    setText(COLLECTION_TYPES.has(type) && find('series') ? 'collection-number' : 'number', number);
  }
  const language = find('language', 'langid');
  set('language', language && languageOf(plainText(language.value)), language);
  const kind = find('type');
  if (type !== 'article') setText('genre', kind);
  else if (!Object.hasOwn(SUBTYPES, kind?.value.toLowerCase() ?? '')) setText('genre', kind);
  if (type === 'mastersthesis' || type === 'phdthesis') {
    if (!kind) fields.genre = type === 'phdthesis' ? 'PhD thesis' : 'Master’s thesis';
  }
  if (find('eprinttype', 'archiveprefix')?.value.toLowerCase() === 'pubmed') setText('PMID', find('eprint'));
  return { fields, places, unreadDates };
}

function cslType(type: string, written: ReadonlyMap<string, Field>): string {
  for (const name of ['entrysubtype', 'type', 'note']) {
    const subtype =
      written
        .get(name)
        ?.value.replace(/[{}\s]/g, '')
        .toLowerCase() ?? '';
    if (Object.hasOwn(SUBTYPES, subtype)) return SUBTYPES[subtype]!;
  }
  return (Object.hasOwn(TYPES, type) && TYPES[type]) || 'document';
}

function languageOf(written: string): string {
  const folded = written.toLowerCase();
  return (Object.hasOwn(LANGUAGES, folded) && LANGUAGES[folded]) || written;
}

/** The keys in a field such as `xdata = {a, b}`. */
export function keysIn(field: Field | undefined): string[] {
  return splitAtDepthZero(field?.value ?? '', ',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
}
