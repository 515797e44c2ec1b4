import fc from 'fast-check';
import { expect } from 'vitest';
import { mentionsInChunk } from '../../../server/src/names/mentions.ts';
import { createScope, type Scope } from '../../../server/src/scope/scope.ts';
import { readBrief, updateBrief } from '../../../server/src/syntax/brief/brief.ts';
import { chunksOf } from '../../../server/src/syntax/brief/chunks.ts';
import { readRegistry } from '../../../server/src/syntax/registry/registry.ts';
import { factsOf } from '../../../server/src/workspace/briefFacts.ts';
import { createWorkspace } from '../../../server/src/workspace/index/workspaceStore.ts';
import { applyRandomEdit, type RandomEdit, testProperty } from '../support/arbitraries.ts';
import { mentions } from './support.ts';

const REGISTRY = `entities:
  - { id: holm, type: person, name: Ida Holm }
  - { id: abadi, type: person, name: Hayder al-Abadi, aliases: [Haydar al-Abadi] }
  - { id: port, type: org, name: Port Authority }
`;
/** Registries that differ in one name, one type, one family name. */
const registries = [
  REGISTRY,
  REGISTRY.replace('Ida Holm', 'Ada Holm'),
  REGISTRY.replace('person, name: Ida', 'org, name: Ida'),
  REGISTRY.replace('al-Abadi, aliases', 'al-Abadi, family: Hayder, aliases'),
  `${REGISTRY}  - { id: jo, type: person, name: Jo Holm }\n`,
  `${REGISTRY}  - { id: town, type: place, name: Holm }\n`,
  `types:\n  - { id: org, name: Org, extends: person }\n${REGISTRY}`,
];
const parsed = registries.map((text) => readRegistry(text));
const fromScratch = parsed.map((registry) => createScope([{ uri: 'r', registry }]));
const pieces = fc.constantFrom(
  ...['Ida Holm', 'Ada Holm', 'Jo Holm', 'Ida Holm', 'Hayder al-Abadi', 'Abadi', 'al-Abadi', 'Hayder'],
  ...['Holm', 'Holm', ' with Holm', ' with Abadi', 'Mr Holm', 'President ', 'Otto Holm', '’s', '-led ', ', ', ' met '],
  ...['[Ida Holm](person:holm)', '[Ida](person:holm)', '`', '(', ')', '. ', ' ', '\n', '\n\n', '\n\n- ', '---\n'],
  ...['the Port Authority (PA)', ' at PA ', 'The '],
);
const text = fc.array(pieces, { maxLength: 24 }).map((all) => all.join(''));
const edit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  inserted: fc.oneof(fc.constant(''), pieces),
});

testProperty(
  'second mentions after edits of the brief and of the registry equal those read from scratch',
  text,
  fc.array(fc.tuple(edit, fc.nat(registries.length - 1)), { minLength: 1, maxLength: 6 }),
  (start, steps) => {
    let brief = readBrief(start);
    let where: Scope = fromScratch[0]!;
    for (const [change, index] of steps) {
      mentions(brief, where);
      const { text: after, edit } = applyRandomEdit(brief.text, change);
      brief = updateBrief(brief, after, edit);
      where = createScope([{ uri: 'r', registry: parsed[index]! }], where);
      const fresh = readBrief(after);
      const expected = mentions(fresh, fromScratch[index]!);
      expect(mentions(brief, where)).toEqual(expected);
      const inChunks = chunksOf(brief).flatMap((part) => mentionsInChunk(part, where.findNames));
      expect(inChunks.flat()).toHaveLength(expected.length);
      expect(factsOf(brief, where.findNames).mentions).toEqual(factsOf(fresh, fromScratch[index]!.findNames).mentions);
    }
  },
);

testProperty(
  'an open and a closed brief have the same mentions',
  text,
  fc.nat(registries.length - 1),
  (brief, index) => {
    const [open, closed] = [true, false].map((isOpen) => {
      const workspace = createWorkspace();
      workspace.putRegistry('r', readRegistry(registries[index]!));
      workspace.putBrief('b', readBrief(brief), isOpen);
      const found = ['holm', 'abadi', 'jo', 'town', 'port'].flatMap((id) => workspace.occurrences('entity', id));
      return found.sort((a, b) => a.span.start - b.span.start || (a.role < b.role ? -1 : 1));
    });
    expect(closed).toEqual(open);
  },
);
