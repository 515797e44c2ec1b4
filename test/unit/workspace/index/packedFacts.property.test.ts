/** What is kept of a closed brief is what an open one has. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { createNameFinder } from '../../../../server/src/names/nameFinder.ts';
import { knownNamesOf } from '../../../../server/src/scope/knownNames.ts';
import { createScope } from '../../../../server/src/scope/scope.ts';
import { readBrief, withKnownNames } from '../../../../server/src/syntax/brief/brief.ts';
import { readRegistry } from '../../../../server/src/syntax/registry/registry.ts';
import { factsOf } from '../../../../server/src/workspace/briefFacts.ts';
import { createBatch, createNextBatch, unpackBatch } from '../../../../server/src/workspace/index/packedBatch.ts';
import { packFacts, unpackFacts } from '../../../../server/src/workspace/index/packedFacts.ts';
import { createStringTable } from '../../../../server/src/workspace/index/stringTable.ts';
import { briefText, notedText, testProperty } from '../../support/arbitraries.ts';
import { withoutPatterns } from '../../support/patterns.ts';

const registry = readRegistry(`
entities:
  - { id: a, type: media, name: a, aliases: [cats, Updated] }
  - { id: kabul, type: place, name: Kabul, aliases: [Radio Ozodi] }
references:
  - { id: k, title: K, container-title: TASS, issued: 2021-05-03 }
  - { id: rferl-1, title: R, container-title: RFE/RL, issued: 2021-09-05 }
`);
const scopes = [createScope([]), createScope([{ uri: 'file:///entities.yaml', registry }])];

const finder = createNameFinder([
  { text: 'TASS', id: 'tass' },
  { text: 'Kabul', id: 'kabul' },
  { text: 'a', id: 'a' },
  { text: 'A', id: 'again' },
]);

const URI = 'file:///a.brief';

/** Citations that the registry decides about, and what refers to them. */
const decided = [
  ...['It left (cats, May 3). ', 'It left (TASS, May 4). ', 'It left (cats, May 6; TASS, May 7). '],
  ...['It stayed (ibid.). ', 'It stayed (ibid., p. 4). ', 'See @k [p. 3]. ', 'It left.[^1] ', 'It left.[^2] ', '\n\n'],
  ...['\n\n[^1]: cats, May 8.\n\n', '\n\n[^2]: Ibid.\n\n'],
];
const decidedText = fc.array(fc.constantFrom(...decided), { maxLength: 10 }).map((pieces) => pieces.join(''));
const texts = fc.oneof(briefText(), notedText(), decidedText);

testProperty('packed, sent elsewhere, and asked for again', texts, (text) => {
  const [there, here] = [createStringTable(), createStringTable()];
  // Words of other briefs, so that the same ones have other numbers.
  packFacts(readBrief('# TASS [a](org:a)\n\nA Kabul (TASS, May 3).'), finder, here);
  const packed = packFacts(readBrief(text), finder, there);
  const file = { uri: URI, stamp: '1', packed, lines: Int32Array.of(0, text.length) };
  const [first, again] = unpackBatch(structuredClone(createBatch([file, file], there)), here);
  expect(again).toEqual(first);
  // In two batches of which the second brings only what is new.
  const known: number[] = [];
  const some = there.size() >> 1;
  expect(unpackBatch(structuredClone(createNextBatch([], there, 0)), here, known)).toEqual([]);
  expect(unpackBatch(structuredClone(createNextBatch([file], there, there.size())), here, known)).toEqual([first]);
  known.length = some;
  expect(unpackBatch(structuredClone(createNextBatch([file], there, some)), here, known)).toEqual([first]);
  expect([first!.uri, first!.stamp, first!.lines]).toEqual([URI, '1', file.lines]);
  for (const scope of scopes) {
    const { ignored, finder: _, ...facts } = factsOf(withKnownNames(readBrief(text), knownNamesOf(scope)), finder);
    const { ignored: keptIgnored, finder: __, ...kept } = unpackFacts(first!.packed, here, finder, scope);
    expect(withoutPatterns(kept)).toEqual(withoutPatterns(facts));
    expect(keptIgnored).toEqual(ignored);
  }
});
