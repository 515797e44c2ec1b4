import { describe, expect, test } from 'vitest';
import { slice } from '../../../../../server/src/base/text/span.ts';
import {
  findGluedMarkers,
  findNoteCandidates,
} from '../../../../../server/src/syntax/citation/notes/noteCandidates.ts';
import type { NoteBlock } from '../../../../../server/src/syntax/citation/notes/noteLists.ts';
import { readNoteSystem } from '../../../../../server/src/syntax/citation/notes/noteSystem.ts';
import { findParenthesisMarkers } from '../../../../../server/src/syntax/citation/notes/parenthesisMarkers.ts';
import { findSignOpeners } from '../../../../../server/src/syntax/citation/notes/signNotes.ts';

/** The blocks of a text: paragraphs; one that begins with `#` is a heading. */
function blocksOf(text: string): NoteBlock[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)].map((match) => {
    const [words] = match;
    const kind = /^# (?:Notes|Endnotes|References|Citations)$/.test(words)
      ? 'note-heading'
      : words.startsWith('#')
        ? 'heading'
        : 'text';
    return {
      start: match.index,
      contentStart: match.index,
      contentEnd: match.index + words.length,
      kind,
      isIndented: /^\s/.test(words),
      candidates: findNoteCandidates(words, []),
      glued: () => findGluedMarkers(words, []),
      parentheses: () => findParenthesisMarkers(words, []),
      signs: () => findSignOpeners(words),
    };
  });
}

function show(text: string): string {
  const { lists, markers, orphans } = readNoteSystem(blocksOf(text));
  return [
    ...lists.map(
      ({ notes, system, isReferenceList }) =>
        `${isReferenceList ? 'references' : system}: ${notes.map((note) => `${note.label.text}${note.isDuplicate ? '!' : ''}=${note.markers.length}`).join(' ')}`,
    ),
    ...markers.map(
      ({ span, notes, lost, isGuess }) =>
        `${slice(text, span)} → ${notes.map((note) => slice(text, note.content)).join(' + ') || '?'}${lost.length > 0 && notes.length > 0 ? ' + ?' : ''}${isGuess ? ' (guess)' : ''}`,
    ),
    ...(orphans.length > 0 ? [`lost ${orphans.map(({ span }) => slice(text, span)).join(' ')}`] : []),
  ].join('\n');
}

describe('a list and its markers', () => {
  test('brackets under a heading', () => {
    expect(show('It left.[1] It came.[3]\n\n# Notes\n\n[1] One\n[2] Two')).toMatchInlineSnapshot(`
      arabic: 1=1 2=0
      [1] → One
      [3] → ?
    `);
  });
  test('carets anywhere', () => {
    expect(show('It left.[^1] It came.[^x]\n\n[^1]: One\n\nMore.')).toMatchInlineSnapshot(`
      name: 1=1
      [^1] → One
      [^x] → ?
    `);
  });
  test('plain numbers at the end, half of them pointed to', () => {
    expect(show('It left¹ and came.²\n\n1. One\n\n2. Two\n\n3. Three')).toMatchInlineSnapshot(`
      arabic: 1=1 2=1 3=0
      ¹ → One
      ² → Two
    `);
  });
  test('a list of actions is none', () => {
    expect(show('It left.[1]\n\n1. Do this.\n\n2. Do that.\n\n# Notes\n\n[1] One')).toMatchInlineSnapshot(`
      arabic: 1=1
      [1] → One
    `);
  });
  test('doubled and out of order', () => {
    expect(show('It left.[1][4]\n\n# Endnotes\n\n[1] One\n[4] Four\n[4] Again\n[8] Eight')).toMatchInlineSnapshot(`
      arabic: 1=1 4=1 4!=0 8=0
      [1] → One
      [4] → Four
    `);
  });
  test('glued by a PDF', () => {
    expect(
      show(
        'The attack1 on Tajikistan.2 a The camp holds 2,0003 men.4 The village.5 In 2021 nothing.9\n\na   The river\n\n# Citations\n\n1     One\n\n2     Two\n\n3     Three\n\n4     Four\n\n5     Five',
      ),
    ).toMatchInlineSnapshot(`
      arabic: 1=1 2=1 3=1 4=1 5=1
      1 → One (guess)
      2 → Two (guess)
      3 → Three (guess)
      4 → Four (guess)
      5 → Five (guess)
      9 → ? (guess)
    `);
  });
  test('glued to percentages, and in a heading', () => {
    expect(
      show('# The strike1\n\nIt rose by 49%.2 It fell by 3 %,3 they say.4\n\n1 One\n\n2 Two\n\n3 Three\n\n4 Four'),
    ).toMatchInlineSnapshot(`
      arabic: 1=1 2=1 3=1 4=1
      1 → One (guess)
      2 → Two (guess)
      3 → Three (guess)
      4 → Four (guess)
    `);
  });
  test('a reference list no marker points to', () => {
    expect(show('It left (Filiu 2009).\n\n# References\n\n1. One\n\n2. Two')).toMatchInlineSnapshot(
      `references: 1=0 2=0`,
    );
  });
  test('letters and numbers', () => {
    expect(show('It left[a] and came.[1]\n\n# Notes\n\n[a] Letter\n\n[1] Number')).toMatchInlineSnapshot(`
      letter: a=1
      arabic: 1=1
      [a] → Letter
      [1] → Number
    `);
  });
});

describe('numbers in the middle of a sentence', () => {
  test('are markers where a note has them', () => {
    expect(
      show('It rose [2] and fell [1] again.[3] It left [7] early.[1]\n\n# Notes\n\n[1] One\n[2] Two\n[3] Three'),
    ).toMatchInlineSnapshot(`
      arabic: 1=2 2=1 3=1
      [2] → Two
      [1] → One
      [3] → Three
      [1] → One
    `);
  });
  test('make no list of one', () => {
    expect(show('As [1] and [2] say.\n\n[1] The court met.\n\n[2] It adjourned.')).toMatchInlineSnapshot(``);
  });
});

describe('numbered paragraphs', () => {
  test('have markers that point to a list whose numbers are written like theirs', () => {
    expect(
      show('17. It left.¹² It came.¹³\n\n18. It went.¹⁴\n\n12. One\n\n13. Two\n\n14. Three'),
    ).toMatchInlineSnapshot(`
      arabic: 12=1 13=1 14=1
      ¹² → One
      ¹³ → Two
      ¹⁴ → Three
    `);
  });
  test('are no notes for their own markers', () => {
    expect(show('1. It left.[2]\n\n2. It came.[1]')).toMatchInlineSnapshot(``);
  });
});

describe('a number alone before the notes of a page', () => {
  test('is an empty note if they count on from it', () => {
    expect(show('It left.5 It came.6 And left.7\n\n5\n\n6  Six\n\n7  Seven')).toMatchInlineSnapshot(`
      arabic: 5=1 6=1 7=1
      5 → ? (guess)
      6 → Six (guess)
      7 → Seven (guess)
    `);
  });
  test('is a page number otherwise', () => {
    expect(show('It left.5 It came.6 And left.7\n\n14\n\n6  Six\n\n7  Seven')).toMatchInlineSnapshot(`
      arabic: 6=1 7=1
      6 → Six (guess)
      7 → Seven (guess)
    `);
  });
});

describe('emptied markers', () => {
  test('count where markers of their form do', () => {
    expect(show('It left.<sup>1</sup> It came.<sup></sup>\n\n# Notes\n\n1. One')).toMatchInlineSnapshot(`
      arabic: 1=1
      <sup>1</sup> → One
      <sup></sup> → ?
    `);
    expect(show('It left.[[1]](#_edn1) It came.[](#_edn2)\n\n[[1]](#_ednref1) One')).toMatchInlineSnapshot(`
      arabic: 1=1
      [[1]](#_edn1) → One
      [](#_edn2) → ?
    `);
    expect(show('It left.[1] It came.<sup></sup>\n\n# Notes\n\n1. One')).toMatchInlineSnapshot(`
      arabic: 1=1
      [1] → One
    `);
  });
});

describe('markers without notes', () => {
  test('all notes lost', () => {
    expect(show('It left.[1] It came.[2] It left again.[3]')).toMatchInlineSnapshot(`lost [1] [2] [3]`);
  });
  test('numbers in brackets that are none', () => {
    expect(show('Section [1] and item [2] of list [3].')).toMatchInlineSnapshot(``);
  });
  test('unclosed and empty', () => {
    expect(show('It left.[1] It came [2 and went.[]\n\n# Notes\n\n[1] One\n\n[2] Two')).toMatchInlineSnapshot(`
      arabic: 1=1 2=1
      [1] → One
      [2 → Two
      [] → ?
    `);
  });
});
