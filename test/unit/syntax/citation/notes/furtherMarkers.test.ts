/** Markers that are read only where their notes stand below: numbers in parentheses, signs, letters. docs/format.md, 2.2. */
import { describe, expect, test } from 'vitest';
import { slice } from '../../../../../server/src/base/text/span.ts';
import { readBrief } from '../../../../../server/src/syntax/brief/brief.ts';

/** The markers of a brief with the notes that they lead to; a list without markers is left out. */
function show(text: string): string {
  const { markers, lists } = readBrief(text).notes;
  const unused = lists
    .filter(({ isReferenceList }) => !isReferenceList)
    .flatMap(({ notes }) =>
      notes.filter((note) => note.markers.length === 0).map(({ label }) => `unused ${label.text}`),
    );
  const shown = markers.map(
    ({ span, notes }) =>
      `${slice(text, span)} → ${notes.map(({ content }) => slice(text, content)).join(' + ') || '?'}`,
  );
  return [...shown, ...unused].join(' | ') || 'none';
}

const LIST = '\n\nNotes\n\n(1) Kyodo, May 3.\n(2) Dawn, May 4.\n(3) AFP, May 5.';

describe('numbers in parentheses', () => {
  test.each([
    ['before and behind stops', 'It fell (1). It rose.(2) It stayed. (3)'],
    ['between sentences', 'It fell. (1) It rose. (2) It stayed. (3)'],
    ['in a sentence, if it is the only one', 'It fell. (1) It rose, (2) they say, and stayed.(3)'],
    ['glued to a word', 'It tumbled(1). It climbed(2) and stayed (3).'],
    ['one after the other', 'It fell.(1)(2) It stayed (3).'],
    ['in several paragraphs', 'It fell (1).\n\nIt rose (2).\n\nIt stayed (3).'],
    ['behind a number and a bracket', 'In May 2021 (1), it fell (a third) (2). It rose. (3)'],
  ])('%s', (_, text) => expect(show(text + LIST).match(/\(\d\)(?= →)/g)).toEqual(['(1)', '(2)', '(3)']));
  test('several numbers, and one used again', () => {
    expect(show(`It fell (1, 2). It rose (1). It stayed (1–3).${LIST}`)).toMatchInlineSnapshot(
      `(1, 2) → Kyodo, May 3. + Dawn, May 4. | (1) → Kyodo, May 3. | (1–3) → Kyodo, May 3. + Dawn, May 4. + AFP, May 5.`,
    );
  });
  test('the notes are written in other ways', () => {
    const text = 'It fell (1). It rose (2).\n\n';
    expect(show(`${text}1. Kyodo, May 3.\n2. Dawn, May 4.`)).toMatchInlineSnapshot(
      `(1) → Kyodo, May 3. | (2) → Dawn, May 4.`,
    );
    expect(show(`${text}1) Kyodo, May 3.\n2) Dawn, May 4.`)).toMatchInlineSnapshot(
      `(1) → Kyodo, May 3. | (2) → Dawn, May 4.`,
    );
    expect(show(`${text}Notes\n\n1 Kyodo, May 3.\n2 Dawn, May 4.`)).toMatchInlineSnapshot(
      `(1) → Kyodo, May 3. | (2) → Dawn, May 4.`,
    );
    expect(show(`${text}## Sources\n\n(1) Kyodo, May 3.\n\n(2) Dawn, May 4.`)).toMatchInlineSnapshot(
      `(1) → Kyodo, May 3. | (2) → Dawn, May 4.`,
    );
  });
  test('one without a note, and a note without one', () => {
    expect(show(`It fell (1). It rose (2). It stayed (4).${LIST}`)).toMatchInlineSnapshot(
      `(1) → Kyodo, May 3. | (2) → Dawn, May 4. | (4) → ? | unused 3`,
    );
  });
  test('full-width ones', () => {
    expect(
      show('港口关闭（1）。码头开放（2）。\n\n注释\n\n（1） 新华社，5月3日。\n（2） 新华社，5月4日。'),
    ).toMatchInlineSnapshot(`（1） → 新华社，5月3日。 | （2） → 新华社，5月4日。`);
  });
  test.each([
    ['the parts of a sentence', 'The pact has (1) a fence, (2) a gate and (3) a wall.'],
    ['the parts of a paragraph', 'We propose three things. (1) Build a fence. (2) Open a gate. (3) Close the quay.'],
    ['parts with their numbers behind them', 'It wants peace (1), trade (2) and work (3).'],
    ['paragraphs of a law', 'Article 5 (1) and section 6 (2) apply, as does rule 7(3).'],
    ['arguments of functions', 'Call open(1). Then call gate.close(2). At last call it(3).'],
    ['a number of things', 'It found one gate (1). It found twelve piers (12). It found forty ships (40).'],
    ['beside other markers', 'It fell.[1] It rose.[2] It stayed (3).'],
  ])('none: %s', (_, text) => {
    expect(show(text + LIST)).not.toContain('(');
  });
  test('none without a list', () => {
    expect(show('It fell (1). It rose (2). It stayed (3).')).toBe('none');
  });
});

describe('signs', () => {
  test.each([
    [
      'asterisks',
      'It fell.* It rose.** It stayed.***\n\n* Kyodo, May 3.\n** Dawn, May 4.\n*** AFP, May 5.',
      '* → Kyodo, May 3. | ** → Dawn, May 4. | *** → AFP, May 5.',
    ],
    [
      'daggers',
      'It fell.* It rose† and stayed.‡\n\n* Kyodo, May 3.\n\n† Dawn, May 4.\n\n‡ AFP, May 5.',
      '* → Kyodo, May 3. | † → Dawn, May 4. | ‡ → AFP, May 5.',
    ],
    [
      'escaped',
      String.raw`It fell.\* It rose.\*\*${'\n\n'}\* Kyodo, May 3.${'\n\n'}\*\* Dawn, May 4.`,
      String.raw`\* → Kyodo, May 3. | \*\* → Dawn, May 4.`,
    ],
    ['one alone', 'It fell, they say,* and rose.\n\n* Kyodo, May 3.', '* → Kyodo, May 3.'],
    ['without a space', 'It fell.* It rose.\n\n*Kyodo, May 3.', '* → Kyodo, May 3.'],
    [
      'beside emphasis',
      '*The pier* fell,** and **it** rose.*\n\n* Kyodo, May 3.\n** Dawn, May 4.',
      '** → Dawn, May 4. | * → Kyodo, May 3.',
    ],
    [
      'in each section',
      '# A\n\nIt fell.*\n\n* Kyodo, May 3.\n\n# B\n\nIt rose.*\n\n* Dawn, May 4.',
      '* → Kyodo, May 3. | * → Dawn, May 4.',
    ],
    [
      'beside numbers',
      'It fell.[1] It rose.* It stayed.[2]\n\n* Names were changed.\n\nNotes\n\n[1] Kyodo, May 3.\n[2] Dawn, May 4.',
      '[1] → Kyodo, May 3. | * → Names were changed. | [2] → Dawn, May 4.',
    ],
  ])('%s', (_, text, expected) => expect(show(text)).toBe(expected));
  test('without a note, with an empty note, without a marker', () => {
    expect(show('It fell.* It rose.** It stayed.\n\n* Kyodo, May 3.')).toMatchInlineSnapshot(
      `* → Kyodo, May 3. | ** → ?`,
    );
    expect(show('It fell.† It rose.‡\n\n† Kyodo, May 3.\n‡')).toMatchInlineSnapshot(`† → Kyodo, May 3. | ‡ → ?`);
    expect(show('It fell.† It rose.\n\n† Kyodo, May 3.\n‡ Dawn, May 4.')).toMatchInlineSnapshot(
      `† → Kyodo, May 3. | unused ‡`,
    );
  });
  test.each([
    ['lists', 'It fell.*\n\n* Build a fence.\n* Open a gate.'],
    ['loose lists', 'It fell.*\n\n* Build a fence.\n\n* Open a gate.'],
    ['emphasis', '*It fell.* It rose.\n\n*Kyodo says so.*'],
    ['bold words', '**Note.** It **rose.**\n\n** Kyodo'],
    ['code and formulas', 'Use `char*` and 2*3*4 here.\n\n* Kyodo'],
    ['wildcards', 'Look for *.brief and /pier/* below.\n\n* Kyodo, May 3.'],
    ['deaths', 'Ann Vale († 2014) was here.\n\n† Kyodo, May 3.'],
    ['a note above its marker', '* Kyodo, May 3.\n\nIt fell.*'],
    ['rules', 'It fell.***\n\n***\n\nIt rose.'],
  ])('none: %s', (_, text) => expect(show(text)).toBe('none'));
});

describe('letters', () => {
  test.each([
    [
      'raised',
      'The pier fell.ᵃ The quay roseᵇ and stayed.ᶜ\n\nᵃ Kyodo, May 3.\nᵇ Dawn, May 4.\nᶜ AFP, May 5.',
      'ᵃ → Kyodo, May 3. | ᵇ → Dawn, May 4. | ᶜ → AFP, May 5.',
    ],
    [
      'behind a caret',
      'The pier fell.^a The quay rose.^b^\n\nNotes\n\na. Kyodo, May 3.\nb. Dawn, May 4.',
      '^a → Kyodo, May 3. | ^b^ → Dawn, May 4.',
    ],
    [
      'carets at the notes',
      'The pier fell.^1 The quay rose.^2^\n\n^1 Kyodo, May 3.\n^2^ Dawn, May 4.',
      '^1 → Kyodo, May 3. | ^2^ → Dawn, May 4.',
    ],
    [
      'in brackets, for lines with a stop',
      'The pier fell.[a] The quay rose.[b]\n\na. Kyodo, May 3.\nb. Dawn, May 4.',
      '[a] → Kyodo, May 3. | [b] → Dawn, May 4.',
    ],
    [
      'for lines with a parenthesis',
      'The pier fell.<sup>a</sup> The quay rose.<sup>b</sup>\n\n(a) Kyodo, May 3.\n(b) Dawn, May 4.',
      '<sup>a</sup> → Kyodo, May 3. | <sup>b</sup> → Dawn, May 4.',
    ],
    [
      'without a note',
      'The pier fell.ᵃ The quay rose.ᵈ\n\nᵃ Kyodo, May 3.\nᵇ Dawn, May 4.',
      'ᵃ → Kyodo, May 3. | ᵈ → ? | unused b',
    ],
  ])('%s', (_, text, expected) => expect(show(text)).toBe(expected));
  test.each([
    [
      'ordinals and formulas',
      'The 1ᵉʳ mai, the XIXᵉ siècle, the nᵗʰ x^a and Nᵒ 4.\n\nNotes\n\na. Kyodo, May 3.\nb. Dawn, May 4.',
    ],
    ['a list of parts', 'We propose:\n\na) a fence\n\nb) a gate'],
  ])('none: %s', (_, text) => expect(show(text)).toBe('none'));
});
