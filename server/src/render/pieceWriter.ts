/** What becomes of the pieces of a brief: links to the lists, numbers of sources, marks of what is missing. */

import { slice } from '../base/text/span.ts';
import { element, escapeHtml, renderName } from '../protocol/html.ts';
import type { Resolution } from '../scope/resolveCitation.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief, Citation, Marker } from '../syntax/ast.ts';
import { renderInlineMarkdown } from './markdown.ts';
import type { NamedEntities } from './named.ts';
import { createNoteWriter } from './notes.ts';
import type { Piece } from './pieces.ts';
import type { Release } from './release.ts';
import type { NumberedSources } from './sources.ts';
import type { PageWords } from './words/words.ts';

interface PieceWriterOptions {
  readonly brief: Brief;
  readonly scope: Scope;
  readonly sources: NumberedSources;
  readonly named: NamedEntities;
  readonly words: PageWords;
  readonly release: Release;
  readonly includePositions: boolean;
}

export interface PieceWriter {
  /** A piece as HTML; `base` is the offset at which its passage begins. */
  readonly renderPiece: (piece: Piece, base: number, inLink: boolean) => string;
  /** How often a source has been marked so far; the marks have the ids `cited-SOURCE-1` and so on. */
  readonly countOf: (source: number) => number;
}

/** Creates the function that renders the pieces of a brief in text order. */
export function createPieceWriter({
  brief,
  scope,
  sources,
  named,
  words: fixed,
  release,
  includePositions,
}: PieceWriterOptions): PieceWriter {
  const counts = new Map<number, number>();
  const missing = new Map(sources.missing.map(({ citation }, index) => [citation, index + 1]));
  // Where a marker or the number of a note is all that is left of a citation.
  const missingAt = new Map(sources.missing.map(({ citation, at }) => [at, citation]));
  const notes = createNoteWriter(brief, fixed);
  const links = { imageWords: fixed.image };
  /** The notes that do not exist, where that is not reported. */
  const quietNotes = new Set(
    [...brief.notes.markers, ...brief.notes.orphans].flatMap(({ span, lost }) =>
      sources.quietAt.has(span.start) ? lost.map(({ text }) => text) : [],
    ),
  );

  const renderNumbers = (citation: Citation) => {
    const status = release.isInternal ? sources.statusOf(citation) : undefined;
    const doubt = status === 'unknown' || status === 'ambiguous' ? '?' : '';
    const numbers = sources.numbersOf(citation).map((number) => {
      const count = (counts.get(number) ?? 0) + 1;
      counts.set(number, count);
      const attributes = {
        href: `#source-${number}`,
        id: `cited-${number}-${count}`,
        'aria-label': formatSourceNumber(number, status, fixed),
      };
      return element('a', attributes, `${number}${doubt}`);
    });
    return { doubt, html: numbers.length > 0 ? element('sup', {}, `[${numbers.join(', ')}]`) : '' };
  };

  const renderCitation = (citation: Citation, words: string, at: number | undefined): string => {
    const lost = missing.get(citation);
    if (lost !== undefined) {
      const space = words === '' || /^\s*,/.test(words) ? '' : ' ';
      const says = element('strong', {}, escapeHtml(fixed.sourceMissing));
      const mark = element('mark', {}, `${says}${space}${renderInlineMarkdown(words)}`);
      return element('a', { class: 'missing', id: `missing-${lost}`, href: '#sources-title', 'data-at': at }, mark);
    }
    const { doubt, html } = renderNumbers(citation);
    const attributes = { class: doubt ? 'citation doubtful' : 'citation', 'data-at': at };
    return element('span', attributes, renderInlineMarkdown(words, links) + html);
  };

  /** What a marker says of notes that do not exist. The first marker of a lost note counts as the missing source. */
  const renderLostNotes = (marker: Marker, at: number | undefined): string => {
    if (marker.lost.length === 0 && marker.notes.length > 0) return '';
    const words =
      marker.notes.length > 0 ? `[${marker.lost.map(({ text }) => text).join(', ')}]` : slice(brief.text, marker.span);
    const lost = missingAt.get(marker.span.start);
    if (lost) return renderCitation(lost, words, at);
    const isMissed = missing.size > 0 && !marker.lost.every(({ text }) => quietNotes.has(text));
    return element(isMissed ? 'mark' : 'span', { 'data-at': at }, renderInlineMarkdown(words));
  };

  const renderCitationKey = (citation: Citation, written: string): string => {
    const [entry] = sources.entriesOf(citation);
    const isWithheld = !entry && sources.statusOf(citation) === 'resolved';
    const words = [entry?.outlet?.value, entry?.issued && fixed.date(entry.issued.value)].filter(Boolean).join(', ');
    return renderName(isWithheld ? fixed.withheld : words || written) + renderNumbers(citation).html;
  };

  const renderEntity = ({ ids, type, words }: Piece & { kind: 'entity' }, at: number | undefined, inLink: boolean) => {
    const html = renderInlineMarkdown(words);
    const [first, ...others] = ids.filter((id) => named.numberOf(id) !== undefined);
    if (first === undefined) return html;
    const kinds = new Set(ids.map((id) => named.kindOf(id, type)));
    const isUnknown = release.isInternal && scope.declaresEntities && ids.every((id) => !scope.entities.has(id));
    const attributes = {
      class: `entity ${kinds.size === 1 ? [...kinds][0] : 'is-other'}${isUnknown ? ' unknown' : ''}`,
      // The preview says more in a card.
      title: includePositions || others.length > 0 ? undefined : named.titleOf(first, type),
      'data-at': at,
    };
    // A name that several entities share links to none of them.
    if (inLink || others.length > 0) return element('span', attributes, html);
    return element('a', { ...attributes, href: `#named-${named.numberOf(first)}` }, html);
  };

  const renderPiece: PieceWriter['renderPiece'] = (piece, base, inLink) => {
    // The offset of the second character: at the first one, the piece before may end.
    const at = includePositions ? piece.start - base + (piece.end - piece.start > 1 ? 1 : 0) : undefined;
    switch (piece.kind) {
      case 'comment':
        return '';
      case 'marker':
        if (inLink) return renderName(slice(brief.text, piece));
        return notes.renderMarker(piece.marker, at) + renderLostNotes(piece.marker, at);
      case 'note': {
        const number = notes.renderNumber(piece.note, at);
        const lost = missingAt.get(piece.note.number.start);
        return lost ? `${number} ${renderCitation(lost, '', undefined)}` : number;
      }
      case 'note-end':
        return inLink ? '' : notes.renderBackLinks(piece.note);
      case 'citation':
        if (inLink) return renderInlineMarkdown(piece.words);
        return renderCitation(piece.citation, piece.words, at);
      case 'keys': {
        const parts = piece.parts.map((part) => {
          if (typeof part === 'string') return renderInlineMarkdown(part);
          const { citation, start, written } = part;
          if (inLink) return renderName(written);
          const attributes = { class: 'citation', 'data-at': includePositions ? start - base : undefined };
          return element('span', attributes, renderCitationKey(citation, written));
        });
        return `(${parts.join('')})`;
      }
      case 'entity':
        return renderEntity(piece, at, inLink);
    }
  };
  return { renderPiece, countOf: (source) => counts.get(source) ?? 0 };
}

function formatSourceNumber(number: number, status: Resolution['status'] | undefined, words: PageWords): string {
  if (status === 'unknown') return words.sourceUnknown(number);
  if (status === 'ambiguous') return words.sourceAmbiguous(number);
  return words.source(number);
}
