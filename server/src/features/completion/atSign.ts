/** After a `@` in a sentence: the sources, found by outlet, title, author and key. Each is cited as the brief cites. */

import { type Span, shift } from '../../base/text/span.ts';
import type { Replacement } from '../../edits/citation/replaceSource.ts';
import { addFootnotes } from '../../edits/notes/addNote.ts';
import { meaningsOfMarkers, verified } from '../../edits/notes/verify.ts';
import { resolveCitation } from '../../scope/resolveCitation.ts';
import type { Scope } from '../../scope/scope.ts';
import type { Brief, Citation, SourceEntry } from '../../syntax/ast.ts';
import { readBrief } from '../../syntax/brief/brief.ts';
import { markerAt, noteAt } from '../../syntax/brief/notes.ts';
import { recordsOf } from '../../syntax/brief/records.ts';
import { note } from '../../syntax/citation/forms/note.ts';
import { tag } from '../../syntax/citation/forms/tag.ts';
import { plainCitation } from './citations.ts';
import { openItemAt } from './group.ts';
import { pickBest } from './match.ts';
import type { CompletionProvider, Offer } from './offer.ts';
import { matchLength, type Prose, proseAt } from './prose.ts';
import { type CitationHabits, citationHabitsOf, type IndexedSource, sortByRelevance, sourcesOf } from './sources.ts';
import { sourceOffer } from './tagTarget.ts';

/** How a citation is written; `item`: in a parenthesis that is there. */
type Style = 'parenthesis' | 'tag' | 'key' | 'narrative-key' | 'note' | 'item';

const STYLES: ReadonlySet<string> = new Set<Style>(['parenthesis', 'tag', 'key', 'narrative-key', 'note']);
const unfinished = /(?:^|[\s(“"])@([\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]*)$/u;
/** It ends with a letter or figure: a stop behind it is that of the sentence. */
const restOfWord = /^[\p{L}\p{M}\p{N}_.:#$%&+?<>~/-]*[\p{L}\p{M}\p{N}]/u;
/** Each offer is read again in its paragraph, a note in its brief. */
const MAX_OFFERS = 60;
const MAX_NOTES = 15;

export const completeAtSign: CompletionProvider = (context) => {
  const prose = proseAt(context);
  const typedWords = prose && unfinished.exec(prose.before)?.[1];
  if (!prose || typedWords === undefined || noteAt(prose.brief, context.offset)) return undefined;
  const scope = context.workspace.scopeOf(context.uri);
  const habits = citationHabitsOf(prose.brief, scope);
  const typed: Span = { start: context.offset - typedWords.length - 1, end: context.offset };
  const whole = { start: typed.start, end: context.offset + matchLength(restOfWord, prose.after) };
  const style = openItemAt(prose, context.offset) ? 'item' : styleOf(prose.brief);
  const sources = sortByRelevance(sourcesOf(scope).values(), habits);
  const found = pickBest(
    sources.map((source) => atOffer(source, habits)),
    `@${typedWords}`,
    style === 'note' ? MAX_NOTES : MAX_OFFERS,
  );
  const place = { prose, whole, scope, habits, style };
  const offers = found.offers.flatMap((offer) => {
    const source = scope.sources.get(offer.subject!.id);
    const written = source && write(source.entry, place);
    return written ? [{ ...offer, ...written }] : [];
  });
  return { typed, whole, offers, isPartial: found.isTruncated };
};

/** The form that most citations of a brief have. */
function styleOf(brief: Brief): Style {
  const counts = new Map<string, number>();
  for (const { value } of recordsOf(brief))
    if (STYLES.has(value.form)) counts.set(value.form, (counts.get(value.form) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return (most?.[0] as Style | undefined) ?? 'parenthesis';
}

/** The source as it is listed: outlet and date, and its title. Its names begin with `@`, as what is typed does. */
function atOffer(source: IndexedSource, habits: CitationHabits): Offer {
  const { entry, outletKey, names } = source;
  const id = entry.id.value;
  const words = plainCitation(entry, outletKey, habits);
  const all = [id, ...names, ...entry.authors].map((name) => `@${name}`);
  return {
    ...sourceOffer(source),
    label: words ?? id,
    detail: words ? (entry.title ?? id) : (sourceOffer(source).detail ?? id),
    names: all,
  };
}

interface Place {
  readonly prose: Prose;
  /** The `@` and what is typed behind it. */
  readonly whole: Span;
  readonly scope: Scope;
  readonly habits: CitationHabits;
  readonly style: Style;
}

/** The citation in the style of the place, and the edits elsewhere that it needs; undefined if none would be read as this source. */
function write(entry: SourceEntry, place: Place): Pick<Offer, 'text' | 'edits'> | undefined {
  const { habits, style, scope } = place;
  const footnote = style === 'note' ? writeNote(entry, place) : undefined;
  if (footnote) return footnote;
  const id = entry.id.value;
  const words = plainCitation(entry, sourcesOf(scope).get(id)?.outletKey, habits);
  const tagged = tag.write(entry, habits.date, '');
  const key = `[@${id}]`;
  const inWords = words === undefined ? [] : [`(${words})`];
  const withTag = tagged === undefined ? [] : [`(${tagged})`];
  const attempts: Readonly<Record<Style, readonly string[]>> = {
    item: [words ?? [], tagged ?? []].flat(),
    parenthesis: [...inWords, ...withTag, key],
    note: [...inWords, ...withTag, key],
    tag: [...withTag, key],
    key: [key],
    'narrative-key': [`@${id}`, key],
  };
  const text = attempts[style].find((attempt) => isReadAs(entry, attempt, place));
  return text === undefined ? undefined : { text };
}

/** Whether the paragraph with the text in place of the `@` cites this source there, and elsewhere what it cites without. */
function isReadAs(entry: SourceEntry, text: string, { prose, whole, scope, habits }: Place): boolean {
  const { brief, block, blockStart } = prose;
  const blockText = brief.text.slice(blockStart, blockStart + block.length);
  const [start, end] = [whole.start - blockStart, whole.end - blockStart];
  const read = (words: string) => {
    const paragraph = blockText.slice(0, start) + words + blockText.slice(end);
    return recordsOf(readBrief(paragraph, '', brief.known)).map(({ at, value }) => ({
      value,
      span: shift(value.span, at),
    }));
  };
  const isThere = ({ span }: { readonly span: Span }) => span.start >= start && span.end <= start + text.length;
  const after = read(text);
  const [only, ...more] = after.filter(isThere);
  // In emptied brackets, a missing source gives way to this one.
  const others = read('').filter(({ span }) => span.end <= start - 1 || span.start >= start + 1);
  return (
    only !== undefined &&
    more.length === 0 &&
    after.length === others.length + 1 &&
    isSource(only.value, entry, scope, habits)
  );
}

function isSource(citation: Citation, entry: SourceEntry, scope: Scope, { date }: CitationHabits): boolean {
  const { status, entries } = resolveCitation(citation, scope, date);
  return status === 'resolved' && entries.length === 1 && entries[0]!.entry === entry;
}

/** A marker, and its note among the others of the brief; undefined if the note would not be read as this source. */
function writeNote(
  entry: SourceEntry,
  { prose, whole, scope, habits }: Place,
): Pick<Offer, 'text' | 'edits'> | undefined {
  const { brief } = prose;
  const words = note.write(entry, habits.date, '.');
  const added = words === undefined ? undefined : addFootnotes(brief, [{ place: whole, kept: '', words }]);
  if (!added) return undefined;
  const isMarker = ({ span }: Replacement) => span.start === whole.start && span.end === whole.end;
  const expected = meaningsOfMarkers(brief);
  const position = [...brief.notes.markers, ...brief.notes.orphans].filter(
    ({ span }) => span.start < whole.start,
  ).length;
  const right = verified(brief, added.replacements, (after) => {
    const notes = markerAt(after, whole.start)?.notes ?? [];
    const cited = recordsOf(after).filter(({ at, value }) =>
      notes.some(({ span }) => span.start <= at + value.span.start && at + value.span.end <= span.end),
    );
    const isRight = notes.length === 1 && cited.length === 1 && isSource(cited[0]!.value, entry, scope, habits);
    return isRight && String(meaningsOfMarkers(after).toSpliced(position, 1)) === String(expected);
  });
  const marker = right?.find(isMarker);
  return marker && { text: marker.text, edits: right!.filter((one) => one !== marker) };
}
