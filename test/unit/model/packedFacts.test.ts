/** What is kept of a closed brief is what an open one has. */
import { expect } from 'vitest';
import { factsOf } from '../../../server/src/model/facts.ts';
import { createNameFinder } from '../../../server/src/model/names.ts';
import { pack, unpack } from '../../../server/src/model/packedFacts.ts';
import { readBrief } from '../../../server/src/syntax/brief.ts';
import { briefText, holds } from '../support/arbitraries.ts';
import { withoutPatterns } from '../support/patterns.ts';

const finder = createNameFinder([
  { text: 'TASS', id: 'tass' },
  { text: 'Kabul', id: 'kabul' },
  { text: 'a', id: 'a' },
  { text: 'A', id: 'again' },
]);

holds('packed and asked for again', briefText(), (text) => {
  const { ignored, finder: _, ...facts } = factsOf(readBrief(text), finder);
  const {
    ignored: keptIgnored,
    finder: __,
    ...kept
  } = unpack(structuredClone(pack(factsOf(readBrief(text), finder))), finder);
  expect(withoutPatterns(kept)).toEqual(withoutPatterns(facts));
  expect(keptIgnored).toEqual(ignored);
});
