/**
 * Edits of a text as a unified diff, which `git apply` and `patch` read.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */

import { commonEnds } from '../base/memo/commonEnds.ts';
import { partitionPoint } from '../base/memo/search.ts';
import type { Span } from '../base/text/span.ts';

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Lines from one number to another, from zero, that become others. */
interface ChangedLines {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

const CONTEXT_LINES = 3;

/** The diff of one file; empty without edits. The edits are in order and do not overlap. */
export function formatUnifiedDiff(name: string, text: string, edits: readonly TextEdit[]): string {
  const lines = splitLines(text);
  const hunks = groupNear(changedLines(text, lines, edits));
  if (hunks.length === 0) return '';
  let shift = 0;
  const written = hunks.map((changes) => {
    const start = Math.max(0, changes[0]!.from - CONTEXT_LINES);
    const end = Math.min(lines.length, changes.at(-1)!.to + CONTEXT_LINES);
    const grown = changes.reduce((sum, { from, to, lines: { length } }) => sum + length - (to - from), 0);
    const rows: string[] = [];
    let at = start;
    for (const { from, to, lines: replacement } of changes) {
      for (const line of lines.slice(at, from)) rows.push(row(' ', line));
      for (const line of lines.slice(from, to)) rows.push(row('-', line));
      for (const line of replacement) rows.push(row('+', line));
      at = to;
    }
    for (const line of lines.slice(at, end)) rows.push(row(' ', line));
    const header = `@@ -${range(start, end - start)} +${range(start + shift, end - start + grown)} @@\n`;
    shift += grown;
    return header + rows.join('');
  });
  return `--- a/${name}\n+++ b/${name}\n${written.join('')}`;
}

/** The lines with their ends. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What each edit changes, in whole lines; edits that share a line are one. */
function changedLines(text: string, lines: readonly string[], edits: readonly TextEdit[]): ChangedLines[] {
  const starts: number[] = [];
  for (let at = 0; starts.length < lines.length; at += lines[starts.length - 1]!.length) starts.push(at);
  const startOf = (line: number) => starts[line] ?? text.length;
  const lineAt = (offset: number) => Math.max(0, partitionPoint(starts.length, (line) => starts[line]! <= offset) - 1);
  const changes: ChangedLines[] = [];
  for (let index = 0; index < edits.length; ) {
    const from = lineAt(edits[index]!.span.start);
    let to = from;
    let replacement = '';
    let position = startOf(from);
    do {
      const { span, text: inserted } = edits[index++]!;
      replacement += text.slice(position, span.start) + inserted;
      position = span.end;
      to = lineAt(position) + 1;
    } while (index < edits.length && edits[index]!.span.start < startOf(to));
    replacement += text.slice(position, startOf(to));
    changes.push(...withoutEqualEnds({ from, to: Math.min(to, lines.length), lines: splitLines(replacement) }, lines));
  }
  return changes;
}

/** The change without the lines that stay as they are at its start and end; none if all do. */
function withoutEqualEnds({ from, to, lines: after }: ChangedLines, lines: readonly string[]): ChangedLines[] {
  const before = lines.slice(from, to);
  const { start, tail } = commonEnds(before, after);
  if (before.length === after.length && start === before.length) return [];
  return [{ from: from + start, to: to - tail, lines: after.slice(start, after.length - tail) }];
}

/** Changes with so few lines between them that their context would overlap are one hunk. */
function groupNear(changes: readonly ChangedLines[]): ChangedLines[][] {
  const hunks: ChangedLines[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last && change.from - last.at(-1)!.to <= 2 * CONTEXT_LINES) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function row(sign: ' ' | '-' | '+', line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}

/** The start, from one, and the number of lines; of none, the line before. */
function range(start: number, count: number): string {
  const first = count === 0 ? start : start + 1;
  return count === 1 ? `${first}` : `${first},${count}`;
}
