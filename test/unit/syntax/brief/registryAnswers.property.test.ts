/** A brief that the registries have a part in, edited. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief, updateBrief, withKnownNames } from '../../../../server/src/syntax/brief/brief.ts';
import { type KnownNames, NOTHING_KNOWN } from '../../../../server/src/syntax/knownNames.ts';
import { applyRandomEdit, briefText, notedText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const known: KnownNames = {
  isOutlet: (name) => /^(?:cats|dogs|updated|a|Title)$/i.test(name),
  isNoSource: (name) => /^(?:Kabul|Radio Ozodi)$/.test(name),
  hasSource: (id) => id === 'k' || id === 'a',
};

testProperty(
  'an edit of a brief gives what reading gives',
  fc.tuple(fc.oneof(briefText(), notedText()), fc.array(randomEdit, { maxLength: 6 })),
  ([text, edits]) => {
    let brief = withKnownNames(readBrief(text), known);
    for (const edit of edits) {
      const after = applyRandomEdit(brief.text, edit);
      if (after) brief = updateBrief(brief, after.text, after.edit);
    }
    expect(brief).toEqual(readBrief(brief.text, '', known));
    expect(withKnownNames(brief, NOTHING_KNOWN)).toEqual(readBrief(brief.text));
  },
);
