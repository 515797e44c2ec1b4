/** What tests of features and edits share. */
import { expect } from 'vitest';
import type { Change } from '../../../server/src/edits/change.ts';

/** The text after its changes; checks that they lie inside it and do not overlap. Their URIs are not looked at. */
export function apply(text: string, changes: readonly Pick<Change, 'span' | 'text'>[]): string {
  let after = '';
  let end = 0;
  for (const { span, text: replacement } of [...changes].sort((a, b) => a.span.start - b.span.start)) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    after += text.slice(end, span.start) + replacement;
    end = span.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
  return after + text.slice(end);
}

/** The texts by URI after changes in any of them. A change of an unknown file fails the test. */
export function applyAll(texts: ReadonlyMap<string, string>, changes: readonly Change[]): Map<string, string> {
  const after = new Map(texts);
  for (const uri of new Set(changes.map((change) => change.uri))) {
    expect(after.has(uri), uri).toBe(true);
    after.set(
      uri,
      apply(
        texts.get(uri)!,
        changes.filter((change) => change.uri === uri),
      ),
    );
  }
  return after;
}
