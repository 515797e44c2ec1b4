import fc from 'fast-check';
import { expect } from 'vitest';
import { findSourceChanges } from '../../../../server/src/analysis/comparison/sourceChanges.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { createWorkspace } from '../../../../server/src/workspace/index/workspaceStore.ts';
import { applyRandomEdit, notedText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const scope = createWorkspace().scopeOf('file:///a.brief');
const versionOf = (text: string) => ({ brief: readBrief(text, 'file:///a.brief'), scope });

testProperty('a text has no changes against itself', notedText(), (text) => {
  expect(findSourceChanges(versionOf(text), versionOf(text))).toEqual([]);
});

testProperty(
  'any two texts can be compared, and what is found lies in them',
  notedText(),
  fc.array(randomEdit, { maxLength: 5 }),
  (text, edits) => {
    const edited = edits.reduce((before, edit) => applyRandomEdit(before, edit).text, text);
    for (const { statement, earlier, lost, gained } of findSourceChanges(versionOf(text), versionOf(edited))) {
      for (const span of [statement, ...gained.map((one) => one.span)])
        expect(span.end).toBeLessThanOrEqual(edited.length);
      for (const span of [...(earlier ? [earlier] : []), ...lost.map((one) => one.span)])
        expect(span.end).toBeLessThanOrEqual(text.length);
    }
  },
);
