/** What is kept of a closed brief is what an open one has. */
import { expect } from 'vitest';
import { createNameFinder } from '../../../../server/src/names/nameFinder.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { factsOf } from '../../../../server/src/workspace/index/briefFacts.ts';
import { fromBatch, toBatch, toNextBatch } from '../../../../server/src/workspace/index/packedBatch.ts';
import { pack, unpack } from '../../../../server/src/workspace/index/packedFacts.ts';
import { createWords } from '../../../../server/src/workspace/index/stringTable.ts';
import { briefText, holds } from '../../support/arbitraries.ts';
import { withoutPatterns } from '../../support/patterns.ts';

const finder = createNameFinder([
  { text: 'TASS', id: 'tass' },
  { text: 'Kabul', id: 'kabul' },
  { text: 'a', id: 'a' },
  { text: 'A', id: 'again' },
]);

const URI = 'file:///a.brief';

holds('packed, sent elsewhere, and asked for again', briefText(), (text) => {
  const { ignored, finder: _, ...facts } = factsOf(readBrief(text), finder);
  const [there, here] = [createWords(), createWords()];
  // Words of other briefs, so that the same ones have other numbers.
  pack(readBrief('# TASS [a](org:a)\n\nA Kabul (TASS, May 3).'), finder, here);
  const packed = pack(readBrief(text), finder, there);
  const file = { uri: URI, stamp: '1', packed, lines: Int32Array.of(0, text.length) };
  const [first, again] = fromBatch(structuredClone(toBatch([file, file], there)), here);
  expect(again).toEqual(first);
  // In two batches of which the second brings only what is new.
  const known: number[] = [];
  const some = there.count() >> 1;
  expect(fromBatch(structuredClone(toNextBatch([], there, 0)), here, known)).toEqual([]);
  expect(fromBatch(structuredClone(toNextBatch([file], there, there.count())), here, known)).toEqual([first]);
  known.length = some;
  expect(fromBatch(structuredClone(toNextBatch([file], there, some)), here, known)).toEqual([first]);
  expect([first!.uri, first!.stamp, first!.lines]).toEqual([URI, '1', file.lines]);
  const { ignored: keptIgnored, finder: __, ...kept } = unpack(first!.packed, here, finder);
  expect(withoutPatterns(kept)).toEqual(withoutPatterns(facts));
  expect(keptIgnored).toEqual(ignored);
});
