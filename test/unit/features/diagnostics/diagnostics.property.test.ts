import fc from 'fast-check';
import { expect } from 'vitest';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';
import { openBrief } from './support.ts';

testProperty(
  'after any edits, an answer equals a fresh one, and has a new id if it differs from the last one',
  briefText(60),
  fc.array(fc.tuple(randomEdit, fc.boolean()), { minLength: 1, maxLength: 6 }),
  (text, changes) => {
    const brief = openBrief(text);
    let before = brief.tell();
    for (const [one, asks] of changes) {
      const { edit } = applyRandomEdit(brief.text(), one);
      brief.replace(edit.start, edit.end, one.inserted);
      if (!asks) continue;
      const after = brief.tell();
      expect(after.diagnostics).toEqual(openBrief(brief.text()).tell().diagnostics);
      if (after.resultId === before.resultId) expect(after.diagnostics).toEqual(before.diagnostics);
      before = after;
    }
  },
);
