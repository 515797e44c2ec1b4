/** Folding ranges: sections, lists of notes, front matter and comments of briefs; lists and entries of registries. */

import type { FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { lineStarts, positionAt } from '../../base/text/positions.ts';
import { type Span, shift } from '../../base/text/span.ts';
import type { Brief, Registry } from '../../syntax/ast.ts';
import { frontMatterOf, sectionsOf } from '../../syntax/brief/brief.ts';
import type { Feature } from '../feature.ts';
import { topLevelLists } from './topLevelLists.ts';

/** Lines count from zero. The first line stays visible. */
export interface Fold {
  readonly kind: 'section' | 'notes' | 'front matter' | 'comment' | 'list' | 'entry';
  readonly startLine: number;
  readonly endLine: number;
}

interface FoldableSpan {
  readonly kind: Fold['kind'];
  readonly span: Span;
}

/** The folds of a brief by position, nested. None is a single line. */
export function briefFolds(brief: Brief): Fold[] {
  const foldable: FoldableSpan[] = sectionsOf(brief).map(({ title, span }) => ({
    kind: 'section',
    span: { start: title.span.start, end: span.end },
  }));
  const first = brief.blocks[0];
  if (first?.kind === 'front-matter') {
    foldable.push({ kind: 'front matter', span: first.content });
    const registry = frontMatterOf(brief)?.registry;
    // The last line is `---`, which does not belong to a list.
    const yaml = brief.text.slice(0, brief.text.lastIndexOf('\n', first.content.end - 1) + 1);
    if (registry) foldable.push(...foldableSpansOf(yaml, registry));
  }
  for (const { span } of brief.notes.lists) foldable.push({ kind: 'notes', span });
  foldable.push(...htmlComments(brief));
  return nestFolds(brief.text, foldable);
}

/** The folds of a registry with this text. */
export function registryFolds(text: string, registry: Registry): Fold[] {
  return nestFolds(text, foldableSpansOf(text, registry));
}

function foldableSpansOf(text: string, { types, entities, sources }: Registry): FoldableSpan[] {
  return [
    ...topLevelLists(text).map((span) => ({ kind: 'list' as const, span })),
    ...[...types, ...entities, ...sources].map(({ span }) => ({ kind: 'entry' as const, span })),
    ...yamlComments(text),
  ];
}

/** YAML comments; consecutive lines form one fold. */
function yamlComments(text: string): FoldableSpan[] {
  const runs: FoldableSpan[] = [];
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

/** HTML comments; those separated only by whitespace form one fold. */
function htmlComments(brief: Brief): FoldableSpan[] {
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

/**
 * Converts spans to lines. Drops folds of a single line, folds that start on the same line as a wider one, and folds
 * that cross another.
 */
function nestFolds(text: string, foldable: readonly FoldableSpan[]): Fold[] {
  const starts = lineStarts(text);
  const folds = foldable.map(({ kind, span }): Fold => {
    let end = span.end;
    while (end > span.start && isSpace(text.charCodeAt(end - 1))) end--;
    return { kind, startLine: positionAt(starts, span.start).line, endLine: positionAt(starts, end).line };
  });
  const result: Fold[] = [];
  const stack: Fold[] = [];
  for (const fold of folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)) {
    while (stack.length > 0 && stack.at(-1)!.endLine < fold.startLine) stack.pop();
    const parent = stack.at(-1);
    if (
      fold.endLine <= fold.startLine ||
      (parent && (fold.endLine > parent.endLine || fold.startLine === parent.startLine))
    )
      continue;
    result.push(fold);
    stack.push(fold);
  }
  return result;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}

export const foldingFeature: Feature<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
  capability: () => ({ foldingRangeProvider: true }),
  includedLanguages: ['plaintext'],
  answer({ textDocument }, { open, client }) {
    const file = open(textDocument.uri);
    if (!file) return undefined;
    const folds = file.kind === 'brief' ? briefFolds(file.value) : registryFolds(file.document.getText(), file.value);
    // The client's limit is a hint. The longest folds are the most useful.
    const limit = client.textDocument?.foldingRange?.rangeLimit ?? folds.length;
    return longestFolds(folds, limit).map(({ kind, startLine, endLine }) => ({
      startLine: startLine,
      endLine: endLine,
      ...(kind === 'comment' && { kind }),
    }));
  },
};

function longestFolds(folds: readonly Fold[], limit: number): readonly Fold[] {
  if (folds.length <= limit) return folds;
  const byWidth = [...folds].sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine));
  return byWidth.slice(0, limit).sort((a, b) => a.startLine - b.startLine);
}
