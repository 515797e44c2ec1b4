/** What becomes of groups of citations: keys in words, a mark where a source is lost, another form where the style has one. */

import { shift, slice } from '../../base/text/span.ts';
import { resolveCached } from '../../scope/resolveCitation.ts';
import type { Citation, SourceEntry } from '../../syntax/ast.ts';
import { formatCitedDate } from '../../syntax/citation/citedDate.ts';
import { parenthesis } from '../../syntax/citation/forms/parenthesis.ts';
import type { CitationKey, Piece } from '../pieces.ts';
import type { Change } from './change.ts';
import { type MarkupContext, nameOf } from './markup.ts';
import type { CitedGroup } from './style.ts';

export interface CitationContext extends MarkupContext {
  /** What is said instead of a source that the readers may not know. */
  readonly withheld: string;
  readonly isLost: (citation: Citation) => boolean;
}

/** The changes of the citations of a brief. */
export function citationChanges(pieces: readonly Piece[], context: CitationContext): Change[] {
  // Of two changes of one span the first counts.
  return [...groupChanges(context), ...keyChanges(pieces, context), ...lostChanges(context)];
}

/** Brackets of keys as parentheses, in words. */
function keyChanges(pieces: readonly Piece[], context: CitationContext): Change[] {
  return pieces.flatMap((piece): Change[] => {
    if (piece.kind !== 'keys') return [];
    const isBare = context.brief.text[piece.start] === '@';
    if (isBare && context.style.keepsBareKeys && piece.parts.every((part) => isReleased(part, context))) return [];
    const words = piece.parts.map((part) => (typeof part === 'string' ? part : wordsOfKey(part, context)));
    return [{ start: piece.start, end: piece.end, text: `(${words.join('')})` }];
  });
}

function isReleased(part: string | CitationKey, { scope, date, release }: CitationContext): boolean {
  if (typeof part === 'string') return true;
  return resolveCached(part.citation, scope, date).entries.every(({ entry }) => !release.isWithheld(entry));
}

/** `RFE/RL, September 5`; the id, if no registry knows it. */
function wordsOfKey({ citation, written }: CitationKey, context: CitationContext): string {
  const { scope, date, style, release, withheld, isLost } = context;
  const id = written.replace(/^-?@/, '');
  if (isLost(citation)) return [style.lost, id].filter(Boolean).join(' ');
  const entry = resolveCached(citation, scope, date).entries[0]?.entry;
  if (!entry) return id;
  if (release.isWithheld(entry)) return style.escape(withheld);
  const when = entry.issued && formatCitedDate(entry.issued.value, date);
  return style.escape(parenthesis.write(entry, date, '') ?? [nameOf(entry), when].filter(Boolean).join(', '));
}

/** The mark before each citation whose source is lost. */
function lostChanges({ brief, style, isLost }: CitationContext): Change[] {
  const { lost } = style;
  if (lost === undefined) return [];
  return brief.blocks.flatMap((block, index) =>
    block.citations.filter(isLost).map(({ span }): Change => {
      const at = brief.starts[index]! + span.start;
      const words = slice(brief.text, shift(span, brief.starts[index]!));
      return { start: at, end: at, text: words === '' || /^\s*,/.test(words) ? lost : `${lost} ` };
    }),
  );
}

/** Groups that the style writes in another form. */
function groupChanges(context: CitationContext): Change[] {
  const { brief, style } = context;
  const { cite } = style;
  if (!cite) return [];
  return brief.blocks.flatMap((block, index) => {
    const at = brief.starts[index]!;
    const groups = new Map<number, Citation[]>();
    for (const citation of block.citations)
      groups.set(citation.group.start, [...(groups.get(citation.group.start) ?? []), citation]);
    return [...groups.values()].flatMap((citations): Change[] => {
      const entries = citations.map((citation) => onlyEntry(citation, context));
      if (!entries.every((entry) => entry !== undefined)) return [];
      const { group } = citations[0]!;
      const text = cite(readGroup(citations, brief.text.slice(at, at + block.length)), entries);
      return text === undefined ? [] : [{ ...shift(group, at), text }];
    });
  });
}

/** The one entry that a citation resolves to and that the readers may know. */
function onlyEntry(citation: Citation, { scope, date, release, isLost }: CitationContext): SourceEntry | undefined {
  const { status, entries } = resolveCached(citation, scope, date);
  const [only] = entries;
  if (status !== 'resolved' || entries.length !== 1 || isLost(citation) || release.isWithheld(only!.entry))
    return undefined;
  return only!.entry;
}

function readGroup(citations: readonly Citation[], text: string): CitedGroup {
  const { group } = citations[0]!;
  const between: string[] = [];
  let from = group.start;
  for (const { span } of citations) {
    between.push(text.slice(from, span.start));
    from = span.end;
  }
  between.push(text.slice(from, group.end));
  return { citations, items: citations.map(({ span }) => slice(text, span)), between };
}
