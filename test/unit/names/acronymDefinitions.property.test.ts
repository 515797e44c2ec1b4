import fc from 'fast-check';
import { expect } from 'vitest';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { factsOf } from '../../../server/src/workspace/briefFacts.ts';
import { applyRandomEdit, type RandomEdit, testProperty } from '../support/arbitraries.ts';
import { mentions, renamed, scope } from './support.ts';

const pieces = fc.constantFrom(
  ...[
    'Hayat Tahrir al-Sham',
    '(HTS)',
    ' (HTS)',
    'HTS',
    ' HTS ',
    '[Some Team](group:st)',
    ' (ST)',
    'ST',
    '\n\n',
    '\n\n',
    '. ',
    ' ',
    '`',
    '(',
    ')',
  ],
  ...[
    'Islamic State in Khorasan Province (ISKP)',
    'ISKP',
    '[x](group:hts) (HTS)',
    'Kurdistan Workers’ Party (PKK)',
    '<!--',
    '-->',
    '---\n',
  ],
);
const text = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));
const edit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  inserted: fc.oneof(fc.constant(''), pieces),
});
const other = createScope([{ uri: 'r', registry: readRegistry('entities:\n  - { id: t, type: org, name: HTS }\n') }]);
const typed = renamed('ISKP');
const scopes = fc.constantFrom(scope, typed, renamed('Some Team'), other);

testProperty(
  'cached mentions equal those found from scratch',
  text,
  fc.array(fc.tuple(edit, scopes), { minLength: 1, maxLength: 5 }),
  (start, steps) => {
    let brief = readBrief(start);
    for (const [change, where] of steps) {
      mentions(brief, where);
      const { text: after, edit } = applyRandomEdit(brief.text, change);
      brief = updateBrief(brief, after, edit);
      const fresh = readBrief(after);
      expect(mentions(brief, where)).toEqual(mentions(fresh, where));
      expect(factsOf(brief, where.findNames)).toEqual(factsOf(fresh, where.findNames));
    }
  },
);
