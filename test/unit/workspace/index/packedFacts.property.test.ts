/** What is kept of a closed brief is what an open one has. */
import { expect } from 'vitest';
import { createNameFinder } from '../../../../server/src/names/nameFinder.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { factsOf } from '../../../../server/src/workspace/briefFacts.ts';
import { createBatch, createNextBatch, unpackBatch } from '../../../../server/src/workspace/index/packedBatch.ts';
import { packFacts, unpackFacts } from '../../../../server/src/workspace/index/packedFacts.ts';
import { createStringTable } from '../../../../server/src/workspace/index/stringTable.ts';
import { briefText, testProperty } from '../../support/arbitraries.ts';
import { withoutPatterns } from '../../support/patterns.ts';

const finder = createNameFinder([
  { text: 'TASS', id: 'tass' },
  { text: 'Kabul', id: 'kabul' },
  { text: 'a', id: 'a' },
  { text: 'A', id: 'again' },
]);

const URI = 'file:///a.brief';

testProperty('packed, sent elsewhere, and asked for again', briefText(), (text) => {
  const { ignored, finder: _, ...facts } = factsOf(readBrief(text), finder);
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
  const { ignored: keptIgnored, finder: __, ...kept } = unpackFacts(first!.packed, here, finder);
  expect(withoutPatterns(kept)).toEqual(withoutPatterns(facts));
  expect(keptIgnored).toEqual(ignored);
});
