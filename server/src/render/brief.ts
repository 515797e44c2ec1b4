/** A brief as it is read: typeset, its names marked, its citations numbered, its sources listed at the end. */

import * as l10n from '@vscode/l10n';
import { lineStarts, positionAt } from '../base/text/positions.ts';
import { element, escapeHtml, name } from '../protocol/html.ts';
import type { Part } from '../protocol/previewPart.ts';
import { type Resolution, resolveOnce } from '../scope/resolveCitation.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief, Citation } from '../syntax/ast.ts';
import { dateOf, frontMatterOf, sectionsOf } from '../syntax/brief/brief.ts';

import { sayDate, writeDate } from '../syntax/date/calendar.ts';
import { besidePieces, placeOfPiece, renderPassages, renderWords, type Setting, type Source } from './markdown.ts';
import { type Named, numberNamed } from './named.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { numberSources, type Sources, sourceList } from './sources.ts';

export interface RenderedBrief {
  readonly title: string;
  readonly parts: readonly Part[];
}

export interface RenderOptions {
  /** The title of a brief that gives itself none. */
  readonly fallback: string;
  /** A title that wins over that of the brief. */
  readonly title?: string;
  /** Whether elements say where in the file they come from. */
  readonly live?: boolean;
}

/** Sets a brief. Everything from files is escaped; only `http(s)` addresses become links; nothing is fetched. */
export function renderBrief(
  brief: Brief,
  scope: Scope,
  { fallback, title: given, live = false }: RenderOptions,
): RenderedBrief {
  const { text } = brief;
  const starts = lineStarts(text);
  const pieces = piecesOf(brief, scope);
  const sources = numberSources(brief, scope);
  const named = numberNamed(pieces, scope);
  const title = given ?? frontMatterOf(brief)?.title?.value ?? fallback;
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const headings = new Map(
    sectionsOf(brief).map(({ title: { span }, level }) => [lineOf(span.start), Math.min(6, level + 1)]),
  );
  const shapes = new Map(
    brief.blocks.flatMap(({ shape, content }, index) =>
      shape === 'masthead' || shape === 'credit'
        ? [[lineOf(brief.starts[index]! + content.start), shape] as const]
        : [],
    ),
  );
  const show = pieceWriter({ brief, scope, sources, named, live });
  const setting: Setting = {
    show: (index, line, inLink) => show(pieces[index]!, starts[line]!, inLink),
    written: (index) => text.slice(pieces[index]!.start, pieces[index]!.end),
    heading: (line) => headings.get(line),
    shape: (line) => shapes.get(line),
    lines: live,
  };
  const passages = renderPassages(sourceOf(brief, pieces), setting).map(
    ({ line, html }): Part => ({ line, at: starts[line]!, html }),
  );
  const lists = [sourceList(sources, scope, live), named.list].filter(Boolean);
  const last = starts.length - 1;
  return {
    title,
    parts: [
      { line: 0, at: 0, html: header(brief, title) },
      ...passages,
      ...lists.map((html): Part => ({ line: last, at: 0, html })),
    ],
  };
}

function header(brief: Brief, title: string): string {
  const front = frontMatterOf(brief);
  const date = dateOf(brief)?.value;
  const facts = [front?.publication?.value, date && sayDate(date), front?.author?.value].filter(Boolean);
  const marking = front?.tlp?.value.replace(/^TLP:\s*/i, '');
  return element(
    'header',
    {},
    [
      element('h1', {}, name(title)),
      facts.length > 0 ? element('p', { class: 'facts' }, facts.map((fact) => name(fact ?? '')).join(' · ')) : '',
      marking ? element('p', { class: 'marking' }, `TLP:${name(marking)}`) : '',
    ].join(''),
  );
}

/** The text below the front matter, with a place for every piece. */
function sourceOf({ text, blocks, starts }: Brief, pieces: readonly Piece[]): Source {
  let from = blocks[0]?.kind === 'front-matter' ? (starts[1] ?? text.length) : text.startsWith('\uFEFF') ? 1 : 0;
  let line = lineStarts(text.slice(0, from)).length - 1;
  const lines = [line];
  let out = '';
  const take = (end: number) => {
    const words = text.slice(from, end);
    for (let count = lineStarts(words).length - 1; count > 0; count--) lines.push(++line);
    out += besidePieces(words);
  };
  for (const [index, { start, end }] of pieces.entries()) {
    take(start);
    out += placeOfPiece(index);
    line += lineStarts(text.slice(start, end)).length - 1;
    from = end;
  }
  take(text.length);
  return { text: out, lines };
}

function sayNumber(number: number, status: Resolution['status']): string {
  if (status === 'unknown') return l10n.t('Source {0}, unknown', number);
  if (status === 'ambiguous') return l10n.t('Source {0}, ambiguous', number);
  return l10n.t('Source {0}', number);
}

interface Page {
  readonly brief: Brief;
  readonly scope: Scope;
  readonly sources: Sources;
  readonly named: Named;
  readonly live: boolean;
}

/** Writes pieces; `base` is where their part begins. */
function pieceWriter({ brief, scope, sources, named, live }: Page) {
  const marks = new Set<number>();
  const missing = new Map(sources.missing.map(({ citation }, index) => [citation, index + 1]));
  const date = dateOf(brief)?.value;

  /** Links from the list lead to the first place a source is cited at. */
  const numbered = (citation: Citation) => {
    const numbers = sources.numbersOf(citation);
    const status = sources.statusOf(citation);
    const doubt = status === 'unknown' || status === 'ambiguous' ? '?' : '';
    const links = numbers.map((number) => {
      const first = !marks.has(number);
      marks.add(number);
      const attributes = {
        href: `#source-${number}`,
        id: first ? `cited-${number}` : undefined,
        'aria-label': sayNumber(number, status),
      };
      return element('a', attributes, `${number}${doubt}`);
    });
    return { doubt, html: links.length > 0 ? element('sup', {}, `[${links.join(', ')}]`) : '' };
  };

  const cite = (citation: Citation, words: string, at: number | undefined): string => {
    const lost = missing.get(citation);
    if (lost !== undefined) {
      const mark = element(
        'mark',
        {},
        `${element('strong', {}, escapeHtml(l10n.t('source missing')))}${/^\s*,/.test(words) ? '' : ' '}${renderWords(words)}`,
      );
      return element('a', { class: 'missing', id: `missing-${lost}`, href: '#sources-title', 'data-at': at }, mark);
    }
    const { doubt, html } = numbered(citation);
    const attributes = { class: doubt ? 'citation doubtful' : 'citation', 'data-at': at };
    return element('span', attributes, renderWords(words, { links: true }) + html);
  };

  const sayKey = (citation: Citation, written: string): string => {
    const entry = resolveOnce(citation, scope, date).entries[0]?.entry;
    // It stands in the prose of the brief.
    const words = [entry?.outlet?.value, entry?.issued && writeDate(entry.issued.value)].filter(Boolean).join(', ');
    return name(words || written) + numbered(citation).html;
  };

  return (piece: Piece, base: number, inLink: boolean): string => {
    // The place of the first letter but one: at an edge two things may meet.
    const place = (start: number, end: number) => (live ? start - base + (end - start > 1 ? 1 : 0) : undefined);
    switch (piece.kind) {
      case 'comment':
        return '';
      case 'citation':
        if (inLink) return renderWords(piece.words);
        return cite(piece.citation, piece.words, place(piece.start, piece.end));
      case 'keys': {
        const parts = piece.parts.map((part) => {
          if (typeof part === 'string') return renderWords(part);
          const { citation, start, written } = part;
          if (inLink) return name(written);
          const attributes = { class: 'citation', 'data-at': live ? start - base : undefined };
          return element('span', attributes, sayKey(citation, written));
        });
        return `(${parts.join('')})`;
      }
      case 'entity': {
        const { ids, type, words } = piece;
        const html = renderWords(words);
        const kinds = new Set(ids.map((id) => named.kindOf(id, type)));
        const unknown = scope.hasEntities && ids.every((id) => !scope.entities.has(id));
        const kind = kinds.size === 1 ? [...kinds][0] : 'is-other';
        const attributes = {
          class: `entity ${kind}${unknown ? ' unknown' : ''}`,
          'data-at': place(piece.start, piece.end),
        };
        // A name that several bear leads to none of them.
        if (inLink || ids.length > 1) return element('span', attributes, html);
        return element('a', { ...attributes, href: `#named-${named.numberOf(ids[0]!)}` }, html);
      }
    }
  };
}
