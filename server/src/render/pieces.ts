/** What rendering sets apart from the prose of a brief: citations, markers, notes, names, tags and comments, as the parser found them. */

import { getOrInsert } from '../base/memo/maps.ts';
import { partitionPoint } from '../base/memo/search.ts';
import type { Steps } from '../base/memo/steps.ts';
import { type Span, shift, slice } from '../base/text/span.ts';
import { mentionsIn } from '../names/mentions.ts';
import type { Scope } from '../scope/scope.ts';
import type { Block, Brief, Citation, Marker, Note } from '../syntax/ast.ts';
import { entityTags } from '../syntax/brief/block.ts';
import { notesOf } from '../syntax/brief/notes.ts';

/** A piece; its span is in offsets of the file. */
export type Piece = Span &
  (
    | { readonly kind: 'citation'; readonly citation: Citation; readonly words: string }
    /** A bracket of citations that name ids and no outlets, with the words before and after each. */
    | { readonly kind: 'keys'; readonly parts: readonly (string | CitationKey)[] }
    | { readonly kind: 'entity'; readonly ids: readonly string[]; readonly type?: string; readonly words: string }
    | { readonly kind: 'marker'; readonly marker: Marker }
    /** The number of a note. */
    | { readonly kind: 'note'; readonly note: Note }
    /** The end of a note: an empty piece. */
    | { readonly kind: 'note-end'; readonly note: Note }
    /** Left out. */
    | { readonly kind: 'comment' }
  );

/** A citation key such as `@rferl-2021-09-05`. */
export interface CitationKey {
  readonly citation: Citation;
  /** The offset of its id in the file. */
  readonly start: number;
  readonly written: string;
}

/** The pieces of a brief in text order, without overlaps. */
export function* piecesOf(brief: Brief, scope: Scope): Steps<Piece[]> {
  const ofNotes = notePieces(brief);
  const pieces: Piece[] = [];
  for (const [index, block] of brief.blocks.entries()) {
    yield;
    if (block.kind === 'front-matter') continue;
    for (const piece of piecesIn(brief, block, brief.starts[index]!, scope, ofNotes.get(index) ?? []))
      pieces.push(piece);
  }
  return pieces;
}

/** The pieces that markers and notes are made of, by the index of the block. */
function notePieces(brief: Brief): Map<number, Piece[]> {
  const { markers, orphans } = brief.notes;
  const pieces = new Map<number, Piece[]>();
  const add = (index: number, ...found: Piece[]) => getOrInsert(pieces, index, () => []).push(...found);
  for (const marker of [...markers, ...orphans]) {
    const { blockIndex, candidate, span } = marker;
    // Of an inline note `^[…]` only the first character is a marker; its words stay where they are.
    if (candidate.content) add(blockIndex, { start: span.start, end: span.start + 1, kind: 'comment' });
    else add(blockIndex, { ...span, kind: 'marker', marker });
  }
  for (const note of notesOf(brief)) {
    const { end } = note.span;
    add(note.blockIndex, { ...numberSpan(note, brief.text), kind: 'note', note });
    if (note.markers.length > 0) add(note.blockIndex, { start: end, end, kind: 'note-end', note });
  }
  return pieces;
}

/** Where a note has its number: in a table, what stands in the cell. */
function numberSpan({ form, number, label }: Note, text: string): Span {
  if (form !== 'table') return number;
  const start = text.indexOf(label.text, number.start);
  return { start, end: start + label.text.length };
}

function piecesIn(brief: Brief, block: Block, at: number, scope: Scope, ofNotes: readonly Piece[]): Piece[] {
  const text = brief.text.slice(at, at + block.length);
  const found: Piece[] = [...ofNotes];
  for (const atom of block.atoms) if (atom.kind === 'comment') found.push({ ...shift(atom, at), kind: 'comment' });
  const keys = new Map<number, Citation[]>();
  for (const citation of block.citations) {
    if (!citation.source && citation.id) {
      getOrInsert(keys, citation.group.start, () => []).push(citation);
      continue;
    }
    const words = resolveReference(replaceTagsBySurface(text, citation.span, block), citation);
    found.push({ ...shift(citation.span, at), kind: 'citation', citation, words });
  }
  for (const citations of keys.values()) {
    const { group } = citations[0]!;
    found.push({ ...shift(group, at), kind: 'keys', parts: keyParts(citations, group, text, at) });
  }
  for (const { start, end, id, type, surface } of entityTags(block)) {
    const words = surface.value;
    found.push({ ...shift({ start, end }, at), kind: 'entity', ids: [id.value], type: type.value, words });
  }
  for (const mention of mentionsIn(brief, block, at, scope.findNames)) {
    found.push({ ...shift(mention, at), kind: 'entity', ids: mention.ids, words: slice(text, mention) });
  }
  // Of overlapping pieces the outer one wins: the tag of an outlet is part of its citation.
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const disjoint: Piece[] = [];
  for (const piece of found) if (piece.start >= (disjoint.at(-1)?.end ?? 0)) disjoint.push(piece);
  return disjoint;
}

/** The content of a bracket: keys, and the text between them; of a key in a sentence the key and its page. */
function keyParts(citations: readonly Citation[], bracket: Span, text: string, at: number): (string | CitationKey)[] {
  const parts: (string | CitationKey)[] = [];
  let from = bracket.start + 1;
  for (const citation of citations) {
    const { start, end } = citation.id!.span;
    parts.push(text.slice(from, start - 1).replace(/-$/, ''));
    parts.push({ citation, start: at + start, written: text.slice(start - 1, end) });
    from = end;
  }
  if (text[bracket.start] === '[') return [...parts, text.slice(from, bracket.end - 1)];
  // `@key [p. 3]` has brackets around the page only.
  const { locator } = citations.at(-1)!;
  return locator ? [...parts, `, ${locator.value}`] : parts;
}

const referenceLink = /^(\[[^[\]]{0,300}\])\[[^[\]]{0,40}\]$/;

/** `[words][1]` as a link with an address: Markdown does not see the definitions of labels. */
function resolveReference(words: string, { url }: Citation): string {
  const text = url && referenceLink.exec(words)?.[1];
  return text ? `${text}(<${url.value.replace(/[<>\s\\]/g, encodeURIComponent)}>)` : words;
}

/** The text of a span, with each tag replaced by its surface. */
function replaceTagsBySurface(text: string, span: Span, block: Block): string {
  let result = '';
  let position = span.start;
  for (let index = firstAtomFrom(block, position); index < block.atoms.length; index++) {
    const atom = block.atoms[index]!;
    if (atom.start >= span.end) break;
    if (atom.kind !== 'tag' || atom.start < position || atom.end > span.end) continue;
    result += text.slice(position, atom.start) + atom.surface.value;
    position = atom.end;
  }
  return result + text.slice(position, span.end);
}

/** The index of the first atom that begins at or after an offset. */
function firstAtomFrom({ atoms }: Block, offset: number): number {
  return partitionPoint(atoms.length, (index) => atoms[index]!.start < offset);
}
