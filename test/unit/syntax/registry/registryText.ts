import fc from 'fast-check';
import { expect } from 'vitest';
import type { Span } from '../../../../server/src/base/text/span.ts';
import type { RegistryProblem } from '../../../../server/src/syntax/ast.ts';

/**
 * Fixtures for YAML: a line that starts with `#!` marks places of the line above by carets (which stand below what they
 * mark) and says how the message there begins. Such lines are taken out before the text is read.
 *
 *       issued: 2021-02-30
 *     #!        ^^^^^^^^^^ The calendar has no
 */
export function marked(fixture: string, newline = '\n'): { text: string; expected: { span: Span; words: string }[] } {
  const lines: string[] = [];
  const expected: { span: Span; words: string }[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of fixture.replace(/^\n/, '').split('\n')) {
    const mark = /^#!\s*(\^+) ?(.*)$/.exec(line);
    if (mark?.[1]) {
      const column = line.indexOf('^');
      const start = lineStart + column;
      expected.push({ span: { start, end: start + mark[1].length }, words: mark[2] ?? '' });
      continue;
    }
    lines.push(line);
    lineStart = next;
    next += line.length + newline.length;
  }
  return { text: lines.join(newline), expected };
}

/** Checks that the problems are exactly those the marks announce; answers what the reader made of the text. */
export function checkProblems<T>(
  fixture: string,
  read: (text: string) => T,
  problemsOf: (value: T) => readonly RegistryProblem[],
  newline?: string,
): T {
  const { text, expected } = marked(fixture, newline);
  const value = read(text);
  const shown = problemsOf(value).map(({ span, message }, index) => {
    const words = expected[index]?.words ?? '';
    return { place: text.slice(span.start, span.end), span, words: message.startsWith(words) ? words : message };
  });
  expect(shown).toEqual(expected.map(({ span, words }) => ({ place: text.slice(span.start, span.end), span, words })));
  return value;
}

/** Every `{value, span}` in a value, however deep, with the path to it. */
export function locatedIn(value: unknown, path = ''): { path: string; value: unknown; span: Span }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'span' in value && 'value' in value ? [{ path, value: value.value, span: value.span as Span }] : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => locatedIn(inner, path ? `${path}.${key}` : key))];
}

/** Every span in a value, those of problems and whole entries included, that is no stretch of the text. */
export function spansOutside(text: string, value: unknown): Span[] {
  return spansIn(value).filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
}

function spansIn(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'span' in value ? [value.span as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

/** Any UTF-16 code unit, halves of surrogate pairs included; fast-check's own `binary` takes a second to set up. */
export const codeUnit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
