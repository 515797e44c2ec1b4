import * as l10n from '@vscode/l10n';
import { type Span, shift, slice } from '../../../base/text/span.ts';
import type { Replacement } from '../../../edits/citation/replaceSource.ts';
import { type GroupToMove, type MarkerToReplace, moveFromNotes, moveToNotes } from '../../../edits/notes/convert.ts';
import { repeatedBy, rewriteContent } from '../../../edits/notes/repeats.ts';
import { verified } from '../../../edits/notes/verify.ts';
import { resolveCitation } from '../../../scope/resolveCitation.ts';
import type { Scope } from '../../../scope/scope.ts';
import type { Brief, CalendarDate, Citation, Marker } from '../../../syntax/ast.ts';
import { blockIndexAt, briefDateOf } from '../../../syntax/brief/brief.ts';
import { citedIn } from '../../../syntax/brief/citedIn.ts';
import { markerAt, noteAt } from '../../../syntax/brief/notes.ts';
import { recordsOf } from '../../../syntax/brief/records.ts';
import { readCitations } from '../../../syntax/brief/registryAnswers.ts';
import type { CitationForm } from '../../../syntax/citation/citationForm.ts';
import { CITATION_FORMS, formOf } from '../../../syntax/citation/forms/index.ts';
import { note as noteForm } from '../../../syntax/citation/forms/note.ts';
import { isSourceMissing } from '../../../syntax/citation/missing.ts';
import { inferYear } from '../../../syntax/date/calendar.ts';
import type { Action, RefactoringContext } from '../../support/action.ts';
import { blockAt, REFACTORING_KIND, selectedNode } from './at.ts';
import { itemsOf, titleFor } from './convertCitation.ts';

type Context = Pick<RefactoringContext, 'uri' | 'brief' | 'scope'>;

/** The result is read again on every move of the cursor, so very long briefs are not converted. */
const MAX_LENGTH = 400_000;

/**
 * Converts the citation group at the cursor to a note, or the note at the cursor to a group; or all of the brief. Offered only if every
 * sentence cites the same as before.
 */
export function convertNote(context: RefactoringContext): readonly Action[] {
  const { brief, selection } = context;
  if (brief.text.length > MAX_LENGTH) return [];
  const marker = convertibleMarker(brief, selection.start);
  if (marker) return CITATION_FORMS.flatMap((form) => (form.brackets ? fromNotes(context, form, marker) : []));
  const node = selectedNode(context);
  const located = node?.kind === 'citation' && !node.value.note && blockAt(context, node.span.start);
  return located ? toNotes(context, formOf(node.value), located.blockStart + node.value.group.start) : [];
}

/** Actions for the conversion of what stands at a place, and for the same of all citations of the brief. */
function actionsFor(
  context: Context,
  title: string,
  converted: Span,
  one: readonly Replacement[] | undefined,
  all: () => readonly Replacement[] | undefined,
): Action[] {
  const toAction = (actionTitle: string, replacements: readonly Replacement[] | undefined): Action[] => {
    const { brief, scope, uri } = context;
    const expected = String(readingsOf(brief, scope));
    const right =
      replacements && verified(brief, replacements, (after) => String(readingsOf(after, scope)) === expected);
    return right
      ? [{ title: actionTitle, kind: REFACTORING_KIND, changes: right.map((each) => ({ uri, ...each })) }]
      : [];
  };
  const single = toAction(titleFor(title, converted, context), one);
  const everything = single.length > 0 ? all() : undefined;
  return [...single, ...toAction(l10n.t('{0}, all in this brief', title), everything)];
}

function toNotes(context: Context, form: CitationForm, groupStart: number): Action[] {
  const groups = groupsOf(context, form);
  const group = groups.find(({ span }) => span.start === groupStart);
  if (!group) return [];
  const withRepeat = (replacements: readonly Replacement[] | undefined) =>
    replacements && [...replacements, ...spelledOutBehind(context.brief, group.span.end)];
  return actionsFor(
    context,
    noteForm.conversionTitle!,
    group.span,
    withRepeat(moveToNotes(context.brief, [group])),
    () => (groups.length > 1 ? moveToNotes(context.brief, groups) : undefined),
  );
}

/** The groups of a form in running text that can be written as notes. */
function groupsOf(context: Context, form: CitationForm): GroupToMove[] {
  const { brief } = context;
  const groups = new Map<number, { at: number; citations: Citation[] }>();
  for (const { at, value } of recordsOf(brief)) {
    if (value.note || formOf(value).brackets !== form.brackets || value.group.start === value.span.start) continue;
    // A marker in a heading is not read.
    if (brief.blocks[blockIndexAt(brief, at)]!.kind === 'heading') continue;
    const found = groups.get(at + value.group.start) ?? { at, citations: [] };
    found.citations.push(value);
    groups.set(at + value.group.start, found);
  }
  return [...groups.values()].flatMap(({ at, citations }) => {
    const span = shift(citations[0]!.group, at);
    const words = noteWords(context, at, citations);
    return words === undefined ? [] : [{ span, words }];
  });
}

function noteWords(context: Context, at: number, citations: readonly Citation[]): string | undefined {
  const { brief } = context;
  if (citations.some((citation) => isSourceMissing(citation) || citation.formErrors.length > 0)) return undefined;
  if (citations.every(({ id, isRepeat }) => id === undefined && !isRepeat)) {
    const { start, end } = shift(citations[0]!.group, at);
    return brief.text
      .slice(start + 1, end - 1)
      .replace(/\r?\n[ \t]*(?:>[ \t]?)*/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }
  if (citations.every(({ id }) => id === undefined))
    return citations.map((citation) => spelledOut(brief, at, citation)).join('; ');
  const located = blockAt(context, at);
  return located && writtenAs(noteForm, itemsOf(context, located, citations[0]!.group), briefDateOf(brief)?.value);
}

function writtenAs(
  form: CitationForm,
  items: ReturnType<typeof itemsOf>,
  date: CalendarDate | undefined,
): string | undefined {
  const written = items?.flatMap(({ source, prefix, suffix }) => {
    const item = form.write(source.entry, date, suffix);
    return item === undefined ? [] : [prefix.replace(/-$/, '') + item];
  });
  return written && written.length === items?.length ? written.join('; ') : undefined;
}

function fromNotes(context: Context, form: CitationForm, marker: Marker): Action[] {
  const { brief } = context;
  const repeated = repeatedBy(brief);
  const group = groupFor(context, form, marker, repeated);
  if (group === undefined) return [];
  const one = moveFromNotes(brief, [{ marker, group }]);
  const all = () => {
    const markers = brief.notes.markers.flatMap((each): MarkerToReplace[] => {
      const its = isConvertible(each) ? groupFor(context, form, each, repeated) : undefined;
      return its === undefined ? [] : [{ marker: each, group: its }];
    });
    return markers.length > 1 ? moveFromNotes(brief, markers) : undefined;
  };
  return actionsFor(
    context,
    form.conversionTitle!,
    marker.span,
    one && [...one, ...spelledOutBehind(brief, marker.span.end)],
    all,
  );
}

/** What the note of a marker says in another form, with its brackets. */
function groupFor(
  { brief, scope }: Context,
  form: CitationForm,
  marker: Marker,
  repeated: ReturnType<typeof repeatedBy>,
): string | undefined {
  const [open, close] = form.brackets!;
  const [note] = marker.notes;
  const blockStart = brief.starts[marker.blockIndex]!;
  const found = brief.blocks[marker.blockIndex]!.markers.find(({ start }) => start + blockStart === marker.span.start);
  const citations = found?.citations ?? [];
  if (!note || citations.length === 0) return undefined;
  if (form.idRole === undefined) {
    const words = rewriteContent(brief, note, repeated.get(note), new Map()).replace(/\.$/, '');
    const group = `${open}${words}${close}`;
    const read = readCitations(group, brief.known);
    const isWhole = read.length === citations.length && read.every((one) => one.group.end === group.length);
    return isWhole ? group : undefined;
  }
  const date = briefDateOf(brief)?.value;
  const noteStart = brief.starts[note.blockIndex]!;
  const items = citations.map((citation) => {
    const { entries, status } = resolveCitation(citation, scope, date);
    const [source] = entries;
    const starts = [citation.author?.span, citation.title?.span, citation.source].flatMap((part) => part?.start ?? []);
    const lead = { start: citation.span.start, end: Math.min(...starts, citation.span.end) };
    const prefix = slice(brief.text, shift(lead, noteStart)).replace(/^See/, 'see');
    const suffix = citation.locator ? `, ${citation.locator.value}` : '';
    return status === 'resolved' && entries.length === 1 && !citation.isRepeat
      ? { source: source!, prefix, suffix }
      : undefined;
  });
  const resolved = items.flatMap((item) => item ?? []);
  const written = resolved.length === items.length ? writtenAs(form, resolved, date) : undefined;
  return written === undefined ? undefined : `${open}${written}${close}`;
}

/** The marker at an offset, or the only one of the note there, if it has one label and one note. */
function convertibleMarker(brief: Brief, offset: number): Marker | undefined {
  const note = noteAt(brief, offset);
  const marker = markerAt(brief, offset) ?? (note?.markers.length === 1 ? note.markers[0] : undefined);
  return marker && isConvertible(marker) ? marker : undefined;
}

function isConvertible({ candidate, notes }: Marker): boolean {
  return candidate.labels.length === 1 && notes.length === 1;
}

/** The words of a citation; of `ibid.` those of the citation that it repeats. */
function spelledOut(brief: Brief, at: number, citation: Citation): string {
  const { span, locator, isRepeat } = citation;
  if (!isRepeat) return slice(brief.text, shift(span, at));
  const earlier = recordsOf(brief).findLast(
    (one) => !one.value.isRepeat && one.at + one.value.span.start < at + span.start,
  );
  if (!earlier) return slice(brief.text, shift(span, at));
  const { value } = earlier;
  const words: Span = { start: value.span.start, end: value.locator?.span.start ?? value.span.end };
  const plain = slice(brief.text, shift(words, earlier.at)).replace(/[\s,.;]+$/u, '');
  return locator ? `${plain}, ${locator.value}` : plain;
}

/** If the next citation in running text is `ibid.`: it is written out, because another one will stand before it. */
function spelledOutBehind(brief: Brief, offset: number): Replacement[] {
  const next = recordsOf(brief).find(({ at, value }) => !value.note && at + value.span.start >= offset);
  if (!next?.value.isRepeat) return [];
  return [{ span: shift(next.value.span, next.at), text: spelledOut(brief, next.at, next.value) }];
}

/** What the citations of running text mean, in order. */
function readingsOf(brief: Brief, scope: Scope): string[] {
  const date = briefDateOf(brief)?.value;
  return brief.blocks.flatMap((block) => citedIn(block, '').map(({ citation }) => readingOf(citation, scope, date)));
}

function readingOf(citation: Citation, scope: Scope, briefDate: CalendarDate | undefined): string {
  const { status, entries } = resolveCitation(citation, scope, briefDate);
  const { source, title, when, locator, url, loss } = citation;
  if (status === 'resolved' && entries.length === 1)
    return JSON.stringify([entries[0]!.entry.id.value, locator?.value]);
  const dates = when?.dates.map(({ value, until }) => [value, until].map((date) => date && inferYear(date, briefDate)));
  return JSON.stringify([source?.name, title?.value, dates, locator?.value, url?.value, loss, status]);
}
