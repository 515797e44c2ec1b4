/** Renders a brief as HTML: typeset, names marked, citations numbered, sources listed at the end. */

import { runSync, type Steps } from '../base/memo/steps.ts';
import { lineStarts, positionAt } from '../base/text/positions.ts';
import { element, renderName } from '../protocol/html.ts';
import type { PreviewPart } from '../protocol/previewPart.ts';
import type { Scope } from '../scope/scope.ts';
import type { Brief, Citation } from '../syntax/ast.ts';
import { notesOf } from '../syntax/brief/notes.ts';
import { findMarkings } from '../syntax/registry/tlp.ts';
import { headerOf } from './header.ts';
import { headingLevels } from './headings.ts';
import { type RenderHooks, renderPassages } from './markdown.ts';
import { markdownSources } from './markdownSources.ts';
import { numberEntities } from './named.ts';
import { piecesOf } from './pieces.ts';
import { createPieceWriter } from './pieceWriter.ts';
import { releaseOf } from './release.ts';
import { numberSources, renderSourceList } from './sources.ts';
import { titleOf } from './title.ts';
import { languageOf } from './words/index.ts';
import type { PageWords } from './words/words.ts';

export interface RenderedBrief {
  readonly title: string;
  /** The language of the brief, BCP 47. */
  readonly language: string;
  readonly parts: readonly PreviewPart[];
}

export interface RenderOptions {
  /** What a brief is called that has no title, where it needs one: at the top of a window, not on the page. */
  readonly fallbackTitle: string;
  /** Replaces the title of the brief. */
  readonly title?: string;
  /** Whether a citation without a source is to be seen as one; by default each is. */
  readonly isGap?: (citation: Citation) => boolean;
  /** Whether ratings and entries above the marking of the brief are on the page, and what the registries do not know. */
  readonly internal?: boolean;
  /** Whether elements carry their positions in the file, for the preview. */
  readonly includePositions?: boolean;
}

/** `renderBriefInSteps` without a pause. */
export function renderBrief(brief: Brief, scope: Scope, options: RenderOptions): RenderedBrief {
  return runSync(renderBriefInSteps(brief, scope, options));
}

/**
 * Renders a brief. All text from files is escaped; only `http(s)` addresses become links; the page loads nothing. The first part
 * is the header, then come the passages in text order, then the lists of sources and names.
 */
export function* renderBriefInSteps(
  brief: Brief,
  scope: Scope,
  { fallbackTitle, title: givenTitle, isGap = () => true, internal = false, includePositions = false }: RenderOptions,
): Steps<RenderedBrief> {
  const { text } = brief;
  const starts = lineStarts(text);
  const lineOf = (offset: number) => positionAt(starts, offset).line;
  const { tag: language, words } = languageOf(brief);
  const release = releaseOf(brief, scope, internal);
  const pieces = yield* piecesOf(brief, scope);
  const sources = yield* numberSources(brief, scope, { words, release, isGap });
  const named = numberEntities(pieces, scope, words, release);
  yield;
  const title = titleOf(brief);
  const titleLine = title.line === undefined ? undefined : lineOf(title.line);
  const headings = new Map([...headingLevels(brief)].map(([offset, level]) => [lineOf(offset), level]));
  if (titleLine !== undefined) headings.set(titleLine, 1);
  yield;
  const classes = paragraphClasses(brief, lineOf, titleLine);
  const writer = createPieceWriter({ brief, scope, sources, named, words, release, includePositions });
  yield;
  const hooks: RenderHooks = {
    renderPiece: (index, line, inLink) => writer.renderPiece(pieces[index]!, starts[line]!, inLink),
    pieceText: (index) => text.slice(pieces[index]!.start, pieces[index]!.end),
    headingLevel: (line) => headings.get(line),
    paragraphClass: (line) => classes.get(line),
    imageWords: words.image,
    includeLines: includePositions,
  };
  const passages: PreviewPart[] = [];
  const state = { lastLevel: 1 };
  let heading = title.text === undefined ? '' : element('h1', {}, renderName(title.text));
  for (const source of markdownSources(brief, pieces, titleLine === undefined ? undefined : starts[titleLine + 1])) {
    for (const { line, html } of renderPassages(source, hooks, state)) {
      if (line === titleLine) heading = html;
      else passages.push({ line, at: starts[line]!, html });
    }
    yield;
  }
  if (givenTitle !== undefined) heading = element('h1', {}, renderName(givenTitle));
  const sourceList = yield* renderSourceList(sources, scope, { words, release, countOf: writer.countOf });
  const lists = [sourceList, named.html].filter(Boolean);
  const lastLine = starts.length - 1;
  const at = titleLine === undefined ? 0 : starts[titleLine]!;
  return {
    title: givenTitle ?? title.text ?? fallbackTitle,
    language,
    parts: [
      { line: titleLine ?? 0, at, html: renderHeader(brief, heading, words) },
      ...passages,
      ...lists.map((html): PreviewPart => ({ line: lastLine, at: 0, html })),
    ],
  };
}

/** The CSS classes of the paragraphs by line. */
function paragraphClasses(
  brief: Brief,
  lineOf: (offset: number) => number,
  titleLine: number | undefined,
): Map<number, string> {
  const classes = new Map<number, string>();
  for (const [index, { kind, shape, content }] of brief.blocks.entries()) {
    const [start, end] = [brief.starts[index]! + content.start, brief.starts[index]! + content.end];
    const line = lineOf(start);
    if (kind === 'paragraph' && end - start < MAX_MARKING_LENGTH && isMarking(brief.text.slice(start, end)))
      classes.set(line, 'marking');
    else if (shape === 'masthead') classes.set(line === titleLine ? line + 1 : line, shape);
    else if (shape === 'credit' || shape === 'source') classes.set(line, shape);
  }
  for (const { number } of notesOf(brief)) classes.set(lineOf(number.start), 'note');
  return classes;
}

/** `**TLP:AMBER+STRICT**` with some decoration. */
const MAX_MARKING_LENGTH = 60;

function isMarking(paragraph: string): boolean {
  return findMarkings(paragraph)[0]?.isOnOwnLine === true;
}

function renderHeader(brief: Brief, heading: string, words: PageWords): string {
  const { facts, marking } = headerOf(brief, words);
  const lines = [
    heading,
    facts.length > 0 ? element('p', { class: 'facts' }, facts.map(renderName).join(' · ')) : '',
    marking ? element('p', { class: 'marking' }, renderName(marking)) : '',
  ].join('');
  return lines === '' ? '' : element('header', {}, lines);
}
