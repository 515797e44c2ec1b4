import { describe, expect, test } from 'vitest';
import type { Replacement } from '../../../../server/src/edits/citation/replaceSource.ts';
import { createLostNotes, insertFootnote } from '../../../../server/src/edits/notes/addNote.ts';
import { removeNotes, renumberNotes } from '../../../../server/src/edits/notes/renumber.ts';
import { applyReplacements } from '../../../../server/src/edits/notes/verify.ts';
import { readBrief } from '../../../../server/src/syntax/brief/brief.ts';
import { withCursor } from '../../support/world.ts';

/** The text after an edit, or `–` if none is offered. */
function after(text: string, replacements: readonly Replacement[] | undefined): string {
  return replacements ? applyReplacements(text, replacements) : '–';
}

describe('renumbering', () => {
  const renumber = (text: string) => {
    const brief = readBrief(text);
    return after(text, renumberNotes(brief, brief.notes.lists[0]!));
  };

  test('notes follow the order of their markers, with their texts', () => {
    expect(
      renumber('One.[^2] Two.[^1] Three.[^2]\n\n[^1]: Dawn, May 3, 2022.\n\n[^2]: TASS, May 2, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[^1] Two.[^2] Three.[^1]

      [^1]: TASS, May 2, 2022.

      [^2]: Dawn, May 3, 2022.
    `);
    expect(renumber('One.³ Two.¹\n\n¹ Dawn, May 3, 2022.\n² Unused.\n³ TASS, May 2, 2022.\n')).toMatchInlineSnapshot(`
      One.¹ Two.²

      ¹ TASS, May 2, 2022.
      ² Dawn, May 3, 2022.
      ³ Unused.
    `);
    expect(
      renumber(
        'One.[2, 4] Two.[1]\n\n## Notes\n\n1. Dawn, May 3, 2022.\n2. TASS, May 2, 2022.\n4. AFP, May 4, 2022.\n',
      ),
    ).toMatchInlineSnapshot(`
      One.[1, 2] Two.[3]

      ## Notes

      1. TASS, May 2, 2022.
      2. AFP, May 4, 2022.
      3. Dawn, May 3, 2022.
    `);
  });

  test('a number that stands twice becomes two', () => {
    expect(
      renumber('One.[1] Two.[2]\n\n[1] Dawn, May 3, 2022.\n[2] TASS, May 2, 2022.\n[2] AFP, May 4, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2]

      [1] Dawn, May 3, 2022.
      [2] TASS, May 2, 2022.
      [3] AFP, May 4, 2022.
    `);
  });

  test('“Ibid.” is written out where another note comes before it, and “supra note” follows', () => {
    expect(
      renumber(
        'One.[2] Two.[3] Three.[1]\n\n[1] Dawn, “A,” May 3, 2022, p. 4.\n[2] Ibid., p. 7.\n[3] AFP, supra note 1, p. 9.\n',
      ),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2] Three.[3]

      [1] Dawn, “A,” May 3, 2022, p. 7.
      [2] AFP, supra note 3, p. 9.
      [3] Dawn, “A,” May 3, 2022, p. 4.
    `);
    expect(
      renumber('One.[2] Two.[1] Three.[3]\n\n[1] Dawn, May 3, 2022.\n[2] TASS, May 2, 2022.\n[3] Ibid.\n'),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2] Three.[3]

      [1] TASS, May 2, 2022.
      [2] Dawn, May 3, 2022.
      [3] TASS, May 2, 2022.
    `);
  });

  test('nothing where they are in order, or where other text stands between them', () => {
    expect(renumber('One.[1] Two.[2]\n\n[1] Dawn, May 3, 2022.\n[2] TASS, May 2, 2022.\n')).toBe('–');
    expect(renumber('One.[^2] Two.[^1]\n\n[^1]: Dawn, May 3, 2022.\n\nThree.\n\n[^2]: TASS, May 2, 2022.\n')).toBe('–');
  });

  test('numbers in parentheses, signs and raised letters', () => {
    expect(
      renumber('It fell (2). It rose (1, 3).\n\n(1) Dawn, May 3.\n(2) TASS, May 2.\n(3) AFP, May 4.\n'),
    ).toMatchInlineSnapshot(`
      It fell (1). It rose (2, 3).

      (1) TASS, May 2.
      (2) Dawn, May 3.
      (3) AFP, May 4.
    `);
    expect(renumber('One.** Two.*\n\n* Dawn, May 3.\n** TASS, May 2.\n')).toMatchInlineSnapshot(`
      One.* Two.**

      * TASS, May 2.
      ** Dawn, May 3.
    `);
    expect(renumber('One.‡ Two.†\n\n† Dawn, May 3.\n\n‡ TASS, May 2.\n')).toMatchInlineSnapshot(`
      One.† Two.‡

      † TASS, May 2.

      ‡ Dawn, May 3.
    `);
    expect(renumber('The pier.ᵇ The quay.ᵃ\n\nᵃ Dawn, May 3.\nᵇ TASS, May 2.\n')).toMatchInlineSnapshot(`
      The pier.ᵃ The quay.ᵇ

      ᵃ TASS, May 2.
      ᵇ Dawn, May 3.
    `);
    expect(renumber('The pier.^b The quay.^a\n\na. Dawn, May 3.\nb. TASS, May 2.\n')).toMatchInlineSnapshot(`
      The pier.^a The quay.^b

      a. TASS, May 2.
      b. Dawn, May 3.
    `);
  });
});

describe('removing', () => {
  const remove = (text: string) => {
    const brief = readBrief(text);
    const list = brief.notes.lists[0]!;
    const unused = list.notes.filter(({ markers }) => markers.length === 0);
    return after(text, removeNotes(brief, list, unused));
  };

  test('a note goes with its lines, and the numbers close up', () => {
    expect(
      remove('One.[1] Two.[3]\n\n[1] Dawn, May 3, 2022.\n[2] TASS, May 2, 2022.\n[3] AFP, May 4, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2]

      [1] Dawn, May 3, 2022.
      [2] AFP, May 4, 2022.
    `);
    expect(remove('One.[^1]\n\n[^1]: Dawn, May 3, 2022.\n\n[^2]: TASS, May 2, 2022.\n')).toMatchInlineSnapshot(`
      One.[^1]

      [^1]: Dawn, May 3, 2022.
    `);
    expect(
      remove('One.[^2]\n\n[^1]: Dawn, May 3, 2022.\n\n[^2]: TASS, May 2, 2022.\n\nMore.\n'),
    ).toMatchInlineSnapshot(`
      One.[^1]

      [^1]: TASS, May 2, 2022.

      More.
    `);
  });

  test('“Ibid.” behind it is written out', () => {
    expect(
      remove('One.[1] Two.[3]\n\n[1] Dawn, May 3, 2022.\n[2] TASS, May 2, 2022, p. 3.\n[3] Ibid., p. 9.\n'),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2]

      [1] Dawn, May 3, 2022.
      [2] TASS, May 2, 2022, p. 9.
    `);
  });

  test('nothing where more belongs to it', () => {
    expect(remove('One.[^1]\n\n[^1]: Dawn, May 3, 2022.\n\n[^2]: TASS, May 2, 2022.\n\n    It goes on.\n')).toBe('–');
  });

  test('numbers in parentheses and signs', () => {
    expect(
      remove('It fell (1). It rose (3).\n\n(1) Dawn, May 3.\n(2) TASS, May 2.\n(3) AFP, May 4.\n'),
    ).toMatchInlineSnapshot(`
      It fell (1). It rose (2).

      (1) Dawn, May 3.
      (2) AFP, May 4.
    `);
    expect(remove('One.* Two.‡\n\n* Dawn, May 3.\n† TASS, May 2.\n‡ AFP, May 4.\n')).toMatchInlineSnapshot(`
      One.* Two.†

      * Dawn, May 3.
      † AFP, May 4.
    `);
  });
});

describe('the missing note', () => {
  const create = (text: string) => {
    const brief = readBrief(text);
    const { markers, orphans } = brief.notes;
    return after(text, createLostNotes(brief, orphans[0] ?? markers.find(({ lost }) => lost.length > 0)!));
  };

  test('is created in its place, written like the others', () => {
    expect(
      create('One.[^1] Two.[^2] Three.[^3]\n\n[^1]: Dawn, May 3, 2022.\n\n[^3]: TASS, May 2, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[^1] Two.[^2] Three.[^3]

      [^1]: Dawn, May 3, 2022.

      [^2]: 

      [^3]: TASS, May 2, 2022.
    `);
    expect(create('One.[1] Two.[2, 3]\n\n[1] Dawn, May 3, 2022.\n[4] TASS, May 2, 2022.\n')).toMatchInlineSnapshot(`
      One.[1] Two.[2, 3]

      [1] Dawn, May 3, 2022.
      [2] 
      [3] 
      [4] TASS, May 2, 2022.
    `);
    expect(
      create('One.[1] Two.[5]\n\n## Notes\n\n1. Dawn, May 3, 2022.\n2. TASS, May 2, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[5]

      ## Notes

      1. Dawn, May 3, 2022.
      2. TASS, May 2, 2022.
      5.
    `);
    expect(create('One.[^smith]\n')).toMatchInlineSnapshot(`
      One.[^smith]

      [^smith]:
    `);
  });

  test('a brief that lost all of them gets a list', () => {
    expect(create('It fell.[1] It rose.[2] It stood.[3]\n')).toMatchInlineSnapshot(`
      It fell.[1] It rose.[2] It stood.[3]

      [1] 
      [2] 
      [3]
    `);
    expect(create('It fell.¹ It rose.² It stood.³\n')).toMatchInlineSnapshot(`
      It fell.¹ It rose.² It stood.³

      ¹ 
      ² 
      ³
    `);
  });

  test('of a number in parentheses, of a sign and of a raised letter', () => {
    expect(
      create('It fell (1). It rose (2). It stayed (3).\n\n(1) Dawn, May 3.\n(2) AFP, May 4.\n'),
    ).toMatchInlineSnapshot(`
      It fell (1). It rose (2). It stayed (3).

      (1) Dawn, May 3.
      (2) AFP, May 4.
      (3)
    `);
    expect(create('One.* Two.†\n\n* Dawn, May 3.\n')).toMatchInlineSnapshot(`
      One.* Two.†

      * Dawn, May 3.
      †
    `);
    expect(create('The pier.ᵃ The quay.ᵇ The yard.ᶜ\n\nᵃ Dawn, May 3.\nᵇ AFP, May 4.\n')).toMatchInlineSnapshot(`
      The pier.ᵃ The quay.ᵇ The yard.ᶜ

      ᵃ Dawn, May 3.
      ᵇ AFP, May 4.
      ᶜ
    `);
  });
});

describe('a new footnote', () => {
  const insert = (marked: string) => {
    const { text, offset } = withCursor(marked);
    const footnote = insertFootnote(readBrief(text), offset);
    if (!footnote) return '–';
    const inserted = applyReplacements(text, footnote.replacements);
    return `${inserted.slice(0, footnote.cursor)}|${inserted.slice(footnote.cursor)}`;
  };

  test('the first', () => {
    expect(insert('It fell.|\n')).toMatchInlineSnapshot(`
      It fell.[^1]

      [^1]: |
    `);
    expect(insert('It fell|.\r\n\r\nIt rose.')).toMatchInlineSnapshot(`
      It fell[^1].

      It rose.

      [^1]: |
    `);
  });

  test('between others, which are renumbered', () => {
    expect(
      insert('One.[^1] Two.| Three.[^2]\n\n[^1]: Dawn, May 3, 2022.\n\n[^2]: Ibid., p. 3.\n'),
    ).toMatchInlineSnapshot(`
      One.[^1] Two.[^2] Three.[^3]

      [^1]: Dawn, May 3, 2022.

      [^2]: |

      [^3]: Dawn, May 3, 2022, p. 3.
    `);
    expect(insert('One.| Two.¹ Three.²\n\n¹ Dawn, May 3, 2022.\n² TASS, May 2, 2022.\n')).toMatchInlineSnapshot(`
      One.¹ Two.² Three.³

      ¹ |
      ² Dawn, May 3, 2022.
      ³ TASS, May 2, 2022.
    `);
    expect(
      insert(
        'One.[1] Two.[2–3] Three.|\n\n## Notes\n\n1. Dawn, May 3, 2022.\n2. TASS, May 2, 2022.\n3. AFP, May 4, 2022.\n',
      ),
    ).toMatchInlineSnapshot(`
      One.[1] Two.[2–3] Three.[4]

      ## Notes

      1. Dawn, May 3, 2022.
      2. TASS, May 2, 2022.
      3. AFP, May 4, 2022.
      4. |
    `);
    expect(
      insert('One.[[1]](#_edn1) Two.|\n\n[[1]](#_ednref1) Dawn, May 3, 2022.\n\n[[2]](#_ednref2) TASS, May 2, 2022.\n'),
    ).toMatchInlineSnapshot(`
      One.[[1]](#_edn1) Two.[[2]](#_edn2)

      [[1]](#_ednref1) Dawn, May 3, 2022.

      [[2]](#_ednref2) |

      [[3]](#_ednref3) TASS, May 2, 2022.
    `);
  });

  test('not where a marker would not be read', () => {
    expect(insert('One `co|de`.\n')).toBe('–');
    expect(insert('One [Ka|bul](place:kabul).\n')).toBe('–');
  });

  test('beside numbers in parentheses, signs and raised letters', () => {
    expect(
      insert('It fell (1). It rose.| It stayed (2).\n\n(1) Dawn, May 3.\n(2) AFP, May 4.\n'),
    ).toMatchInlineSnapshot(`
      It fell (1). It rose.(2) It stayed (3).

      (1) Dawn, May 3.
      (2) |
      (3) AFP, May 4.
    `);
    expect(insert('One.* Two.|\n\n* Dawn, May 3.\n')).toMatchInlineSnapshot(`
      One.* Two.**

      * Dawn, May 3.
      ** |
    `);
    expect(insert('One.| Two.† Three.‡\n\n† Dawn, May 3.\n\n‡ AFP, May 4.\n')).toMatchInlineSnapshot(`–`);
    expect(insert('The pier.ᵃ The quay.| The yard.ᵇ\n\nᵃ Dawn, May 3.\nᵇ AFP, May 4.\n')).toMatchInlineSnapshot(`
      The pier.ᵃ The quay.ᵇ The yard.ᶜ

      ᵃ Dawn, May 3.
      ᵇ |
      ᶜ AFP, May 4.
    `);
  });
});
