import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { shift } from '../../../../server/src/base/text/span.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { recordsOf } from '../../../../server/src/syntax/brief/records.ts';
import { applyRandomEdit, briefText, notedText, randomEdit, testProperty } from '../../support/arbitraries.ts';

describe('records of a brief', () => {
  testProperty('are the citations of its blocks, in order of position', fc.oneof(briefText(), notedText()), (text) => {
    const brief = readBrief(text);
    const records = recordsOf(brief);
    expect(records.map(({ value }) => value)).toEqual(brief.blocks.flatMap(({ citations }) => citations));
    const starts = records.map(({ at, value }) => shift(value.span, at).start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  const edited = fc.tuple(
    fc.oneof(briefText(120), notedText(60)),
    fc.array(randomEdit, { minLength: 1, maxLength: 6 }),
  );
  testProperty('after edits are those of a brief read from scratch', edited, ([text, edits]) => {
    let brief = readBrief(text);
    recordsOf(brief);
    for (const change of edits) {
      const { text: after, edit } = applyRandomEdit(brief.text, change);
      brief = updateBrief(brief, after, edit);
      expect(recordsOf(brief)).toEqual(recordsOf(readBrief(after)));
    }
  });
});
