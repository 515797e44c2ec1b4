/** Reads the XML that EndNote exports: `<xml><records><record>…`. Also the records in citations of Word files. */

import * as l10n from '@vscode/l10n';
import { childrenOf, descendantsOf, type Element, find, readXml, textOf } from '../base/markup.ts';
import type { Located, Span } from '../base/text/span.ts';
import type { RegistryProblem } from '../syntax/ast.ts';
import { type ReadDate, readDate, readDateParts } from './model/cslDates.ts';
import { describeUnreadDate } from './model/describeUnread.ts';
import { proposeKey } from './model/proposeKey.ts';
import type { CslFields, CutBibliography, Piece, ReadPiece } from './model/reference.ts';

/** EndNote's names of types (`ref-type name`); anything else is a document. */
const TYPES: Readonly<Record<string, string>> = {
  'journal article': 'article-journal',
  'newspaper article': 'article-newspaper',
  'magazine article': 'article-magazine',
  'electronic article': 'article-journal',
  book: 'book',
  'edited book': 'book',
  'electronic book': 'book',
  'book section': 'chapter',
  report: 'report',
  'government document': 'report',
  'web page': 'webpage',
  blog: 'post-weblog',
  thesis: 'thesis',
  'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference',
  statute: 'legislation',
  case: 'legal_case',
  bill: 'bill',
  hearing: 'hearing',
  'personal communication': 'personal_communication',
  interview: 'interview',
  dataset: 'dataset',
  'computer program': 'software',
  map: 'map',
  patent: 'patent',
  encyclopedia: 'entry-encyclopedia',
  dictionary: 'entry-dictionary',
  manuscript: 'manuscript',
  'unpublished work': 'manuscript',
  standard: 'standard',
  'film or broadcast': 'motion_picture',
};

const recordStart = /<record(?=[\s>])/g;
const RECORD_END = '</record>';

export const cutEndNote: CutBibliography = function* (text) {
  const pieces: Piece[] = [];
  recordStart.lastIndex = 0;
  for (let match = recordStart.exec(text); match; ) {
    const start = match.index;
    recordStart.lastIndex = start + 1;
    const next = recordStart.exec(text);
    const limit = next?.index ?? text.length;
    const close = text.slice(start, limit).lastIndexOf(RECORD_END);
    const end = close < 0 ? limit : start + close + RECORD_END.length;
    pieces.push({ start, end, read: () => readRecord(text.slice(start, end)) });
    match = next;
    yield;
  }
  const problems: RegistryProblem[] = [];
  if (pieces.length === 0 && text.trim() !== '')
    problems.push({
      message: l10n.t(
        'This is no XML of EndNote: it has no records. Export the library with “XML” as the type of file.',
      ),
      span: { start: 0, end: Math.min(text.length, endOfFirstLine(text)) },
    });
  return { pieces, problems };
};

function endOfFirstLine(text: string): number {
  return text.search(/[\r\n]|$/);
}

function readRecord(text: string): ReadPiece {
  const record = readXml(text);
  const head = { start: 0, end: '<record'.length };
  if (!record)
    return {
      problems: [
        {
          message: l10n.t(
            'This record cannot be read: its elements are not closed in order. Export the library again.',
          ),
          span: head,
        },
      ],
    };
  const { fields, unreadDate } = cslOfRecord(record);
  const problems: RegistryProblem[] = [];
  if (unreadDate !== undefined)
    problems.push({
      message: describeUnreadDate(unreadDate),
      span: placeOf(text, 'dates', unreadDate) ?? head,
      isLesser: true,
    });
  const id = ['label', 'rec-number']
    .map((name): Located<string> | undefined => {
      const value = oneLine(textOf(find(record, name)));
      return value === '' ? undefined : { value, span: placeOf(text, name, value) ?? head };
    })
    .find(Boolean) ?? { value: proposeKey(fields), span: head };
  const title = typeof fields.title === 'string' ? placeOf(text, 'title', fields.title) : undefined;
  return {
    reference: { id, span: { start: 0, end: text.length }, fields, places: title ? { title } : {} },
    problems,
  };
}

/** Where the words stand in the element with this name; undefined if they are written otherwise there. */
function placeOf(text: string, name: string, words: string): Span | undefined {
  const element = text.search(new RegExp(`<${name}(?=[\\s>])`));
  const start = element < 0 ? -1 : text.indexOf(words, element);
  return start < 0 ? undefined : { start, end: start + words.length };
}

/** The fields of a record, and its date if that was not understood. */
export function cslOfRecord(record: Element): { readonly fields: CslFields; readonly unreadDate?: string } {
  const text = (...path: string[]) => oneLine(textOf(find(record, ...path)));
  const names = (group: string) => {
    const element = find(record, 'contributors', group);
    return element ? descendantsOf(element, 'author').map((author) => readName(oneLine(textOf(author)))) : [];
  };
  const kind = find(record, 'ref-type')?.attributes.get('name')?.toLowerCase() ?? '';
  const type = (Object.hasOwn(TYPES, kind) && TYPES[kind]) || 'document';
  const day = text('dates', 'pub-dates', 'date');
  const issued = readIssued(text('dates', 'year'), day);
  const fields: Record<string, unknown> = {
    type,
    title: text('titles', 'title'),
    author: names('authors'),
    editor: type === 'chapter' || type === 'book' ? names('secondary-authors') : [],
    'container-title': type === 'book' ? '' : text('titles', 'secondary-title') || text('periodical', 'full-title'),
    'collection-title': type === 'book' ? text('titles', 'secondary-title') : text('titles', 'tertiary-title'),
    issued: issued?.value,
    accessed: readDate(text('access-date'))?.value,
    publisher: text('publisher'),
    'publisher-place': text('pub-location'),
    volume: text('volume'),
    [type === 'report' ? 'number' : 'issue']: text('number'),
    edition: text('edition'),
    page: text('pages').replace(/\s*[-–]+\s*/g, '-'),
    genre: text('work-type'),
    URL: addressOf(record),
    DOI: text('electronic-resource-num').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    [type === 'book' || type === 'chapter' || type === 'report' ? 'ISBN' : 'ISSN']: text('isbn'),
    language: text('language'),
    abstract: text('abstract'),
    'title-short': text('titles', 'short-title'),
    note: text('notes'),
    keyword: childrenOf(find(record, 'keywords') ?? record, 'keyword')
      .map((keyword) => oneLine(textOf(keyword)))
      .join(', '),
  };
  const filled = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return {
    fields: Object.fromEntries(filled),
    ...(issued && !issued.isUnderstood && { unreadDate: text('dates', 'year') || day }),
  };
}

/** `year` and what EndNote keeps beside it: `Sep 5`, `5 September`, or a whole date. */
function readIssued(year: string, day: string): ReadDate | undefined {
  if (/\d{4}/.test(day)) {
    const whole = readDate(day);
    if (whole?.isUnderstood) return whole;
  }
  return readDateParts(year, day, '');
}

/** The first address; `<Go to ISI>` and the like are none. */
function addressOf(record: Element): string {
  const urls = find(record, 'urls');
  const found = urls ? descendantsOf(urls, 'url').map((url) => textOf(url).replace(/\s+/g, '')) : [];
  return found.find((url) => /^https?:\/\//i.test(url)) ?? '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `Filiu, Jean-Pierre`; a comma at the end marks an organization. */
function readName(name: string): Readonly<Record<string, string>> {
  const [family = '', given = '', ...suffix] = name.split(',').map((part) => part.trim());
  if (given === '') return { literal: family };
  return { family, given, ...(suffix.length > 0 && { suffix: suffix.join(', ') }) };
}
