import fc from 'fast-check';
import { expect } from 'vitest';
import { applyRandomEdit, briefText, randomEdit, testAsyncProperty } from '../support/arbitraries.ts';
import { openBrief } from './openBrief.ts';

testAsyncProperty(
  'after any edits, an answer equals a fresh one, and has a new id if it differs from the last one',
  briefText(60),
  fc.array(fc.tuple(randomEdit, fc.boolean()), { minLength: 1, maxLength: 6 }),
  async (text, changes) => {
    const brief = openBrief(text);
    let before = await brief.tell();
    for (const [one, asks] of changes) {
      const { edit } = applyRandomEdit(brief.text(), one);
      brief.replace(edit.start, edit.end, one.inserted);
      if (!asks) continue;
      const after = await brief.tell();
      expect(after.diagnostics).toEqual((await openBrief(brief.text()).tell()).diagnostics);
      if (after.resultId === before.resultId) expect(after.diagnostics).toEqual(before.diagnostics);
      before = after;
    }
  },
);
