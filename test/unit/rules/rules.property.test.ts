import fc from 'fast-check';
import { expect } from 'vitest';
import { checkBrief, checkRegistry } from '../../../server/src/rules/run/runRules.ts';
import { createScope } from '../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { applyRandomEdit, briefText, randomEdit, testProperty } from '../support/arbitraries.ts';

const registry = readRegistry(`entities:
  - { id: is, type: group, name: Islamic State, aliases: [IS] }
  - { id: tass, type: media, name: TASS, part_of: nobody }
references:
  - { id: tass-1, container-title: TASS, issued: 2021-05-03 }
  - { id: tass-1, container-title: TAS, issued: 2020-05-03 }
`);
const scopes = [createScope([]), createScope([{ uri: 'r', registry }])];
const scope = fc.constantFrom(...scopes);

const profile = fc.constantFrom(
  '',
  '---\nprofile: release\n---\n\n',
  '---\nprofile: release\ntlp: red\nsources:\n  - id: ',
  '---\r\nprofile: release',
);

testProperty('findings lie in the text and have a message', profile, briefText(), scope, (front, prose, where) => {
  const text = front + prose;
  const other = readRegistry(text);
  const both = createScope([
    { uri: 'r', registry },
    { uri: 'other', registry: other },
  ]);
  for (const { span, message } of [
    ...checkBrief('b', readBrief(text), where),
    ...checkRegistry('other', other, both),
  ]) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    expect(message).toMatch(/\S.*\.$/s);
  }
});

testProperty(
  'what is remembered of a block is what a fresh look finds',
  briefText(20),
  fc.array(fc.tuple(randomEdit, scope), { minLength: 1, maxLength: 4 }),
  (text, steps) => {
    let brief = readBrief(text);
    for (const [one, where] of steps) {
      checkBrief('b', brief, where);
      const { text: after, edit } = applyRandomEdit(brief.text, one);
      brief = updateBrief(brief, after, edit);
      expect(checkBrief('b', brief, where)).toEqual(checkBrief('b', readBrief(after), where));
    }
  },
);
