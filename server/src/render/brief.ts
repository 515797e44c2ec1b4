/** Renders a brief as HTML: typeset, names marked, citations numbered, sources listed at the end. */

import * as l10n from '@vscode/l10n';
import { lineStarts, positionAt } from '../base/text/positions.ts';
import { slice } from '../base/text/span.ts';
import { element, escapeHtml, renderName } from '../protocol/html.ts';
import type { PreviewPart } from '../protocol/previewPart.ts';
import { type Resolution, resolveCached } from '../scope/resolveCitation.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief, Citation, Marker } from '../syntax/ast.ts';
import { briefDateOf, frontMatterOf, sectionsOf } from '../syntax/brief/brief.ts';
import { notesOf } from '../syntax/brief/notes.ts';
import { formatDateForBrief, formatDateForDisplay } from '../syntax/date/calendar.ts';
import {
  type MarkdownSource,
  piecePlaceholder,
  type RenderHooks,
  renderInlineMarkdown,
  renderPassages,
  replaceReserved,
} from './markdown.ts';
import { type NamedEntities, numberEntities } from './named.ts';
import { createNoteWriter } from './notes.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type NumberedSources, numberSources, renderSourceList } from './sources.ts';

export interface RenderedBrief {
  readonly title: string;
  readonly parts: readonly PreviewPart[];
}

export interface RenderOptions {
  /** The title of a brief that has none. */
  readonly fallbackTitle: string;
  /** Replaces the title of the brief. */
  readonly title?: string;
  /** Whether elements carry their positions in the file, for the preview. */
  readonly includePositions?: boolean;
}

/**
 * Renders a brief. All text from files is escaped; only `http(s)` addresses become links; the page loads nothing. The first part
 * is the header, then come the passages in text order, then the lists of sources and names.
 */
export function renderBrief(
  brief: Brief,
  scope: Scope,
  { fallbackTitle, title: givenTitle, includePositions = false }: RenderOptions,
): RenderedBrief {
  const { text } = brief;
  const starts = lineStarts(text);
  const pieces = piecesOf(brief, scope);
  const sources = numberSources(brief, scope);
  const named = numberEntities(pieces, scope);
  const title = givenTitle ?? frontMatterOf(brief)?.title?.value ?? fallbackTitle;
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const headings = new Map(
    sectionsOf(brief).map(({ title: { span }, level }) => [lineOf(span.start), Math.min(6, level + 1)]),
  );
  const classes = new Map<number, string>(
    brief.blocks.flatMap(({ shape, content }, index) =>
      shape === 'masthead' || shape === 'credit' || shape === 'source'
        ? [[lineOf(brief.starts[index]! + content.start), shape] as const]
        : [],
    ),
  );
  for (const { number } of notesOf(brief)) classes.set(lineOf(number.start), 'note');
  const renderPiece = createPieceWriter({ brief, scope, sources, named, includePositions });
  const hooks: RenderHooks = {
    renderPiece: (index, line, inLink) => renderPiece(pieces[index]!, starts[line]!, inLink),
    pieceText: (index) => text.slice(pieces[index]!.start, pieces[index]!.end),
    headingLevel: (line) => headings.get(line),
    paragraphClass: (line) => classes.get(line),
    includeLines: includePositions,
  };
  const passages = renderPassages(toMarkdownSource(brief, pieces), hooks).map(
    ({ line, html }): PreviewPart => ({ line, at: starts[line]!, html }),
  );
  const lists = [renderSourceList(sources, scope, includePositions), named.html].filter(Boolean);
  const lastLine = starts.length - 1;
  return {
    title,
    parts: [
      { line: 0, at: 0, html: renderHeader(brief, title) },
      ...passages,
      ...lists.map((html): PreviewPart => ({ line: lastLine, at: 0, html })),
    ],
  };
}

function renderHeader(brief: Brief, title: string): string {
  const frontMatter = frontMatterOf(brief);
  const date = briefDateOf(brief)?.value;
  const facts = [
    frontMatter?.publication?.value,
    date && formatDateForDisplay(date),
    frontMatter?.author?.value,
  ].filter(Boolean);
  const marking = frontMatter?.tlp?.value.replace(/^TLP:\s*/i, '');
  return element(
    'header',
    {},
    [
      element('h1', {}, renderName(title)),
      facts.length > 0 ? element('p', { class: 'facts' }, facts.map((fact) => renderName(fact ?? '')).join(' · ')) : '',
      marking ? element('p', { class: 'marking' }, `TLP:${renderName(marking)}`) : '',
    ].join(''),
  );
}

/** The text below the front matter, with a placeholder for each piece. */
function toMarkdownSource({ text, blocks, starts }: Brief, pieces: readonly Piece[]): MarkdownSource {
  let from = blocks[0]?.kind === 'front-matter' ? (starts[1] ?? text.length) : text.startsWith('\uFEFF') ? 1 : 0;
  let line = lineStarts(text.slice(0, from)).length - 1;
  const lines = [line];
  let out = '';
  const append = (end: number) => {
    const words = text.slice(from, end);
    for (let count = lineStarts(words).length - 1; count > 0; count--) lines.push(++line);
    out += replaceReserved(words);
  };
  for (const [index, piece] of pieces.entries()) {
    const { start, end } = piece;
    append(start);
    if (piece.kind === 'note' && isAtLineStart(text, start)) {
      // Each note is a paragraph of its own.
      out += '\n';
      lines.push(line);
    }
    out += piecePlaceholder(index);
    line += lineStarts(text.slice(start, end)).length - 1;
    from = end;
  }
  append(text.length);
  return { text: out, lines };
}

function isAtLineStart(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

function formatSourceNumber(number: number, status: Resolution['status']): string {
  if (status === 'unknown') return l10n.t('Source {0}, unknown', number);
  if (status === 'ambiguous') return l10n.t('Source {0}, ambiguous', number);
  return l10n.t('Source {0}', number);
}

interface PieceWriterOptions {
  readonly brief: Brief;
  readonly scope: Scope;
  readonly sources: NumberedSources;
  readonly named: NamedEntities;
  readonly includePositions: boolean;
}

/** Creates the function that renders a piece; `base` is the offset at which the part of the piece begins. */
function createPieceWriter({ brief, scope, sources, named, includePositions }: PieceWriterOptions) {
  const markedNumbers = new Set<number>();
  const missing = new Map(sources.missing.map(({ citation }, index) => [citation, index + 1]));
  // Where a marker or the number of a note is all that is left of a citation.
  const missingAt = new Map(sources.missing.map(({ citation, at }) => [at, citation]));
  const notes = createNoteWriter(brief);
  const date = briefDateOf(brief)?.value;

  /** The first citation of a source gets an id, since the list links to it. */
  const renderNumbers = (citation: Citation) => {
    const numbers = sources.numbersOf(citation);
    const status = sources.statusOf(citation);
    const doubt = status === 'unknown' || status === 'ambiguous' ? '?' : '';
    const links = numbers.map((number) => {
      const first = !markedNumbers.has(number);
      markedNumbers.add(number);
      const attributes = {
        href: `#source-${number}`,
        id: first ? `cited-${number}` : undefined,
        'aria-label': formatSourceNumber(number, status),
      };
      return element('a', attributes, `${number}${doubt}`);
    });
    return { doubt, html: links.length > 0 ? element('sup', {}, `[${links.join(', ')}]`) : '' };
  };

  const renderCitation = (citation: Citation, words: string, at: number | undefined): string => {
    const lost = missing.get(citation);
    if (lost !== undefined) {
      const mark = element(
        'mark',
        {},
        `${element('strong', {}, escapeHtml(l10n.t('source missing')))}${words === '' || /^\s*,/.test(words) ? '' : ' '}${renderInlineMarkdown(words)}`,
      );
      return element('a', { class: 'missing', id: `missing-${lost}`, href: '#sources-title', 'data-at': at }, mark);
    }
    const { doubt, html } = renderNumbers(citation);
    const attributes = { class: doubt ? 'citation doubtful' : 'citation', 'data-at': at };
    return element('span', attributes, renderInlineMarkdown(words, { links: true }) + html);
  };

  /** What a marker says of notes that do not exist. The first marker of a lost note counts as the missing source. */
  const renderLostNotes = (marker: Marker, at: number | undefined): string => {
    if (marker.lost.length === 0 && marker.notes.length > 0) return '';
    const words =
      marker.notes.length > 0 ? `[${marker.lost.map(({ text }) => text).join(', ')}]` : slice(brief.text, marker.span);
    const lost = missingAt.get(marker.span.start);
    return lost ? renderCitation(lost, words, at) : element('mark', { 'data-at': at }, renderInlineMarkdown(words));
  };

  const renderCitationKey = (citation: Citation, written: string): string => {
    const entry = resolveCached(citation, scope, date).entries[0]?.entry;
    // The key is in the prose, so its date is written as the brief writes dates.
    const words = [entry?.outlet?.value, entry?.issued && formatDateForBrief(entry.issued.value)]
      .filter(Boolean)
      .join(', ');
    return renderName(words || written) + renderNumbers(citation).html;
  };

  return (piece: Piece, base: number, inLink: boolean): string => {
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
      case 'entity': {
        const { ids, type, words } = piece;
        const html = renderInlineMarkdown(words);
        const kinds = new Set(ids.map((id) => named.kindOf(id, type)));
        const unknown = scope.declaresEntities && ids.every((id) => !scope.entities.has(id));
        const kind = kinds.size === 1 ? [...kinds][0] : 'is-other';
        const attributes = {
          class: `entity ${kind}${unknown ? ' unknown' : ''}`,
          'data-at': at,
        };
        // A name that several entities share links to none of them.
        if (inLink || ids.length > 1) return element('span', attributes, html);
        return element('a', { ...attributes, href: `#named-${named.numberOf(ids[0]!)}` }, html);
      }
    }
  };
}
