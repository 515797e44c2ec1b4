import fc from 'fast-check';
import { expect } from 'vitest';
import { DEFAULT_CHECK_SETTINGS } from '../../../../server/src/rules/engine/settings.ts';
import { names } from '../../../../server/src/rules/names/index.ts';
import { checkBrief } from '../../../../server/src/rules/run/runRules.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../../support/arbitraries.ts';

const registry = readRegistry(`entities:
  - { id: hts, type: group, name: Hayat Tahrir al-Sham }
  - { id: ji, type: group, name: Jemaah Islamiyah, aliases: [JI] }
  - { id: one, type: place, name: Georgia }
  - { id: two, type: place, name: Georgia }
  - { id: is, type: group, name: Islamic State }
`);
/** Registries, and a scope of them that is asked again and again. */
const worlds = [[], [{ uri: 'r', registry }]].map((registries) => ({ registries, scope: createScope(registries) }));
const settings = {
  ...DEFAULT_CHECK_SETTINGS,
  rules: Object.fromEntries(names.rules.map(({ code }) => [code, 'warning' as const])),
};
const pieces = fc.constantFrom(
  ...[
    'Hayat Tahrir al-Sham (HTS)',
    'HTS',
    ' HTS left',
    '[Hayat Tahrir al-Sham](group:hts)',
    ' (HTS)',
    'Jemaah Islamiya ',
    'JI',
  ],
  ...[
    'Georgia ',
    '[Georgia](place:two) ',
    'Islamic Sttate',
    'QRTF-K',
    ' or QRTF',
    'CJTF-OIR',
    '(QRTF, May 3)',
    '# Summary\n\n',
    '\n\n',
  ],
  ...[
    '| QRTF |\n',
    'Source: QRTF\n',
    '_QRTF',
    'the Quick Reaction Task Force (QRTF)',
    'IN CAPITALS ALL OF IT. ',
    ' men came. ',
  ],
);
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: briefText(2) }), { maxLength: 16 })
  .map((parts) => parts.join(''));
const edit = fc.oneof(
  randomEdit,
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(9), inserted: pieces }),
);

testProperty(
  'all rules about names on: after edits the findings are those of a fresh look, in the text, and say something',
  text,
  fc.array(fc.tuple(edit, fc.constantFrom(...worlds)), { minLength: 1, maxLength: 4 }),
  (start, steps) => {
    let brief = readBrief(start);
    for (const [one, { registries, scope }] of steps) {
      checkBrief('b', brief, scope, settings);
      const { text: after, edit } = applyRandomEdit(brief.text, one);
      brief = updateBrief(brief, after, edit);
      const findings = checkBrief('b', brief, scope, settings);
      expect(findings).toEqual(checkBrief('b', readBrief(after), createScope(registries), settings));
      for (const { span, message } of findings) {
        expect(0 <= span.start && span.start <= span.end && span.end <= after.length).toBe(true);
        expect(message).toMatch(/\S.*\.$/s);
      }
    }
  },
);
