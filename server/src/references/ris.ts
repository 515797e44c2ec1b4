/** Reads RIS, one line a field: https://en.wikipedia.org/wiki/RIS_(file_format) */

import * as l10n from '@vscode/l10n';
import { quote } from '../base/text/quote.ts';
import type { Located, Span } from '../base/text/span.ts';
import type { RegistryProblem } from '../syntax/ast.ts';
import { type ReadDate, readDate } from './model/cslDates.ts';
import { describeUnreadDate } from './model/describeUnread.ts';
import { proposeKey } from './model/proposeKey.ts';
import type { CutBibliography, Piece, ReadPiece } from './model/reference.ts';

/** The types of RIS, and those of CSL; where several are one in CSL, the first is written. */
export const RIS_TYPES: readonly (readonly [ris: string, csl: string])[] = [
  ['NEWS', 'article-newspaper'],
  ['MGZN', 'article-magazine'],
  ['JOUR', 'article-journal'],
  ['EJOUR', 'article-journal'],
  ['JFULL', 'periodical'],
  ['BOOK', 'book'],
  ['EBOOK', 'book'],
  ['EDBOOK', 'book'],
  ['CHAP', 'chapter'],
  ['ECHAP', 'chapter'],
  ['RPRT', 'report'],
  ['GOVDOC', 'report'],
  ['ELEC', 'webpage'],
  ['ICOMM', 'webpage'],
  ['WEB', 'webpage'],
  ['BLOG', 'post-weblog'],
  ['THES', 'thesis'],
  ['CPAPER', 'paper-conference'],
  ['CONF', 'paper-conference'],
  ['STAT', 'legislation'],
  ['BILL', 'bill'],
  ['CASE', 'legal_case'],
  ['HEAR', 'hearing'],
  ['PAT', 'patent'],
  ['PCOMM', 'personal_communication'],
  ['DATA', 'dataset'],
  ['COMP', 'software'],
  ['MAP', 'map'],
  ['VIDEO', 'motion_picture'],
  ['MPCT', 'motion_picture'],
  ['SOUND', 'song'],
  ['ENCYC', 'entry-encyclopedia'],
  ['DICT', 'entry-dictionary'],
  ['PAMP', 'pamphlet'],
  ['MANSCPT', 'manuscript'],
  ['UNPB', 'manuscript'],
  ['STAND', 'standard'],
  ['ART', 'graphic'],
  ['MUSIC', 'musical_score'],
  ['GEN', 'document'],
];
const typesByRis: ReadonlyMap<string, string> = new Map(RIS_TYPES);
/** In books and reports the second title is that of the series. */
const SERIES_TYPES: ReadonlySet<string> = new Set(['book', 'report', 'thesis']);
const BOOK_TYPES: ReadonlySet<string> = new Set(['book', 'chapter', 'report', 'thesis']);

interface Line extends Located<string> {
  readonly tag: string;
}

const taggedLine = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

export const cutRis: CutBibliography = function* (text) {
  const pieces: Piece[] = [];
  const problems: RegistryProblem[] = [];
  let record: Line[] = [];
  let hasStrayText = false;
  const finish = (isComplete: boolean) => {
    const lines = record;
    record = [];
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    const start = first.span.start - TAG_LENGTH;
    pieces.push({ start, end: last.span.end, read: () => readRecord(lines, start, isComplete) });
  };
  for (let at = 0; at < text.length; ) {
    const lineEnd = endOfLine(text, at);
    const line = text.slice(at, lineEnd);
    const [, tag, value = ''] = taggedLine.exec(line.trimEnd()) ?? [];
    if (tag !== undefined) {
      if (tag === 'TY') {
        finish(false);
        yield;
      }
      const start = at + line.length - line.trimStart().length + line.trimEnd().length - value.length;
      const located = { tag, value: value.trim(), span: { start, end: at + line.trimEnd().length } };
      if (tag === 'TY' || record.length > 0) record.push(located);
      else if (tag !== 'ER') hasStrayText = reportStray(hasStrayText, { start: at, end: lineEnd });
      if (tag === 'ER') finish(true);
    } else if (line.trim() !== '' && line.trim() !== '\ufeff') {
      const before = record.pop();
      // A long value goes on in the next line.
      if (before)
        record.push({
          ...before,
          value: `${before.value} ${line.trim()}`.trim(),
          span: { start: before.span.start, end: at + line.trimEnd().length },
        });
      else hasStrayText = reportStray(hasStrayText, { start: at, end: lineEnd });
    }
    at = lineEnd + 1;
    if (text[lineEnd] === '\r' && text[at] === '\n') at++;
  }
  finish(false);
  return { pieces, problems };

  function reportStray(wasReported: boolean, span: Span): true {
    if (!wasReported)
      problems.push({
        message: l10n.t(
          'This line is in no entry, so it is not read. Entries begin with “TY  - ” and end with “ER  - ”.',
        ),
        span,
      });
    return true;
  }
};

const TAG_LENGTH = 'TY  - '.length;

function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return text[end - 1] === '\r' && end > at ? end - 1 : end;
}

function readRecord(lines: readonly Line[], start: number, isComplete: boolean): ReadPiece {
  const here = ({ start: from, end }: Span): Span => ({ start: Math.max(0, from - start), end: end - start });
  const problems: RegistryProblem[] = [];
  const fields: Record<string, unknown> = {};
  const places: Record<string, Span> = {};
  const all = (...tags: readonly string[]) => lines.filter(({ tag, value }) => tags.includes(tag) && value !== '');
  const first = (...tags: readonly string[]) => tags.map((tag) => all(tag)[0]).find(Boolean);
  const set = (name: string, line: Line | undefined, value: unknown = line?.value) => {
    if (!line || value === undefined || value === '' || name in fields) return;
    fields[name] = value;
    places[name] = here(line.span);
  };
  const setNames = (name: string, ...tags: readonly string[]) => {
    const found = all(...tags);
    if (found.length > 0)
      set(
        name,
        found[0],
        found.map(({ value }) => readRisName(value)),
      );
  };
  const setDate = (name: string, line: Line | undefined) => {
    const date = line && readRisDate(line.value);
    set(name, line, date?.value);
    if (line && date && !date.isUnderstood)
      problems.push({ message: describeUnreadDate(line.value), span: here(line.span), isLesser: true });
  };

  const kind = lines[0]!;
  const type = typesByRis.get(kind.value.toUpperCase());
  if (type === undefined && kind.value !== '')
    problems.push({
      message: l10n.t(
        '{0} is no type of RIS; the entry is read as a document. Write “NEWS” or another type.',
        quote(kind.value),
      ),
      span: here(kind.span),
      isLesser: true,
    });
  if (!isComplete)
    problems.push({
      message: l10n.t('The end of this entry is missing. Add a line “ER  - ”.'),
      span: { start: 0, end: TAG_LENGTH + kind.value.length },
      isLesser: true,
    });
  fields.type = type ?? 'document';
  set('title', first('TI', 'T1', 'CT', ...(type === 'book' ? ['BT'] : [])));
  setNames('author', 'AU', 'A1');
  setNames(
    type === 'chapter' || type === 'paper-conference' || type === 'book' ? 'editor' : 'container-author',
    'ED',
    'A2',
  );
  setNames('translator', 'A4', 'TA');
  set(SERIES_TYPES.has(type ?? '') ? 'collection-title' : 'container-title', first('T2', 'JO', 'JF', 'BT', 'J2', 'JA'));
  set('container-title-short', all('T2', 'JO', 'JF')[0] && first('J2', 'JA'));
  set('collection-title', first('T3'));
  setDate('issued', first('DA') ?? first('PY', 'Y1'));
  setDate('accessed', first('Y2'));
  set('publisher', first('PB'));
  set('publisher-place', first('CY', 'PP'));
  set('volume', first('VL'));
  set(type === 'report' ? 'number' : 'issue', first('IS', 'M1'));
  const [from, to] = [first('SP'), first('EP')];
  const page =
    from && to && to.value !== from.value && !from.value.includes('-') ? `${from.value}-${to.value}` : from?.value;
  set('page', from, page);
  set('edition', first('ET'));
  set('genre', first('M3'));
  set('URL', first('UR', 'L1', 'LK'));
  set('DOI', first('DO'), first('DO')?.value.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''));
  set(BOOK_TYPES.has(type ?? '') ? 'ISBN' : 'ISSN', first('SN'));
  set('language', first('LA'));
  set('title-short', first('ST'));
  set('abstract', first('AB', 'N2'));
  set('note', first('N1'));
  const keywords = all('KW');
  set('keyword', keywords[0], keywords.map(({ value }) => value).join(', '));

  const key = first('ID', 'LB');
  const id = key ? { value: key.value, span: here(key.span) } : { value: proposeKey(fields), span: here(kind.span) };
  const end = lines.at(-1)!.span.end - start;
  return { reference: { id, span: { start: 0, end }, fields, places }, problems };
}

/** `2021/09/05/`, and what other programs write. */
function readRisDate(written: string): ReadDate | undefined {
  const [, year, month, day] = /^(\d{4})\/(\d{1,2})?(?:\/(\d{1,2})?)?(?:\/.*)?$/.exec(written) ?? [];
  if (year === undefined) return readDate(written);
  return readDate([year, month, month && day].flatMap((part) => (part ? part.padStart(2, '0') : [])).join('-'));
}

/** `Okafor, Ada, Jr.`, or a name that is not divided. */
function readRisName(written: string): Readonly<Record<string, string>> {
  const [family = '', given, ...suffix] = written.split(',').map((part) => part.trim());
  if (!given) return { literal: family };
  return { family, given, ...(suffix.join(', ') !== '' && { suffix: suffix.join(', ') }) };
}
