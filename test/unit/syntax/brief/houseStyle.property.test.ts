/** A brief with slips, dates in figures, *ibid.* and notes, in which whole paragraphs come and go. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { readBrief, updateBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { type KnownNames, NOTHING_KNOWN } from '../../../../server/src/syntax/knownNames.ts';
import { testProperty } from '../../support/arbitraries.ts';

const known: KnownNames = {
  isOutlet: (name) => name === 'the quay' || name === 'Pilot',
  isNoSource: (name) => name === 'Kabul' || name === 'Quay Times',
  hasSource: (id) => id === 'pier',
};

const plain = ['The pier was closed (Pier Post, May 3).', 'It opened (TASS, 4 May).', 'Nothing was said.'];
const slip = 'The pier was closed (Pier Post May 3). It opened (Quay Times May 4).';
/** Each decides in another way about what the others cite. */
const KINDS: readonly (readonly string[])[] = [
  [plain[0]!, plain[2]!, slip, slip],
  [...plain, slip, 'The pier was closed (, May 5).'],
  [...plain, 'It closed (Pier Post, 11/03/2022).', 'It closed (Pier Post, 24/03/2022).'],
  [...plain, 'It sank (ibid.).', 'It sank (Kabul, May 3; Pilot, May 4). See @pier.'],
  [...plain, 'It sank.[1] It rose (Pilot, 4 May).', '[1] Pier Post, May 3, 2022.', 'Sources:'],
  [
    ...plain,
    'The barge (Vale 2009) sank.',
    '## The Pier',
    'Vale, Ana. The Barge. Lisbon: Mole Press, 2009.',
    'References',
  ],
];
const change = (kind: readonly string[]) =>
  fc.record({ at: fc.nat(), words: fc.constantFrom(...kind), isReplaced: fc.boolean(), isLetter: fc.boolean() });

testProperty(
  'an edit gives what reading gives, whatever decides about its citations',
  fc
    .constantFrom(...KINDS)
    .chain((kind) =>
      fc.tuple(
        fc.array(fc.constantFrom(...kind), { minLength: 3, maxLength: 9 }),
        fc.array(change(kind), { minLength: 3, maxLength: 8 }),
      ),
    ),
  fc.constantFrom(known, NOTHING_KNOWN),
  ([written, changes], names) => {
    const parts = written.map((words) => `${words}\n\n`);
    let brief = readBrief(parts.join(''), '', names);
    for (const { at, words, isReplaced, isLetter } of changes) {
      const index = at % parts.length;
      const part = parts[index]!;
      const start = parts.slice(0, index).join('').length;
      const [removed, inserted] = isLetter ? [0, 's'] : [isReplaced ? part.length : 0, `${words}\n\n`];
      parts[index] = inserted + part.slice(removed);
      const text = parts.join('');
      brief = updateBrief(brief, text, { start, end: start + removed, newLength: inserted.length });
      expect(brief).toEqual(readBrief(text, '', names));
    }
  },
);
