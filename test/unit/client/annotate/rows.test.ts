import { expect, test } from 'vitest';
import { actionOfLetter, mentionStep, typeStep } from '../../../../client/src/annotate/rows';
import { accept, skip, type Walk } from '../../../../client/src/annotate/walk';
import { begin } from './support.ts';

/** What the list says at the current mention, a line each. */
function rowsOf(walk: Walk): string {
  const step = mentionStep(walk);
  if (!step) return 'the end';
  const rows = step.rows.map(({ label, description }) => [label, description].filter(Boolean).join(' · '));
  return [step.title, ...rows].join('\n');
}

test('a name that no registry has', () => {
  expect(rowsOf(begin())).toMatchInlineSnapshot(`
    Annotate: 1 of 7
    Tag “Holm” as person: Ida Holm · Enter · new: a title
    Skip · Space
    Tag all 3 mentions of Ida Holm · A
    Change the type… · T
    End without tagging · Esc
  `);
});

test('a registered name, after an answer', () => {
  expect(rowsOf(accept(begin(), 'ida-holm'))).toMatchInlineSnapshot(`
    Annotate: 2 of 7
    Tag “Oslo” as place: Oslo · Enter
    Skip · Space
    Tag all 2 mentions of Oslo · A
    Back to the mention before · Backspace
    End and tag 1 mention · Esc
  `);
});

test('a name of several entities: Enter alone accepts none', () => {
  const walk = skip(skip(skip(begin())));
  expect(rowsOf(walk)).toMatchInlineSnapshot(`
    Annotate: 4 of 7
    “Georgia”: choose one of 2 entities with the arrow keys
    Tag “Georgia” as place: Georgia · georgia-country
    Tag “Georgia” as place: Georgia · georgia-state
    Skip · Space
    Back to the mention before · Backspace
    End without tagging · Esc
  `);
  expect(mentionStep(walk)!.rows[0]!.action).toEqual({ kind: 'choose' });
});

test('the sentence is told with the row that Enter takes', () => {
  for (const walk of [begin(), skip(skip(skip(begin())))])
    expect(mentionStep(walk)!.rows[0]!.detail).toContain('Holm left Oslo.');
});

test('letters are commands where their rows are, whatever their case', () => {
  const kinds = (walk: Walk) => [...' aAtTx1'].map((letter) => actionOfLetter(letter, walk)?.kind ?? '-').join(' ');
  expect(kinds(begin())).toBe('skip all all type type - -');
  expect(kinds(skip(begin()))).toBe('skip all all - - - -');
  expect(kinds(skip(skip(skip(begin()))))).toBe('skip - - - - - -');
});

test('types, the present one first', () => {
  expect(typeStep(begin(), 'ida-holm').rows.map(({ label }) => label)).toEqual(['person', 'org', 'place']);
});
