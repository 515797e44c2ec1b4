import fc from 'fast-check';
import { expect } from 'vitest';
import { accept, acceptAll, keepWalk, moveAnswers, type TextChange } from '../../../../client/src/annotate/walk';
import { testProperty } from '../../support/arbitraries.ts';
import { applied, begin, TEXT } from './support.ts';

const changesOf = (length: number) =>
  fc
    .uniqueArray(fc.nat(length), { minLength: 2, maxLength: 6 })
    .map((offsets) => [...offsets].sort((a, b) => a - b))
    .chain((offsets) =>
      fc.array(fc.constantFrom('', 'x', ' Holm ', 'Oslo'), { minLength: 3, maxLength: 3 }).map((texts) =>
        Array.from({ length: offsets.length >> 1 }, (_, index): TextChange => {
          const [from, to] = [offsets[2 * index]!, offsets[2 * index + 1]!];
          return { rangeOffset: from, rangeLength: to - from, text: texts[index % texts.length]! };
        }),
      ),
    );

testProperty(
  'after any change, every answer that is kept stands at its own words',
  changesOf(TEXT.length),
  (changes) => {
    const all = keepWalk(acceptAll(accept(acceptAll(begin(), 'ida-holm'), 'oslo'), 'georgia-state'));
    const text = applied(TEXT, changes);
    const moved = moveAnswers(all, changes);
    for (const { start, text: words } of moved.answers) expect(text.slice(start, start + words.length)).toBe(words);
    expect(moved.answers.length + moved.lost).toBe(all.answers.length);
  },
);
