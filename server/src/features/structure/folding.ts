/** What can be folded away: sections, front matter and comments of briefs; lists and entries of registries. */

import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { frontMatterOf, sectionsOf } from '../../syntax/brief/brief.ts';
import type { Feature } from '../feature.ts';
import { registryLists } from './topLevelLists.ts';

/** From the first line, which stays, to the last, counted from zero. */
export interface Fold {
  readonly kind: 'section' | 'front matter' | 'comment' | 'list' | 'entry';
  readonly from: number;
  readonly to: number;
}

interface Piece {
  readonly kind: Fold['kind'];
  readonly span: Span;
}

/** The folds of a brief in order of place, nested; none is of a single line. */
export function briefFolds(brief: Brief): Fold[] {
  const pieces: Piece[] = sectionsOf(brief).map(({ title, span }) => ({
    kind: 'section',
    span: { start: title.span.start, end: span.end },
  }));
  const first = brief.blocks[0];
  if (first?.kind === 'front-matter') {
    pieces.push({ kind: 'front matter', span: first.content });
    const registry = frontMatterOf(brief)?.registry;
    // The last line is `---`, which belongs to no list.
    const yaml = brief.text.slice(0, brief.text.lastIndexOf('\n', first.content.end - 1) + 1);
    if (registry) pieces.push(...registryPieces(yaml, registry));
  }
  pieces.push(...commentPieces(brief));
  return nested(brief.text, pieces);
}

/** The folds of a registry whose text this is, likewise. */
export function registryFolds(text: string, registry: Registry): Fold[] {
  return nested(text, registryPieces(text, registry));
}

function registryPieces(text: string, { types, entities, sources }: Registry): Piece[] {
  return [
    ...registryLists(text).map((span) => ({ kind: 'list' as const, span })),
    ...[...types, ...entities, ...sources].map(({ span }) => ({ kind: 'entry' as const, span })),
    ...commentLines(text),
  ];
}

/** Lines of YAML comments, those that follow each other together. */
function commentLines(text: string): Piece[] {
  const runs: Piece[] = [];
  let run: { start: number; end: number } | undefined;
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    if (!line[0].trimStart().startsWith('#')) run = undefined;
    else if (run?.end === line.index - 1) run.end = end;
    else {
      run = { start: line.index, end };
      runs.push({ kind: 'comment', span: run });
    }
  }
  return runs;
}

/** HTML comments with nothing but white space between them go together. */
function commentPieces(brief: Brief): Piece[] {
  const runs: { start: number; end: number }[] = [];
  for (const [index, { atoms }] of brief.blocks.entries()) {
    for (const atom of atoms) {
      if (atom.kind !== 'comment') continue;
      const span = shift(atom, brief.starts[index]!);
      const run = runs.at(-1);
      if (run && run.end <= span.start && brief.text.slice(run.end, span.start).trim() === '') run.end = span.end;
      else runs.push({ ...span });
    }
  }
  return runs.map((span) => ({ kind: 'comment', span }));
}

/** The pieces as whole lines. One that is a single line, begins with the same line as a wider one, or crosses another is left out. */
function nested(text: string, pieces: readonly Piece[]): Fold[] {
  const starts = lineStarts(text);
  const folds = pieces.map(({ kind, span }): Fold => {
    let end = span.end;
    while (end > span.start && isSpace(text.charCodeAt(end - 1))) end--;
    return { kind, from: positionAt(starts, span.start).line, to: positionAt(starts, end).line };
  });
  const kept: Fold[] = [];
  const open: Fold[] = [];
  for (const fold of folds.sort((a, b) => a.from - b.from || b.to - a.to)) {
    while (open.length > 0 && open.at(-1)!.to < fold.from) open.pop();
    const around = open.at(-1);
    if (fold.to <= fold.from || (around && (fold.to > around.to || fold.from === around.from))) continue;
    kept.push(fold);
    open.push(fold);
  }
  return kept;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}

export const foldingFeature: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capability: () => ({ foldingRangeProvider: true }),
  answer({ textDocument }, { open, client }) {
    const file = open(textDocument.uri);
    if (!file) return undefined;
    const folds = file.kind === 'brief' ? briefFolds(file.value) : registryFolds(file.document.getText(), file.value);
    // The limit is a wish; the outer folds are the ones to keep.
    const limit = client.textDocument?.foldingRange?.rangeLimit ?? folds.length;
    return widest(folds, limit).map(({ kind, from, to }) => ({
      startLine: from,
      endLine: to,
      ...(kind === 'comment' && { kind }),
    }));
  },
};

function widest(folds: readonly Fold[], limit: number): readonly Fold[] {
  if (folds.length <= limit) return folds;
  const byWidth = [...folds].sort((a, b) => b.to - b.from - (a.to - a.from));
  return byWidth.slice(0, limit).sort((a, b) => a.from - b.from);
}
