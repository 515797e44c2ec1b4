import { describe, expect, test } from 'vitest';
import {
  accept,
  acceptAll,
  acceptedIn,
  changeType,
  choicesOf,
  currentOf,
  goBack,
  keepWalk,
  likeCurrent,
  moveAnswers,
  resumeWalk,
  skip,
  type TextChange,
  type Walk,
} from '../../../../client/src/annotate/walk';
import { annotationsOf, applied, begin, TEXT } from './support.ts';

/** The walk as words: the candidates with their answers, `>` before the one that is asked. */
function show(walk: Walk): string {
  return walk.candidates
    .map(({ text }, index) => {
      const given = walk.answers.get(index);
      return `${index === walk.at ? '>' : ''}${text}${given ? (given.kind === 'skip' ? '-' : `=${given.id}`) : ''}`;
    })
    .join(' ');
}

describe('answers', () => {
  test('one after the other, to the end', () => {
    let walk = accept(begin(), 'ida-holm');
    expect(show(walk)).toBe('Holm=ida-holm >Oslo Holm Georgia Oslo Georgia Holm');
    walk = skip(walk);
    walk = accept(accept(walk, 'ida-holm'), 'georgia-state');
    walk = skip(skip(accept(walk, 'oslo')));
    expect(currentOf(walk)).toBeUndefined();
    expect(show(walk)).toBe('Holm=ida-holm Oslo- Holm=ida-holm Georgia=georgia-state Oslo=oslo Georgia- Holm-');
    expect(skip(walk)).toBe(walk);
    expect(acceptedIn(walk).map(({ start, id, type }) => [start, id, type])).toEqual([
      [0, 'ida-holm', 'person'],
      [16, 'ida-holm', 'person'],
      [25, 'georgia-state', 'place'],
      [37, 'oslo', 'place'],
    ]);
  });
  test('all of it, without what is answered', () => {
    const skipped = skip(begin());
    expect(show(acceptAll(skipped, 'oslo'))).toBe('Holm- Oslo=oslo >Holm Georgia Oslo=oslo Georgia Holm');
    expect(show(acceptAll(begin(), 'ida-holm'))).toBe(
      'Holm=ida-holm >Oslo Holm=ida-holm Georgia Oslo Georgia Holm=ida-holm',
    );
  });
  test('all of a name that several entities share is what is written alike', () => {
    const walk = acceptAll(skip(skip(skip(begin()))), 'georgia-state');
    expect(show(walk)).toBe('Holm- Oslo- Holm- Georgia=georgia-state >Oslo Georgia=georgia-state Holm');
    expect(likeCurrent(walk, 'oslo')).toEqual([4]);
  });
  test('back takes back a whole step', () => {
    const walk = skip(acceptAll(begin(), 'ida-holm'));
    expect(show(goBack(walk))).toBe('Holm=ida-holm >Oslo Holm=ida-holm Georgia Oslo Georgia Holm=ida-holm');
    expect(show(goBack(goBack(walk)))).toBe(show(begin()));
    expect(goBack(begin())).toEqual(begin());
  });
  test('a type counts wherever the new entity is mentioned', () => {
    const walk = accept(changeType(accept(begin(), 'ida-holm'), 'ida-holm', 'org'), 'oslo');
    expect(acceptedIn(walk).map(({ id, type }) => [id, type])).toEqual([
      ['ida-holm', 'org'],
      ['oslo', 'place'],
    ]);
    expect(choicesOf(walk, walk.candidates[0]!).map(({ type }) => type)).toEqual(['org']);
  });
  test('neither the type of a registered entity nor one that does not exist', () => {
    expect(changeType(begin(), 'oslo', 'org')).toEqual(begin());
    expect(changeType(begin(), 'ida-holm', 'ship')).toEqual(begin());
  });
});

/** A change of a text, by the words that it replaces. */
function replacing(text: string, words: string, by: string): TextChange {
  return { rangeOffset: text.indexOf(words), rangeLength: words.length, text: by };
}

describe('a walk that was left', () => {
  const left = keepWalk(accept(accept(skip(accept(begin(), 'ida-holm')), 'ida-holm'), 'georgia-state'));
  test('goes on where it was', () => {
    const { walk, lost } = resumeWalk(left, annotationsOf(TEXT, 2));
    expect(show(walk)).toBe('Holm=ida-holm Oslo- Holm=ida-holm Georgia=georgia-state >Oslo Georgia Holm');
    expect([lost, walk.version]).toEqual([0, 2]);
    expect(show(goBack(walk))).toBe('Holm=ida-holm Oslo- Holm=ida-holm >Georgia Oslo Georgia Holm');
  });
  test('moves with its words, and loses the answers of words that are gone', () => {
    const changes = [
      replacing(TEXT, 'left', 'then went to'),
      replacing(TEXT, '. Holm', '. She'),
      replacing(TEXT, 'news', 'old'),
    ];
    const text = applied(TEXT, changes);
    const { walk, lost } = resumeWalk(moveAnswers(left, changes), annotationsOf(text));
    expect(text).toBe('Holm then went to Oslo. She saw Georgia; in Oslo Georgia was old to Holm.');
    expect(show(walk)).toBe('Holm=ida-holm Oslo- Georgia=georgia-state >Oslo Georgia Holm');
    expect(lost).toBe(1);
  });
  test('an answer whose entity is gone is lost', () => {
    const annotations = annotationsOf(TEXT);
    const others = annotations.candidates.map((one) => ({
      ...one,
      entities: one.entities.filter((id) => id !== 'georgia-state'),
    }));
    expect(resumeWalk(left, { ...annotations, candidates: others }).lost).toBe(1);
  });
});
