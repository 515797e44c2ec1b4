/** Reads BibTeX and BibLaTeX: `@string`, `crossref`, `xdata`, `@comment`, and everything else that files of people have. */

import * as l10n from '@vscode/l10n';
import { hashText } from '../../base/memo/hash.ts';
import { getOrInsert } from '../../base/memo/maps.ts';
import { quote } from '../../base/text/quote.ts';
import { shift, slice } from '../../base/text/span.ts';
import type { RegistryProblem } from '../../syntax/ast.ts';
import { describeUnreadDate } from '../model/describeUnread.ts';
import type { CutBibliography, Piece, ReadPiece } from '../model/reference.ts';
import { type Block, type EntryFields, type Field, findBlocks, readFields, readMacro } from './entries.ts';
import { keysIn, toCsl } from './toCsl.ts';

/** No entry takes fields from more. */
const MAX_ANCESTORS = 20;
/** Blocks that define no source. */
const NO_ENTRIES: ReadonlySet<string> = new Set(['string', 'comment', 'preamble']);
const PARENT_FIELDS = ['xdata', 'crossref'];
const namesParents = /(?:crossref|xdata)\s{0,20}=/i;
/** A line that is not empty and no comment, as an empty library has them. */
const foreignLine = /^(?!\ufeff?[ \t]*(?:%|\r?$))[^\n]{1,80}/m;
/** What a part does not take from the whole that it cross-references. */
const NOT_INHERITED: ReadonlySet<string> = new Set(
  'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shortauthor shorteditor shorttitle shorthand sortkey sortname sorttitle sortyear indextitle indexsorttitle keywords'.split(
    ' ',
  ),
);
/** What the titles of a whole are called in a part, by the type of the part. */
const PARTS_OF_BOOKS: ReadonlySet<string> = new Set(
  'inbook incollection inproceedings inreference suppbook suppcollection bookinbook conference'.split(' '),
);
/** Titles are called otherwise in a part. */
const TITLES: ReadonlySet<string> = new Set(['title', 'subtitle', 'titleaddon']);
const PARTS_OF_PERIODICALS: ReadonlySet<string> = new Set(['article', 'suppperiodical', 'review']);

/** The entries of a file, each read once. */
interface BibtexFile {
  readonly text: string;
  readonly byKey: ReadonlyMap<string, Block>;
  readonly fieldsOf: (entry: Block) => EntryFields;
}

export const cutBibtex: CutBibliography = function* (text) {
  const problems: RegistryProblem[] = [];
  const blocks = yield* findBlocks(text, (problem) => problems.push(problem));
  const macros = new Map<string, string>();
  for (const block of blocks) {
    if (block.type !== 'string') continue;
    const macro = readMacro(text, block, macros);
    if (macro) macros.set(macro.name, macro.value);
    else
      problems.push({
        message: l10n.t('This @string cannot be read. Write “@string{name = {value}}”.'),
        span: block.head,
      });
  }
  const entries = blocks.filter(({ type }) => !NO_ENTRIES.has(type));
  const foreign = blocks.length === 0 && problems.length === 0 ? foreignLine.exec(text) : null;
  if (foreign)
    problems.push({
      message: l10n.t('There are no entries in this file. Those of BibTeX begin with “@article{key,” and the like.'),
      span: { start: foreign.index, end: foreign.index + foreign[0].trimEnd().length },
    });
  const byKey = new Map<string, Block>();
  for (const entry of entries) {
    const key = keyOf(text, entry);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, entry);
  }
  const fieldsByEntry = new Map<Block, EntryFields>();
  const file: BibtexFile = {
    text,
    byKey,
    fieldsOf: (entry) => getOrInsert(fieldsByEntry, entry, () => readFields(text, entry, macros)),
  };
  const macroContext = macros.size > 0 ? digest(JSON.stringify([...macros])) : '';
  const pieces: Piece[] = [];
  for (const entry of entries) {
    const ancestors = namesParents.test(slice(text, entry)) ? ancestorsOf(entry, file) : [];
    const context = [macroContext, ...ancestors.map((one) => digest(slice(text, one)))].join(' ').trim();
    pieces.push({
      start: entry.start,
      end: entry.end,
      ...(context !== '' && { context }),
      read: () => readEntry(entry, file),
    });
    yield;
  }
  return { pieces, problems };
};

function digest(text: string): string {
  return `${hashText(text).toString(36)}.${text.length}`;
}

const keyPattern = /\s*([^\s,{}="#%~\\]+)/y;

function keyOf(text: string, { bodyStart }: Block): string | undefined {
  keyPattern.lastIndex = bodyStart;
  return keyPattern.exec(text)?.[1];
}

function readEntry(entry: Block, file: BibtexFile): ReadPiece {
  const { key, fields, problems } = file.fieldsOf(entry);
  const found = [...problems];
  // `@xdata` and `@set` only lend their fields to others.
  if (key && entry.type !== 'xdata' && entry.type !== 'set') {
    const csl = toCsl(entry.type, withInherited(entry, fields, file, found));
    // A place in another entry is none in this piece.
    const places = Object.entries(csl.places).filter(([, { start, end }]) => start >= entry.start && end <= entry.end);
    const placesHere = Object.fromEntries(places);
    for (const name of csl.unreadDates)
      found.push({
        message: describeUnreadDate(slice(file.text, csl.places[name] ?? key.span)),
        span: placesHere[name] ?? key.span,
        isLesser: true,
      });
    return {
      reference: {
        id: { value: key.value, span: shift(key.span, -entry.start) },
        span: { start: 0, end: entry.end - entry.start },
        fields: csl.fields,
        places: Object.fromEntries(places.map(([name, span]) => [name, shift(span, -entry.start)])),
      },
      problems: found.map((one) => ({ ...one, span: shift(one.span, -entry.start) })),
    };
  }
  return { problems: found.map((one) => ({ ...one, span: shift(one.span, -entry.start) })) };
}

/** The fields of an entry and those of its parents, which count where it has none of that name. */
function withInherited(
  entry: Block,
  fields: ReadonlyMap<string, Field>,
  file: BibtexFile,
  problems: RegistryProblem[],
): ReadonlyMap<string, Field> {
  const parents = PARENT_FIELDS.flatMap((name) => fields.get(name) ?? []);
  if (parents.length === 0) return fields;
  for (const field of parents)
    for (const key of keysIn(field))
      if (!file.byKey.has(key))
        problems.push({
          message: l10n.t(
            'There is no entry {0} in this file to take fields from. Add it, or remove “{1}”.',
            quote(key),
            field.name,
          ),
          span: field.span,
        });
  const all = new Map(fields);
  for (const ancestor of ancestorsOf(entry, file)) {
    const isData = ancestor.type === 'xdata';
    for (const field of file.fieldsOf(ancestor).fields.values()) {
      const name = isData ? field.name : inheritedName(entry.type, ancestor.type, field.name);
      if (name !== undefined && !all.has(name)) all.set(name, field);
    }
  }
  return all;
}

/** What a field of the whole is called in a part; undefined for one that is not inherited. */
function inheritedName(type: string, parentType: string, name: string): string | undefined {
  if (NOT_INHERITED.has(name)) return undefined;
  const isInBook = PARTS_OF_BOOKS.has(type);
  if (name === 'author' && isInBook && /book$/.test(parentType)) return 'bookauthor';
  if (!TITLES.has(name)) return name;
  return isInBook ? `book${name}` : PARTS_OF_PERIODICALS.has(type) ? `journal${name}` : undefined;
}

/** The entries whose fields an entry inherits, the nearest first, each once. */
function ancestorsOf(entry: Block, { text, byKey, fieldsOf }: BibtexFile): readonly Block[] {
  const found = new Set<Block>();
  const queue = [entry];
  for (let next = queue.shift(); next && found.size < MAX_ANCESTORS; next = queue.shift()) {
    if (!namesParents.test(slice(text, next))) continue;
    const { fields } = fieldsOf(next);
    for (const key of PARENT_FIELDS.flatMap((name) => keysIn(fields.get(name)))) {
      const parent = byKey.get(key);
      if (!parent || parent === entry || found.has(parent)) continue;
      found.add(parent);
      queue.push(parent);
    }
  }
  return [...found].slice(0, MAX_ANCESTORS);
}
